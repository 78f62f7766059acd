import type { CellRule } from "../rule";
import { lostDay } from "../deadlines";
import { tell } from "../say";

const say = {
  number: {
    zh: "“{number}”是日期的内部数字，应作“{day}”（{count}个单元格）",
    en: "“{number}” is the inner number of a date and should read “{day}” ({count} cells)",
  },
} as const;

export const deadlineLostFormat: CellRule = {
  scope: "cell",
  id: "deadline/lost-format",
  group: "content",
  severity: "warning",
  title: { zh: "日期变成数字", en: "Date turned into a number" },
  why: {
    zh: "复制时丢了日期格式，看到的是 45657 一类的数字。",
    en: "The date format was lost in copying, so that a number such as 45657 is seen.",
  },
  say,
  gather: "sentence",
  on: ["date"],
  needs: { text: { signs: ["digit", "wideDigit"] }, number: true },
  check(cell) {
    const day = lostDay(cell);
    if (!day) return [];
    const written = `${day.year}年${day.month}月${day.day}日`;
    return [{ message: tell(say, "number", { number: String(cell.value), day: written }), to: written }];
  },
  examples: [
    { name: "真正的日期", given: [{ deadline: { value: 45657, mark: { date: true } } }, { deadline: "2024年12月31日" }], reports: [] },
    { name: "只剩数字", given: [{ deadline: 45657 }], reports: [{ at: "1.deadline", says: "number", to: "2024年12月31日", safe: false }] },
  ],
};

import type { CellRule } from "../rule";
import { impossibleDate } from "../impossibleDates";
import { tell } from "../say";

const say = {
  noDay: {
    zh: "没有“{date}”这个日期，请核对",
    en: "There is no such date as “{date}”; please check",
  },
} as const;

export const textImpossibleDate: CellRule = {
  scope: "cell",
  id: "text/impossible-date",
  group: "content",
  severity: "error",
  title: { zh: "正文里有不存在的日期", en: "Impossible date in a text" },
  why: {
    zh: "“9月31日”一类的日期多是敲错，时限无法确定。",
    en: "A date such as 31 September was mistyped, and the day meant is unknown.",
  },
  say,
  on: ["text"],
  needs: { text: { signs: ["figureDate", "monthOfYear"] } },
  check({ text }) {
    const date = text === null ? null : impossibleDate(text);
    return date === null ? [] : [{ message: tell(say, "noDay", { date }), subject: date }];
  },
  examples: [
    { name: "存在的日期和不是日期的数", given: [{ content: "2024年2月29日前完成，12月35家，版本 2.30，比例 9:31。" }], reports: [] },
    { name: "9 月没有 31 日", given: [{ content: "9月31日前完成。" }], reports: [{ at: "1.content", says: "noDay" }] },
  ],
};

import type { CellRule } from "../rule";
import { impossibleDate } from "../impossibleDates";
import { short, tell } from "../say";

const say = {
  noDay: {
    zh: "没有“{date}”这个日期，请改正",
    en: "There is no such date as “{date}”; please correct it",
  },
} as const;

export const deadlineImpossible: CellRule = {
  scope: "cell",
  id: "deadline/impossible",
  group: "content",
  severity: "error",
  title: { zh: "日期不存在", en: "Impossible date" },
  why: {
    zh: "不存在的日期无法判断是否到期。",
    en: "Nobody can say whether a day that does not exist has passed.",
  },
  say,
  on: ["date"],
  needs: { text: { signs: ["figureDate", "monthOfYear"] } },
  check({ text }) {
    const date = text === null ? null : impossibleDate(text);
    return date === null ? [] : [{ message: tell(say, "noDay", { date: short(date) }), subject: date }];
  },
  examples: [
    { name: "存在的日期", given: [{ deadline: "2025年9月30日" }, { deadline: "2025.12" }, { deadline: "2024-2-29" }], reports: [] },
    { name: "9 月 31 日", given: [{ deadline: "2025年9月31日" }], reports: [{ at: "1.deadline", says: "noDay" }] },
    { name: "没有第 13 个月", given: [{ deadline: "2026年13月" }], reports: [{ at: "1.deadline", says: "noDay" }] },
    { name: "13 月", given: [{ reportDate: "2025-13-01" }], reports: [{ at: "1.reportDate", says: "noDay" }] },
  ],
};

import type { CellRule } from "../rule";
import { deadlineIn, isNothing, lostDay } from "../deadlines";
import { impossibleDate } from "../impossibleDates";
import { short, tell } from "../say";

const say = {
  unread: {
    zh: "完成时限“{text}”看不出是哪一天，请写成“2025年12月”这样的形式",
    en: "No day can be read from the deadline “{text}”; please write it like 2025年12月",
  },
} as const;

export const deadlineUnreadable: CellRule = {
  scope: "cell",
  id: "deadline/unreadable",
  group: "content",
  severity: "warning",
  title: { zh: "完成时限读不出", en: "Deadline not understood" },
  why: {
    zh: "读不出日期就无法亮灯和催办。",
    en: "Without a date there is no light and no reminder.",
  },
  say,
  on: ["date"],
  check(cell, context) {
    const { text, key, mark } = cell;
    if (text === null || key !== "deadline" || mark?.error || isNothing(text) || lostDay(cell) || impossibleDate(text) !== null) return [];
    const { kind, note } = deadlineIn(cell, context);
    // Words that name an event or a span are understood, only not as a day.
    return kind === "none" && !note ? [{ message: tell(say, "unread", { text: short(text) }), subject: text }] : [];
  },
  examples: [
    { name: "各种常见写法", given: ["2025年底", "2025.12", "2025年12月底前", "每年12月", "长期坚持", "十二月底", "2025-12-31", "/"].map((deadline) => ({ deadline })), reports: [] },
    { name: "看不懂", given: [{ deadline: "尽快" }, { deadline: "待定事项" }], reports: [{ at: "1.deadline", says: "unread" }, { at: "2.deadline", says: "unread" }] },
  ],
};

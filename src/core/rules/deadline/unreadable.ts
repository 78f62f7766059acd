import { readDeadlineCell } from "../../targets/deadlineCell";
import { deadlineContext } from "../context";
import { LONGEST_DEADLINE, lostDay } from "../deadlines";
import { impossibleDate } from "../impossibleDates";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  undated: {
    zh: "完成时限“{text}”看不出是哪一天，请写成“2025年12月”这样的形式",
    en: "No day can be read from the deadline “{text}”; please write it like 2025年12月",
  },
  unit: {
    zh: "完成时限栏里是单位“{text}”，可能错了一列",
    en: "The column of deadlines holds the unit “{text}”; the columns may have slipped",
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
    const { text, key, mark, value } = cell;
    if (text === null || key !== "deadline" || lostDay(cell) || impossibleDate(text) !== null) return [];
    if (text.length > LONGEST_DEADLINE) return [{ message: tell(say, "undated", { text: short(text) }), subject: short(text) }];
    const read = readDeadlineCell(value, mark, deadlineContext(context));
    if (!("problem" in read) || read.problem === "impossible" || read.problem === "error") return [];
    return [{ message: tell(say, read.problem === "unit" ? "unit" : "undated", { text: short(text) }), subject: text }];
  },
  examples: [
    { name: "各种常见写法", given: ["2025年底", "2025.12", "2025年12月底前", "每年12月", "长期坚持", "十二月底", "2025-12-31", "待定"].map((deadline) => ({ deadline })), reports: [] },
    { name: "看不懂", given: [{ deadline: "视情况推进" }, { deadline: "??" }], reports: [{ at: "1.deadline", says: "undated" }, { at: "2.deadline", says: "undated" }] },
    { name: "错了一列", given: [{ deadline: "市财政局" }], reports: [{ at: "1.deadline", says: "unit" }] },
  ],
};

import { LONGEST_DEADLINE, lostDay } from "../deadlines";
import { impossibleDate } from "../impossibleDates";
import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  nonsense: {
    zh: "完成时限“{text}”看不懂，请写成“2025年12月”这样的形式",
    en: "The deadline “{text}” is not understood; please write it like 2025年12月",
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
  under: ["deadline"],
  needs: { text: {} },
  check(cell, { deadlineOf }) {
    const { text, key } = cell;
    if (text === null || key !== "deadline" || lostDay(cell) || impossibleDate(text) !== null) return [];
    if (text.length > LONGEST_DEADLINE) return [{ message: tell(say, "nonsense", { text: short(text) }), subject: short(text) }];
    const read = deadlineOf(text);
    const id = "problem" in read && (read.problem === "unit" || read.problem === "nonsense") ? read.problem : null;
    return id === null ? [] : [{ message: tell(say, id, { text: short(text) }), subject: text }];
  },
  examples: [
    { name: "各种常见写法", given: ["2025年底", "2025.12", "2025年12月底前", "每年12月", "长期坚持", "十二月底", "2025-12-31", "待定"].map((deadline) => ({ deadline })), reports: [] },
    { name: "有话无期是另一回事", given: [{ deadline: "视情况推进" }], reports: [] },
    { name: "看不懂", given: [{ deadline: "??" }], reports: [{ at: "1.deadline", says: "nonsense" }] },
    { name: "整段话填到了时限栏", given: [{ deadline: "推进项目建设，".repeat(40) }], reports: [{ at: "1.deadline", says: "nonsense" }] },
    { name: "错了一列", given: [{ deadline: "市财政局" }], reports: [{ at: "1.deadline", says: "unit" }] },
  ],
};

import type { CellRule } from "../rule";
import { LONGEST_DEADLINE } from "../deadlines";
import { short, tell } from "../say";

const say = {
  ongoing: {
    zh: "“{text}”没有具体日期，不会亮灯（{count}个单元格）",
    en: "“{text}” names no day and gets no light ({count} cells)",
  },
} as const;

export const deadlineVague: CellRule = {
  scope: "cell",
  id: "deadline/vague",
  group: "content",
  severity: "info",
  title: { zh: "时限没有日期", en: "Deadline without a date" },
  why: {
    zh: "“长期坚持”“持续推进”是合法写法，但不能按期考核。",
    en: "长期坚持 is proper wording, but nothing can be measured by it.",
  },
  say,
  gather: "sentence",
  on: ["date"],
  under: ["deadline"],
  needs: { text: {} },
  check(cell, { deadlineOf }) {
    const { text, key } = cell;
    if (text === null || key !== "deadline" || text.length > LONGEST_DEADLINE) return [];
    const read = deadlineOf(text);
    const isVague = "problem" in read ? read.problem === "undated" : read.deadline.kind === "ongoing";
    return isVague ? [{ message: tell(say, "ongoing", { text: short(text) }), subject: text }] : [];
  },
  examples: [
    { name: "有日期", given: [{ deadline: "2025年底" }], reports: [] },
    { name: "长期坚持、视情况", given: [{ deadline: "长期坚持" }, { deadline: "视情况推进" }], reports: [{ at: "1.deadline", says: "ongoing", places: ["1.deadline", "2.deadline"] }] },
  ],
};

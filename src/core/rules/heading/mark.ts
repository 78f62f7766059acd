import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

const TRAITS: readonly TraitName[] = ["chapterMark", "sectionMark"];

export const headingMark: CellRule = {
  scope: "cell",
  id: "heading/mark",
  group: "text",
  severity: "warning",
  title: { zh: "章节标题序号后的标点", en: "Mark after the number of a heading" },
  why: {
    zh: "“一、”后用顿号，“（一）”后不加标点（GB/T 9704）。",
    en: "A chapter is numbered 一、, and no mark stands after （一） (GB/T 9704).",
  },
  say: HABIT_SAY,
  gather: "sentence",
  on: ["heading"],
  needs: { text: {} },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, false),
  examples: [
    { name: "规范写法", given: ["一、甲", "(一) 子", {}], reports: [] },
    { name: "一.", given: ["一.甲", {}], reports: [{ at: "1", says: "standard", to: "一、甲", safe: false }] },
    { name: "（一）、", given: ["（一）、子", {}], reports: [{ at: "1", says: "standard", to: "（一）子", safe: false }] },
    { name: "与其他各章不同", given: ["一、甲", {}, "二、乙", {}, "三、丙", {}, "四、丁", {}, "五.戊", {}], reports: [{ at: "9", says: "unlike", to: "五、戊", safe: false }] },
  ],
};

import type { TraitName } from "../../text/traits/traits";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { habitBroken, inHabits, respelled } from "../spelling";

const say = {
  unlike: {
    zh: "“{from}”与全文写法不一致，宜作“{to}”（{count}个单元格；全文有{usual}处如此）",
    en: "“{from}” is unlike the rest; usual here: “{to}” ({count} cells; {usual} places do so)",
  },
  standard: {
    zh: "“{from}”宜按规范作“{to}”（{count}个单元格）",
    en: "By the standard “{from}” should be “{to}” ({count} cells)",
  },
} as const;

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
  say,
  gather: "sentence",
  on: ["heading"],
  needs: { text: {} },
  check(cell, context) {
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { learned, usual } = habitBroken(context.profile, TRAITS, cell);
    const message = learned ? tell(say, "unlike", { ...found.shown, usual }) : tell(say, "standard", found.shown);
    return [{ message, subject: found.shown.from, to: found.to, safe: false }];
  },
  examples: [
    { name: "规范写法", given: ["一、甲", "(一) 子", {}], reports: [] },
    { name: "一.", given: ["一.甲", {}], reports: [{ at: "1", says: "standard", to: "一、甲", safe: false }] },
    { name: "（一）、", given: ["（一）、子", {}], reports: [{ at: "1", says: "standard", to: "（一）子", safe: false }] },
    { name: "与其他各章不同", given: ["一、甲", {}, "二、乙", {}, "三、丙", {}, "四、丁", {}, "五.戊", {}], reports: [{ at: "9", says: "unlike", to: "五、戊", safe: false }] },
  ],
};

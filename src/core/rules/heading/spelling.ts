import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

const TRAITS: readonly TraitName[] = ["sectionBracket", "sectionGap", "chapterGap"];

export const headingSpelling: CellRule = {
  scope: "cell",
  id: "heading/spelling",
  group: "text",
  severity: "warning",
  title: { zh: "章节标题序号写法不一致", en: "Numbering of headings spelled unlike the rest" },
  why: {
    zh: "标题序号的括号全角或半角、后面是否空格，全文应一致；公文格式（GB/T 9704）为“（一）”，后面不空格。",
    en: "Brackets and blanks of heading numbers are one way throughout; GB/T 9704 writes （一） without a blank.",
  },
  say: HABIT_SAY,
  gather: "sentence",
  on: ["heading"],
  needs: { text: {} },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, true),
  examples: [
    { name: "通篇半角加空格是合法的体例", given: ["(一) 工业装备", {}, "(二) 能源设备", {}, "(三) 农业机械", {}, "(四) 交通运输", {}], reports: [] },
    { name: "一处用了全角括号", given: ["(一) 工业装备", {}, "(二) 能源设备", {}, "(三) 农业机械", {}, "(四) 交通运输", {}, "（五） 建筑领域", {}], reports: [{ at: "9", says: "unlike", to: "(五) 建筑领域", safe: true }] },
    { name: "一处漏了空格", given: ["(一) 工业装备", {}, "(二) 能源设备", {}, "(三) 农业机械", {}, "(四) 交通运输", {}, "(五)建筑领域", {}], reports: [{ at: "9", says: "unlike", to: "(五) 建筑领域", safe: true }] },
    {
      name: "公文规范用全角括号，不空格",
      given: ["(一) 工业装备", {}],
      style: "official",
      reports: [{ at: "1", says: "standard", to: "（一）工业装备", safe: true }],
    },
  ],
};

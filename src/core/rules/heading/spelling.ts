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
  say,
  gather: "sentence",
  on: ["heading"],
  needs: { text: {} },
  check(cell, context) {
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { learned, usual } = habitBroken(context.profile, TRAITS, cell);
    const message = learned ? tell(say, "unlike", { ...found.shown, usual }) : tell(say, "standard", found.shown);
    return [{ message, subject: found.shown.from, to: found.to, safe: true }];
  },
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

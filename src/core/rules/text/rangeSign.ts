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

const TRAITS: readonly TraitName[] = ["rangeSign"];

export const textRangeSign: CellRule = {
  scope: "cell",
  id: "text/range-sign",
  group: "text",
  severity: "info",
  title: { zh: "范围号不一致", en: "Range signs unlike the rest" },
  why: {
    zh: "数值范围的浪纹号（～）宽窄应全文一致。",
    en: "The sign of ranges has one width throughout.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["rangeSign"] } },
  check(cell, context) {
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { learned, usual } = habitBroken(context.profile, TRAITS, cell);
    const message = learned ? tell(say, "unlike", { ...found.shown, usual }) : tell(say, "standard", found.shown);
    return [{ message, subject: found.shown.from, to: found.to, safe: false }];
  },
  examples: [
    { name: "全文一致", given: [{ content: "每年 5～10 家，3～5 座。" }, { content: "投入 2～3 亿元，新增 1～2 条。" }], reports: [] },
    {
      name: "一处用了半角",
      given: [{ content: "每年 5～10 家，3～5 座。" }, { content: "投入 2～3 亿元，新增 1～2 条。" }, { content: "扩大到 6~8 个。" }],
      reports: [{ at: "3.content", says: "unlike", to: "扩大到 6～8 个。", safe: false }],
    },
    { name: "公文规范", given: [{ content: "每年 5~10 家。" }], style: "official", reports: [{ at: "1.content", says: "standard", to: "每年 5～10 家。", safe: false }] },
  ],
};

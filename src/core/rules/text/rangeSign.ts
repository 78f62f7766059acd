import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

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
  say: HABIT_SAY,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["rangeSign"] } },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, false),
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

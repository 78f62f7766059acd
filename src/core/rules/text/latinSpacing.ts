import { majority, type StyleProfile } from "../../text/profile";
import type { TraitName } from "../../text/traits/traits";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { habitBroken, inHabits, isStyled, respelled } from "../spelling";

const say = {
  unlike: {
    zh: "“{from}”与全文写法不一致，宜作“{to}”（{count}个单元格；全文有{usual}处如此）",
    en: "“{from}” is unlike the rest; usual here: “{to}” ({count} cells; {usual} places do so)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["hanLatin"];

/** Where the ledger is written without blanks, a blank may part two clauses: taking it away is for a person. */
function isSpacingOnly({ habits }: StyleProfile): boolean {
  return habits.hanLatin?.kind === "spaced" || majority(habits.hanLatin?.places ?? {}) === "spaced";
}

export const textLatinSpacing: CellRule = {
  scope: "cell",
  id: "text/latin-spacing",
  group: "text",
  severity: "warning",
  title: { zh: "汉字与字母间距不一致", en: "Spacing of letters unlike the rest" },
  why: {
    zh: "标准对汉字与字母之间是否空格没有规定，但一份台账应当一致。",
    en: "The standards leave blanks between Chinese and letters open, but one ledger does it one way.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["hanLatin"] } },
  check(cell, context) {
    if (!isStyled(cell, context)) return [];
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { usual } = habitBroken(context.profile, TRAITS, cell);
    return [{ message: tell(say, "unlike", { ...found.shown, usual }), subject: found.shown.from, to: found.to, safe: isSpacingOnly(context.profile) }];
  },
  examples: [
    { name: "全文空格", given: [{ content: "开展 DCMM 贯标，实现 CT 全覆盖。" }], reports: [] },
    { name: "一处漏了空格", given: [{ content: "开展 DCMM 贯标，实现 CT 全覆盖。" }, { content: "建设5G工厂。" }], reports: [{ at: "2.content", says: "unlike", to: "建设5G 工厂。", safe: true }] },
    { name: "公文规范不作规定", given: [{ content: "建设5G工厂，推进 DCMM 贯标。" }], style: "official", reports: [] },
  ],
};

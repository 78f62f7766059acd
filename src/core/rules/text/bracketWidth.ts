import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

const say = {
  unlike: HABIT_SAY.unlike,
  standard: {
    zh: "中文里的括号“{from}”宜用全角，作“{to}”（{count}个单元格）",
    en: "Brackets around Chinese are full-width: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["bracketWidth"];

export const textBracketWidth: CellRule = {
  scope: "cell",
  id: "text/bracket-width",
  group: "text",
  severity: "warning",
  title: { zh: "半角括号", en: "Half-width brackets" },
  why: {
    zh: "中文里的括号用全角（GB/T 15834）；通篇都用半角的台账按其习惯。",
    en: "Brackets around Chinese are full-width (GB/T 15834), unless a ledger does otherwise throughout.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["bracketWidth"] } },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, false),
  examples: [
    { name: "全角括号", given: [{ content: "各区县（功能区）负责。" }], reports: [] },
    { name: "半角括号", given: [{ content: "各区县(功能区)负责。" }], reports: [{ at: "1.content", says: "standard", to: "各区县（功能区）负责。", safe: false }] },
    { name: "代号照录", given: [{ content: "符合规范 (GB 55015) 要求，(一)明确分工。" }], reports: [] },
    { name: "与全文的全角不同", given: [{ content: "各区县（功能区）、各院校（含技校）、各镇街（含村居）、各企业（含国企）负责。" }, { content: "各街道(镇)负责。" }], reports: [{ at: "2.content", says: "unlike", to: "各街道（镇）负责。", safe: false }] },
  ],
};

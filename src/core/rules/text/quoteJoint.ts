import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

const TRAITS: readonly TraitName[] = ["quoteJoint"];

export const textQuoteJoint: CellRule = {
  scope: "cell",
  id: "text/quote-joint",
  group: "text",
  severity: "info",
  title: { zh: "引号、书名号之间的顿号", en: "Marks between quoted names" },
  why: {
    zh: "并列的引号或书名号之间通常不用顿号（GB/T 15834）；一份台账里应当一致。",
    en: "Between quoted names or titles in a row usually no mark is set (GB/T 15834); one ledger does it one way.",
  },
  say: HABIT_SAY,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["quoteJoint"] } },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, false),
  examples: [
    { name: "都不用顿号", given: [{ content: "实施“甲”“乙”“丙”“丁”“戊”工程。" }], reports: [] },
    { name: "通篇都用顿号", given: [{ content: "实施“甲”、“乙”、“丙”、“丁”、“戊”工程。" }], reports: [] },
    { name: "用了顿号", given: [{ content: "实施“甲”、“乙”工程。" }], reports: [{ at: "1.content", says: "standard", to: "实施“甲”“乙”工程。", safe: false }] },
    { name: "一处用了顿号", given: [{ content: "实施“甲”“乙”“丙”“丁”“戊”工程。" }, { content: "修订《办法》、《细则》。" }], reports: [{ at: "2.content", says: "unlike", to: "修订《办法》《细则》。", safe: false }] },
    { name: "公文规范不用顿号", given: [{ content: "实施“甲”、“乙”工程。" }], style: "official", reports: [{ at: "1.content", says: "standard", to: "实施“甲”“乙”工程。", safe: false }] },
  ],
};

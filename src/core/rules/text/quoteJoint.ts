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
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["quoteJoint"] } },
  check(cell, context) {
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { learned, usual } = habitBroken(context.profile, TRAITS, cell);
    const message = learned ? tell(say, "unlike", { ...found.shown, usual }) : tell(say, "standard", found.shown);
    return [{ message, subject: found.shown.from, to: found.to, safe: false }];
  },
  examples: [
    { name: "都不用顿号", given: [{ content: "实施“甲”“乙”“丙”“丁”“戊”工程。" }], reports: [] },
    { name: "通篇都用顿号", given: [{ content: "实施“甲”、“乙”、“丙”、“丁”、“戊”工程。" }], reports: [] },
    { name: "用了顿号", given: [{ content: "实施“甲”、“乙”工程。" }], reports: [{ at: "1.content", says: "standard", to: "实施“甲”“乙”工程。", safe: false }] },
    { name: "一处用了顿号", given: [{ content: "实施“甲”“乙”“丙”“丁”“戊”工程。" }, { content: "修订《办法》、《细则》。" }], reports: [{ at: "2.content", says: "unlike", to: "修订《办法》《细则》。", safe: false }] },
    { name: "公文规范不用顿号", given: [{ content: "实施“甲”、“乙”工程。" }], style: "official", reports: [{ at: "1.content", says: "standard", to: "实施“甲”“乙”工程。", safe: false }] },
  ],
};

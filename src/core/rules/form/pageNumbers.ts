import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { isPrintJudged } from "../formStyle";
import { tell } from "../say";

const say = {
  none: {
    zh: "页眉页脚里没有页码",
    en: "There are no page numbers in header or footer",
  },
} as const;

/** Shorter tables stand on one page. */
const MANY = 15;

export const formPageNumbers: LedgerRule = {
  scope: "ledger",
  id: "form/page-numbers",
  group: "form",
  severity: "info",
  title: { zh: "页码", en: "Page numbers" },
  why: {
    zh: "多页的台账没有页码，散了就排不回去。",
    en: "Pages without numbers can’t be put back in order.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, form } = context;
    if (!form || !isPrintJudged(context) || ledger.rows.length < MANY || form.print.headerFooter.includes("&P")) return [];
    return [{ at: headerPlace(ledger), row: null, message: tell(say, "none", {}) }];
  },
  examples: [
    { name: "有页码", given: Array.from({ length: 16 }, () => ({})), form: {}, reports: [] },
    { name: "没有页码", given: Array.from({ length: 16 }, () => ({})), form: { print: { headerFooter: "" } }, reports: [{ at: "0.serial", says: "none" }] },
  ],
};

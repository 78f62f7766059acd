import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { isPrintJudged } from "../formStyle";
import { tell } from "../say";

const say = {
  none: {
    zh: "没有设置“顶端标题行”，第二页起没有表头",
    en: "No rows are repeated at the top: from the second page on there is no header",
  },
  elsewhere: {
    zh: "“顶端标题行”不包含表头（第{header}行）",
    en: "The rows repeated at the top do not hold the header (row {header})",
  },
} as const;

/** Shorter tables stand on one page. */
const MANY = 15;

export const formRepeatHeader: LedgerRule = {
  scope: "ledger",
  id: "form/repeat-header",
  group: "form",
  severity: "warning",
  title: { zh: "每页重复表头", en: "Header on every page" },
  why: {
    zh: "第二页起没有表头，看的人不知道各栏是什么。",
    en: "From the second page on nobody knows what the columns are.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, form } = context;
    if (!form) return [];
    const { titleRows } = form.print;
    const message = titleRows
      ? titleRows.first <= ledger.headerRow && ledger.headerRow <= titleRows.last ? null : tell(say, "elsewhere", { header: ledger.headerRow + 1 })
      : isPrintJudged(context) && ledger.rows.length >= MANY ? tell(say, "none", {}) : null;
    return message ? [{ at: headerPlace(ledger), row: null, message }] : [];
  },
  examples: [
    { name: "重复表头", given: [{}], form: {}, reports: [] },
    { name: "没有设置", given: Array.from({ length: 16 }, () => ({})), form: { print: { titleRows: null } }, reports: [{ at: "0.serial", says: "none" }] },
    { name: "设错了行", given: [{}], form: { print: { titleRows: { first: 3, last: 4 } } }, reports: [{ at: "0.serial", says: "elsewhere" }] },
  ],
};

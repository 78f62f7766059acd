import { headerPlace } from "../finding";
import type { LedgerRule } from "../rule";
import { isPrintJudged } from "../formStyle";
import { tell } from "../say";

const say = {
  none: {
    zh: "表格有{rows}行，表头没有冻结，往下翻就看不到列名",
    en: "The table has {rows} rows and its header is not frozen",
  },
  elsewhere: {
    zh: "冻结了{frozen}行，表头在第{header}行",
    en: "{frozen} rows are frozen, and the header is row {header}",
  },
} as const;

/** From here on a table does not fit on a screen. */
const MANY = 30;

export const formFreeze: LedgerRule = {
  scope: "ledger",
  id: "form/freeze",
  group: "form",
  severity: "info",
  title: { zh: "冻结窗格", en: "Frozen rows" },
  why: {
    zh: "表头不冻结，往下翻就看不到列名；冻结的行数不对，表头会被滚掉一半。",
    en: "With no frozen header the names of the columns scroll away.",
  },
  say,
  beyondValues: true,
  check(context) {
    const { ledger, form } = context;
    if (!form) return [];
    const { rows } = form.frozen;
    const header = ledger.headerRow + 1;
    if (rows === header) return [];
    if (rows > 0) return [{ at: headerPlace(ledger), row: null, message: tell(say, "elsewhere", { frozen: rows, header }) }];
    return ledger.rows.length < MANY || !isPrintJudged(context) ? [] : [{ at: headerPlace(ledger), row: null, message: tell(say, "none", { rows: ledger.rows.length }) }];
  },
  examples: [
    { name: "冻结到表头", given: [{}], form: { frozenRows: 1 }, reports: [] },
    { name: "冻结错了行", given: [{}], form: { frozenRows: 5 }, reports: [{ at: "0.serial", says: "elsewhere" }] },
    { name: "没有冻结", given: Array.from({ length: 32 }, () => ({})), form: { frozenRows: 0 }, reports: [{ at: "0.serial", says: "none" }] },
  ],
};

import type { Span } from "../../grid/grid";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  rows: {
    zh: "打印区域漏了{count}行任务",
    en: "The print area leaves out {count} rows of tasks",
  },
  columns: {
    zh: "打印区域漏了{count}栏",
    en: "The print area leaves out {count} columns",
  },
} as const;


export const formPrintArea: LedgerRule = {
  scope: "ledger",
  id: "form/print-area",
  group: "form",
  severity: "warning",
  title: { zh: "打印区域", en: "Print area" },
  why: {
    zh: "不在打印区域里的行列打印不出来，盖章件就缺了内容。",
    en: "What lies outside the print area is not on the paper that gets stamped.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, form }) {
    const area = form?.print.area ?? null;
    if (area === null || area.length === 0) return [];
    const rows = ledger.rows.filter(({ gridRow }) => !area.some(({ top, bottom }) => top <= gridRow && gridRow <= bottom));
    const columns = ledger.columns.filter(({ col }) => !area.some(({ left, right }: Span) => left <= col && col <= right));
    return [
      ...rows.map((row): Finding => ({ at: { sheet: ledger.sheet, row: row.gridRow, col: ledger.columns[0]?.col ?? 0 }, row: row.key, message: tell(say, "rows", {}) })),
      ...columns.map(({ col }): Finding => ({ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "columns", {}) })),
    ];
  },
  examples: [
    { name: "全部打印", given: [{}, {}], form: { print: { area: [{ top: 0, left: 0, bottom: 2, right: 4 }] } }, reports: [] },
    { name: "漏了最后一行", given: [{}, {}], form: { print: { area: [{ top: 0, left: 0, bottom: 1, right: 4 }] } }, reports: [{ at: "2.serial", says: "rows" }] },
    { name: "漏了最后一栏", given: [{}, {}], form: { print: { area: [{ top: 0, left: 0, bottom: 2, right: 3 }] } }, reports: [{ at: "0.responsibleUnits", says: "columns" }] },
  ],
};

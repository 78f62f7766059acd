import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  rows: {
    zh: "有{count}行任务被隐藏；检查和汇总时照常读取",
    en: "{count} rows of tasks are hidden; they are read like any other",
  },
  filtered: {
    zh: "有{count}行任务被筛选条件筛掉，取消筛选后再报送；检查和汇总时照常读取",
    en: "{count} rows of tasks are filtered out; take the filter off before sending. They are read like any other",
  },
  columns: {
    zh: "有{count}列被隐藏；检查和汇总时照常读取",
    en: "{count} columns are hidden; they are read like any other",
  },
} as const;

export const rowsHidden: LedgerRule = {
  scope: "ledger",
  id: "rows/hidden",
  group: "structure",
  severity: "info",
  title: { zh: "隐藏的行列", en: "Hidden rows and columns" },
  why: {
    zh: "隐藏的内容容易被忽略，报送后对方却看得到。",
    en: "What is hidden is overlooked here and seen by whoever receives the file.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, grid, form }) {
    const first = ledger.columns[0]?.col ?? 0;
    const rows = ledger.rows.filter(({ hidden }) => hidden);
    const columns = ledger.columns.filter(({ col }) => grid.hiddenColumns.includes(col));
    return [
      ...rows.map((row): Finding => ({ at: { sheet: ledger.sheet, row: row.gridRow, col: first }, row: row.key, message: tell(say, form?.filtered ? "filtered" : "rows", {}) })),
      ...columns.map(({ col }): Finding => ({ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "columns", {}) })),
    ];
  },
  examples: [
    { name: "都看得见", given: [{}, {}], reports: [] },
    { name: "隐藏了两行", given: [{}, {}, {}], hidden: [1, 3], reports: [{ at: "1.serial", says: "rows", places: ["1.serial", "3.serial"] }] },
    { name: "筛掉了一行", given: [{}, {}], hidden: [2], form: { filtered: true }, reports: [{ at: "2.serial", says: "filtered" }] },
    { name: "隐藏了一列", given: [{}], hiddenColumns: ["responsibleUnits"], reports: [{ at: "0.responsibleUnits", says: "columns" }] },
  ],
};

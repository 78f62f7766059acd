import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  rows: {
    zh: "有{count}行任务被隐藏或筛掉；检查和汇总时照常读取",
    en: "{count} rows of tasks are hidden or filtered out; they are read like any other",
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
  check({ ledger, grid }) {
    const first = ledger.columns[0]?.col ?? 0;
    const rows = ledger.rows.filter(({ hidden }) => hidden);
    const columns = ledger.columns.filter(({ col }) => grid.hiddenColumns.includes(col));
    return [
      ...rows.map((row): Finding => ({ at: { sheet: ledger.sheet, row: row.gridRow, col: first }, row: row.key, message: tell(say, "rows", {}) })),
      ...columns.map(({ col }): Finding => ({ at: { sheet: ledger.sheet, row: ledger.headerRow, col }, row: null, message: tell(say, "columns", {}) })),
    ];
  },
  examples: [
    { name: "都看得见", given: [{}, {}], reports: [] },
    { name: "隐藏了两行", given: [{}, {}, {}], hidden: [1, 3], reports: [{ at: "1.serial", says: "rows", places: ["1.serial", "3.serial"] }] },
    { name: "隐藏了一列", given: [{}], hiddenColumns: ["responsibleUnits"], reports: [{ at: "0.responsibleUnits", says: "columns" }] },
  ],
};

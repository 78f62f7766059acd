/** Damages of rows: sorted, hidden, added, numbered anew, parted by lines that are none of them. */
import { type CellValue, plainText } from "../../grid/grid";
import type { ColumnKey } from "../../ledger/columns";
import { sampleCell, type SampleTable, withOddity } from "../sampleTable";
import type { Damage } from "./damage";

function serials(to: (value: CellValue) => CellValue): Damage["befall"] {
  return (table) => {
    const col = table.columns.findIndex(({ key }) => key === "serial");
    return col < 0 ? null : { ...table, rows: table.rows.map((row) => row.map((value, at) => (at === col && typeof value === "number" ? to(value) : value))) };
  };
}

/** Rows in another order; only where nothing else is said of their places. */
function ordered(order: (rows: SampleTable["rows"], table: SampleTable) => SampleTable["rows"]): Damage["befall"] {
  return (table) => (table.rows.length < 2 || table.odd !== undefined || table.headerAgainBefore.length > 0 ? null : { ...table, rows: order(table.rows, table) });
}

function lines(own: (table: SampleTable) => readonly { readonly before: number; readonly values: readonly CellValue[] }[]): Damage["befall"] {
  return (table) => withOddity(table, { lines: own(table) });
}

/** A line with a word under the first column that the table has of these, and a figure under 完成值. */
function adding(table: SampleTable, word: string, figure: number, under: readonly ColumnKey[]): readonly CellValue[] {
  const first = under.find((key) => table.columns.some((column) => column.key === key)) ?? table.columns[0]?.key;
  return table.columns.map(({ key }) => (key === first ? word : key === "reportedValue" ? figure : null));
}

const WIDE = "０１２３４５６７８９";

/** Two neighbours of which the same is said in a column. */
function equalNeighbours(table: SampleTable, key: ColumnKey): number {
  return table.rows.findIndex((_, row) => row + 1 < table.rows.length && sampleCell(table, row, key) !== null && sampleCell(table, row, key) === sampleCell(table, row + 1, key));
}

export const ROWS: readonly Damage[] = [
  { kind: "serialText", title: "序号是文本", expect: "normalised", befall: serials((value) => plainText(value)) },
  { kind: "serialWide", title: "序号是全角数字", expect: "normalised", befall: serials((value) => plainText(value).replace(/\d/gu, (digit) => WIDE.charAt(Number(digit)))) },
  { kind: "serialDotted", title: "序号后面加了点", expect: "normalised", befall: serials((value) => `${plainText(value)}.`) },
  { kind: "serialPadded", title: "序号前面补了零", expect: "normalised", befall: serials((value) => plainText(value).padStart(3, "0")) },
  { kind: "serialMissing", title: "序号全部没有了", expect: "flagged", flag: "issuedCleared", befall: serials(() => null) },
  { kind: "serialBracketed", title: "序号加了括号", expect: "normalised", befall: serials((value) => `（${plainText(value)}）`) },
  { kind: "serialDecimals", title: "序号带了 .0", expect: "normalised", befall: serials((value) => `${plainText(value)}.0`) },
  { kind: "rowsReversed", title: "行的顺序倒了过来", expect: "normalised", befall: ordered((rows) => [...rows].reverse()) },
  {
    kind: "rowsSorted", title: "按状态排了序", expect: "normalised",
    befall: ordered((rows, table) => {
      const col = table.columns.findIndex(({ key }) => key === "status");
      const word = (row: readonly CellValue[]): string => plainText(row[col]);
      return [...rows].sort((left, right) => (word(left) < word(right) ? -1 : word(left) > word(right) ? 1 : 0));
    }),
  },
  { kind: "rowHidden", title: "有一行被隐藏", expect: "flagged", flag: "hiddenRows", befall: (table) => (table.rows.length < 2 ? null : withOddity(table, { hiddenRows: [1] })) },
  { kind: "filtered", title: "筛选后只显示一行", expect: "flagged", flag: "hiddenRows", befall: (table) => (table.rows.length < 3 ? null : withOddity(table, { hiddenRows: table.rows.map((_, at) => at).slice(1) })) },
  { kind: "emptyRows", title: "每行之间空一行", expect: "normalised", befall: lines((table) => table.rows.map((_, at) => ({ before: at, values: [] }))) },
  { kind: "totalRow", title: "末尾加了合计行", expect: "normalised", befall: lines((table) => [{ before: table.rows.length, values: adding(table, "合计", 999, ["serial", "task"]) }]) },
  { kind: "subtotalRow", title: "中间有小计行", expect: "normalised", befall: lines((table) => [{ before: Math.floor(table.rows.length / 2), values: adding(table, "小　计", 77, ["task", "serial"]) }]) },
  { kind: "chapterLine", title: "中间加了分类行", expect: "normalised", befall: lines((table) => [{ before: Math.min(1, table.rows.length), values: ["二、其他任务"] }]) },
  { kind: "pageFooter", title: "表格中间有页码", expect: "normalised", befall: lines((table) => [{ before: Math.floor(table.rows.length / 2), values: ["第 1 页 共 2 页"] }]) },
  { kind: "signatureCells", title: "表尾签字分在几格", expect: "normalised", befall: lines((table) => [{ before: table.rows.length, values: ["填表人：李明", null, "审核人：王芳", null, "联系电话：0531-66600000"] }]) },
  { kind: "stampLines", title: "表尾有落款和日期", expect: "normalised", befall: lines((table) => [{ before: table.rows.length, values: [null, null, "（单位盖章）"] }, { before: table.rows.length, values: [null, null, "2026年11月5日"] }]) },
  { kind: "remarkLine", title: "表尾有一句备注", expect: "normalised", befall: lines((table) => [{ before: table.rows.length, values: ["备注：以上数据截至10月底。"] }]) },
  { kind: "emptyNumberedRows", title: "末尾有只填了序号的空行", expect: "normalised", befall: lines((table) => [61, 62, 63].map((number) => ({ before: table.rows.length, values: table.columns.map(({ key }) => (key === "serial" ? number : null)) }))) },
  {
    kind: "rowCut", title: "一行被分页拆成两行", expect: "flagged", flag: "cutRow",
    befall: (table) => {
      const col = table.columns.findIndex(({ key }) => key === "content");
      const row = table.rows.findIndex((own) => plainText(own[col]).includes("；"));
      const cells = table.rows[row];
      if (!cells || table.odd !== undefined || table.headerAgainBefore.length > 0) return null;
      const [head = "", tail = ""] = plainText(cells[col]).split("；");
      const cut = [cells.map((value, at) => (at === col ? `${head}；` : value)), cells.map((_, at) => (at === col ? tail : null))];
      return { ...table, rows: [...table.rows.slice(0, row), ...cut, ...table.rows.slice(row + 1)] };
    },
  },
  {
    kind: "statusSpanned", title: "相邻两行的状态合并成一格", expect: "flagged", flag: "spanShared",
    befall: (table) => {
      const row = equalNeighbours(table, "status");
      return row < 0 ? null : withOddity(table, { spans: [{ row, key: "status", rows: 2 }] });
    },
  },
  {
    kind: "unitsSpanned", title: "牵头单位相同的行合并成一格", expect: "normalised",
    befall: (table) => {
      const row = equalNeighbours(table, "leadUnits");
      return row < 0 ? null : withOddity(table, { spans: [{ row, key: "leadUnits", rows: 2 }] });
    },
  },
];

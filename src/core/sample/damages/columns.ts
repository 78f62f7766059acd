/** Damages of columns: renamed, moved, inserted, deleted, headed twice. */
import type { CellValue } from "../../grid/grid";
import type { ColumnKey } from "../../ledger/columns";
import { type SampleColumn, type SampleTable, withOddity } from "../sampleTable";
import type { Damage } from "./damage";

function headed(...headers: readonly (readonly [key: ColumnKey, header: string])[]): Damage["befall"] {
  const names = new Map(headers);
  return (table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, header: names.get(column.key) ?? column.header })) });
}

/** The columns at these positions of the old table, in this order; null is an empty one. */
function arranged(table: SampleTable, order: readonly (number | null)[]): SampleTable {
  const pick = (row: readonly CellValue[]): readonly CellValue[] => order.map((at) => (at === null ? null : (row[at] ?? null)));
  return { ...table, columns: order.map((at): SampleColumn => (at === null ? { key: "", header: "" } : (table.columns[at] ?? { key: "", header: "" }))), rows: table.rows.map(pick) };
}

function positions(table: SampleTable): number[] {
  return table.columns.map((_, at) => at);
}

function without(key: ColumnKey): Damage["befall"] {
  return (table) => {
    const gone = table.columns.findIndex((column) => column.key === key);
    return gone < 0 ? null : arranged(table, positions(table).filter((at) => at !== gone));
  };
}

function swapped(one: ColumnKey, other: ColumnKey): Damage["befall"] {
  return (table) => {
    const [left, right] = [one, other].map((key) => table.columns.findIndex((column) => column.key === key));
    if (left === undefined || right === undefined || left < 0 || right < 0) return null;
    return arranged(table, positions(table).map((at) => (at === left ? right : at === right ? left : at)));
  };
}

function insertedAt(key: ColumnKey): Damage["befall"] {
  return (table) => {
    const before = table.columns.findIndex((column) => column.key === key);
    return before < 0 ? null : arranged(table, positions(table).flatMap((at) => (at === before ? [null, at] : [at])));
  };
}

export const COLUMNS: readonly Damage[] = [
  { kind: "repliesRenamed", title: "填报列的表头换了说法", expect: "normalised", befall: headed(["progress", "工作进展及成效"], ["reportedValue", "实际完成数"], ["status", "完成状态"], ["note", "备　注"]) },
  { kind: "issuedRenamed", title: "下发列的表头换了说法", expect: "normalised", befall: headed(["serial", "编号"], ["task", "任务名称"], ["content", "主要内容"], ["responsibleUnits", "配合单位"]) },
  { kind: "headersBroken", title: "表头里有换行和空格", expect: "normalised", befall: headed(["progress", "进展\n情况"], ["leadUnits", "牵头\n单位"], ["status", "状 态"], ["serial", "序\n号"]) },
  { kind: "headersRemarked", title: "表头后面加了说明", expect: "normalised", befall: headed(["reportedValue", "完成值（累计数）"], ["progress", "进展情况（300字以内）"], ["status", "状态（下拉选择）"]) },
  { kind: "headersBilingual", title: "表头是中英文对照", expect: "normalised", befall: headed(["serial", "序号 No."], ["progress", "进展情况 Progress"], ["status", "状态 Status"]) },
  { kind: "headersEnglish", title: "填报列的表头是英文", expect: "normalised", befall: headed(["progress", "Progress"], ["status", "Status"], ["note", "Remarks"]) },
  { kind: "repliesSwapped", title: "两个填报列换了位置", expect: "normalised", befall: swapped("status", "progress") },
  { kind: "repliesFirst", title: "填报列移到了任务前面", expect: "normalised", befall: swapped("task", "progress") },
  { kind: "emptyColumn", title: "中间插了一个空列", expect: "normalised", befall: insertedAt("leadUnits") },
  { kind: "emptyFirstColumn", title: "最左边多了一个空列", expect: "normalised", befall: insertedAt("serial") },
  { kind: "unitsDeleted", title: "删掉了牵头单位列", expect: "normalised", befall: without("leadUnits") },
  { kind: "contentDeleted", title: "删掉了工作内容列", expect: "normalised", befall: without("content") },
  { kind: "taskDeleted", title: "删掉了重点任务列", expect: "normalised", befall: without("task") },
  { kind: "serialDeleted", title: "删掉了序号列", expect: "normalised", befall: without("serial") },
  { kind: "noteDeleted", title: "删掉了备注列", expect: "normalised", loses: ["note"], befall: without("note") },
  {
    kind: "extraReply", title: "多了一个有内容的填报列", expect: "flagged", flag: "extraColumn",
    befall: (table) => ({ ...table, columns: [...table.columns, { key: "资金（万元）", header: "资金（万元）" }], rows: table.rows.map((row, at) => [...row, 100 + at]) }),
  },
  {
    kind: "twoRowHeader", title: "表头成了两行", expect: "normalised",
    befall: (table) => {
      const at = table.columns.findIndex(({ key }) => key === "reportedValue");
      return at < 0 || table.columns[at + 1]?.key !== "status" ? null : withOddity(table, { groups: [{ from: "reportedValue", count: 2, text: "完成情况" }] });
    },
  },
];

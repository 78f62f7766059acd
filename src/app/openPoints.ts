/** What is not settled in a ledger that is about to leave the house. */
import { placeName } from "../core/grid/a1";
import { type CellRef, isEmpty } from "../core/grid/grid";
import { headerOf, ownerOf } from "../core/ledger/columns";
import { cellMark, placeOf } from "../core/ledger/ledger";
import { planMerge } from "./merge";
import type { Master } from "./master";
import type { Language } from "../core/rules/say";
import { rowName } from "../core/round/rowName";

export type OpenPoint =
  /** Units differ, and nobody has decided. */
  | { readonly kind: "conflict"; readonly at: CellRef | null; readonly row: string; readonly column: string; readonly units: readonly string[] }
  /** A unit asks to change an issued cell, or to add a row. */
  | { readonly kind: "proposal"; readonly at: CellRef | null; readonly row: string | null; readonly column: string; readonly units: readonly string[] }
  /** The cell itself says that it waits. */
  | { readonly kind: "pending"; readonly at: CellRef; readonly row: string | null; readonly words: string }
  /** The cell shows an error of Excel's. */
  | { readonly kind: "error"; readonly at: CellRef; readonly row: string | null; readonly words: string };

/** A cell that says of itself that it is not settled; whole, or in brackets. */
const PENDING = /^(?:待定|待补充|待核实|待核定|待确认|待填|待填报|待报|待完善|暂缺|[xX×]{2,})[。.]?$|[（(【[]\s*(?:待定|待补充|待核实|待核定|待确认|待填|待填报|待报|待完善)\s*[）)\]】]/u;

/** Everything open, in the order: conflicts, proposals, then cells in sheet order. */
export function openPoints(master: Master, today: string): readonly OpenPoint[] {
  return [...openInRound(master, today), ...openInCells(master)];
}

function openInRound(master: Master, today: string): readonly OpenPoint[] {
  if (master.storeProblem || !master.store.round) return [];
  const plan = planMerge(master, { returns: [], decisions: [], policies: new Map(), today });
  if (!plan.ok) return [];
  const { run, sheetRows } = plan.value;
  const { ledger } = master;
  const at = (row: string | null, column: string): CellRef | null => {
    const gridRow = row === null ? undefined : sheetRows.get(row);
    const own = ledger.rows.find((one) => one.gridRow === gridRow);
    return (own && placeOf(ledger, own, column)) ?? null;
  };
  return [
    ...run.conflicts.map(({ row, column, values }): OpenPoint => ({ kind: "conflict", at: at(row, column), row, column, units: [...new Set(values.map(({ unit }) => unit))] })),
    ...run.proposals.map(({ row, column, unit }): OpenPoint => ({ kind: "proposal", at: at(row, column), row, column, units: [unit] })),
  ];
}

function openInCells({ ledger }: Master): readonly OpenPoint[] {
  return ledger.rows.flatMap((row) =>
    ledger.columns.flatMap(({ key }, position): readonly OpenPoint[] => {
      const value = row.values[position] ?? null;
      const at = placeOf(ledger, row, key);
      if (!at || isEmpty(value) || typeof value !== "string" || row.spanned?.has(position) || ownerOf(key) === "provenance") return [];
      if (cellMark(ledger, row, key)?.error) return [{ kind: "error", at, row: row.key, words: value }];
      const found = PENDING.exec(value.trim());
      return found ? [{ kind: "pending", at, row: row.key, words: found[0] }] : [];
    }),
  );
}

/** The sentence of an open point. */
export function sayOpenPoint(point: OpenPoint, language: Language = "zh"): string {
  const zh = language === "zh";
  switch (point.kind) {
    case "conflict":
      return zh
        ? `${rowName(point.row, "zh")}“${headerOf(point.column)}”各单位填报不一致，尚未裁定（${point.units.join("、")}）`
        : `${rowName(point.row, "en")}, ${headerOf(point.column)}: units differ and nobody has decided (${point.units.join(", ")})`;
    case "proposal":
      return point.row === null
        ? zh ? `${point.units.join("、")}建议新增一行，尚未处理` : `${point.units.join(", ")} proposes a new row that nobody has settled`
        : zh ? `${rowName(point.row, "zh")}“${headerOf(point.column)}”有修改建议尚未处理（${point.units.join("、")}）` : `${rowName(point.row, "en")}, ${headerOf(point.column)}: a proposal is not settled (${point.units.join(", ")})`;
    case "pending":
      return zh ? `${placeName(point.at)} 写着“${point.words}”` : `${placeName(point.at)} says “${point.words}”`;
    case "error":
      return zh ? `${placeName(point.at)} 显示错误值 ${point.words}` : `${placeName(point.at)} shows the error ${point.words}`;
  }
}

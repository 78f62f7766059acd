/**
 * One unit's reply as it was pasted from a mail or a chat: free words with 第12项：… or 12. …, or a table with or without its
 * header. It becomes a returned file like any other, so that it is kept, read, merged, recounted and undone like any other.
 */
import type { CellValue, Grid, GridRow } from "../../grid/grid";
import { plainText } from "../../grid/grid";
import type { SourceFile } from "../../grid/sourceFile";
import { type ColumnKey, headerOf } from "../../ledger/columns";
import { digest } from "../digest";
import { ledgerUnits } from "../ledgerUnits";
import { saysNothingNew } from "../nothingNew";
import type { Base, RowId } from "../round";
import { ItemFinder } from "./itemFinder";
import type { PastedPiece, TakenApart, UnplacedLine } from "./pastedItem";
import { readProse } from "./pastedProse";
import { hasLedgerHeader, readTable, tableRows } from "./pastedTable";

export interface PastedReply {
  /** The reply as a returned file of the unit; its name tells the unit and that it was pasted, and is equal for equal texts. */
  readonly source: SourceFile;
  /** What was placed; empty for a table with a ledger's header, which is read as any returned sheet. */
  readonly pieces: readonly PastedPiece[];
  /** Lines without a place. They stay in the file and are `unread` there. */
  readonly unplaced: readonly UnplacedLine[];
}

/** The sheet of a pasted text. */
const SHEET = "文本";

/** Reads what was pasted as the reply of this unit. */
export function readPastedReply(text: string, unit: string, base: Base): PastedReply {
  const units = ledgerUnits(base);
  const finder = new ItemFinder(base, units, unit);
  const rows = tableRows(text);
  if (rows && hasLedgerHeader(rows)) return { source: sourceOf(text, unit, rows, false), pieces: [], unplaced: [] };
  const isOwnName = (line: string): boolean => line.trim().length <= 40 && units.keyOf(line.trim()) === units.keyOf(unit);
  const apart = rows ? readTable(rows, base, finder) : readProse({ text, columns: base.columns, finder, isOwnName });
  const zero = apart.pieces.length > 0 && apart.pieces.every((piece) => saysNothingNew(piece.text));
  return { ...apart, source: sourceOf(text, unit, sheetRows(apart, base), zero) };
}

function sourceOf(text: string, unit: string, rows: readonly GridRow[], zero: boolean): SourceFile {
  const grid: Grid = { sheet: SHEET, visibility: "visible", rows, spans: [], notes: [], hiddenColumns: [] };
  const name = `${unit}${zero ? "零报告" : ""}（粘贴${digest(`${unit}\n${text}`).slice(0, 6)}）.txt`;
  return { name, format: "txt", grids: [grid], properties: new Map(), remarks: [] };
}

/** What a row of the round is known by. */
const ISSUED: readonly ColumnKey[] = ["serial", "task", "content"];

/** The pieces as a form filled in; lines without a place stand below it, outside its columns. */
function sheetRows({ pieces, unplaced }: TakenApart, base: Base): readonly GridRow[] {
  const columns = [...ISSUED, ...new Set(pieces.map(({ column }) => column).filter((column) => !ISSUED.includes(column)))];
  const byRow = new Map<RowId, Map<ColumnKey, string>>();
  for (const { row, column, text } of pieces) {
    const cells = byRow.get(row) ?? new Map<ColumnKey, string>();
    byRow.set(row, cells);
    const former = cells.get(column);
    cells.set(column, former === undefined ? text : `${former}\n${text}`);
  }
  const filled = base.rows.filter(({ id }) => byRow.has(id)).map(({ id, label, cells }): readonly CellValue[] =>
    columns.map((column) => byRow.get(id)?.get(column) ?? (column === "serial" && label !== null ? label : (cells.get(column) ?? null))),
  );
  const outside = unplaced.map(({ text }): readonly CellValue[] => [...columns.map(() => null), null, text]);
  return [columns.map(headerOf), ...filled, ...outside].map((values, row): GridRow => ({ row, values: values.map((value) => (plainText(value) === "" ? null : value)), marks: null, hidden: false }));
}

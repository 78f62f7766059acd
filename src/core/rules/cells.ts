/** Every cell that a rule may be asked about, in sheet order. */
import { type CellMark, type CellRef, type CellValue, type Grid, type GridRow, isEmpty } from "../grid/grid";
import { ownerOf, typeOf } from "../ledger/columns";
import { cellOf, type FrameKind, type Ledger, type LedgerRow } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import type { Sample } from "../text/profile";
import type { ComparedLedger } from "./comparedLedger";
import type { CellKind, LedgerCell } from "./cell";

const FRAME_KINDS: Readonly<Partial<Record<FrameKind, CellKind>>> = {
  chapter: "heading", section: "heading", title: "margin", footer: "margin", note: "margin",
};

/** The cells with something in them, row by row; headers are the form's own and are left out. */
export function* ledgerCells(ledger: Ledger, grid: Grid): Generator<LedgerCell> {
  const frameRows = new Map(grid.rows.map((row) => [row.row, row]));
  const columns = cellColumns(ledger);
  for (const line of inSheetOrder(ledger)) {
    if ("values" in line) yield* cellsOf(ledger.sheet, columns, line);
    else yield* frameCells(ledger, frameRows.get(line.gridRow), line.kind);
  }
}

/** The texts in the columns of units that the master issues. One that a span lends to a row belongs to the row where it stands. */
export function* issuedUnitCells({ sheet, columns, rows }: Ledger): Generator<{ readonly at: CellRef; readonly text: string }> {
  const issued = columns.flatMap(({ key, col }, position) => (typeOf(key) === "units" && ownerOf(key) === "master" ? [{ col, position }] : []));
  for (const { values, marks, spanned, gridRow } of rows) {
    for (const { col, position } of issued) {
      const text = textIn(values[position] ?? null, marks?.[position]?.error);
      if (text !== null && !isEmpty(text) && !spanned?.has(position)) yield { at: { sheet, row: gridRow, col }, text };
    }
  }
}

/** The cells of every task and goal. A value that a span lends to a row belongs to the row where it stands. */
export function* bodyCells(ledger: Ledger): Generator<LedgerCell> {
  const columns = cellColumns(ledger);
  for (const row of ledger.rows) yield* cellsOf(ledger.sheet, columns, row);
}

export type CellColumn = Pick<LedgerCell, "kind" | "key" | "owner"> & { readonly col: number };

export function cellColumns(ledger: Ledger): readonly CellColumn[] {
  return ledger.columns.map(({ key, col }) => ({ col, key, kind: typeOf(key), owner: ownerOf(key) }));
}

function cellsOf(sheet: string, columns: readonly CellColumn[], row: LedgerRow): readonly LedgerCell[] {
  const cells: LedgerCell[] = [];
  columns.forEach((column, position) => {
    const value = row.values[position] ?? null;
    if (isEmpty(value) || row.spanned?.has(position)) return;
    cells.push(bodyCell(sheet, column, row, value, row.marks?.[position]));
  });
  return cells;
}

export function bodyCell(sheet: string, { col, kind, key, owner }: CellColumn, row: LedgerRow, value: CellValue, mark: CellMark | undefined): LedgerCell {
  return { at: { sheet, row: row.gridRow, col }, kind, value, text: textIn(value, mark?.error), mark, row, key, owner };
}

/** The cells of a row that is no task, where rules are asked about such rows. */
export function* frameCells(ledger: Ledger, row: GridRow | undefined, frame: FrameKind): Generator<LedgerCell> {
  const kind = FRAME_KINDS[frame];
  if (!row || !kind) return;
  for (const [col, value] of row.values.entries()) {
    if (value === undefined || isEmpty(value)) continue;
    const mark = row.marks?.[col];
    const at = { sheet: ledger.sheet, row: row.row, col };
    yield { at, kind, value, text: textIn(value, mark?.error), mark, row: null, key: null, owner: null };
  }
}

/** Whether a cell of the issued columns is as the master issued it: then the master speaks for it, and no rule does. */
export function isAsIssued({ row, key, owner, value }: LedgerCell, master: ComparedLedger | null): boolean {
  if (!master || !row || key === null || owner !== "master") return false;
  const twin = master.twins.get(row);
  return twin !== undefined && cellOf(master.ledger, twin, key) === value;
}

/**
 * The master's text of an issued cell that says the same in comparison form, or null where it says something else. A
 * difference in blanks, widths and marks is no change, and its spelling is the master's to settle.
 */
export function issuedText({ row, key, owner, text }: LedgerCell, master: ComparedLedger): string | null {
  const twin = row && key !== null && owner === "master" ? master.twins.get(row) : undefined;
  const own = twin && key !== null ? cellOf(master.ledger, twin, key) : null;
  return typeof own === "string" && text !== null && (own === text || comparisonForm(own) === comparisonForm(text)) ? own : null;
}

/** The same cell with another value in it: what a rule would say after a fix. */
export function withValue(cell: LedgerCell, value: CellValue): LedgerCell {
  return { ...cell, value, text: textIn(value, undefined) };
}

export function textIn(value: CellValue, error: true | undefined): string | null {
  return typeof value === "string" && !error ? value : null;
}

export function* inSheetOrder(ledger: Ledger): Generator<Ledger["rows"][number] | Ledger["frame"][number]> {
  let next = 0;
  for (const row of ledger.rows) {
    let frame = ledger.frame[next];
    while (frame && frame.gridRow < row.gridRow) {
      yield frame;
      next += 1;
      frame = ledger.frame[next];
    }
    yield row;
  }
  for (const frame of ledger.frame.slice(next)) yield frame;
}

const SURFACES: Readonly<Partial<Record<CellKind, Sample["surface"]>>> = { text: "text", units: "units" };

/** A text to learn from with its place in the ledger: `row` and `position` of its cell, -1 for a heading. */
export interface PlacedSample extends Sample {
  readonly row: number;
  readonly position: number;
}

/** What the style of a ledger is learned from: its texts, units and headings; issued are the master's own columns. In no order. */
export function* styleSamples(ledger: Ledger, grid: Grid): Generator<PlacedSample> {
  const frameRows = new Map(grid.rows.map((row) => [row.row, row]));
  for (const { gridRow, kind } of ledger.frame) {
    for (const cell of frameCells(ledger, frameRows.get(gridRow), kind)) {
      if (cell.kind === "heading" && cell.text !== null) yield { surface: "heading", text: cell.text, issued: true, row: -1, position: -1 };
    }
  }
  for (const [position, { kind, owner }] of cellColumns(ledger).entries()) {
    const surface = SURFACES[kind];
    if (!surface) continue;
    for (const [row, { values, marks, spanned }] of ledger.rows.entries()) {
      const text = textIn(values[position] ?? null, marks?.[position]?.error);
      if (text !== null && !isEmpty(text) && !spanned?.has(position)) yield { surface, text, issued: owner === "master", row, position };
    }
  }
}

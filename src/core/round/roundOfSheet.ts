/** The master's sheet and the round: which row is which, what the sheet was when the round began, what people typed since. */
import type { CellRef, CellValue } from "../grid/grid";
import { isEmpty } from "../grid/grid";
import { type ColumnKey, ownerOf, typeOf } from "../ledger/columns";
import { type FigureWords, wordsOfHeader } from "./figure";
import { cellMark, cellOf, type Ledger, type LedgerRow, placeOf } from "../ledger/ledger";
import { alignRows } from "./identity";
import { editedOver } from "./projectCell";
import { project, type ProjectedCell, type Projection, type RoundUnits } from "./projection";
import { indexOf } from "./baseIndex";
import { identityOf } from "./readReturn";
import type { Base, BaseRow, HandEdit, Round, RowId } from "./round";
import { sameValue, valueForm } from "./value";
import { cellKey, VoiceIndex } from "./voice";

/** The sheet as the round sees it. */
export interface SheetView {
  readonly ledger: Ledger;
  readonly rows: ReadonlyMap<RowId, LedgerRow>;
}

/** The columns that a merge may write: shared and unit-owned ones that the sheet has. */
export function replyColumns(columns: readonly ColumnKey[]): readonly ColumnKey[] {
  return columns.filter((column) => {
    const owner = ownerOf(column);
    return owner === "shared" || owner === "unit";
  });
}

/** The base of a round that begins with this sheet. */
export function baseOf(ledger: Ledger): Base {
  const taken = new Set<RowId>();
  const words = wordsOf(ledger);
  return {
    columns: ledger.columns.map(({ key }) => key),
    rows: ledger.rows.map((row) => baseRow(ledger, row, taken)),
    ...(words.size > 0 ? { words } : {}),
  };
}

/** What headers of shared figures say of them. */
function wordsOf({ columns }: Ledger): ReadonlyMap<ColumnKey, FigureWords> {
  const figures = columns.filter(({ key }) => ownerOf(key) === "shared" && typeOf(key) === "number");
  return new Map(figures.map(({ key, header }) => [key, wordsOfHeader(header)] as const).filter(([, { measure, period }]) => measure !== undefined || period !== undefined));
}

/**
 * Matches the sheet with the round: rows keep their ids after renumbering and sorting, rows that a person added join the
 * base as they stand. Rows that the sheet has lost stay in the base and have no place.
 */
export function viewSheet(round: Round, ledger: Ledger): { readonly round: Round; readonly view: SheetView } {
  const pairs = alignRows(ledger.rows.map((row) => identityOf(ledger, row)), indexOf(round.base).known);
  const rows = new Map<RowId, LedgerRow>();
  const taken = new Set(round.base.rows.map(({ id }) => id));
  const added: BaseRow[] = [];
  ledger.rows.forEach((row, index) => {
    const id = pairs[index]?.level === "duplicate" ? undefined : pairs[index]?.id;
    if (id !== undefined) {
      rows.set(id, row);
      return;
    }
    const own = baseRow(ledger, row, taken);
    added.push(own);
    rows.set(own.id, row);
  });
  const columns = [...round.base.columns, ...ledger.columns.map(({ key }) => key).filter((key) => !round.base.columns.includes(key))];
  const base = { columns, rows: [...round.base.rows, ...added] };
  return { round: added.length > 0 || columns.length > round.base.columns.length ? { ...round, base } : round, view: { ledger, rows } };
}

/** What people typed into reply cells since we last wrote them: wherever the sheet differs from its projection. `today` is the day on which it is seen. */
export function withHandEdits(round: Round, view: SheetView, units: RoundUnits, today?: string): Round {
  const shown = project(round, units, withoutVerdicts);
  const bare = round.edits.length > 0 ? project({ ...round, edits: [] }, units, withoutVerdicts) : shown;
  const voices = new VoiceIndex(round, (unit) => units.keyOf(unit));
  const found = new Map<string, HandEdit | null>();
  for (const { id, cells } of round.base.rows) {
    const row = view.rows.get(id);
    if (!row) continue;
    for (const column of replyColumns(round.base.columns)) {
      if (!view.ledger.index.has(column)) continue;
      const key = cellKey(id, column);
      const base = cells.get(column) ?? null;
      const now = cellOf(view.ledger, row, column);
      if (sameValue(column, now, shown.cells.get(key)?.value ?? base)) continue;
      const auto = bare.cells.get(key);
      if (sameValue(column, now, auto?.value ?? base)) found.set(key, null);
      else {
        const seen = voices.at(key).current.map(({ form }) => form);
        found.set(key, { row: id, column, over: auto ? editedOver(auto) : base, value: now, seen: [...new Set(seen)].sort(), ...(today === undefined ? {} : { noticed: today }) });
      }
    }
  }
  if (found.size === 0) return round;
  const kept = round.edits.filter((edit) => !found.has(cellKey(edit.row, edit.column)));
  return { ...round, edits: [...kept, ...[...found.values()].flatMap((edit) => edit ?? [])].sort(byCell) };
}

function withoutVerdicts(cell: ProjectedCell): ProjectedCell {
  return { ...cell, verdicts: [] };
}

export interface CellChange {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly at: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** The difference between the sheet and the projection: what a merge writes. Cells that hold a formula of the master's are left alone. */
export function differences(round: Round, view: SheetView, projection: Projection): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const { id, cells } of round.base.rows) {
    const row = view.rows.get(id);
    if (!row) continue;
    for (const column of replyColumns(round.base.columns)) {
      const at = placeOf(view.ledger, row, column);
      if (!at || cellMark(view.ledger, row, column)?.formula || lentByRowAbove(view.ledger, row, column)) continue;
      const base = cells.get(column) ?? null;
      const to = projection.cells.get(cellKey(id, column))?.value ?? base;
      const from = cellOf(view.ledger, row, column);
      if (!sameValue(column, from, to)) changes.push({ row: id, column, at, from, to });
    }
  }
  return changes;
}

/** The value that the sheet shows for a cell now. */
export function sheetValue(view: SheetView, row: RowId, column: ColumnKey): CellValue {
  const own = view.rows.get(row);
  return own ? cellOf(view.ledger, own, column) : null;
}

function lentByRowAbove(ledger: Ledger, row: LedgerRow, column: ColumnKey): boolean {
  const position = ledger.index.get(column);
  return position !== undefined && (row.spanned?.has(position) ?? false);
}

function baseRow(ledger: Ledger, row: LedgerRow, taken: Set<RowId>): BaseRow {
  const wanted = row.key ?? "row";
  let id = wanted;
  for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}#${copy}`;
  taken.add(id);
  const cells = new Map<ColumnKey, CellValue>();
  ledger.columns.forEach(({ key }, position) => {
    const value = row.values[position] ?? null;
    // Who reported and when is no part of what went out.
    if (!isEmpty(value) && ownerOf(key) !== "provenance") cells.set(key, row.marks?.[position]?.percent ? percentText(key, value) : value);
  });
  return { id, kind: row.kind, label: row.label, cells };
}

/** A base figure shown as 70% is kept as people compare it. */
function percentText(column: ColumnKey, value: CellValue): CellValue {
  return Number(valueForm(column, value, { percent: true })) || value;
}

function byCell(left: HandEdit, right: HandEdit): number {
  const [one, other] = [cellKey(left.row, left.column), cellKey(right.row, right.column)];
  return one < other ? -1 : one > other ? 1 : 0;
}

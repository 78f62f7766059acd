/** A reply pasted from a table: with its header it is read as any return, without one its columns are told by what stands in them. */
import { type CellValue, type GridRow, isEmpty, plainText } from "../../grid/grid";
import { type ColumnKey, ownerOf } from "../../ledger/columns";
import { isHeaderRow } from "../../parse/findHeader";
import { headerMeaning } from "../../parse/headerWords";
import { isNumbered, readSerial } from "../../parse/serial";
import { parseDelimited } from "../../text/parseDelimited";
import { readNumber } from "../../text/readNumber";
import type { Base, BaseRow, RowId } from "../round";
import { sameIssued } from "../sameIssued";
import { statusOf } from "../value";
import type { ItemFinder } from "./itemFinder";
import type { PastedPiece, TakenApart, UnplacedLine } from "./pastedItem";

/** The rows of a tab-separated text, or null where it is no table. */
export function tableRows(text: string): readonly GridRow[] | null {
  if (!text.includes("\t")) return null;
  const { rows } = parseDelimited(text, "\t");
  const wide = rows.filter(({ values }) => filledOf(values).length > 1);
  return wide.length > 0 && wide.length * 2 >= rows.length ? rows : null;
}

/** Whether one of the rows names a ledger's columns: then the table is read as any returned sheet. */
export function hasLedgerHeader(rows: readonly GridRow[]): boolean {
  return rows.some(isHeaderRow);
}

/** Takes a table without a ledger's header apart; a short header (序号 | 进展情况) names its columns all the same. */
export function readTable(rows: readonly GridRow[], base: Base, finder: ItemFinder): TakenApart {
  const header = rows.find(isShortHeader);
  const body = rows.filter((row) => row !== header);
  const lines = body.map((row) => ({ row, item: itemOf(row, header, base, finder) }));
  const placed = lines.flatMap(({ row, item }) => (item ? [{ values: row.values, item }] : []));
  const columns = header ? namesOf(header) : columnsOf(placed, base);
  const pieces: PastedPiece[] = [];
  const unplaced: UnplacedLine[] = [];
  for (const { row, item } of lines) {
    const line = row.row + 1;
    if (!item) {
      unplaced.push({ line, text: filledOf(row.values).map(({ text }) => text).join("\t"), why: "noItem" });
      continue;
    }
    for (const { col, text, value } of filledOf(row.values)) {
      const column = columns.get(col);
      if (column === undefined) unplaced.push({ line, text, why: "columnUnknown" });
      else if (ownerOf(column) === "shared" || ownerOf(column) === "unit") pieces.push({ row: item.id, column, text });
      else if (ownerOf(column) === "master" && column !== "serial" && !stands(item, column, value)) pieces.push({ row: item.id, column, text });
    }
  }
  return { pieces, unplaced };
}

function isShortHeader({ values }: GridRow): boolean {
  const filled = filledOf(values);
  const meanings = filled.map(({ text }) => headerMeaning(text));
  return filled.length >= 2 && meanings.every((meaning) => meaning !== null && meaning.fit !== "ending");
}

function namesOf({ values }: GridRow): ReadonlyMap<number, ColumnKey> {
  return new Map(filledOf(values).map(({ col, text }) => [col, headerMeaning(text)?.key ?? text]));
}

/** The row of the round that a line names: by the task's name or its text, else by the 序号 in front. */
function itemOf({ values }: GridRow, header: GridRow | undefined, base: Base, finder: ItemFinder): BaseRow | null {
  const filled = filledOf(values);
  const columns = header ? namesOf(header) : null;
  const ids = new Set<RowId>();
  for (const { text } of filled) for (const id of finder.ofName(text)) ids.add(id);
  const first = filled[0];
  const serial = first && (columns === null || columns.get(first.col) === "serial") ? readSerial(first.value) : null;
  const numbered = serial !== null && isNumbered(serial) ? finder.ofNumber(serial) : [];
  const both = numbered.filter((id) => ids.size === 0 || ids.has(id));
  const found = both.length === 1 ? both : ids.size === 1 ? [...ids] : byContent(filled, base);
  return found.length === 1 ? (base.rows.find(({ id }) => id === found[0]) ?? null) : null;
}

function byContent(filled: readonly Filled[], base: Base): readonly RowId[] {
  const long = filled.filter(({ text }) => text.length >= 8);
  return base.rows.filter((row) => long.some(({ value }) => stands(row, "content", value))).map(({ id }) => id);
}

function stands(row: BaseRow, column: ColumnKey, value: CellValue): boolean {
  const own = row.cells.get(column) ?? null;
  return (!isEmpty(own) && sameIssued(column, own, value, undefined, (text) => text)) || (row.label !== null && sameIssued("task", row.label, value, undefined, (text) => text));
}

/** Issued columns are told by what was issued; of the others statuses, figures, and prose where there is one such column. */
function columnsOf(lines: readonly { readonly values: GridRow["values"]; readonly item: BaseRow }[], base: Base): ReadonlyMap<number, ColumnKey> {
  const columns = new Map<number, ColumnKey>();
  const cols = [...new Set(lines.flatMap(({ values }) => filledOf(values).map(({ col }) => col)))].sort((left, right) => left - right);
  const cellsOf = (col: number): readonly { readonly value: CellValue; readonly item: BaseRow }[] =>
    lines.flatMap(({ values, item }) => (isEmpty(values[col]) ? [] : [{ value: values[col] ?? null, item }]));
  const all = (col: number, fits: (value: CellValue, item: BaseRow) => boolean): boolean => cellsOf(col).every(({ value, item }) => fits(value, item));
  const taken = (): ReadonlySet<ColumnKey> => new Set(columns.values());
  for (const key of base.columns.filter((own) => ownerOf(own) === "master")) {
    const col = cols.find((own) => !columns.has(own) && mostly(cellsOf(own), ({ value, item }) => stands(item, key, value)));
    if (col !== undefined && !taken().has(key)) columns.set(col, key);
  }
  const left = (): readonly number[] => cols.filter((col) => !columns.has(col));
  const [first] = left();
  // A 序号 that people renumbered, in front of everything.
  if (first !== undefined && first === cols[0] && !taken().has("serial") && all(first, (value) => isNumbered(readSerial(value)))) columns.set(first, "serial");
  nameOnly(columns, left(), "status", (col) => all(col, (value) => statusOf(value) !== null));
  nameOnly(columns, left(), "reportedValue", (col) => all(col, (value) => readNumber(value) !== null));
  nameOnly(columns, left(), "progress", (col) => all(col, (value) => statusOf(value) === null && readNumber(value) === null));
  return columns;
}

/** Names the column where it is the only one that fits: two such columns could be either. */
function nameOnly(columns: Map<number, ColumnKey>, cols: readonly number[], key: ColumnKey, fits: (col: number) => boolean): void {
  const found = cols.filter(fits);
  const [only] = found;
  if (only !== undefined && found.length === 1) columns.set(only, key);
}

function mostly<T>(items: readonly T[], fits: (item: T) => boolean): boolean {
  return items.length > 0 && items.filter(fits).length * 2 > items.length;
}

interface Filled {
  readonly col: number;
  readonly text: string;
  readonly value: CellValue;
}

function filledOf(values: GridRow["values"]): readonly Filled[] {
  return values.flatMap((value, col): Filled[] => (isEmpty(value) ? [] : [{ col, text: plainText(value).trim(), value: value ?? null }]));
}

/**
 * A ledger: one sheet understood. Rows keep their raw values and their places, so that everything on screen can jump.
 */
import type { CellMark, CellRef, CellValue } from "../grid/grid";
import type { ColumnKey } from "./columns";

/** The 序号 as a string, or `goal-1`, `goal-2`, … in order for rows of 工作目标, as CONTRACT writes `row`. */
export type RowKey = string;

export interface LedgerColumn {
  readonly key: ColumnKey;
  /** As written, both rows of a two-row header joined by "/". */
  readonly header: string;
  readonly col: number;
}

export interface Chapter {
  /** 1 for 一、 */
  readonly number: number;
  /** Without its number: "工作目标". */
  readonly title: string;
  readonly gridRow: number;
}

export interface Section {
  /** 1 for (一). */
  readonly number: number;
  readonly title: string;
  /** The number of its chapter, null before the first chapter. */
  readonly chapter: number | null;
  readonly gridRow: number;
}

export interface LedgerRow {
  readonly kind: "task" | "goal";
  /** Unique within an undamaged ledger; null where a row of a return has no usable 序号. */
  readonly key: RowKey | null;
  readonly chapter: number | null;
  readonly section: number | null;
  /** "2025 年工作目标" on a goal row: it serves as its 序号 and gives its year. Null on a task. */
  readonly label: string | null;
  readonly gridRow: number;
  readonly hidden: boolean;
  /** By position in `Ledger.columns`. A vertical span gives its value to every row that it covers. */
  readonly values: readonly CellValue[];
  /** By position in `Ledger.columns`; null where no cell has a mark. */
  readonly marks: readonly (CellMark | undefined)[] | null;
  /** By position: the first cell of the span a value came from, where it is not the row's own cell. */
  readonly spanned: ReadonlyMap<number, { readonly row: number; readonly col: number }> | null;
  /** The rows of the sheet that this one was joined from, where a page break had cut it; its own first. Empty else. */
  readonly pieces: readonly LedgerRow[];
}

/** What a row of the sheet is that is no task and no goal. */
export type FrameKind =
  | "title" | "header" | "repeatedHeader" | "chapter" | "section" | "footer" | "note" | "blank";

export interface FrameRow {
  readonly kind: FrameKind;
  readonly gridRow: number;
}

export interface Ledger {
  readonly sheet: string;
  /** The last row of the first header, from 0. */
  readonly headerRow: number;
  readonly columns: readonly LedgerColumn[];
  /** Position in `columns` by key. */
  readonly index: ReadonlyMap<ColumnKey, number>;
  readonly chapters: readonly Chapter[];
  readonly sections: readonly Section[];
  readonly rows: readonly LedgerRow[];
  readonly frame: readonly FrameRow[];
}

/** The raw value of a row under a column, or null where the ledger has no such column. */
export function cellOf(ledger: Ledger, row: LedgerRow, key: ColumnKey): CellValue {
  const position = ledger.index.get(key);
  return position === undefined ? null : (row.values[position] ?? null);
}

/** The cell's text as written; "" where it is empty or the column is missing. Numbers and dates come as digits. */
export function textOf(ledger: Ledger, row: LedgerRow, key: ColumnKey): string {
  const value = cellOf(ledger, row, key);
  return value === null ? "" : String(value);
}

/** What is remarkable about the cell, or undefined. */
export function cellMark(ledger: Ledger, row: LedgerRow, key: ColumnKey): CellMark | undefined {
  const position = ledger.index.get(key);
  return position === undefined ? undefined : row.marks?.[position];
}

/** Where the value stands: the first cell of its span where it has one, or undefined without such a column. */
export function placeOf(ledger: Ledger, row: LedgerRow, key: ColumnKey): CellRef | undefined {
  const position = ledger.index.get(key);
  if (position === undefined) return undefined;
  const from = row.spanned?.get(position);
  if (from) return { sheet: ledger.sheet, row: from.row, col: from.col };
  const column = ledger.columns[position];
  return column && { sheet: ledger.sheet, row: row.gridRow, col: column.col };
}

/** The key of the column that stands at this place of the sheet, or null. */
export function columnAt(ledger: Ledger, col: number): ColumnKey | null {
  return ledger.columns.find((column) => column.col === col)?.key ?? null;
}

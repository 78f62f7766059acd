/** A returned form before it becomes a file: what a department's clerk has in front of them. */
import type { CellMark, CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";

export interface SampleColumn {
  readonly key: ColumnKey;
  readonly header: string;
}

/** By position in `columns`. */
export type SampleRow = readonly CellValue[];

export interface SampleTable {
  readonly titles: readonly string[];
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly SampleRow[];
  readonly footers: readonly string[];
  /** Positions in `rows` of lines that repeat the header before them. */
  readonly headerAgainBefore: readonly number[];
  /** A guide beside the form, line by line; empty for none. */
  readonly guide: readonly string[];
  /** What no plain table has; nothing where it is left out. */
  readonly odd?: Oddities;
}

/** Places are positions in `rows`, columns are keys. */
export interface Oddities {
  /** Lines that are no rows of the table, before a position or, at its end, behind the last row. */
  readonly lines?: readonly { readonly before: number; readonly values: readonly CellValue[] }[];
  /** A line above the header: a word over so many columns from one on. */
  readonly groups?: readonly { readonly from: ColumnKey; readonly count: number; readonly text: string }[];
  readonly hiddenRows?: readonly number[];
  /** Cells of one column that are one, from a position on. */
  readonly spans?: readonly { readonly row: number; readonly key: ColumnKey; readonly rows: number }[];
  /** The title lines stand over the whole width. */
  readonly wideTitles?: boolean;
  readonly marks?: readonly { readonly row: number; readonly key: ColumnKey; readonly mark: CellMark }[];
  readonly notes?: readonly { readonly row: number; readonly key: ColumnKey; readonly text: string }[];
  /** Cells right of the table. */
  readonly beside?: readonly { readonly row: number; readonly text: string }[];
  readonly sheets?: readonly { readonly name: string; readonly first: boolean; readonly hidden: boolean; readonly lines: readonly (readonly CellValue[])[] }[];
  /** The file's name, where it is not the one that it went out with. */
  readonly file?: string;
}

/** The table with more that is odd; lists grow. */
export function withOddity(table: SampleTable, more: Oddities): SampleTable {
  const own: Record<string, unknown> = { ...table.odd };
  for (const [name, value] of Object.entries(more)) own[name] = Array.isArray(value) ? [...((own[name] as readonly unknown[] | undefined) ?? []), ...(value as readonly unknown[])] : value;
  return { ...table, odd: own };
}

/** The table with one cell replaced. */
export function withCell(table: SampleTable, row: number, key: ColumnKey, change: (value: CellValue) => CellValue): SampleTable {
  const col = table.columns.findIndex((column) => column.key === key);
  return { ...table, rows: table.rows.map((own, at) => (at === row ? own.map((value, position) => (position === col ? change(value) : value)) : own)) };
}

/** The value of a cell, null where the table has no such column. */
export function sampleCell(table: SampleTable, row: number, key: ColumnKey): CellValue {
  const col = table.columns.findIndex((column) => column.key === key);
  return table.rows[row]?.[col] ?? null;
}

/** The first row whose cell is filled, from a position on; null where none is. */
export function filledRow(table: SampleTable, key: ColumnKey, from = 0): number | null {
  const at = table.rows.findIndex((_, row) => row >= from && sampleCell(table, row, key) !== null);
  return at < 0 ? null : at;
}

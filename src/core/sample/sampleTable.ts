/** A returned form before it becomes a file: what a department's clerk has in front of them. */
import type { CellValue } from "../grid/grid";
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

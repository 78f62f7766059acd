import { type Grid, type GridRow, rowAt } from "../grid/grid";

/** Which cells lie under a vertical span, and where its value stands. */
export interface SpanCover {
  /** The first cell of the span that covers this one from above in the same column, or null. */
  firstCell(row: number, col: number): { readonly row: number; readonly col: number } | null;
  /** Whether any vertical span with a value reaches into the row from above. */
  reaches(row: number): boolean;
  row(row: number): GridRow | undefined;
}

/** A span over all rows of a column is layout, not a value for each of a million rows. */
const TALLEST = 2_000;

export function coverOf(grid: Grid): SpanCover {
  const byRow = new Map<number, Map<number, { row: number; col: number }>>();
  for (const { top, left, bottom } of grid.spans) {
    if (bottom === top || bottom - top > TALLEST) continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      const cols = byRow.get(row) ?? new Map<number, { row: number; col: number }>();
      cols.set(left, { row: top, col: left });
      byRow.set(row, cols);
    }
  }
  return {
    firstCell: (row, col) => byRow.get(row)?.get(col) ?? null,
    reaches: (row) => {
      for (const from of byRow.get(row)?.values() ?? []) {
        const value = rowAt(grid, from.row)?.values[from.col];
        if (value !== null && value !== undefined) return true;
      }
      return false;
    },
    row: (row) => rowAt(grid, row),
  };
}

import type { Span } from "../grid/grid";

/** Spans over one row; a sheet in which more overlap is damaged, and the rest is left out. */
const MOST_AT_ONCE = 200;

/** Asks whether a cell belongs to a merged cell. Rows are to be asked for from the list that was given; linear in rows and spans. */
export function mergedCells(spans: readonly Span[], rows: readonly number[]): (row: number, col: number) => boolean {
  const byTop = [...spans].sort((left, right) => left.top - right.top);
  const over = new Map<number, readonly Span[]>();
  let open: Span[] = [];
  let next = 0;
  for (const row of [...rows].sort((left, right) => left - right)) {
    open = open.filter(({ bottom }) => bottom >= row);
    for (let span = byTop[next]; span && span.top <= row; span = byTop[next]) {
      if (span.bottom >= row && open.length < MOST_AT_ONCE) open.push(span);
      next += 1;
    }
    if (open.length > 0) over.set(row, [...open]);
  }
  return (row, col) => over.get(row)?.some(({ left, right }) => left <= col && col <= right) ?? false;
}

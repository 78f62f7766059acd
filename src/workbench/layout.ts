/** Where rows and columns of a sheet stand on screen, in pixels. */
import type { Grid, Span } from "../core/grid/grid";
import type { Appearance } from "../workbook/appearance";
import { heightOf, lineCount } from "../core/form/rowHeight";

export interface Layout {
  readonly rows: number;
  readonly cols: number;
  /** Left edge of each column, and one more: the right edge of the last. */
  readonly left: readonly number[];
  /** Top edge of each row, and one more. */
  readonly top: readonly number[];
  readonly spanAt: (row: number, col: number) => Span | undefined;
  readonly isCovered: (row: number, col: number) => boolean;
}

const PIXELS_PER_CHARACTER = 7.3;
const CELL_PADDING = 5;
const PIXELS_PER_POINT = 96 / 72;
const SPARE = { rows: 20, cols: 3 };
const LEAST = { rows: 30, cols: 8 };

/** The layout of a sheet, with some empty rows and columns around what is filled. */
export function layOut({ rows: filled, spans }: Grid, looks: Appearance): Layout {
  const lastRow = filled.at(-1)?.row ?? 0;
  const lastCol = filled.reduce((most, { values }) => Math.max(most, values.length), 0);
  const rows = Math.max(LEAST.rows, lastRow + 1 + SPARE.rows);
  const cols = Math.max(LEAST.cols, lastCol + SPARE.cols);
  const left = [0];
  for (let col = 0; col < cols; col += 1) left.push((left[col] ?? 0) + widthOf(looks, col));
  const heights = new Map(filled.map(({ row, values }) => [row, looks.heights.get(row) ?? fitted(row, values, looks)]));
  const top = [0];
  for (let row = 0; row < rows; row += 1) {
    const height = looks.hiddenRows.has(row) ? 0 : Math.round((heights.get(row) ?? 15) * PIXELS_PER_POINT);
    top.push((top[row] ?? 0) + height);
  }
  const starts = new Map(spans.map((span) => [`${span.top},${span.left}`, span]));
  const covered = new Set<string>();
  for (const span of spans) {
    for (let row = span.top; row <= Math.min(span.bottom, rows - 1); row += 1) {
      for (let col = span.left; col <= Math.min(span.right, cols - 1); col += 1) if (row !== span.top || col !== span.left) covered.add(`${row},${col}`);
    }
  }
  return { rows, cols, left, top, spanAt: (row, col) => starts.get(`${row},${col}`), isCovered: (row, col) => covered.has(`${row},${col}`) };
}

/** The rows between two heights, the first and the last one that is seen at all; some more for smooth scrolling. */
export function rowsBetween({ top, rows }: Layout, from: number, to: number): { readonly first: number; readonly last: number } {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((top[middle + 1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < rows - 1 && (top[last + 1] ?? 0) < to) last += 1;
  return { first: Math.max(0, low - 3), last: Math.min(rows - 1, last + 3) };
}

function widthOf(looks: Appearance, col: number): number {
  return looks.hiddenColumns.has(col) ? 0 : Math.round((looks.widths.get(col) ?? looks.defaultWidth) * PIXELS_PER_CHARACTER) + CELL_PADDING;
}

/** The height of a row that has none of its own. */
function fitted(row: number, values: readonly unknown[], looks: Appearance): number {
  let height = 15;
  values.forEach((value, col) => {
    const face = looks.faceOf(row, col);
    if (typeof value !== "string" || !face.wrap) return;
    height = Math.max(height, heightOf(lineCount(value, looks.widths.get(col) ?? looks.defaultWidth, face.size), face.size));
  });
  return height;
}

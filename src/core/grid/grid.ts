/**
 * A sheet as values with places: what every file format is turned into, and all that the core knows of a sheet.
 * Rows and columns count from 0 here; only `a1.ts` knows the letters and the 1-based numbers that people see.
 */

/** A date is a number whose mark says so; an error value is its text ("#REF!") with the mark `error`. */
export type CellValue = string | number | boolean | null;

export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** What is remarkable about a cell besides its value. Shared between cells; absent where nothing is. */
export interface CellMark {
  /** The number is a day: Excel's serial number in the 1900 system, whatever the file used. */
  readonly date?: true;
  /** The number is shown as a percentage: 0.7 is seen as 70%. */
  readonly percent?: true;
  /** The value is the cached result of a formula. */
  readonly formula?: true;
  /** The value is an error such as #REF!, kept as its text. */
  readonly error?: true;
  /** All or part of the text is struck through: never accepted in silence. */
  readonly struck?: true;
  /** All or part of the text has a font colour of its own. */
  readonly coloured?: true;
}

export interface GridRow {
  readonly row: number;
  /** By column; may be shorter than the sheet is wide, and have holes. Read it through `valueAt`. */
  readonly values: readonly (CellValue | undefined)[];
  /** By column, or null where no cell of the row has a mark. */
  readonly marks: readonly (CellMark | undefined)[] | null;
  /** Hidden by hand or by a filter. Hidden rows are read like any other. */
  readonly hidden: boolean;
}

/** Excel's merged cells. The bounds are inclusive; the value stands in the first cell. */
export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A note or a threaded comment. */
export interface CellNote {
  readonly row: number;
  readonly col: number;
  readonly text: string;
}

export interface Grid {
  readonly sheet: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Rows that have a cell, ascending by `row`. */
  readonly rows: readonly GridRow[];
  readonly spans: readonly Span[];
  readonly notes: readonly CellNote[];
  readonly hiddenColumns: readonly number[];
}

/** Equal contents: an empty text and no cell are the same. */
export function sameValue(left: CellValue, right: CellValue): boolean {
  return left === right || ((left === null || left === "") && (right === null || right === ""));
}

/** The row with this number, or undefined where the sheet has no cell in it. O(log n). */
export function rowAt(grid: Grid, row: number): GridRow | undefined {
  let low = 0;
  let high = grid.rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = grid.rows[middle];
    if (found === undefined) return undefined;
    if (found.row === row) return found;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The value at a place, or null where there is no cell. */
export function valueAt(grid: Grid, row: number, col: number): CellValue {
  return rowAt(grid, row)?.values[col] ?? null;
}

/** The mark at a place, or undefined where there is nothing to remark. */
export function markAt(grid: Grid, row: number, col: number): CellMark | undefined {
  return rowAt(grid, row)?.marks?.[col];
}

/** Nothing in it, or only white space (CONTRACT: whitespace alone is empty). */
export function isEmpty(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "string" && !isSeen(value.charCodeAt(0)) && !/\S/u.test(value);
}

/** What most texts begin with: spares them the search. */
function isSeen(unit: number): boolean {
  return (unit > 0x3000 && unit < 0xfeff) || (unit > 0x20 && unit < 0x80);
}

/** The text a person would read in the cell, dates and percentages apart; "" for an empty one. */
export function plainText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

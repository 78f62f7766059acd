/**
 * How a workbook looks and prints, as plain values: read from the file, judged by rules, sent between threads.
 * Rows and columns count from 0; sizes and heights are points, widths are characters as Excel counts them.
 */
import type { Span } from "../grid/grid";

/** The format of cells; shared by all that look the same. */
export interface CellFace {
  readonly font: string;
  readonly size: number;
  /** "RRGGBB", "theme" for one of the workbook's own colours, or null for none. */
  readonly fill: string | null;
  readonly wrap: boolean;
  /** A line on all four sides. */
  readonly boxed: boolean;
}

export interface FormRow {
  /** Set by hand; null where the program fits the row to its text. */
  readonly height: number | null;
  /** By column: the index of the face in `SheetForm.faces`; missing where the file has no such cell. */
  readonly faces: readonly (number | undefined)[];
  /** The face of cells that the file leaves out; null where the column's counts. */
  readonly face: number | null;
}

export interface FormColumn {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
  readonly width: number;
  readonly hidden: boolean;
  /** The face of its cells where neither the file nor their row tells one. */
  readonly face: number;
}

export interface PrintForm {
  readonly orientation: "portrait" | "landscape" | null;
  /** Excel's number: 9 is A4, 8 is A3; null where the printer decides. */
  readonly paper: number | null;
  /** In percent; null where none is set. */
  readonly scale: number | null;
  /** Pages that the sheet is fitted to, 0 for as many as it takes; null where it is not fitted. */
  readonly fit: { readonly wide: number; readonly high: number } | null;
  /** In inches, left and right together. */
  readonly sideMargins: number;
  /** Excel's codes of all headers and footers, one text. */
  readonly headerFooter: string;
  /** The rows that repeat on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** What is printed; null for everything. */
  readonly area: readonly Span[] | null;
  /** Rows that begin a page by hand. */
  readonly breaks: readonly number[];
}

export interface SheetForm {
  readonly sheet: string;
  readonly faces: readonly CellFace[];
  readonly rows: ReadonlyMap<number, FormRow>;
  readonly columns: readonly FormColumn[];
  readonly defaultWidth: number;
  readonly frozen: { readonly rows: number; readonly cols: number };
  /** A filter with a condition is on. */
  readonly filtered: boolean;
  readonly print: PrintForm;
}

export interface BookForm {
  readonly sheets: readonly SheetForm[];
  /** Who made the file, who saved it last, whose program it was; empty ones are left out. */
  readonly people: readonly string[];
  /** The folder that the program noted, or "". */
  readonly folder: string;
  /** Other files that formulas point to. */
  readonly externalLinks: readonly string[];
}

/** The face of a cell: its own, else its row's, else its column's (ECMA-376 18.3.1.13, 18.3.1.73). */
export function faceAt(form: SheetForm, row: number, col: number): CellFace | undefined {
  const own = form.rows.get(row);
  return form.faces[own?.faces[col] ?? own?.face ?? columnAt(form, col)?.face ?? 0];
}

function columnAt({ columns }: SheetForm, col: number): FormColumn | undefined {
  return columns.find(({ first, last }) => first <= col && col <= last);
}

/** The width of a column, 0 where it is hidden. */
export function widthAt(form: SheetForm, col: number): number {
  const own = columnAt(form, col);
  if (own?.hidden) return 0;
  return own?.width ?? form.defaultWidth;
}

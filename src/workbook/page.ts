/** The page that a table is printed on: A4 lying where its text stays readable, A3 where it does not, narrower columns at last. */

export interface Page {
  /** 9 is A4, 8 is A3 (ECMA-376 18.3.1.63). */
  readonly paper: 8 | 9;
  /** Left, right, top, bottom, in inches. */
  readonly margins: readonly [number, number, number, number];
  readonly widths: readonly number[];
}

/** Smaller text is not read on paper, in points. */
const SMALLEST = 9;
/** A unit of width is 6 points in 宋体 11; fonts that stand in for it are wider. */
const POINTS_PER_UNIT = 7.1;
export const MARGINS = [0.5, 0.5, 0.6, 0.7] as const;
const PAPER_POINTS = { 9: 841.9, 8: 1190.6 } as const;
/** Columns are not made narrower than this for the sake of a page. */
const NARROWEST = 9;

/** Paper for a table whose columns stay as they are, and over how many pages it must run in breadth to stay readable. */
export function pagesFor(widths: readonly number[], fontSize: number): { readonly paper: 8 | 9; readonly pagesWide: number } {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room(9, fontSize)) return { paper: 9, pagesWide: 1 };
  return { paper: 8, pagesWide: Math.max(1, Math.ceil(total / room(8, fontSize))) };
}

/** How many units of width a page holds where text of this size prints at the smallest size that is read. */
function room(paper: 8 | 9, fontSize: number): number {
  return ((PAPER_POINTS[paper] - (MARGINS[0] + MARGINS[1]) * 72) / POINTS_PER_UNIT) * (fontSize / SMALLEST);
}

/** Paper and column widths with which one page's breadth holds the table and text of this size prints at 9 points or more. */
export function pageFor(widths: readonly number[], fontSize: number): Page {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room(9, fontSize)) return { paper: 9, margins: MARGINS, widths };
  const paper = 8;
  if (total <= room(paper, fontSize)) return { paper, margins: MARGINS, widths };
  const fixed = widths.reduce((sum, width) => sum + Math.min(width, NARROWEST), 0);
  const share = Math.max(0, (room(paper, fontSize) - fixed) / (total - fixed));
  return { paper, margins: MARGINS, widths: widths.map((width) => (width <= NARROWEST ? width : Math.floor(NARROWEST + (width - NARROWEST) * share))) };
}

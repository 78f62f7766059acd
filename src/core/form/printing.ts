/** What a sheet's print settings come to on paper. Where a program's measure is not known, the kinder one is taken. */
import type { Ledger } from "../ledger/ledger";
import { type PrintForm, type SheetForm, widthAt } from "./form";

/** Width and height in points, by Excel's number; sheets without one are printed on A4. */
const PAPERS: ReadonlyMap<number, readonly [number, number]> = new Map([[1, [612, 792]], [5, [612, 1008]], [8, [841.9, 1190.6]], [9, [595.3, 841.9]], [11, [419.5, 595.3]], [12, [728.5, 1031.8]], [13, [515.9, 728.5]]]);
const A4 = 9;
/** A column's unit of width in Excel's narrowest default font; 宋体 gives more. */
const POINTS_PER_UNIT = 5.25;
/** No row is lower than that, in points, unless somebody set it. */
const LOWEST_ROW = 13.5;
const MARGINS_ABOVE_AND_BELOW = 1.5 * 72;

/** How many of the settings that offices make for print are there. */
export function printSigns(print: PrintForm): number {
  const { orientation, fit, titleRows, area, headerFooter } = print;
  return [orientation === "landscape", fit !== null, titleRows !== null, area !== null, /&P/u.test(headerFooter) && /[第页]/u.test(headerFooter)].filter(Boolean).length;
}

/** Somebody set the sheet up for print: from then on a setting that lacks is an oversight. */
export function isSetUpForPrint(print: PrintForm): boolean {
  return printSigns(print) >= 2;
}

/** The width of what is printed of the ledger, in points at full size. */
export function printedWidth(form: SheetForm, ledger: Ledger): number {
  const { area } = form.print;
  const columns = ledger.columns.map(({ col }) => col);
  const printed = area === null ? columns : columns.filter((col) => area.some(({ left, right }) => left <= col && col <= right));
  return printed.reduce((sum, col) => sum + widthAt(form, col), 0) * POINTS_PER_UNIT;
}

function pageOf({ paper, orientation, sideMargins }: PrintForm): { readonly width: number; readonly height: number } {
  const [short, long] = PAPERS.get(paper ?? A4) ?? PAPERS.get(A4) ?? [0, 0];
  const [width, height] = orientation === "landscape" ? [long, short] : [short, long];
  return { width: Math.max(1, width - sideMargins * 72), height: Math.max(1, height - MARGINS_ABOVE_AND_BELOW) };
}

/** The scale at which the sheet is printed, 1 for full size. */
export function printScale(form: SheetForm, ledger: Ledger): number {
  const { fit, scale } = form.print;
  if (fit === null) return (scale ?? 100) / 100;
  const page = pageOf(form.print);
  const width = printedWidth(form, ledger);
  const byWidth = fit.wide > 0 && width > 0 ? (page.width * fit.wide) / width : 1;
  const byHeight = fit.high > 0 ? (page.height * fit.high) / printedHeight(form, ledger) : 1;
  return Math.min(1, byWidth, byHeight);
}

function printedHeight(form: SheetForm, ledger: Ledger): number {
  let height = LOWEST_ROW;
  for (const { gridRow } of ledger.rows) height += form.rows.get(gridRow)?.height ?? LOWEST_ROW;
  return height;
}

/** Over how many pages the table runs in breadth. */
export function pagesWide(form: SheetForm, ledger: Ledger): number {
  const { fit } = form.print;
  if (fit !== null) return Math.max(1, fit.wide);
  return Math.max(1, Math.ceil((printedWidth(form, ledger) * printScale(form, ledger)) / (pageOf(form.print).width * 1.02)));
}

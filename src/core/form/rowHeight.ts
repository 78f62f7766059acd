/**
 * How high a row must be for its wrapped text. No program fits rows reliably on every printer, so the height is counted
 * from characters, a little too much rather than too little: fonts that stand in for 仿宋 are wider and higher.
 */
import { lineCount as countLines } from "./textSize";

/** Excel's greatest height of a row, in points. */
export const TALLEST_ROW = 409;

/** Pixels a column gives for one unit of its width: the digit of 宋体 11 has 8, other default fonts 7. */
const PIXELS_PER_UNIT = 7.3;
const PIXELS_PER_POINT = 96 / 72;
const LINE = 1.45;
const PADDING = 6;

/** How many lines a text takes in a column; at least one. */
export function lineCount(text: string, columnWidth: number, fontSize: number): number {
  return countLines(text, columnWidth * PIXELS_PER_UNIT, Math.ceil(fontSize * PIXELS_PER_POINT));
}

/** The height in points of so many lines, never more than Excel allows. */
export function heightOf(lines: number, fontSize: number): number {
  return Math.min(TALLEST_ROW, neededHeight(lines, fontSize));
}

/** The height in points that so many lines would need. */
export function neededHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * LINE + PADDING);
}

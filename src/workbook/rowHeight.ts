/**
 * How high a row must be for its wrapped text. No program fits rows reliably on every printer, so the height is counted
 * from characters, a little too much rather than too little: fonts that stand in for 仿宋 are wider and higher.
 */

/** Excel's greatest height of a row, in points. */
export const TALLEST_ROW = 409;

/** Pixels a column gives for one unit of its width: the digit of 宋体 11 has 8, other default fonts 7. */
const PIXELS_PER_UNIT = 7.3;
const PIXELS_PER_POINT = 96 / 72;
const LINE = 1.45;
const PADDING = 6;
/** Characters that stand half a square wide. */
const NARROW = /[\u0020-\u00ff\uff61-\uff9f]/u;

/** How many lines a text takes in a column; at least one. */
export function lineCount(text: string, columnWidth: number, fontSize: number): number {
  const square = Math.ceil(fontSize * PIXELS_PER_POINT);
  const room = Math.max(square, columnWidth * PIXELS_PER_UNIT);
  return text.split("\n").reduce((lines, paragraph) => lines + paragraphLines(paragraph, square, room), 0);
}

function paragraphLines(text: string, square: number, room: number): number {
  let lines = 1;
  let used = 0;
  for (const char of text) {
    const wide = NARROW.test(char) ? square / 2 : square;
    if (used + wide > room) {
      lines++;
      used = 0;
    }
    used += wide;
  }
  return lines;
}

/** The height in points of so many lines, never more than Excel allows. */
export function heightOf(lines: number, fontSize: number): number {
  return Math.min(TALLEST_ROW, Math.ceil(lines * fontSize * LINE + PADDING));
}

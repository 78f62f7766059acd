/** How much room a text takes in a cell, counted from its characters: an ideograph is a square, the rest half of one. */

/** Characters that stand half a square wide. */
const NARROW = /[\u0020-\u00ff\uff61-\uff9f]/u;

/** How many lines a text takes where `room` pixels are free and an ideograph is `square` pixels wide; at least one. */
export function lineCount(text: string, room: number, square: number): number {
  return text.split("\n").reduce((lines, paragraph) => lines + paragraphLines(paragraph, square, Math.max(square, room)), 0);
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

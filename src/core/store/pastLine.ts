/** A packed round as one row of the store's sheet. */
import { type CellValue, plainText } from "../grid/grid";
import { LONGEST_TEXT } from "../grid/excelLimits";

export interface PastRound {
  /** The round's name, or "" where it began without forms. */
  readonly name: string;
  /** "2026-10-31", or "". */
  readonly due: string;
  /** The day on which the next round began. */
  readonly ended: string;
  /** The packed lines, as JSON. */
  readonly packed: string;
}

/** The cells of its row in the store, without the first. */
export function pastLine({ name, due, ended, packed }: PastRound): readonly CellValue[] {
  const pieces: string[] = [];
  for (let from = 0; from < packed.length; ) {
    let to = Math.min(packed.length, from + LONGEST_TEXT);
    // A character of two units stays in one cell, and no cell ends or begins with a blank.
    while (to < packed.length && to > from + 1 && (isSecondHalf(packed.charCodeAt(to)) || /\s/u.test(packed.slice(to - 1, to + 1)))) to -= 1;
    pieces.push(packed.slice(from, to));
    from = to;
  }
  return [name, due, ended, ...pieces];
}

/** The row's cells, read back. */
export function takePast(values: readonly (CellValue | undefined)[]): PastRound {
  const [name = "", due = "", ended = "", ...pieces] = values.map(plainText);
  return { name, due, ended, packed: pieces.join("") };
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

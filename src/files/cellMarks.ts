import type { CellMark } from "../core/grid/grid";

/** Marks as bits, so that a reader can join those of the format, the font and the cell by `|`. */
export const DATE = 1;
export const PERCENT = 2;
export const FORMULA = 4;
export const ERROR = 8;
export const STRUCK = 16;
export const COLOURED = 32;

/** Those that a number may have, and those that anything else may. */
export const NUMBER_MARKS = DATE | PERCENT | FORMULA | STRUCK | COLOURED;
export const TEXT_MARKS = FORMULA | STRUCK | COLOURED;

const MARKS: readonly (CellMark | undefined)[] = Array.from({ length: 64 }, (_, bits) =>
  bits === 0
    ? undefined
    : Object.freeze({
        ...(bits & DATE && { date: true as const }),
        ...(bits & PERCENT && { percent: true as const }),
        ...(bits & FORMULA && { formula: true as const }),
        ...(bits & ERROR && { error: true as const }),
        ...(bits & STRUCK && { struck: true as const }),
        ...(bits & COLOURED && { coloured: true as const }),
      }),
);

/** The one shared mark of these bits; undefined for none. */
export function markOf(bits: number): CellMark | undefined {
  return MARKS[bits];
}

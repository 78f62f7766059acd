/** The numbers of headings: running on and beginning anew are both legal, a jump is not. */
import type { CellRef } from "../grid/grid";
import type { Ledger } from "../ledger/ledger";

export interface Heading {
  readonly number: number;
  readonly gridRow: number;
  /** The heading above it, or null for the first. */
  readonly parent: number | null;
}

/** A heading with the number that was to be expected. */
export interface OddHeading {
  readonly number: number;
  readonly expected: number;
  readonly at: CellRef;
}

/** Headings that neither go on from the one before nor begin at 1 under a new parent. After a jump counting goes on from there. */
export function oddHeadings(ledger: Ledger, headings: readonly Heading[]): readonly OddHeading[] {
  const odd: OddHeading[] = [];
  headings.forEach(({ number, gridRow, parent }, index) => {
    const before = headings[index - 1];
    const expected = (before?.number ?? 0) + 1;
    const anew = number === 1 && before !== undefined && before.parent !== parent;
    if (number === expected || anew || !before) return;
    odd.push({ number, expected, at: { sheet: ledger.sheet, row: gridRow, col: ledger.columns[0]?.col ?? 0 } });
  });
  return odd;
}

/** So many jumps that only a part of the ledger is here. */
export function isPartOfOutline(headings: readonly Heading[], odd: readonly OddHeading[]): boolean {
  return odd.filter(({ number, expected }) => number > expected).length > Math.max(1, headings.length * 0.2);
}

const DIGITS = "零一二三四五六七八九";

/** 28 as 二十八; for 1 to 99. */
export function headingNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const front = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens] ?? ""}十`;
  return front + (ones === 0 ? "" : (DIGITS[ones] ?? ""));
}

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

/**
 * Headings that neither go on from the one before nor begin at 1 under a new parent. Where the next heading goes on as if
 * the number were the expected one, it was a slip of that heading alone; else counting goes on from the jump.
 */
export function oddHeadings(ledger: Ledger, headings: readonly Heading[]): readonly OddHeading[] {
  const odd: OddHeading[] = [];
  let counted = headings[0]?.number ?? 0;
  headings.forEach(({ number, gridRow, parent }, index) => {
    const before = headings[index - 1];
    if (!before) return;
    const expected = counted + 1;
    const anew = number === 1 && before.parent !== parent;
    const isSlip = number !== expected && !anew && headings[index + 1]?.number === expected + 1;
    counted = isSlip ? expected : number;
    if (number === expected || anew) return;
    odd.push({ number, expected, at: { sheet: ledger.sheet, row: gridRow, col: ledger.columns[0]?.col ?? 0 } });
  });
  return odd;
}

/** "(21) 健全标准体系" or "21. 健全标准体系": no sentence, and no note that is numbered. */
const DIGIT_HEADING = /^\s*(?:[(（](\d{1,2})[)）]|(\d{1,2})[.．、])\s*\p{Script=Han}[^。；，：]{0,40}$/u;

/** The number of a section that was numbered in digits; null for any other text. */
export function digitHeading(text: string): number | null {
  const found = DIGIT_HEADING.exec(text);
  const number = Number(found?.[1] ?? found?.[2] ?? 0);
  return number === 0 ? null : number;
}

/** Such a heading numbered like another section of the ledger, brackets and blank as there. */
export function headingLike(text: string, model: string): string {
  const number = digitHeading(text);
  const [, open = "（", close = "）"] = /^\s*([(（])[^()（）]{1,6}([)）]\s*)/u.exec(model) ?? [];
  return number === null ? text : text.replace(/^\s*(?:[(（]\d{1,2}[)）]|\d{1,2}[.．、])\s*/u, `${open}${headingNumeral(number)}${close}`);
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

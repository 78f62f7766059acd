/** Dates that are written as such and do not exist: 2025年9月31日, 2月30日, 2025-13-01. */
import { daysInMonth } from "../grid/day";
import { plainFigures } from "../text/plainFigures";

const WORDED = /(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/gu;
/** A month behind its year; without one 13月 may be a child's age. */
const MONTH = /(\d{4}) ?年 ?(\d{1,2}) ?月(?!龄)/gu;
const MARKED = /(\d{4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})/gu;
/** A leap year, so that 2月29日 without a year passes. */
const ANY_LEAP_YEAR = 2024;

/** The first impossible date of a text as written, or null. 12月35家 is no date, and 9.31 is one only behind a year. */
export function impossibleDate(written: string): string | null {
  if (!/[月./．-]/u.test(written)) return null;
  const text = plainFigures(written);
  for (const pattern of [WORDED, MARKED, MONTH]) {
    for (const found of text.matchAll(pattern)) {
      const [words, year, month, day] = found;
      if (isPartOfNumber(text, found.index, found.index + words.length)) continue;
      if (!exists(Number(year ?? ANY_LEAP_YEAR), Number(month), Number(day ?? 1))) return words;
    }
  }
  return null;
}

function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /[\d./-]/u.test(text.charAt(start - 1)) || /^(?:\d|[./-]\d)/u.test(text.slice(end, end + 2));
}

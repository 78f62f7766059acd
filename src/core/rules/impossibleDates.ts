/** Dates that are written as such and do not exist: 2025年9月31日, 2月30日, 2025-13-01. */
import { daysInMonth } from "../grid/day";

const DATE = /(?:(\d{4}) ?(?:年|[./-]) ?)?(\d{1,2}) ?(?:月|([./-])) ?(\d{1,2}) ?(日|号)?/gu;
/** A leap year, so that 2月29日 without a year passes. */
const ANY_LEAP_YEAR = 2024;

/** The first impossible date of a text as written, or null. 12月35家 is no date, and 2.30 is one only behind a year. */
export function impossibleDate(text: string): string | null {
  for (const found of text.matchAll(DATE)) {
    const [words, year, month, mark, day, end] = found;
    const isDate = mark === undefined ? end !== undefined : year !== undefined;
    if (!isDate || isPartOfNumber(text, found.index, found.index + words.length)) continue;
    if (!exists(Number(year ?? ANY_LEAP_YEAR), Number(month), Number(day))) return words.trim();
  }
  return null;
}

function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /[\d.]/u.test(text.charAt(start - 1)) || /^(?:\d|\.\d)/u.test(text.slice(end, end + 2));
}

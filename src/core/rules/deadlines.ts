/** Reading the date cells of a ledger. */
import { comparisonForm } from "../text/compare";
import { readDay } from "../text/readDay";
import type { LedgerCell } from "./cell";

/** No cell of 完成时限 is longer; a longer text is prose in the wrong column, and not searched for dates. */
export const LONGEST_DEADLINE = 200;

/** A number that can only be a day that lost its format, as 45657 or "45657". */
export function lostDay({ value, mark }: LedgerCell): { readonly year: number; readonly month: number; readonly day: number } | null {
  if (mark?.date) return null;
  if (typeof value === "string" && !/^\d{5}$/u.test(comparisonForm(value))) return null;
  return readDay(value);
}

/** Words for "nothing to say": no date is meant. */
export function isNothing(text: string): boolean {
  return /^(?:无|没有|暂无|不涉及|\/|-+|—+|\\)$/u.test(comparisonForm(text));
}

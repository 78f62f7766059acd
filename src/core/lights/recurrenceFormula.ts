/** The next date of a recurring deadline as a formula over the as-of cell: on the day itself or after it. */
import { daysInMonth } from "../grid/day";
import type { Recurrence } from "../targets/deadline";
import { call, choose } from "./expression";

/** `asOf` is an expression of the day that is counted from. */
export function nextIn(recurrence: Recurrence, asOf: string): string {
  const year = call("YEAR", asOf);
  switch (recurrence.every) {
    case "year":
      return nextOrLater(asOf, (rounds) => onDay(rounds === 0 ? year : `${year}+1`, String(recurrence.month), recurrence.day, lengthOf(recurrence.month)));
    case "quarter": {
      // The month of this quarter in which it falls; DATE carries months over 12 into the next year.
      const month = `3*INT((MONTH(${asOf})-1)/3)+${recurrence.monthOfQuarter}`;
      return nextOrLater(asOf, (rounds) => onDay(year, rounds === 0 ? month : `${month}+3`, recurrence.day, null));
    }
    case "month":
      return nextOrLater(asOf, (rounds) => onDay(year, rounds === 0 ? call("MONTH", asOf) : `${call("MONTH", asOf)}+1`, recurrence.day, null));
  }
}

function nextOrLater(asOf: string, dayAfter: (rounds: 0 | 1) => string): string {
  return choose(`${dayAfter(0)}>=${asOf}`, dayAfter(0), dayAfter(1));
}

/** How many days the month has in every year; null for February. */
function lengthOf(month: number): number | null {
  return month === 2 ? null : daysInMonth(2001, month);
}

/** The day of that month, or the month's last where it is shorter. */
function onDay(year: string, month: string, day: number, length: number | null): string {
  const fits = day <= 28 || (length !== null && day <= length);
  if (fits) return call("DATE", year, month, String(day));
  const last = call("DATE", year, `${month}+1`, "0");
  return day >= 31 || (length !== null && day > length) ? last : call("MIN", call("DATE", year, month, String(day)), last);
}

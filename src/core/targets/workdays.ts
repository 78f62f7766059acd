/** Working days by a list of the year's holidays that a person keeps; without the list weekends alone are off, and the answer says so. */
import { dayNumber, dayOf, isoDay, type Day } from "../grid/day";

/** The State Council's calendar of a year. Days as "2025-10-01". */
export interface Holidays {
  readonly off: ReadonlySet<string>;
  /** Weekend days that are worked: 调休. */
  readonly worked: ReadonlySet<string>;
}

export interface ReckonedDay {
  readonly day: Day;
  /** False where no list was there: 未含调休. */
  readonly withHolidays: boolean;
}

/** Whether people work on the day. */
export function isWorkday(day: Day, holidays: Holidays | null): boolean {
  const iso = isoDay(day);
  if (holidays?.worked.has(iso) === true) return true;
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && holidays?.off.has(iso) !== true;
}

/** The working day that is `count` working days after `from`; the day itself is not counted. Linear in `count`. */
export function workdaysAfter(from: Day, count: number, holidays: Holidays | null): ReckonedDay {
  let number = dayNumber(from);
  let left = count;
  while (left > 0) {
    number++;
    if (isWorkday(dayOf(number), holidays)) left--;
  }
  return { day: dayOf(number), withHolidays: holidays !== null };
}

/** The day itself, or the next working day: 遇节假日顺延. */
export function movedOffHolidays(day: Day, holidays: Holidays | null): ReckonedDay {
  let number = dayNumber(day);
  while (!isWorkday(dayOf(number), holidays)) number++;
  return { day: dayOf(number), withHolidays: holidays !== null };
}

/** Builds deadlines from days and recurrences. The forms say which; here is only the calendar. */
import { dayNumber, dayOf, daysInMonth, isDay, isoDay, monthEnd, parseIsoDay, type Day } from "../grid/day";
import { NO_DEADLINE, type Deadline, type Recurrence } from "./deadline";
import { movedOffHolidays, type Holidays } from "./workdays";

/** What relative words are reckoned from. */
export interface DeadlineContext {
  /** The document's year; where it is null the as-of date's stands in for it, and the deadline says so. */
  readonly year: number | null;
  /** The document's month, for 3个月内. */
  readonly month?: number | null;
  /** Today: recurring deadlines give their next date on or after it. */
  readonly asOf: Day;
  /** The list of holidays that a person keeps, for 遇节假日顺延 and 工作日; without it weekends alone are off, and the note says so. */
  readonly holidays?: Holidays | null;
  /** The day on which the document or the notice came, for 收到后5个工作日内; without it such words give no date. */
  readonly received?: Day | null;
}

/** A year that was named, or taken because none was. */
export interface YearRead {
  readonly year: number;
  readonly assumed: boolean;
}

/** The year of a document that names none. */
export function documentYear(context: DeadlineContext): number {
  return context.year ?? context.asOf.year;
}

const assumedIn = ({ year, assumed }: YearRead): number | null => (assumed ? year : null);

/** A deadline on a day. */
export function onDay(kind: "date" | "year", day: Day, year: YearRead, later: Day | null = null): Deadline {
  return {
    kind, date: isoDay(day), alternative: later === null ? null : isoDay(later), text: "", parts: NO_DEADLINE.parts, recurrence: null,
    assumedYear: assumedIn(year),
  };
}

/** A deadline on a day that is said in figures: `none` with a note where the calendar has no such day. */
export function onSaidDay(day: Day, year: YearRead): Deadline {
  return isDay(day) ? onDay("date", day, year) : { ...NO_DEADLINE, note: { kind: "impossible" } };
}

/** From the first day to the last, which is the deadline. */
export function between(first: Day, last: Day, year: YearRead): Deadline {
  if (!isDay(first) || !isDay(last)) return { ...NO_DEADLINE, note: { kind: "impossible" } };
  return { ...NO_DEADLINE, kind: "range", date: isoDay(last), assumedYear: assumedIn(year), from: isoDay(first) };
}

/** The last day of the year `year`. */
export const yearEnd = (year: number): Day => ({ year, month: 12, day: 31 });

/** The last day of the month before, which keeps a strict 前. */
export function endOfMonthBefore(year: number, month: number): Day {
  return month === 1 ? yearEnd(year - 1) : monthEnd(year, month - 1);
}

const clipped = (year: number, month: number, day: number): Day => ({ year, month, day: Math.min(day, daysInMonth(year, month)) });

/** The months of a year in which it comes round. */
function monthsOf(recurrence: Recurrence): readonly number[] {
  switch (recurrence.every) {
    case "year":
      return [recurrence.month];
    case "quarter":
      return [0, 3, 6, 9].map((before) => before + recurrence.monthOfQuarter);
    case "month":
      return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  }
}

/** The next day on or after `from` on which it comes round. */
export function nextOf(recurrence: Recurrence, from: Day): Day {
  const floor = dayNumber(from);
  for (const year of [from.year, from.year + 1]) {
    for (const month of monthsOf(recurrence)) {
      const day = clipped(year, month, recurrence.day);
      if (dayNumber(day) >= floor) return day;
    }
  }
  return clipped(from.year + 1, 12, recurrence.day);
}

const KIND_OF = { year: "annual", quarter: "quarterly", month: "monthly" } as const;

/** A recurring deadline with its next date; `later` is the second reading of an ambiguous wording. */
export function recurring(recurrence: Recurrence, context: DeadlineContext, later: Recurrence | null = null): Deadline {
  const next = nextOf(recurrence, context.asOf);
  const alternative = later === null ? null : isoDay(nextOf(later, next));
  return { kind: KIND_OF[recurrence.every], date: isoDay(next), alternative, text: "", parts: NO_DEADLINE.parts, recurrence, assumedYear: null };
}

/** The same recurring deadline, counting from the first day of `year` on. */
export function countingFrom(deadline: Deadline, year: number, context: DeadlineContext): Deadline {
  const { recurrence } = deadline;
  if (recurrence === null) return deadline;
  const first: Day = { year, month: 1, day: 1 };
  const from = dayNumber(first) > dayNumber(context.asOf) ? first : context.asOf;
  return { ...deadline, date: isoDay(nextOf(recurrence, from)), from: isoDay(first) };
}

/** The day `count` days later. */
export const daysLater = (day: Day, count: number): Day => dayOf(dayNumber(day) + count);

/** The longest holiday, with the weekends at both ends: no date is moved farther. */
const LONGEST_HOLIDAY = 14;

/** 遇节假日顺延: every date that falls on a day off is the next working day; the note says by what it was reckoned. */
export function movedOff(deadline: Deadline, context: DeadlineContext): Deadline {
  const holidays = context.holidays ?? null;
  const moved = (iso: string | null): string | null => {
    const day = iso === null ? null : parseIsoDay(iso);
    return day === null ? null : isoDay(movedOffHolidays(day, holidays).day);
  };
  const { recurrence } = deadline;
  const running = recurrence === null ? null : moved(isoDay(nextOf(recurrence, daysLater(context.asOf, -LONGEST_HOLIDAY))));
  const ahead = running !== null && running >= isoDay(context.asOf) ? running : moved(deadline.date);
  return {
    ...deadline, date: ahead, alternative: moved(deadline.alternative), parts: deadline.parts.map((part) => movedOff(part, context)),
    note: { kind: "moves-off-holidays", withHolidays: holidays !== null },
  };
}

/** Several deadlines as one: `multi` with the earliest date first reached; a single one stays itself. */
export function several(parts: readonly Deadline[]): Deadline {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const dates = parts.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const assumed = parts.find(({ assumedYear }) => assumedYear !== null);
  return { ...NO_DEADLINE, kind: "multi", date: dates[0] ?? null, parts, assumedYear: assumed?.assumedYear ?? null };
}

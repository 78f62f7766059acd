/** The dates a deadline asks to keep, and how they stand to a day. Days are counted as in `grid/day.ts`. */
import { dayNumber, dayOf, daysInMonth, parseIsoDay } from "../grid/day";
import type { Deadline, Recurrence } from "../targets/deadline";

export type Due =
  /** `first` and `last` differ where the words allow two readings. */
  | { readonly kind: "fixed"; readonly first: number; readonly last: number }
  | { readonly kind: "recurring"; readonly recurrence: Recurrence }
  /** 长期坚持: no date ever. */
  | { readonly kind: "ongoing" };

/** How a day stands to the earliest date that is to be kept. */
export type Time = "past" | "between" | "soon" | "ahead" | "none";

const DEFAULT_RECURRENCE = {
  annual: { every: "year", month: 12, day: 31 },
  quarterly: { every: "quarter", monthOfQuarter: 3, day: 31 },
  monthly: { every: "month", day: 31 },
} as const satisfies Record<string, Recurrence>;

/** Everything the deadline asks for, each part of a `multi` by itself; empty where there is no deadline. */
export function duesOf(deadline: Deadline): readonly Due[] {
  switch (deadline.kind) {
    case "none":
      return [];
    case "ongoing":
      return [{ kind: "ongoing" }];
    case "annual":
    case "quarterly":
    case "monthly":
      return [{ kind: "recurring", recurrence: deadline.recurrence ?? DEFAULT_RECURRENCE[deadline.kind] }];
    case "multi":
      return deadline.parts.length > 0 ? deadline.parts.flatMap(duesOf) : fixed(deadline);
    case "date":
    case "year":
    case "range":
      return fixed(deadline);
  }
}

function fixed(deadline: Deadline): readonly Due[] {
  const date = dayFrom(deadline.date);
  if (date === null) return [];
  const other = dayFrom(deadline.alternative) ?? date;
  return [{ kind: "fixed", first: Math.min(date, other), last: Math.max(date, other) }];
}

function dayFrom(iso: string | null): number | null {
  const day = iso === null ? null : parseIsoDay(iso);
  return day && dayNumber(day);
}

/** When a recurring deadline comes round next, on the day itself or after it. */
export function nextDue(recurrence: Recurrence, asOf: number): number {
  const { year, month } = dayOf(asOf);
  const [step, start] = firstMonth(recurrence, month);
  const now = clipped(year, start, recurrence.day);
  return now >= asOf ? now : clipped(year, start + step, recurrence.day);
}

/** After how many months it comes round, and the month (from 1) in which it falls first in the running year, quarter or month. */
function firstMonth(recurrence: Recurrence, month: number): readonly [number, number] {
  switch (recurrence.every) {
    case "year":
      return [12, recurrence.month];
    case "quarter":
      return [3, month - ((month - 1) % 3) + recurrence.monthOfQuarter - 1];
    case "month":
      return [1, month];
  }
}

function clipped(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const inYear = Math.floor(months / 12);
  const inMonth = (months % 12) + 1;
  return dayNumber({ year: inYear, month: inMonth, day: Math.min(day, daysInMonth(inYear, inMonth)) });
}

/** The first reading of the earliest due; of a recurring one the next. Null where there is no date. */
export function firstDay(dues: readonly Due[], asOf: number): number | null {
  let first: number | null = null;
  for (const due of dues) {
    const day = due.kind === "fixed" ? due.first : due.kind === "recurring" ? nextDue(due.recurrence, asOf) : null;
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}

/** Whether one of them is not over yet: a date ahead, one that comes round again, or 长期坚持. */
export function someAhead(dues: readonly Due[], asOf: number): boolean {
  return dues.some((due) => due.kind !== "fixed" || asOf <= due.last);
}

/** How the day stands to the dues: past only when the later reading of one is over. A recurring one is never past. */
export function timeOf(dues: readonly Due[], asOf: number, soonDays: number): Time {
  if (dues.some((due) => due.kind === "fixed" && asOf > due.last)) return "past";
  const first = firstDay(dues, asOf);
  if (first === null) return "none";
  if (asOf > first) return "between";
  return first - asOf <= soonDays ? "soon" : "ahead";
}

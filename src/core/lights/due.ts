/** The dates a deadline asks to keep, and how they stand to a day. Days are counted as in `grid/day.ts`. */
import { dayNumber, dayOf, parseIsoDay } from "../grid/day";
import { nextOf } from "../targets/calendar";
import type { Deadline, Recurrence } from "../targets/deadline";

export type Due =
  /** `first` and `last` differ where the words allow two readings. */
  | { readonly kind: "fixed"; readonly first: number; readonly last: number }
  /** Counting from the day `from`, where one is said (2027 年起每年). */
  | { readonly kind: "recurring"; readonly recurrence: Recurrence; readonly from: number | null }
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
      return [{ kind: "recurring", recurrence: deadline.recurrence ?? DEFAULT_RECURRENCE[deadline.kind], from: dayFrom(deadline.from ?? null) }];
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

/** The first reading of the earliest due; of a recurring one the next. Null where there is no date. */
export function firstDay(dues: readonly Due[], asOf: number): number | null {
  let first: number | null = null;
  for (const due of dues) {
    const day = firstOf(due, asOf);
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}

function firstOf(due: Due, asOf: number): number | null {
  switch (due.kind) {
    case "fixed":
      return due.first;
    case "recurring":
      return dayNumber(nextOf(due.recurrence, dayOf(Math.max(asOf, due.from ?? asOf))));
    case "ongoing":
      return null;
  }
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

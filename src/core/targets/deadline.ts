/** What a deadline is. The wording is read in `parseDeadline.ts` and the forms it lists. */

export type DeadlineKind =
  | "date" | "year" | "range" | "annual" | "quarterly" | "monthly" | "multi" | "ongoing" | "none";

/** When a recurring deadline comes round: every year on a day, every quarter or month on one (clipped to its last day). */
export type Recurrence =
  | { readonly every: "year"; readonly month: number; readonly day: number }
  /** `monthOfQuarter` 1 to 3. */
  | { readonly every: "quarter"; readonly monthOfQuarter: number; readonly day: number }
  | { readonly every: "month"; readonly day: number };

/** What the words say beyond a date, or why they give none. */
export type DeadlineNote =
  /** 2025年9月31日: written as a date, and there is no such day. The kind is `none`. */
  | { readonly kind: "impossible" }
  /** 收到后5个工作日内: counted from an event. The kind is `none` where nobody says when that was, else `date`, by the list of holidays or without one. */
  | { readonly kind: "after-event"; readonly event: string; readonly days: number; readonly workdays: boolean; readonly withHolidays: boolean }
  /** 3个月内 in a document whose month is not known. The kind is `none`. */
  | { readonly kind: "months-from-now"; readonly months: number }
  /** 遇节假日顺延: the date has been moved off weekends, and off holidays where there was a list of them. */
  | { readonly kind: "moves-off-holidays"; readonly withHolidays: boolean };

export interface Deadline {
  readonly kind: DeadlineKind;
  /** The last day that keeps it, "2025-12-31"; of a recurring one the next on or after the as-of date; of `multi` the earliest; null for `ongoing` and `none`. */
  readonly date: string | null;
  /** The later reading's date where the words allow two, else null. */
  readonly alternative: string | null;
  /** The words it was read from, as written. */
  readonly text: string;
  /** All parts of a `multi`, else empty. */
  readonly parts: readonly Deadline[];
  /** Set on `annual`, `quarterly` and `monthly`. */
  readonly recurrence: Recurrence | null;
  /** The words need the document's year, and which year was taken; null where they name their own. */
  readonly assumedYear: number | null;
  /** The first day of a range, or the day from which a recurring deadline counts (2020年起每年…); absent where none is said. */
  readonly from?: string;
  readonly note?: DeadlineNote;
}

/** Where a row's or a target's deadline was taken from, strongest first. */
export type DeadlineSource = "column" | "clause" | "label" | "carried";

/** The deadline with the words it was read from. */
export function withText(deadline: Deadline, text: string): Deadline {
  if (deadline.from !== undefined || deadline.note !== undefined) return { ...deadline, text };
  const { kind, date, alternative, parts, recurrence, assumedYear } = deadline;
  return { kind, date, alternative, text, parts, recurrence, assumedYear };
}

export const NO_DEADLINE: Deadline = {
  kind: "none", date: null, alternative: null, text: "", parts: [], recurrence: null, assumedYear: null,
};

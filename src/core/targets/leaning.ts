/** What a sentence has said, for the time words that lean on it: 2025年3月底前…，6月底前… is of 2025 both times. */
import { countingFrom, type DeadlineContext } from "./calendar";
import type { Deadline } from "./deadline";
import { everyYearIn } from "./forms/annual";
import { figure } from "./forms/form";
import { isRecurring, type Match } from "./timeWords";

/** What the sentence has said so far that later words lean on. */
export interface Spoken {
  /** The last year that was named as a deadline's. */
  year: number | null;
  /** An annual deadline in a month was said: a later 3月底前 is annual too. */
  annual: boolean;
  /** 2020年起: recurring deadlines count from it. */
  since: number | null;
  /** The last date that was said, in an item before this one; null where this is the same item. */
  before: string | null;
  last: string | null;
}

const namesYear = ({ groups }: Match): boolean =>
  ["year", "short", "spelled", "lastyear", "y", "ay"].some((key) => groups[key] !== undefined) || groups["bare"] !== undefined;

/** Counted from the document, not from what the sentence named. */
const COUNTED: ReadonlySet<string> = new Set(["within-years", "within-months", "within-days", "this-month", "after-event"]);

/** The deadline of a match in its spoken. */
export function readIn(match: Match, spoken: Spoken, context: DeadlineContext): Deadline | null {
  const { form, groups } = match;
  if (spoken.annual && (form.id === "month" || form.id === "day") && !namesYear(match) && groups["word"] === undefined) {
    const day = groups["day"] === undefined ? null : figure(groups["day"]);
    const annual = everyYearIn(figure(groups["month"]), day, groups["part"], groups["before"] !== undefined, context);
    return spoken.since === null ? annual : countingFrom(annual, spoken.since, context);
  }
  const leaning = leansOn(match, spoken, context);
  // Items go on in time: 2、12月底 after 2025年6月 is of 2025, but 3、10月 after 2025年12月 is of the document's year again.
  if (leaning !== null && (spoken.before === null || (leaning.date ?? "") >= spoken.before)) {
    return leaning.kind === "multi" ? leaning : { ...leaning, assumedYear: null };
  }
  const deadline = form.read(groups, context);
  return deadline !== null && isRecurring(match) && spoken.since !== null ? countingFrom(deadline, spoken.since, context) : deadline;
}

/** The deadline with the year that was named before; null where the match names its own, or none was. */
function leansOn(match: Match, { year }: Spoken, context: DeadlineContext): Deadline | null {
  const { form, groups } = match;
  if (year === null || namesYear(match) || groups["word"] !== undefined || isRecurring(match) || COUNTED.has(form.id)) return null;
  return form.read(groups, { ...context, year });
}

/** What has been said after a deadline. */
export function afterDeadline(spoken: Spoken, match: Match, deadline: Deadline): Spoken {
  const annual = match.form.id === "annual" ? match.groups["month"] !== undefined : spoken.annual && !namesYear(match);
  const year = namesYear(match) && deadline.date !== null ? Number(deadline.date.slice(0, 4)) : spoken.year;
  return { year, annual, since: spoken.since, before: spoken.before, last: deadline.date ?? spoken.last };
}

/** What has been said after a start: 2020年起. */
export function afterStart(spoken: Spoken, year: number): Spoken {
  return { ...spoken, since: year, year };
}

const SENTENCE_END = /[。\n!！?？]/u;
/** 2、 or (2) between two times: another item. */
const ITEM = /(?:^|[^\d])\d{1,2}[、.]$|(?:^|[^\d])\d{1,2}[、.](?!\d)|\(\d{1,2}\)/u;

/** What still holds after the words between two times. A document without a year of its own goes on with the last that was named. */
export function goingOn(spoken: Spoken, words: string, context: DeadlineContext): Spoken {
  if (SENTENCE_END.test(words)) return context.year === null ? { ...NOTHING_SPOKEN, year: spoken.year } : NOTHING_SPOKEN;
  return ITEM.test(words) ? { ...NOTHING_SPOKEN, year: spoken.year, before: spoken.last } : spoken;
}

export const NOTHING_SPOKEN: Spoken = { year: null, annual: false, since: null, before: null, last: null };

import type { Deadline, DeadlineKind } from "../core/targets/deadline";
import { sayNote } from "../core/targets/sayNote";

export interface DescribedDeadline {
  readonly text: string;
  readonly kind: DeadlineKind;
  readonly date: string | null;
  readonly alternative: string | null;
  readonly parts: readonly DescribedDeadline[];
  /** The year that was taken because the words name none, else null. */
  readonly assumedYear: number | null;
  /** What the words leave open, or how the date was reckoned (未含调休), in Chinese; null where nothing is to be said. */
  readonly note: string | null;
}

/** A deadline as CONTRACT writes it. */
export function describeDeadline(deadline: Deadline): DescribedDeadline {
  const { text, kind, date, alternative, parts, assumedYear } = deadline;
  return { text, kind, date, alternative, parts: parts.map(describeDeadline), assumedYear, note: sayNote(deadline) };
}

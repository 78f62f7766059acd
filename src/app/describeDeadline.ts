import type { Deadline, DeadlineKind } from "../core/targets/deadline";

export interface DescribedDeadline {
  readonly text: string;
  readonly kind: DeadlineKind;
  readonly date: string | null;
  readonly alternative: string | null;
  readonly parts: readonly DescribedDeadline[];
}

/** A deadline as CONTRACT writes it. */
export function describeDeadline({ text, kind, date, alternative, parts }: Deadline): DescribedDeadline {
  return { text, kind, date, alternative, parts: parts.map(describeDeadline) };
}

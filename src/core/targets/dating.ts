/** Which deadline a target has: its own clause's, the column's, the label's, or the one that its sentence carries. */
import type { Clause } from "./clauses";
import { NO_DEADLINE, type Deadline, type DeadlineSource } from "./deadline";
import type { FoundDeadline } from "./findDeadlines";
import type { Sentence } from "./sentences";
import type { Target } from "./target";

/** What has been said up to a clause. */
export interface Said {
  readonly line: number;
  readonly item: number;
  /** The dates that the sentence said last. */
  readonly carried: readonly FoundDeadline[];
  /** The last date of the sentence that does not come round: 未来三年，每年1000户，累计3000户 is of the three years. */
  readonly once: FoundDeadline | null;
  /** They stood alone just before (到 2025 年，…): the next words are theirs as if in one clause. */
  readonly fresh: boolean;
  /** A date that opens the paragraph (到2020年，…) or heads a list (2025年底前：…) and holds for all its sentences. */
  readonly governs: FoundDeadline | null;
  readonly heads: boolean;
  /** The paragraph has had a clause. */
  readonly begun: boolean;
  /** What was measured last in the sentence. */
  readonly last: string | null;
  /** The sentence has had a target. */
  readonly had: boolean;
  /** The clause before told what is so already. */
  readonly told: boolean;
}

export const NOTHING_SAID: Said = {
  line: 0, item: 0, carried: [], once: null, fresh: false, governs: null, heads: false, begun: false, last: null, had: false, told: false,
};

/** Deadlines that stand outside the text. */
export interface OutsideDeadlines {
  readonly column: Deadline | null;
  readonly label: Deadline | null;
}

/** The state at the beginning of a sentence, which forgets what the last one carried. */
export function beginning(state: Said, { line, opensLine }: Pick<Sentence, "line" | "opensLine">): Said {
  return parted(state, line === state.line, { line, item: 0, begun: !opensLine });
}

/** The same at a numbered item inside the sentence: a paragraph of its own. */
export function atItem(state: Said, { item }: Clause): Said {
  return item === state.item ? state : parted(state, false, { line: state.line, item, begun: false });
}

function parted(state: Said, goesOn: boolean, place: Pick<Said, "line" | "item" | "begun">): Said {
  const governs = goesOn || state.heads ? state.governs : null;
  return {
    line: place.line, item: place.item, begun: place.begun, governs, heads: governs !== null && state.heads,
    carried: NOTHING_SAID.carried, once: null, fresh: false, last: null, had: false, told: false,
  };
}

/** The state after a clause that holds nothing but dates. */
export function withDates(state: Said, clause: Clause, dates: readonly FoundDeadline[]): Said {
  const [date] = dates;
  const heads = clause.ending === "：";
  const opens = !state.begun && date?.deadline.kind === "year" && clause.ending === "，";
  const governs = heads || opens ? (date ?? null) : state.governs;
  return { ...state, begun: true, carried: dates, once: onceIn(dates) ?? state.once, fresh: true, governs, heads: heads || (state.heads && !opens) };
}

/** The last of the dates that does not come round. */
export function onceIn(dates: readonly FoundDeadline[]): FoundDeadline | null {
  return [...dates].reverse().find(({ deadline: { recurrence, date } }) => recurrence === null && date !== null) ?? null;
}

/** The last of them that begins before `at`. */
export function lastBefore<T extends { readonly start: number }>(found: readonly T[], at: number): T | undefined {
  for (let index = found.length - 1; index >= 0; index--) {
    const one = found[index];
    if (one !== undefined && one.start < at) return one;
  }
  return undefined;
}

interface Dated {
  readonly deadline: Deadline;
  readonly from: DeadlineSource | null;
}

/** The deadline of what stands at `at` in a clause. */
export function dateOf(at: number, near: readonly FoundDeadline[], state: Said, outside: OutsideDeadlines): Dated {
  const own = lastBefore(near, at) ?? near[0] ?? (state.fresh ? state.carried[state.carried.length - 1] : undefined);
  if (own !== undefined) return { deadline: own.deadline, from: "clause" };
  if (outside.column !== null) return { deadline: outside.column, from: "column" };
  if (outside.label !== null) return { deadline: outside.label, from: "label" };
  const carried = state.carried[state.carried.length - 1] ?? state.governs;
  return carried === null ? { deadline: NO_DEADLINE, from: null } : { deadline: carried.deadline, from: "carried" };
}

const isSingleDay = ({ kind }: Deadline): boolean => kind === "date" || kind === "year" || kind === "range";

/** A valid 完成时限 decides over the text (CONTRACT), but a text with several dates keeps them: they are milestones. */
export function decidedByColumn(targets: readonly Target[], { column }: OutsideDeadlines): readonly Target[] {
  if (column === null) return targets;
  const days = new Set(targets.filter(({ deadline }) => isSingleDay(deadline)).map(({ deadline }) => deadline.date));
  const milestones = targets.filter(({ from, deadline }) => from !== "column" && isSingleDay(deadline));
  const own = new Set(milestones.map(({ deadline }) => deadline.date));
  if (own.size > 1 || days.size === 0) return targets;
  return targets.map((target) => (isSingleDay(target.deadline) ? { ...target, deadline: column, from: "column" } : target));
}

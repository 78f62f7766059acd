/** Which deadline a target has: its own clause's, the column's, the label's, or the one that its sentence carries. */
import type { Clause } from "./clauses";
import { NO_DEADLINE, type Deadline, type DeadlineSource } from "./deadline";
import type { FoundDeadline } from "./findDeadlines";
import type { Target } from "./target";

/** What has been said up to a clause. */
export interface Said {
  readonly sentence: number;
  readonly paragraph: number;
  /** The dates that the sentence said last. */
  readonly carried: readonly FoundDeadline[];
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

export const NOTHING_SAID: Said = { sentence: -1, paragraph: -1, carried: [], fresh: false, governs: null, heads: false, begun: false, last: null, had: false, told: false };

/** Deadlines that stand outside the text. */
export interface OutsideDeadlines {
  readonly column: Deadline | null;
  readonly label: Deadline | null;
}

/** The state at the beginning of a clause: a new sentence forgets what the last one carried. */
export function opening(state: Said, clause: Clause): Said {
  if (clause.sentence === state.sentence) return state;
  const samePlace = clause.paragraph === state.paragraph;
  const governs = samePlace || state.heads ? state.governs : null;
  return {
    ...NOTHING_SAID, sentence: clause.sentence, paragraph: clause.paragraph, governs, heads: governs !== null && state.heads, begun: samePlace && state.begun,
  };
}

/** The state after a clause that holds nothing but dates. */
export function said(state: Said, clause: Clause, dates: readonly FoundDeadline[]): Said {
  const [date] = dates;
  const heads = clause.ending === "：";
  const opens = !state.begun && date?.deadline.kind === "year" && clause.ending === "，";
  const governs = heads || opens ? (date ?? null) : state.governs;
  return { ...state, begun: true, carried: dates, fresh: true, governs, heads: heads || (state.heads && !opens) };
}

interface Dated {
  readonly deadline: Deadline;
  readonly from: DeadlineSource | null;
}

/** The deadline of what stands at `at` in a clause. */
export function dateOf(at: number, place: { readonly own: readonly FoundDeadline[] }, state: Said, outside: OutsideDeadlines): Dated {
  const [before] = place.own.filter(({ start }) => start < at).slice(-1);
  const own = before ?? place.own[0] ?? (state.fresh ? state.carried[state.carried.length - 1] : undefined);
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

/**
 * What the workbook remembers of lit rows: the date each had to keep when it was first lit, so that a later one does not pass
 * for an edit, and what people decided, so that taking the lights away loses nothing.
 */
import { dayOf, isoDay } from "../grid/day";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { textOf } from "../ledger/ledger";
import { similarity } from "../round/similar";
import type { Deadline } from "../targets/deadline";
import { NO_DEADLINE } from "../targets/deadline";
import { comparisonForm } from "../text/compare";
import { duesOf } from "./due";
import type { HandMarks, Lane, RowFacts } from "./facts";
import { NEVER_DAY } from "./postponed";

/** The earliest date that a row has to keep, with the words that say so. */
export interface FirstDue {
  /** "2025-12-31": the later reading, where the words allow two. */
  readonly date: string;
  readonly words: string;
}

export interface LitMemory {
  /** 序号, "" where the row has none; and the row's name: the one without the other is no row. */
  readonly key: string;
  readonly name: string;
  readonly due: FirstDue | null;
  readonly marks: HandMarks | null;
}

/** A date that was moved to a later day, or away (`to` is null), since the row was first lit. */
export interface Postponement {
  readonly from: FirstDue;
  readonly to: string | null;
}

/** So much of a text names a row that has no name of its own. */
const NAME_LENGTH = 60;

/** What names a row: its task, the label of a goal row, or the beginning of its content. */
export function memoryName(ledger: Ledger, row: LedgerRow): string {
  const task = comparisonForm(textOf(ledger, row, "task"));
  return (row.kind === "goal" ? comparisonForm(row.label ?? "") : task || comparisonForm(textOf(ledger, row, "content"))).slice(0, NAME_LENGTH);
}

/** A name as like as this is the same one, edited, where the 序号 agrees too. */
const LIKE = 0.5;

/** By sheet row what is remembered of it; and what belongs to no row any more. A row stands for one memory, a memory for one row. */
export function placeMemories(ledger: Ledger, memories: readonly LitMemory[]): { readonly byRow: ReadonlyMap<number, LitMemory>; readonly rest: readonly LitMemory[] } {
  const byRow = new Map<number, LitMemory>();
  if (memories.length === 0) return { byRow, rest: [] };
  const rows = ledger.rows.map((row) => ({ row, key: row.key ?? "", name: memoryName(ledger, row) }));
  let rest = memories;
  const kinships: readonly ((row: (typeof rows)[number]) => string | null)[] = [({ key, name }) => `${key}\u0000${name}`, ({ name }) => name || null, ({ key }) => key || null];
  kinships.forEach((kinOf, level) => {
    if (rest.length === 0) return;
    const found = new Map<string, (typeof rows)[number] | null>();
    for (const one of rows) {
      const kin = byRow.has(one.row.gridRow) ? null : kinOf(one);
      if (kin !== null) found.set(kin, found.has(kin) ? null : one);
    }
    const asked = new Map<string, number>();
    const kinOfMemory = ({ key, name }: LitMemory): string => [`${key}\u0000${name}`, name, key][level] ?? "";
    for (const memory of rest) asked.set(kinOfMemory(memory), (asked.get(kinOfMemory(memory)) ?? 0) + 1);
    rest = rest.filter((memory) => {
      const kin = kinOfMemory(memory);
      const one = found.get(kin);
      if (!one || asked.get(kin) !== 1 || (level === 2 && similarity(one.name, memory.name) < LIKE)) return true;
      byRow.set(one.row.gridRow, memory);
      return false;
    });
  });
  return { byRow, rest };
}

/** The earliest fixed date of the lanes; null where none has one. Dates that come round again are never over. */
export function firstDueOf(lanes: readonly Pick<Lane, "deadline">[]): FirstDue | null {
  let first: FirstDue | null = null;
  for (const { deadline } of lanes) {
    const date = lastFixed(deadline);
    if (date !== null && (first === null || date < first.date)) first = { date, words: deadline.text };
  }
  return first;
}

function lastFixed(deadline: Deadline): string | null {
  const lasts = duesOf(deadline).flatMap((due) => (due.kind === "fixed" ? [due.last] : []));
  return lasts.length === 0 ? null : isoDay(dayOf(Math.min(...lasts)));
}

/** What became of a remembered date; null where it stands, came nearer, or the same words were only counted from another year. */
export function postponementOf(before: FirstDue | null, now: FirstDue | null): Postponement | null {
  if (before === null || (now !== null && (now.date <= before.date || comparisonForm(now.words) === comparisonForm(before.words)))) return null;
  return { from: before, to: now?.date ?? null };
}

/** The facts with the old date back in its place: the new one has no ground yet, and only says that red would be too much. */
export function withOldDue(facts: RowFacts, { from, to }: Postponement): RowFacts {
  const deadline: Deadline = { ...NO_DEADLINE, kind: "date", date: from.date, text: from.words };
  const lanes = facts.lanes.map((lane): Lane => (isMoved(lane, to) ? { ...lane, deadline, postponedTo: to ?? NEVER_DAY } : lane));
  return { ...facts, lanes };
}

function isMoved({ deadline, from }: Lane, to: string | null): boolean {
  const byHand = from === null && deadline.kind !== "none";
  return !byHand && lastFixed(deadline) === to;
}

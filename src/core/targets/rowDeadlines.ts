/** All that a row has to keep and until when, with the words it came from, and where 完成时限 and the text disagree. */
import { isoDay, type Day } from "../grid/day";
import type { CellMark, CellValue } from "../grid/grid";
import type { Deadline, DeadlineSource } from "./deadline";
import { readDeadlineCell, type DeadlineProblem } from "./deadlineCell";
import { extractTargets } from "./extractTargets";
import { findDeadlines } from "./findDeadlines";
import { parseDeadline } from "./parseDeadline";
import type { Target } from "./target";

export interface RowText {
  readonly content: string;
  readonly label: string | null;
  readonly deadlineCell: CellValue;
  readonly mark?: CellMark | undefined;
  readonly year: number | null;
  readonly asOf: Day;
}

export interface RowDeadline {
  readonly deadline: Deadline;
  readonly from: DeadlineSource;
}

/** A date of the text or the label that lies outside what 完成时限 allows. */
export interface Contradiction {
  readonly cell: Deadline;
  readonly stated: RowDeadline;
  /** Whether the cell is later than the words, or earlier. */
  readonly cellIs: "later" | "earlier";
}

export interface RowTargets {
  readonly targets: readonly Target[];
  /** Every dated or ongoing obligation once, the strongest source first (CONTRACT), then by date. */
  readonly rowDeadlines: readonly RowDeadline[];
  readonly contradictions: readonly Contradiction[];
  /** Why 完成时限 says no time, or null. */
  readonly cellProblem: DeadlineProblem | null;
}

/** Reads a row. The cell's dates count as "column", those of the text as "clause", whether or not a target stands with them. */
export function rowTargets({ content, label, deadlineCell, mark, year, asOf }: RowText): RowTargets {
  const context = { year, asOf };
  const cell = readDeadlineCell(deadlineCell, mark, context);
  const column = "deadline" in cell && cell.deadline.kind !== "none" ? cell.deadline : null;
  const targets = extractTargets(content, { ...context, label, cell: column });
  const stated = [...inText(content, context), ...inLabel(label, context)];
  const rowDeadlines = [...(column === null ? [] : [{ deadline: column, from: "column" as const }]), ...stated];
  return {
    targets,
    rowDeadlines: distinct(rowDeadlines).sort((left, right) => order(left) - order(right) || compareDates(left.deadline, right.deadline)),
    contradictions: column === null ? [] : contradictionsOf(column, distinct(stated)),
    cellProblem: "problem" in cell ? cell.problem : null,
  };
}

type Context = Pick<RowText, "year" | "asOf">;

function inText(content: string, context: Context): readonly RowDeadline[] {
  return findDeadlines(content, context)
    .filter(({ deadline }) => deadline.kind !== "none")
    .map(({ deadline }) => ({ deadline, from: "clause" as const }));
}

function inLabel(label: string | null, context: Context): readonly RowDeadline[] {
  const deadline = label === null ? null : parseDeadline(label, context);
  return deadline === null || deadline.kind === "none" ? [] : [{ deadline, from: "label" }];
}

const SOURCES: readonly DeadlineSource[] = ["column", "clause", "label", "carried"];
const order = ({ from }: RowDeadline): number => SOURCES.indexOf(from);

function compareDates(left: Deadline, right: Deadline): number {
  if (left.date === right.date) return 0;
  if (left.date === null || right.date === null) return left.date === null ? 1 : -1;
  return left.date < right.date ? -1 : 1;
}

const keyOf = ({ deadline: { kind, date, alternative, recurrence } }: RowDeadline): string => JSON.stringify([kind, date, alternative, recurrence]);

function distinct(deadlines: readonly RowDeadline[]): RowDeadline[] {
  const seen = new Set<string>();
  return deadlines.filter((one) => {
    const key = `${one.from}${keyOf(one)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The days that a reading of the deadline may mean: a year is any of its days. */
function spanOf({ kind, date, alternative, from }: Deadline): readonly [first: string, last: string] | null {
  if (date === null) return null;
  const last = alternative ?? date;
  if (kind === "year") return [isoDay({ year: Number(date.slice(0, 4)), month: 1, day: 1 }), last];
  if (kind === "range") return [from ?? date, last];
  return kind === "date" ? [date, last] : null;
}

function contradictionsOf(cell: Deadline, stated: readonly RowDeadline[]): readonly Contradiction[] {
  const parts = cell.kind === "multi" ? cell.parts : [cell];
  const spans = parts.flatMap((part) => {
    const span = spanOf(part);
    return span === null ? [] : [span];
  });
  const found = stated.flatMap((one): readonly Contradiction[] => {
    const span = spanOf(one.deadline);
    if (span === null || spans.length === 0 || spans.some(([first, last]) => first <= span[1] && span[0] <= last)) return [];
    return [{ cell, stated: one, cellIs: spans.every(([first]) => first > span[1]) ? "later" : "earlier" }];
  });
  const milestones = found.length > 0 && found.length < stated.filter(({ deadline }) => spanOf(deadline) !== null).length;
  return milestones ? found.filter(({ cellIs }) => cellIs === "earlier") : found;
}

/** The fates that only the projection knows, joined to those that were known when the files were read: listed or only counted. */
import { addTally, type CellFate, emptyTally, FATES, type Fate, type FateSum, type FateTally } from "./fate";
import type { ProjectedCell, Projection } from "./projection";
import type { ReturnReading } from "./reading";
import type { Submission } from "./round";
import { valueForm } from "./value";
import { cellKey, type Verdict } from "./voice";

export interface SettledFates {
  /** Empty where nobody wants the list. */
  readonly cells: readonly CellFate[];
  /** `cells` was counted over the sheets, the fates one by one: a sum that adds up has lost none. */
  readonly sum: FateSum;
}

export interface ListQuestion {
  readonly readings: readonly ReturnReading[];
  readonly projection: Projection;
  /** Files whose content another one has brought, by name. */
  readonly repeated: ReadonlyMap<string, string>;
  /** The cells of other masters. */
  readonly forks: readonly CellFate[];
}

/** The fates of files whose cells were listed. Files that were only counted are counted here, too. */
export function listedFates({ readings, projection, repeated, forks }: ListQuestion): SettledFates {
  const cells = readings.flatMap((reading) => fatesOf(reading, projection, repeated.has(reading.file)));
  const unlisted = readings.filter((reading) => reading.cells.length === 0);
  const verdicts = new VerdictCounts(unlisted);
  if (unlisted.length > 0) for (const cell of projection.cells.values()) verdicts.take(cell);
  const tally = tallyOf(unlisted, repeated, verdicts);
  for (const { fate } of cells) tally[fate] += 1;
  for (const { fate } of forks) tally[fate] += 1;
  return { cells: [...cells, ...forks], sum: { cells: countedIn(readings) + forks.length, ...tally } };
}

/** The sum alone, from verdicts that were counted while the round was projected. */
export function countedFates(readings: readonly ReturnReading[], repeated: ReadonlyMap<string, string>, verdicts: VerdictCounts): SettledFates {
  return { cells: [], sum: { cells: countedIn(readings), ...tallyOf(readings, repeated, verdicts) } };
}

function countedIn(readings: readonly ReturnReading[]): number {
  return readings.reduce((sum, { counted }) => sum + counted, 0);
}

function tallyOf(readings: readonly ReturnReading[], repeated: ReadonlyMap<string, string>, verdicts: VerdictCounts): FateTally {
  const tally = emptyTally();
  for (const reading of readings) {
    addTally(tally, reading.tally);
    if (repeated.has(reading.file)) tally.rejected += reading.waiting;
    else for (const submission of reading.submissions) verdicts.add(tally, submission, reading);
  }
  return tally;
}

function fatesOf(reading: ReturnReading, projection: Projection, isCopy: boolean): readonly CellFate[] {
  const ids = new Map(reading.submissions.map(({ unit, id }) => [unit, id]));
  return reading.cells.map(({ form, ...cell }): CellFate => {
    if (cell.fate !== null) return { ...cell, fate: cell.fate };
    if (isCopy) return { ...cell, fate: "rejected", reason: "sameContent" };
    const verdicts = projection.cells.get(cellKey(cell.row ?? "", cell.column ?? ""))?.verdicts ?? [];
    const verdict = verdictOn(verdicts, ids.get(cell.unit ?? "") ?? "", form);
    return verdict ? { ...cell, fate: verdict.fate, reason: verdict.reason } : { ...cell, fate: "rejected", reason: "rowGone" };
  });
}

function verdictOn(verdicts: readonly Verdict[], submission: string, form: string): Verdict | undefined {
  return verdicts.find(({ voice }) => voice.submission === submission && voice.form === form);
}

const NO_VERDICTS: readonly Verdict[] = [];

/** Counts verdicts by submission, so that they need not be kept: every entry has one, and all its cells share it. */
export class VerdictCounts {
  private readonly bySubmission = new Map<string, FateTally>();
  /** The verdicts on entries that were read of no cell or of several, by `cellKey`. */
  private readonly kept = new Map<string, readonly Verdict[]>();

  constructor(readings: readonly ReturnReading[]) {
    for (const { weights } of readings) for (const { row, column } of weights.keys()) this.kept.set(cellKey(row, column), NO_VERDICTS);
  }

  /** Counts a cell; returned is what of it is to be kept: the verdicts only where a person is told of them. */
  take(cell: ProjectedCell): ProjectedCell {
    const { verdicts } = cell;
    let told = cell.kind === "conflict" || cell.details !== undefined;
    for (const { voice, fate, reason } of verdicts) {
      this.tallyOf(voice.submission)[fate] += 1;
      if (reason === "zeroReport") told = true;
    }
    if (this.kept.size > 0) {
      const key = cellKey(cell.row, cell.column);
      if (this.kept.has(key)) this.kept.set(key, verdicts);
    }
    if (told) return cell;
    // A composed cell that is too tall is told of where its first text stands.
    return { ...cell, verdicts: cell.kind === "composed" ? verdicts.slice(0, 1) : NO_VERDICTS, parts: [] };
  }

  /** Adds the fates of a submission's cells; what has no verdict was said of a row that is gone. */
  add(tally: FateTally, { id, entries }: Submission, { weights }: ReturnReading): void {
    const own = this.tallyOf(id);
    addTally(tally, own);
    tally.rejected += entries.length - FATES.reduce((sum, fate) => sum + own[fate], 0);
    if (weights.size === 0) return;
    for (const entry of entries) {
      const weight = weights.get(entry);
      if (weight === undefined) continue;
      const verdicts = this.kept.get(cellKey(entry.row, entry.column)) ?? NO_VERDICTS;
      const fate: Fate = verdictOn(verdicts, id, valueForm(entry.column, entry.value))?.fate ?? "rejected";
      tally[fate] += weight - 1;
    }
  }

  private tallyOf(submission: string): FateTally {
    const own = this.bySubmission.get(submission) ?? emptyTally();
    this.bySubmission.set(submission, own);
    return own;
  }
}

/** The fates that only the projection knows, joined to those that were known when the files were read: listed or only counted. */
import { addTally, type CellFate, emptyTally, FATES, type Fate, type FateSum, type FateTally } from "./fate";
import type { Projection } from "./projection";
import type { ReturnReading } from "./reading";
import type { Entry, Submission } from "./round";
import { valueForm } from "./value";
import { cellKey, type Verdict } from "./voice";

export interface FatesQuestion {
  readonly readings: readonly ReturnReading[];
  readonly projection: Projection;
  /** Files whose content another one has brought, by name. */
  readonly repeated: ReadonlyMap<string, string>;
  /** The cells of other masters. */
  readonly forks: readonly CellFate[];
  readonly listed: boolean;
}

export interface SettledFates {
  /** Empty where nobody wants the list. */
  readonly cells: readonly CellFate[];
  /** `cells` was counted over the sheets, the fates one by one: a sum that adds up has lost none. */
  readonly sum: FateSum;
}

/** The same sum with and without the list. */
export function settleFates({ readings, projection, repeated, forks, listed }: FatesQuestion): SettledFates {
  const counted = readings.reduce((sum, reading) => sum + reading.counted, 0) + forks.length;
  const tally = emptyTally();
  for (const { fate } of forks) tally[fate] += 1;
  if (!listed) {
    const verdicts = new VerdictCounts(projection);
    for (const reading of readings) addReading(tally, reading, repeated.has(reading.file), verdicts);
    return { cells: [], sum: { cells: counted, ...tally } };
  }
  const cells = readings.flatMap((reading) => fatesOf(reading, projection, repeated.has(reading.file)));
  for (const { fate } of cells) tally[fate] += 1;
  return { cells: [...cells, ...forks], sum: { cells: counted, ...tally } };
}

function fatesOf(reading: ReturnReading, projection: Projection, isCopy: boolean): readonly CellFate[] {
  const ids = new Map(reading.submissions.map(({ unit, id }) => [unit, id]));
  return reading.cells.map(({ form, ...cell }): CellFate => {
    if (cell.fate !== null) return { ...cell, fate: cell.fate };
    if (isCopy) return { ...cell, fate: "rejected", reason: "sameContent" };
    const verdict = verdictOn(projection, cellKey(cell.row ?? "", cell.column ?? ""), ids.get(cell.unit ?? "") ?? "", form);
    return verdict ? { ...cell, fate: verdict.fate, reason: verdict.reason } : { ...cell, fate: "rejected", reason: "rowGone" };
  });
}

function verdictOn(projection: Projection, key: string, submission: string, form: string): Verdict | undefined {
  return projection.cells.get(key)?.verdicts.find(({ voice }) => voice.submission === submission && voice.form === form);
}

/** Every entry has one verdict, and so all its cells; what has none was said of a row that is gone. */
function addReading(tally: FateTally, reading: ReturnReading, isCopy: boolean, verdicts: VerdictCounts): void {
  addTally(tally, reading.tally);
  if (isCopy) {
    tally.rejected += reading.waiting;
    return;
  }
  for (const submission of reading.submissions) verdicts.add(tally, submission, reading.weights);
}

class VerdictCounts {
  private readonly projection: Projection;
  private readonly bySubmission = new Map<string, FateTally>();

  constructor(projection: Projection) {
    this.projection = projection;
    for (const { verdicts } of projection.cells.values()) {
      for (const { voice, fate } of verdicts) this.tallyOf(voice.submission)[fate] += 1;
    }
  }

  add(tally: FateTally, { id, entries }: Submission, weights: ReadonlyMap<Entry, number>): void {
    const own = this.tallyOf(id);
    addTally(tally, own);
    tally.rejected += entries.length - FATES.reduce((sum, fate) => sum + own[fate], 0);
    if (weights.size === 0) return;
    for (const entry of entries) {
      const weight = weights.get(entry);
      if (weight !== undefined) tally[this.fateOf(id, entry)] += weight - 1;
    }
  }

  private fateOf(submission: string, { row, column, value }: Entry): Fate {
    return verdictOn(this.projection, cellKey(row, column), submission, valueForm(column, value))?.fate ?? "rejected";
  }

  private tallyOf(submission: string): FateTally {
    const own = this.bySubmission.get(submission) ?? emptyTally();
    this.bySubmission.set(submission, own);
    return own;
  }
}

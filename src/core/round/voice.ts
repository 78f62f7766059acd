/** What one unit's file says for one cell, as the projection hears it. */
import type { CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { compareText, type Entry, type Round, type RowId, type Submission } from "./round";
import type { FigureWords } from "./figure";
import { valueForm } from "./value";

export interface Voice {
  readonly submission: string;
  readonly unit: string;
  /** The unit's identity: equal for all its names. */
  readonly unitKey: string;
  readonly file: string;
  readonly at: string;
  readonly value: CellValue;
  /** Its comparison text. */
  readonly form: string;
  /** What was said around a figure. */
  readonly words: FigureWords;
  /** It only says that last month's stands; the value is the base's then. */
  readonly zero?: true;
}

/** The fates of CONTRACT that the projection decides; the others are known when the file is read. */
export type VoiceFate = "unchanged" | "accepted" | "composed" | "conflict" | "rejected";

/** Why a voice got its fate: an id of the catalogue `sayReason`, "" where the fate says it all. */
export type VoiceReason = "" | "superseded" | "decided" | "byHand" | "byPolicy" | "rowGone" | "zeroReport";

export interface Verdict {
  readonly voice: Voice;
  readonly fate: VoiceFate;
  readonly reason: VoiceReason;
}

/** All voices of a round by row and column, superseded ones apart. */
export interface VoiceIndex {
  readonly current: ReadonlyMap<string, readonly Voice[]>;
  readonly superseded: ReadonlyMap<string, readonly Voice[]>;
}

/** One text for a row and a column, for maps. */
export function cellKey(row: RowId, column: ColumnKey): string {
  return `${row}\u0001${column}`;
}

/** The row and column of a `cellKey`. */
export function splitCellKey(key: string): { readonly row: RowId; readonly column: ColumnKey } {
  const at = key.indexOf("\u0001");
  return { row: key.slice(0, at), column: key.slice(at + 1) };
}

/** Gathers what every submission says, cell by cell, in the order of submissions. */
export function voicesOf(round: Round, unitKeyOf: (unit: string) => string): VoiceIndex {
  const current = new Map<string, readonly Voice[]>();
  const byRow = new Map<RowId, Map<ColumnKey, Voice[]>>();
  const supersedes = new Map<string, readonly string[]>();
  for (const submission of round.submissions) {
    const unitKey = unitKeyOf(submission.unit);
    if (submission.supersedes.length > 0) supersedes.set(submission.id, submission.supersedes);
    for (const entry of submission.entries) {
      const row = byRow.get(entry.row) ?? new Map<ColumnKey, Voice[]>();
      byRow.set(entry.row, row);
      const voice = voiceOf(submission, entry, unitKey);
      const spoken = row.get(entry.column);
      if (spoken) {
        spoken.push(voice);
        continue;
      }
      // The maps are in the order in which cells were first spoken of.
      const fresh = [voice];
      row.set(entry.column, fresh);
      current.set(cellKey(entry.row, entry.column), fresh);
    }
  }
  return { current, superseded: supersedes.size === 0 ? new Map() : partSuperseded(current, supersedes) };
}

/** Takes what was replaced out of `current`; a submission replaces another only where it says something itself. */
function partSuperseded(current: Map<string, readonly Voice[]>, supersedes: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly Voice[]> {
  const superseded = new Map<string, readonly Voice[]>();
  for (const [key, spoken] of current) {
    const replaced = new Set(spoken.flatMap(({ submission }) => supersedes.get(submission) ?? []));
    const former = spoken.filter(({ submission }) => replaced.has(submission));
    if (former.length === 0) continue;
    current.set(key, spoken.filter(({ submission }) => !replaced.has(submission)));
    superseded.set(key, former);
  }
  return superseded;
}

/** Voices in the order in which units are named in the row, lead unit first; units not named last, by file name. */
export function inRowOrder(voices: readonly Voice[], order: readonly string[]): readonly Voice[] {
  const rank = (voice: Voice): number => {
    const at = order.indexOf(voice.unitKey);
    return at < 0 ? order.length : at;
  };
  return [...voices].sort(
    (left, right) => rank(left) - rank(right) || compareText(left.file, right.file) || compareText(left.at, right.at),
  );
}

const NO_WORDS: FigureWords = {};

function voiceOf(submission: Submission, entry: Entry, unitKey: string): Voice {
  return {
    submission: submission.id,
    unit: submission.unit,
    unitKey,
    file: submission.file,
    at: entry.at,
    value: entry.value,
    form: valueForm(entry.column, entry.value),
    words: entry.words ?? NO_WORDS,
  };
}

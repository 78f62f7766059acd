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
export type VoiceReason = "" | "superseded" | "decided" | "byHand" | "byPolicy" | "rowGone" | "zeroReport" | "inDetails";

export interface Verdict {
  readonly voice: Voice;
  readonly fate: VoiceFate;
  readonly reason: VoiceReason;
}

/** What is said for one cell, in the order of submissions. */
export interface SpokenCell {
  readonly current: readonly Voice[];
  readonly superseded: readonly Voice[];
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

const NOTHING: SpokenCell = { current: [], superseded: [] };

/** All voices of a round by row and column. A voice is made when its cell is asked for: a round has many more of them than are looked at together. */
export class VoiceIndex {
  private readonly unitKeyOf: (unit: string) => string;
  /** Submissions and their entries in turn, by `cellKey`, in the order in which cells were first spoken of. */
  private readonly heard = new Map<string, (Submission | Entry)[]>();
  private readonly supersedes = new Map<string, readonly string[]>();

  constructor({ submissions }: Pick<Round, "submissions">, unitKeyOf: (unit: string) => string) {
    this.unitKeyOf = unitKeyOf;
    const byRow = new Map<RowId, Map<ColumnKey, (Submission | Entry)[]>>();
    for (const submission of submissions) {
      if (submission.supersedes.length > 0) this.supersedes.set(submission.id, submission.supersedes);
      for (const entry of submission.entries) {
        let row = byRow.get(entry.row);
        if (row === undefined) {
          row = new Map<ColumnKey, (Submission | Entry)[]>();
          byRow.set(entry.row, row);
        }
        const spoken = row.get(entry.column);
        if (spoken) {
          spoken.push(submission, entry);
          continue;
        }
        const fresh = [submission, entry];
        row.set(entry.column, fresh);
        this.heard.set(cellKey(entry.row, entry.column), fresh);
      }
    }
  }

  /** The cells that somebody speaks of, by `cellKey`. */
  keys(): Iterable<string> {
    return this.heard.keys();
  }

  at(key: string): SpokenCell {
    const heard = this.heard.get(key);
    if (!heard) return NOTHING;
    const voices: Voice[] = [];
    for (let index = 0; index < heard.length; index += 2) {
      const [submission, entry] = [heard[index] as Submission, heard[index + 1] as Entry];
      voices.push(voiceOf(submission, entry, this.unitKeyOf(submission.unit)));
    }
    return this.supersedes.size === 0 ? { current: voices, superseded: NOTHING.superseded } : this.parted(voices);
  }

  /** A submission replaces another only where it says something itself. */
  private parted(voices: readonly Voice[]): SpokenCell {
    const replaced = new Set(voices.flatMap(({ submission }) => this.supersedes.get(submission) ?? []));
    const superseded = voices.filter(({ submission }) => replaced.has(submission));
    return { current: voices.filter(({ submission }) => !replaced.has(submission)), superseded };
  }
}

/** Voices in the order in which units are named in the row, lead unit first; units not named last, by file name. */
export function inRowOrder(voices: readonly Voice[], order: readonly string[]): readonly Voice[] {
  if (voices.length < 2) return voices;
  const ranked = voices.map((voice) => {
    const at = order.indexOf(voice.unitKey);
    return { voice, rank: at < 0 ? order.length : at };
  });
  ranked.sort((left, right) => left.rank - right.rank || compareText(left.voice.file, right.voice.file) || compareText(left.voice.at, right.voice.at));
  return ranked.map(({ voice }) => voice);
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

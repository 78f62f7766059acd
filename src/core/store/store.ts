/**
 * What the workbook remembers: the round, and a journal of cell edits that can be taken back. It lives in the sheet `_台账`
 * as readable rows, `format: 1`; a newer format is read by nobody who does not know it.
 */
import type { CellRef, CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import type { Correction } from "../lights/corrections";
import type { LitMemory } from "../lights/memory";
import type { Round } from "../round/round";
import type { PastRound } from "./pastLine";
import { areDefault, DEFAULT_WORKBOOK_SETTINGS, type WorkbookSettings } from "../settings/index";

export const STORE_SHEET = "_台账";
export const STORE_FORMAT = 1;
/** The first line of the sheet, for whoever unhides it. */
export const STORE_WARNING = "含各单位原始报送，勿外发";

export interface RunLine {
  readonly id: string;
  /** "merge", "normalise", "light". */
  readonly command: string;
  readonly date: string;
  /** In the user's words: what was done, with counts. */
  readonly summary: string;
}

/** One cell edit of ours that can be taken back, found again after rows have moved. */
export interface JournalChange {
  readonly run: string;
  readonly rule: string;
  readonly at: CellRef;
  readonly row: string | null;
  readonly column: ColumnKey | null;
  readonly from: CellValue;
  readonly to: CellValue;
}

export interface Store {
  readonly round: Round | null;
  readonly runs: readonly RunLine[];
  readonly changes: readonly JournalChange[];
  readonly settings: WorkbookSettings;
  /** What is remembered of lit rows, and the corrections on 目标清单 as they were last seen. */
  readonly lit: readonly LitMemory[];
  readonly corrections: readonly Correction[];
  /** The rounds before this one, in their order. */
  readonly past: readonly PastRound[];
  /** Records of kinds that this version does not know, and settings that it can't read: kept as they stand. */
  readonly others: readonly (readonly CellValue[])[];
}

export const EMPTY_STORE: Store = { round: null, runs: [], changes: [], settings: DEFAULT_WORKBOOK_SETTINGS, lit: [], corrections: [], past: [], others: [] };

/** Whether there is nothing worth a sheet. */
export function isEmptyStore(store: Store): boolean {
  return store.round === null && store.runs.length === 0 && store.changes.length === 0 && store.lit.length === 0 && store.corrections.length === 0 && store.past.length === 0 && store.others.length === 0 && areDefault(store.settings);
}

/** A run id that the store does not have yet: "r1", "r2", … */
export function nextRun(store: Store): string {
  const used = [...store.runs.map(({ id }) => id), ...(store.round?.submissions.map(({ run }) => run) ?? [])];
  const numbers = used.map((id) => Number(/^r(\d+)$/u.exec(id)?.[1] ?? 0));
  return `r${Math.max(0, ...numbers) + 1}`;
}

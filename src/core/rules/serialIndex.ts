/** How a ledger numbers its tasks, worked out once. */
import { cellOf, type Ledger, type LedgerRow } from "../ledger/ledger";
import { isNumbered } from "../parse/serial";

export interface SerialIndex {
  /** Most serials are numbers and not texts of digits, as in a sheet that was typed; a text file has none. */
  readonly typed: boolean;
  /** Most tasks have a plain number. */
  readonly numbered: boolean;
  /** Tasks with a plain number, cut where the numbering begins anew with a chapter or section. */
  readonly runs: readonly (readonly LedgerRow[])[];
  /** So many numbers are left out that the sheet is a part of a ledger: then a gap is nothing to speak of. */
  readonly extract: boolean;
}

const CLEAR_SHARE = 0.8;
/** Days of 2009 to 2050 as numbers: no ledger counts so far while it has few rows. */
const LOST_DAYS = { least: 40_000, most: 55_000, rows: 20_000 } as const;

/** A serial that can only be a day that lost its format: 1-1 became 45658. */
export function isLostDay(ledger: Ledger, serial: number): boolean {
  return ledger.rows.length < LOST_DAYS.rows && serial >= LOST_DAYS.least && serial <= LOST_DAYS.most;
}

/** More missing than this share of the numbers from first to last: somebody's rows, and not the whole. */
const EXTRACT_SHARE = 0.2;

/** Linear in the rows. */
export function indexSerials(ledger: Ledger): SerialIndex {
  const tasks = ledger.rows.filter(({ kind }) => kind === "task");
  const own = tasks.filter((row) => !isLent(ledger, row));
  const numbered = own.filter(({ key }) => isNumbered(key) && !isLostDay(ledger, Number(key)));
  const typed = numbered.filter((row) => typeof cellOf(ledger, row, "serial") === "number").length;
  const runs = runsOf(numbered);
  return {
    typed: typed >= numbered.length * CLEAR_SHARE && typed > 0,
    numbered: numbered.length >= own.length * CLEAR_SHARE && numbered.length > 0,
    runs,
    extract: runs.some(isExtract),
  };
}

/** The 序号 comes from a span that begins in a row above: one task over several rows. */
export function isLent(ledger: Ledger, row: LedgerRow): boolean {
  const position = ledger.index.get("serial");
  return position !== undefined && (row.spanned?.has(position) ?? false);
}

/** Each number one above the one before: then nothing can be missing, repeated or out of turn. */
export function isCounting(run: readonly LedgerRow[]): boolean {
  return run.every(({ key }, index) => Number(key) === Number(run[index - 1]?.key ?? 0) + 1);
}

function runsOf(rows: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
  const runs: LedgerRow[][] = [];
  let before: LedgerRow | null = null;
  for (const row of rows) {
    const elsewhere = before !== null && (row.chapter !== before.chapter || row.section !== before.section);
    const run = runs[runs.length - 1];
    if (!run || (elsewhere && row.key === "1")) runs.push([row]);
    else run.push(row);
    before = row;
  }
  return runs;
}

function isExtract(run: readonly LedgerRow[]): boolean {
  const numbers = new Set(run.map(({ key }) => Number(key)));
  const sorted = [...numbers].sort((left, right) => left - right);
  const first = sorted[0] ?? 0;
  const last = sorted[sorted.length - 1] ?? 0;
  return first > 1 || last - first + 1 - sorted.length > Math.max(1, (last - first + 1) * EXTRACT_SHARE);
}

/**
 * What is being written, told in the store's own sheet before the first cell changes and cleared after the last: rows below
 * the record, whose first cell is 写入中. A workbook that was cut off in the middle shows by them what was meant; what was
 * done of it the cells themselves say. The record itself is written last, and only from the first row that differs.
 */
import type { CellValue, Grid } from "../grid/grid";
import { plainText } from "../grid/grid";
import type { Change } from "../plan/change";
import { digest } from "../round/digest";

export type StoreLine = readonly CellValue[];

export const JOURNAL_WORD = "写入中";
const WORDS = { begin: "开始", line: "记录", change: "修改", layer: "辅助列", end: "完" } as const;

/** What one batch is about to do. */
export interface Intent {
  /** The record's rows as they stand, and as they are to be. */
  readonly before: readonly StoreLine[];
  readonly after: readonly StoreLine[];
  readonly changes: readonly Change[];
  /** Helper columns come, go or are put anew. */
  readonly lights: boolean;
}

/** Where a journal stands: rows from `top` on; the record's first `keep` rows stay as they are. */
export interface JournalPlace {
  readonly keep: number;
  readonly top: number;
}

export interface Journal extends JournalPlace {
  readonly rows: readonly StoreLine[];
}

/** The journal of a batch. */
export function journalOf({ before, after, changes, lights }: Intent): Journal {
  const keep = sameRows(before, after);
  return {
    keep,
    top: Math.max(before.length, after.length) + 1,
    rows: [
      [JOURNAL_WORD, WORDS.begin, keep, digestOf(before)],
      ...after.slice(keep).map((line): StoreLine => [JOURNAL_WORD, WORDS.line, ...line]),
      ...changes.map(({ at, from, to }): StoreLine => [JOURNAL_WORD, WORDS.change, at.sheet, at.row, at.col, from, to]),
      ...(lights ? [[JOURNAL_WORD, WORDS.layer]] : []),
      [JOURNAL_WORD, WORDS.end],
    ],
  };
}

/** A batch that was cut off. */
export interface Interrupted extends JournalPlace {
  /** The journal's rows, as they stand. */
  readonly rows: readonly StoreLine[];
  readonly changes: readonly Change[];
  readonly lights: boolean;
  readonly after: readonly StoreLine[];
  /** Null where the record was already being written: everything else was done by then. */
  readonly before: readonly StoreLine[] | null;
}

/** The batch that a sheet's journal tells of; null where there is none, or where it was cut off before its end, and so before any cell changed. */
export function readJournal(grid: Grid): Interrupted | null {
  // Rows of one that was cut off early may still stand above or below: the last beginning counts, up to its own end.
  const top = grid.rows.filter(({ values }) => isJournalRow(values) && values[1] === WORDS.begin).at(-1)?.row;
  if (top === undefined) return null;
  const below = linesOf(grid, top, Infinity);
  const end = below.findIndex((row) => row[1] === WORDS.end);
  if (end === -1) return null;
  const rows = below.slice(0, end + 1);
  const keep = Number(rows[0]?.[2]);
  const record = withoutEmptyEnd(linesOf(grid, 0, top).map((row) => (isJournalRow(row) ? [] : row)));
  return {
    keep,
    top,
    rows,
    changes: rows.filter((row) => row[1] === WORDS.change).map(changeOf),
    lights: rows.some((row) => row[1] === WORDS.layer),
    after: [...record.slice(0, keep), ...rows.filter((row) => row[1] === WORDS.line).map((row) => row.slice(2))],
    before: digestOf(record) === rows[0]?.[3] ? record : null,
  };
}

/** Rows of a record as a sheet of their own. */
export function recordGrid(lines: readonly StoreLine[]): Grid {
  return { sheet: "", visibility: "hidden", rows: lines.map((values, row) => ({ row, values, marks: null, hidden: false })), spans: [], notes: [], hiddenColumns: [] };
}

/** Whether a row of the store's sheet belongs to a journal. */
export function isJournalRow(values: readonly (CellValue | undefined)[]): boolean {
  return values[0] === JOURNAL_WORD;
}

function changeOf(row: StoreLine): Change {
  return { kind: "setCell", at: { sheet: plainText(row[2]), row: Number(row[3]), col: Number(row[4]) }, from: row[5] ?? null, to: row[6] ?? null };
}

function sameRows(before: readonly StoreLine[], after: readonly StoreLine[]): number {
  const different = before.findIndex((line, index) => keyOf(line) !== keyOf(after[index] ?? []));
  return different === -1 ? Math.min(before.length, after.length) : different;
}

function digestOf(lines: readonly StoreLine[]): string {
  return digest(lines.map(keyOf).join("\n"));
}

/** Equal for a line as it was made and as it comes back from a sheet. */
function keyOf(line: StoreLine): string {
  return JSON.stringify(trimmed(line));
}

function trimmed(line: readonly (CellValue | undefined)[]): StoreLine {
  const values = line.map((value) => (value === "" || value === undefined ? null : value));
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return values;
}

/** The rows from `first` up to and without `end`, those without cells included. */
function linesOf(grid: Grid, first: number, end: number): readonly StoreLine[] {
  const lines: StoreLine[] = [];
  for (const { row, values } of grid.rows) {
    if (row < first || row >= end) continue;
    while (lines.length < row - first) lines.push([]);
    lines.push(trimmed(Array.from(values)));
  }
  return lines;
}

function withoutEmptyEnd(lines: readonly StoreLine[]): readonly StoreLine[] {
  let { length } = lines;
  while (length > 0 && lines[length - 1]?.length === 0) length -= 1;
  return lines.slice(0, length);
}

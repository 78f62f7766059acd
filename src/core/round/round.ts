/**
 * The round is a set; the sheet is its projection (law 3). Kept are the base, the submissions by content, the decisions and
 * the edits made by hand. What the reply cells should hold is computed from these by `project`, always anew.
 */
import type { CellValue } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import type { ColumnKey } from "../ledger/columns";
import type { FigureWords } from "./figure";
import type { LongWay } from "./longCells";
import type { Reporting } from "./reporting";

/** A row of the round: its 序号 or goal key at the start, made unique. It stays the row's name when the sheet is renumbered. */
export type RowId = string;

export interface BaseRow {
  readonly id: RowId;
  readonly kind: "task" | "goal";
  /** By column key; empty cells are left out. */
  readonly cells: ReadonlyMap<ColumnKey, CellValue>;
  /** "2025 年工作目标" on a goal row, else null. */
  readonly label: string | null;
}

/** The ledger as it went out. */
export interface Base {
  readonly columns: readonly ColumnKey[];
  readonly rows: readonly BaseRow[];
  /** What headers of columns for figures say of them (累计, 万元); columns that say nothing are left out. */
  readonly words?: ReadonlyMap<ColumnKey, FigureWords>;
}

/** One value that a unit reports for one cell. */
export interface Entry {
  readonly row: RowId;
  readonly column: ColumnKey;
  /** In the column's own form: a number for figures, one of the four words for a known status, else the text without blank ends. */
  readonly value: CellValue;
  /** `sheet!A1` in the returned file. */
  readonly at: string;
  /** What its cell and header say around a figure; absent where they say nothing. */
  readonly words?: FigureWords;
}

/** A changed issued cell, or a cell of a row that the master does not have (`row` null). Never merged by itself. */
export interface Proposal {
  readonly row: RowId | null;
  readonly column: ColumnKey;
  readonly value: CellValue;
  readonly at: string;
}

export type UnitSource = "metadata" | "cell" | "name" | "person";

/** What one file says for one unit. Its name is its content: the same file twice is one submission. */
export interface Submission {
  readonly id: string;
  readonly file: string;
  /** In the master's own spelling where it has one. */
  readonly unit: string;
  readonly unitFrom: UnitSource;
  /** The day it was taken in, "2026-11-23". */
  readonly received: string;
  /** The run that took it in: undone together. */
  readonly run: string;
  /** Ids of submissions of the same unit whose values this one replaces where it has a value of its own. */
  readonly supersedes: readonly string[];
  /** Other files that say the same, by name; left out where there are none. */
  readonly copies?: readonly string[];
  readonly rows: readonly RowId[];
  readonly entries: readonly Entry[];
  readonly proposals: readonly Proposal[];
}

/** A person's choice in a conflict. It holds for the values that were on the table. */
export interface Decision {
  readonly row: RowId;
  readonly column: ColumnKey;
  /** "master", a unit or a file name; with `value` the text typed in. */
  readonly take: string;
  readonly value?: CellValue;
  /** The reported values that were on the table, as comparison texts; a value that came later is asked about anew. */
  readonly seen?: readonly string[];
  /** The day it was decided, "2026-11-23". */
  readonly decided?: string;
  /** Who decided, where it was said. */
  readonly by?: string;
}

/** What a person typed over our text: theirs from then on. */
export interface HandEdit {
  readonly row: RowId;
  readonly column: ColumnKey;
  /** What we would have shown when it was typed; of a composed column with every part labelled, even a single one. */
  readonly over: CellValue;
  readonly value: CellValue;
  /** The reported values the person could see, as comparison texts: these are answered by the edit, newer ones are not. */
  readonly seen: readonly string[];
  /** The day on which it was first seen in the sheet, "2026-11-23". */
  readonly noticed?: string;
}

/** A file as it came, kept whole until it is merged. */
export interface Received {
  /** Its content's name: the same file twice is kept once. */
  readonly id: string;
  readonly source: SourceFile;
  /** The day it came, "2026-11-23". */
  readonly received: string;
  /** A person wants it although it is of another round. */
  readonly insisted: boolean;
  /** Counts the times something was received, from 1: a file saved over and sent again replaces the former one. */
  readonly batch: number;
}

/** What a person said of a unit's return; a file's own words are not kept here. */
export interface Mark {
  readonly unit: string;
  readonly kind: MarkKind;
  readonly date: string;
  readonly reason: string;
}

/** paper, picture, phone: received on another way. zero: nothing new, last month's stands. returned: sent back. */
export type MarkKind = "paper" | "picture" | "phone" | "zero" | "returned";

/** The forms as they were sent out. */
export interface Dispatch {
  readonly name: string;
  /** The last day on which a return is in time, "2026-10-31". */
  readonly due: string;
  /** The day on which they were made. */
  readonly sent: string;
  /** `parentOf` the ledger that they were made from. */
  readonly parent: string;
  readonly forms: readonly { readonly unit: string | null; readonly file: string; readonly rows: readonly RowId[] }[];
}

export type PolicyName = "ask" | "lead" | "all-done" | "sum" | "max" | "list";

export interface Round {
  readonly id: string;
  readonly base: Base;
  readonly submissions: readonly Submission[];
  readonly decisions: readonly Decision[];
  readonly edits: readonly HandEdit[];
  /** By column, or by `rowPolicyKey` for a single cell; columns that are not here are asked. */
  readonly policies: ReadonlyMap<ColumnKey, PolicyName>;
  /** Who answers for a row; every unit that it names where nobody has said. */
  readonly reporting?: Reporting;
  /** By `cellKey`, how texts too long for their cell are kept. */
  readonly ways?: ReadonlyMap<string, LongWay>;
  /** Null where the round began without forms of ours: with the sheet as it was at the first merge. */
  readonly dispatch: Dispatch | null;
  /** What came and is not merged yet, by content, in the order of names. */
  readonly inbox: readonly Received[];
  /** What a person said of units' returns, at most one a unit and kind. */
  readonly marks: readonly Mark[];
  /** Units by file name, where a person said whose the file is: asked once. */
  readonly senders: ReadonlyMap<string, string>;
}

/** A round of which nothing has come back yet. */
export function beginRound(id: string, base: Base): Round {
  return { id, base, submissions: [], decisions: [], edits: [], policies: new Map(), dispatch: null, inbox: [], marks: [], senders: new Map() };
}

/** Whether the round holds nothing that its sheet could not tell: then it need not be kept. */
export function isUntouched({ submissions, decisions, edits, policies, dispatch, inbox, marks, senders }: Round): boolean {
  return dispatch === null && submissions.length + decisions.length + edits.length + policies.size + inbox.length + marks.length + senders.size === 0;
}

/** What a policy of a single cell is kept under; it goes before its column's. */
export function rowPolicyKey(row: RowId, column: ColumnKey): string {
  return `${row}|${column}`;
}

/** The order in which submissions count, whatever the order they came in. */
export function compareSubmissions(left: Submission, right: Submission): number {
  return compareText(left.file, right.file) || compareText(left.unit, right.unit) || compareText(left.id, right.id);
}

/** By UTF-16 units: no locale decides. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The same round with these submissions in it too; those whose content it has already change nothing. */
export function withSubmissions(round: Round, added: readonly Submission[]): Round {
  const byId = new Map<string, Submission>();
  for (const submission of [...round.submissions, ...[...added].sort(compareSubmissions)]) {
    const own = byId.get(submission.id);
    // One content under two names goes by the smaller name, whichever came first.
    byId.set(submission.id, own ? named(compareText(submission.file, own.file) < 0 ? submission : own, [...namesOf(own), ...namesOf(submission)]) : submission);
  }
  return { ...round, submissions: [...byId.values()].sort(compareSubmissions) };
}

/** The round with the names of files that say what it has already; each stays under the name that it goes by. */
export function withCopies(round: Round, again: readonly Submission[]): Round {
  const byId = new Map(again.map((own) => [own.id, namesOf(own)]));
  return { ...round, submissions: round.submissions.map((own) => (byId.has(own.id) ? named(own, [...namesOf(own), ...(byId.get(own.id) ?? [])]) : own)) };
}

/** The same round as if a file had never come with these submissions; what another file says in the same words stays, under that one's name. */
export function withoutFile(round: Round, ids: ReadonlySet<string>, file: string): Round {
  const submissions = round.submissions.flatMap((own) => {
    if (!ids.has(own.id)) return [own];
    const names = namesOf(own).filter((name) => name !== file).sort(compareText);
    return names[0] === undefined ? [] : [named({ ...own, file: names[0] }, names)];
  });
  return { ...round, submissions: submissions.sort(compareSubmissions) };
}

/** Every file that says it. */
export function namesOf({ file, copies = [] }: Submission): readonly string[] {
  return [file, ...copies];
}

function named(own: Submission, names: readonly string[]): Submission {
  const copies = [...new Set(names)].filter((name) => name !== own.file).sort(compareText);
  const { copies: former = [], ...bare } = own;
  if (copies.length === former.length) return own;
  return copies.length === 0 ? bare : { ...bare, copies };
}

/** The same round as if these submissions had never come. */
export function withoutSubmissions(round: Round, ids: ReadonlySet<string>): Round {
  return { ...round, submissions: round.submissions.filter(({ id }) => !ids.has(id)) };
}

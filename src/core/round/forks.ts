/**
 * Another master of the same round: a copy in which somebody else merged, a renamed one, or one that lost its store.
 * What it knows joins ours by union; where the two were decided or typed differently, that is said and asked, never picked.
 */
import type { CellValue, Grid } from "../grid/grid";
import { isEmpty, plainText } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import { type ColumnKey, ownerOf } from "../ledger/columns";
import { cellOf, type Ledger, placeOf } from "../ledger/ledger";
import { placeName } from "../grid/a1";
import { takeApart } from "./compose";
import { digest } from "./digest";
import type { Flag } from "./flag";
import type { LedgerUnits } from "./ledgerUnits";
import type { Decision, Entry, HandEdit, Received, Round, Submission } from "./round";
import { beginRound, withSubmissions } from "./round";
import { replyColumns, viewSheet, withHandEdits } from "./roundOfSheet";
import { keptValue, sameValue } from "./value";
import { cellKey } from "./voice";

export interface Fork {
  readonly source: SourceFile;
  readonly grid: Grid;
  readonly ledger: Ledger;
  /** As its store has it; null where it has none. */
  readonly round: Round | null;
}

export interface JoinedFork {
  readonly round: Round;
  readonly flags: readonly Flag[];
  /** Rows of the round that the fork shows. */
  readonly rows: number;
}

/** Our round with all that the fork knows. `run` is the run that takes it in. */
export function joinFork(ours: Round, fork: Fork, units: LedgerUnits, received: string, run: string): JoinedFork {
  const { file, begun } = { file: fork.source.name, begun: fork.round ?? beginRound(ours.id, ours.base) };
  const seen = viewSheet(begun, fork.ledger);
  const rows = seen.view.rows.size;
  const flags: Flag[] = [];
  const say = (kind: Flag["kind"], row: string | null, column: ColumnKey | null, params: Flag["params"]): void => void flags.push({ kind, file, row, column, at: null, params });
  const differs: Say = (row, column, params) => say("forkDiffers", row, column, params);
  const theirs = fork.round ? withHandEdits(seen.round, seen.view, units) : { ...begun, submissions: spokenIn(fork, ours, units, received, run, differs) };
  const id = digest(JSON.stringify([theirs.submissions.map((own) => own.id).sort(), theirs.decisions, theirs.edits, [...theirs.policies]]));
  // Joined before: what was decided since is not asked again.
  if (ours.submissions.some((own) => own.id === id)) return { round: ours, flags, rows };
  const edits = joinEdits(ours, theirs, differs);
  const decisions = joinDecisions(ours.decisions, theirs.decisions, differs);
  const mark: Submission = { id, file, unit: unitOfFork(file), unitFrom: "name", received, run, supersedes: [], rows: [], entries: edits.asked, proposals: [] };
  const joined = withSubmissions(ours, [...theirs.submissions.map((own) => ({ ...own, run })), mark]);
  say("fork", null, null, { files: new Set(theirs.submissions.map((own) => own.file)).size, rows });
  return { round: { ...joined, decisions, edits: edits.kept, policies: new Map([...theirs.policies, ...ours.policies]), inbox: joinInbox(ours.inbox, theirs.inbox), marks: joinMarks(ours, theirs), senders: new Map([...theirs.senders, ...ours.senders]) }, flags, rows };
}

/** Whether a submission only remembers that a master was joined. */
export function isForkMark({ rows, unit, file }: Pick<Submission, "rows" | "unit" | "file">): boolean {
  return rows.length === 0 && unit === unitOfFork(file);
}

/** What its texts are labelled by where nobody knows who wrote them. */
function unitOfFork(file: string): string {
  return `《${file.replace(/^.*[/\\]/u, "").replace(/\.[A-Za-z]{2,5}$/u, "")}》`;
}

/** Our own sheet's text of which nobody knows who wrote it. */
const OURS = "《本表》";

type Say = (row: string, column: ColumnKey, params: Flag["params"]) => void;

function joinEdits(ours: Round, theirs: Round, say: Say): { readonly kept: readonly HandEdit[]; readonly asked: readonly Entry[] } {
  const own = new Map(ours.edits.map((edit) => [cellKey(edit.row, edit.column), edit]));
  const asked: Entry[] = [];
  const added: HandEdit[] = [];
  for (const edit of theirs.edits) {
    const mine = own.get(cellKey(edit.row, edit.column));
    if (!mine) added.push(edit);
    else if (!sameValue(edit.column, mine.value, edit.value)) {
      asked.push({ row: edit.row, column: edit.column, value: keptValue(edit.column, edit.value), at: "" });
      say(edit.row, edit.column, { ours: plainText(mine.value), theirs: plainText(edit.value) });
    }
  }
  const kept = [...ours.edits, ...added].sort((left, right) => (cellKey(left.row, left.column) < cellKey(right.row, right.column) ? -1 : 1));
  return { kept, asked };
}

/** Where the two decided differently nothing is decided: the cell is asked again. */
function joinDecisions(ours: readonly Decision[], theirs: readonly Decision[], say: Say): readonly Decision[] {
  const byCell = new Map(ours.map((decision) => [cellKey(decision.row, decision.column), decision]));
  for (const other of theirs) {
    const key = cellKey(other.row, other.column);
    const mine = byCell.get(key);
    if (!mine) byCell.set(key, other);
    else if (mine.take === other.take && mine.value === other.value) byCell.set(key, { ...mine, seen: [...new Set([...(mine.seen ?? []), ...(other.seen ?? [])])].sort() });
    else {
      byCell.delete(key);
      say(other.row, other.column, { ours: plainText(mine.value ?? mine.take), theirs: plainText(other.value ?? other.take) });
    }
  }
  return [...byCell].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, decision]) => decision);
}

function joinInbox(ours: readonly Received[], theirs: readonly Received[]): readonly Received[] {
  const known = new Set(ours.map(({ id }) => id));
  return [...ours, ...theirs.filter(({ id }) => !known.has(id))];
}

function joinMarks(ours: Round, theirs: Round): Round["marks"] {
  const known = new Set(ours.marks.map(({ unit, kind }) => `${unit}|${kind}`));
  return [...ours.marks, ...theirs.marks.filter(({ unit, kind }) => !known.has(`${unit}|${kind}`))];
}

/** What a master without a store shows: labelled parts are their units', the rest is the row's only unit's, or the fork's own. */
function spokenIn(fork: Fork, ours: Round, units: LedgerUnits, received: string, run: string, differs: Say): readonly Submission[] {
  // Two masters without a store: what ours shows is as good as what theirs shows.
  const bothBare = ours.dispatch === null && ours.submissions.length === 0;
  const file = fork.source.name;
  const byUnit = new Map<string, Entry[]>();
  const { view } = viewSheet(ours, fork.ledger);
  const speak = (unit: string, entry: Entry): void => {
    const entries = byUnit.get(unit) ?? [];
    byUnit.set(unit, entries);
    if (!entries.some(({ row, column }) => row === entry.row && column === entry.column)) entries.push(entry);
  };
  for (const row of ours.base.rows) {
    const place = view.rows.get(row.id);
    if (!place) continue;
    const order = units.orderOf(row);
    const only = order.length === 1 ? (units.named.find((name) => units.keyOf(name) === order[0]) ?? null) : null;
    for (const column of replyColumns(ours.base.columns)) {
      const value = cellOf(fork.ledger, place, column);
      const at = placeOf(fork.ledger, place, column);
      if (isEmpty(value) || !at || sameValue(column, row.cells.get(column) ?? null, value)) continue;
      for (const { unit, text } of partsOf(column, value, units)) {
        const name = unit ?? only ?? unitOfFork(file);
        const own = bothBare ? (row.cells.get(column) ?? null) : null;
        if (!isEmpty(own) && ownerOf(column) !== "unit") {
          differs(row.id, column, { ours: plainText(own), theirs: plainText(value) });
          continue;
        }
        if (!isEmpty(own)) speak(only ?? OURS, { row: row.id, column, value: keptValue(column, own), at: "" });
        speak(name, { row: row.id, column, value: keptValue(column, text), at: placeName(at) });
      }
    }
  }
  return [...byUnit].map(([unit, entries]) => ({
    id: digest(JSON.stringify([unit, entries.map(({ row, column, value }) => [row, column, value])])),
    file, unit, unitFrom: "cell", received, run, supersedes: [], rows: [...new Set(entries.map(({ row }) => row))], entries, proposals: [],
  }));
}

function partsOf(column: ColumnKey, value: CellValue, units: LedgerUnits): readonly { readonly unit: string | null; readonly text: CellValue }[] {
  if (ownerOf(column) !== "unit") return [{ unit: null, text: value }];
  return takeApart(plainText(value), (name) => (units.isUnit(name) ? units.registry.identify(name).canonical : null));
}

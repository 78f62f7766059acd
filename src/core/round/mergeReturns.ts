/** One run of merging: returned files join the round, the sheet's projection is computed anew, the difference is the plan. */
import { parseIsoDay, type Day } from "../grid/day";
import { type CellValue, plainText } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { addsUp, type CellFate, type FateSum } from "./fate";
import type { Flag } from "./flag";
import { forkFates } from "./forkFates";
import { type Fork, joinFork, type JoinedFork } from "./forks";
import { issuedChange, type IssuedChange } from "./issuedChange";
import type { LedgerUnits } from "./ledgerUnits";
import { LONGEST_TEXT } from "../grid/excelLimits";
import type { LongWay } from "./longCells";
import { type ProjectedCell, project, type Projection, type RoundUnits } from "./projection";
import type { MissingReply, Refusal, ReturnReading } from "./reading";
import { type Decision, type PolicyName, type Round, type RowId, type Submission, type UnitSource, compareText, withCopies, withSubmissions } from "./round";
import { type CellChange, differences, sheetValue, type SheetView, withHandEdits } from "./roundOfSheet";
import { countedFates, listedFates, VerdictCounts } from "./settleFates";
import { replacing, says, supersede } from "./supersede";
import { cellKey, VoiceIndex } from "./voice";
import { short } from "../rules/say";
import type { Doubt } from "./policies/doubt";

export interface Conflict {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly base: CellValue;
  /** What the master shows and keeps until somebody decides. */
  readonly master: CellValue;
  readonly values: readonly { readonly unit: string; readonly value: CellValue; readonly file: string; readonly at: string }[];
  /** Why the column's policy could not tell; null where the column is asked. */
  readonly doubt: Doubt | null;
}

/** A total that a cell holds, with its parts and who is missing. */
export interface SumLine {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly total: CellValue;
  /** What it counts in, "" where nobody says. */
  readonly measure: string;
  /** `value` counts in `measure`; `said` is the figure as reported. */
  readonly parts: readonly { readonly unit: string; readonly value: number; readonly said: CellValue; readonly file: string; readonly at: string }[];
  readonly missing: readonly string[];
}

export interface ProposalLine {
  readonly row: RowId | null;
  readonly column: ColumnKey;
  readonly master: CellValue;
  readonly value: CellValue;
  readonly unit: string;
  readonly file: string;
  readonly at: string;
  /** What it does to target and deadline, as arithmetic; null where it touches neither. */
  readonly change: IssuedChange | null;
}

export interface FileOutcome {
  readonly file: string;
  readonly unit: string | null;
  readonly unitFrom: UnitSource | null;
  readonly status: "merged" | "refused";
  readonly refused: Refusal | { readonly kind: "sameContent"; readonly as: string } | null;
  readonly rows: number;
}

export interface MergeRun {
  readonly round: Round;
  /** Where the cells are only counted, with the verdicts of those cells alone that a person is told of. */
  readonly projection: Projection;
  readonly changes: readonly CellChange[];
  readonly files: readonly FileOutcome[];
  readonly conflicts: readonly Conflict[];
  readonly sums: readonly SumLine[];
  readonly proposals: readonly ProposalLine[];
  readonly missing: readonly MissingReply[];
  readonly notReturned: readonly string[];
  readonly flags: readonly Flag[];
  /** Every cell of every file; empty where the fates are only counted. */
  readonly cells: readonly CellFate[];
  readonly sum: FateSum;
  /** Law 1; a run that does not add up must not be written. */
  readonly addsUp: boolean;
}

export interface MergeQuestion {
  /** As the store has it, or begun with the sheet. */
  readonly round: Round;
  readonly view: SheetView;
  readonly readings: readonly ReturnReading[];
  /** Other masters of the round. */
  readonly forks?: readonly Fork[];
  /** The day and the run in which the forks are taken in. */
  readonly today?: string;
  readonly run?: string;
  readonly decisions: readonly Decision[];
  /** Files of which a person says that they replace what their units sent besides. */
  readonly replaces?: ReadonlySet<string>;
  readonly policies: ReadonlyMap<ColumnKey, PolicyName>;
  readonly units: LedgerUnits;
  /** How texts are kept that are too long for their cell; null leaves them to a person. */
  readonly long?: LongWay | null;
  /** Whether a text needs a higher row than Excel makes, where somebody can tell. */
  readonly isTooTall?: (row: RowId, column: ColumnKey, text: string) => boolean;
  /** The cells are listed, as their files were read; else only their sum is told. */
  readonly listed?: boolean;
}

/** The run. Files are taken in the order of their names, whatever order they came in. */
export function mergeReturns(question: MergeQuestion): MergeRun {
  const { view, units } = question;
  const day = parseIsoDay(question.today ?? "") ?? SOME_DAY;
  const readings = [...question.readings].sort((left, right) => compareText(left.file, right.file));
  const edited = withHandEdits(question.round, view, units, question.today);
  const forks = [...(question.forks ?? [])].sort((left, right) => compareText(left.source.name, right.source.name));
  const { before, joins } = joinForks(edited, forks, question);
  const fresh = supersede(before.submissions, readings.flatMap(({ submissions }) => submissions), (unit) => units.keyOf(unit), batchOf(readings));
  const known = withCopies(before, copiesOf(before, readings));
  const all = withSubmissions({ ...known, policies: new Map([...before.policies, ...question.policies]) }, fresh);
  const joined = { ...all, submissions: replacing(all.submissions, question.replaces ?? new Set(), (unit) => units.keyOf(unit)) };
  // Whose cells are only counted needs no more verdicts than those that a person is told of; the fates of another master ask for all.
  const listed = (question.listed ?? true) || forks.length > 0;
  const { round, projection, verdicts, tall } = withWays(withDecisions(joined, question, units), question, (own) => {
    const counts = new VerdictCounts(readings);
    return { verdicts: counts, projection: listed ? project(own, units) : project(own, units, (cell) => counts.take(cell)) };
  });
  const repeated = repeatedContents(readings, before.submissions);
  const sums = sumsOf(round, projection, units);
  const joinedCells = forks.flatMap((fork) => forkFates(fork, round, projection, units));
  const { cells, sum } = listed ? listedFates({ readings, projection, repeated, forks: joinedCells }) : countedFates(readings, repeated, verdicts);
  return {
    round,
    projection,
    changes: differences(round, view, projection),
    files: [...readings.map((reading) => outcomeOf(reading, repeated)), ...joins.map(({ file, rows }): FileOutcome => ({ file, unit: null, unitFrom: null, status: "merged", refused: null, rows }))],
    conflicts: conflictsOf(round, projection, view),
    sums,
    proposals: proposalsOf(round, view, day),
    missing: readings.flatMap(({ missing }) => missing),
    notReturned: units.named.filter((name) => !round.submissions.some(({ unit }) => units.keyOf(unit) === units.keyOf(name))),
    flags: [...joins.flatMap(({ flags }) => flags), ...tooLong(projection), ...tall.flatMap(tooTall), ...zeroFlags(projection, new Set(readings.map(({ file }) => file))), ...sums.flatMap(incomplete), ...readings.flatMap(({ flags }) => flags.map((flag) => withChange(flag, day))), ...runFlags(readings, round, repeated, units)],
    cells,
    sum,
    addsUp: addsUp(sum),
  };
}

/** What files bring that the round has already. */
function copiesOf({ submissions }: Round, readings: readonly ReturnReading[]): readonly Submission[] {
  const known = new Set(submissions.map(({ id }) => id));
  return readings.flatMap((reading) => reading.submissions.filter(({ id }) => known.has(id)));
}

function batchOf(readings: readonly ReturnReading[]): (submission: Submission) => number {
  const batches = new Map(readings.flatMap(({ submissions, batch }) => submissions.map(({ id }) => [id, batch] as const)));
  return ({ id }) => batches.get(id) ?? 0;
}

/** The round with everything that other masters of it know. */
function joinForks(ours: Round, forks: readonly Fork[], { units, today, run }: MergeQuestion): { readonly before: Round; readonly joins: readonly (JoinedFork & { readonly file: string })[] } {
  let before = ours;
  const joins = forks.map((fork) => {
    const joined = joinFork(before, fork, units, today ?? "", run ?? "");
    before = joined.round;
    return { ...joined, file: fork.source.name };
  });
  return { before, joins };
}

/** Decisions remember what was on the table, so that a value that comes later is asked about. */
function withDecisions(round: Round, { decisions: added, today }: MergeQuestion, units: RoundUnits): Round {
  if (added.length === 0) return round;
  const voices = new VoiceIndex(round, (unit) => units.keyOf(unit));
  const byCell = new Map(round.decisions.map((decision) => [cellKey(decision.row, decision.column), decision]));
  for (const decision of added) {
    const key = cellKey(decision.row, decision.column);
    const seen = [...new Set(voices.at(key).current.map(({ form }) => form))].sort();
    const former = byCell.get(key);
    // Said again it is the same decision, of the day on which it was made.
    const again = former?.take === decision.take && former.value === decision.value && JSON.stringify(former.seen) === JSON.stringify(seen);
    if (!again) byCell.set(key, { ...decision, seen, ...(today === undefined ? {} : { decided: today }) });
  }
  return { ...round, decisions: [...byCell].sort(([left], [right]) => compareText(left, right)).map(([, decision]) => decision) };
}

/** Files whose content another file of this run, or of an earlier one under another name, has already brought. */
function repeatedContents(readings: readonly ReturnReading[], stored: readonly Submission[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>(stored.map(({ id, file }) => [id, file]));
  const repeated = new Map<string, string>();
  for (const { file, submissions } of readings) {
    const first = submissions.map(({ id }) => owners.get(id));
    const [owner] = first;
    if (submissions.length > 0 && owner !== undefined && owner !== file && first.every((own) => own !== undefined)) repeated.set(file, owner);
    for (const { id } of submissions) if (!owners.has(id)) owners.set(id, file);
  }
  return repeated;
}

function outcomeOf({ file, unit, unitFrom, refused, rows }: ReturnReading, repeated: ReadonlyMap<string, string>): FileOutcome {
  const as = repeated.get(file);
  if (as !== undefined) return { file, unit, unitFrom, status: "refused", refused: { kind: "sameContent", as }, rows };
  return { file, unit, unitFrom, status: refused ? "refused" : "merged", refused, rows };
}

function conflictsOf(round: Round, projection: Projection, view: SheetView): readonly Conflict[] {
  const order = new Map(round.base.rows.map(({ id }, index) => [id, index]));
  const columns = new Map(round.base.columns.map((column, index) => [column, index]));
  return [...projection.cells.values()]
    .filter(({ kind }) => kind === "conflict")
    .sort((left, right) => (order.get(left.row) ?? 0) - (order.get(right.row) ?? 0) || (columns.get(left.column) ?? 0) - (columns.get(right.column) ?? 0))
    .map(({ row, column, base, verdicts, doubt }) => ({
      row,
      column,
      base,
      doubt: doubt ?? null,
      master: sheetValue(view, row, column),
      values: verdicts
        .filter(({ fate }) => fate === "conflict")
        .map(({ voice: { unit, value, file, at } }) => ({ unit, value, file, at })),
    }));
}

/** In the order of rows and columns. */
function sumsOf({ base, policies }: Round, projection: Projection, units: RoundUnits): readonly SumLine[] {
  if (![...policies.values()].includes("sum")) return [];
  return base.rows.flatMap(({ id }) =>
    base.columns.flatMap((column): SumLine[] => {
      const cell = projection.cells.get(cellKey(id, column));
      if (!cell?.tally) return [];
      const { measure, parts, missing } = cell.tally;
      return [{ row: id, column, total: cell.value, measure, parts: parts.map(({ voice: { unit, value: said, file, at }, value }) => ({ unit, value, said, file, at })), missing: missing.map((key) => units.nameOf(key)) }];
    }),
  );
}

function incomplete({ row, column, total, measure, parts, missing }: SumLine): readonly Flag[] {
  const [first] = parts;
  if (!first || missing.length === 0) return [];
  return [{ kind: "sumIncomplete", file: first.file, row, column, at: first.at, params: { total: plainText(total), measure, missing: missing.join("、") } }];
}

/** Replies of these files that only say that last month's stands. */
function zeroFlags({ cells }: Projection, files: ReadonlySet<string>): readonly Flag[] {
  return [...cells.values()].flatMap(({ row, column, base, verdicts }) =>
    verdicts.flatMap(({ voice: { unit, value, file, at }, reason }): Flag[] =>
      reason === "zeroReport" && files.has(file) ? [{ kind: "zeroReport", file, row, column, at, params: { unit, value: plainText(value), kept: short(plainText(base)) } }] : [],
    ),
  );
}

function proposalsOf(round: Round, view: SheetView, today: Day): readonly ProposalLine[] {
  return round.submissions.flatMap(({ unit, file, proposals }) =>
    proposals.map(({ row, column, value, at }): ProposalLine => {
      const master = row === null ? null : sheetValue(view, row, column);
      return { row, column, master, value, unit, file, at, change: row === null ? null : issuedChange(column, master, value, today) };
    }),
  );
}

/** Where nobody says what day it is; only words such as 年底前 are reckoned from it, and they are said as written. */
const SOME_DAY: Day = { year: 2000, month: 1, day: 1 };

/** The flag of a changed issued cell says what became of target and deadline. */
function withChange(flag: Flag, today: Day): Flag {
  if (flag.kind !== "issuedChanged" || flag.column === null) return flag;
  const change = issuedChange(flag.column, flag.params["master"] ?? null, flag.params["value"] ?? null, today);
  return change === null ? flag : { ...flag, params: { ...flag.params, change: change.zh, changeEn: change.en } };
}

interface Projected {
  readonly projection: Projection;
  readonly verdicts: VerdictCounts;
}

/** The round with the chosen way for every cell that can't show its texts; without a choice the tall ones are told, and the long ones asked. */
function withWays(round: Round, { long, isTooTall }: MergeQuestion, projected: (round: Round) => Projected): Projected & { readonly round: Round; readonly tall: readonly ProjectedCell[] } {
  const first = projected(round);
  const cells = [...first.projection.cells.values()];
  const tall = isTooTall ? cells.filter(({ row, column, kind, value, details }) => kind === "composed" && !details && isTooTall(row, column, plainText(value))) : [];
  const open = long ? [...tall, ...cells.filter(({ doubt }) => doubt?.kind === "tooLong")] : [];
  if (!long || open.length === 0) return { ...first, round, tall };
  const apart = { ...round, ways: new Map([...(round.ways ?? []), ...open.map(({ row, column }) => [cellKey(row, column), long] as const)]) };
  return { ...projected(apart), round: apart, tall: [] };
}

function tooTall({ row, column, value, verdicts }: ProjectedCell): readonly Flag[] {
  const first = verdicts[0]?.voice;
  return first ? [{ kind: "tooTall", file: first.file, row, column, at: first.at, params: { length: plainText(value).length } }] : [];
}

/** Cells whose texts together are longer than a cell can be. */
function tooLong({ cells }: Projection): readonly Flag[] {
  return [...cells.values()].flatMap(({ row, column, kind, verdicts }): Flag[] => {
    const length = verdicts.reduce((sum, { voice }) => sum + plainText(voice.value).length, 0);
    const first = verdicts[0]?.voice;
    if (kind !== "conflict" || length <= LONGEST_TEXT || !first) return [];
    return [{ kind: "tooLong", file: first.file, row, column, at: first.at, params: { length } }];
  });
}

function runFlags(readings: readonly ReturnReading[], round: Round, repeated: ReadonlyMap<string, string>, units: RoundUnits): readonly Flag[] {
  const flag = (kind: Flag["kind"], file: string, params: Flag["params"]): Flag => ({ kind, file, row: null, column: null, at: null, params });
  const known = new Map(round.submissions.map((submission) => [submission.id, submission]));
  return readings.flatMap(({ file, submissions }) => {
    const as = repeated.get(file);
    if (as !== undefined) return [flag("sameContent", file, { as })];
    return submissions.flatMap((submission): Flag[] => {
      const own = known.get(submission.id);
      const former = own?.supersedes.flatMap((id) => known.get(id)?.file ?? []) ?? [];
      if (former.length > 0) return [flag("supersedes", file, { former: former.join("、"), unit: submission.unit })];
      const others = round.submissions.filter((other) => other.id !== submission.id && units.keyOf(other.unit) === units.keyOf(submission.unit) && !other.supersedes.includes(submission.id));
      return others.length > 0 && !says(file) ? [flag("secondFile", file, { other: others.map((other) => other.file).join("、"), unit: submission.unit })] : [];
    });
  });
}

/** 汇总: returned files join the round; what the sheet must show is planned, previewed and written as one batch. */
import type { SourceFile } from "../core/grid/sourceFile";
import type { ColumnKey } from "../core/ledger/columns";
import { digest } from "../core/round/digest";
import { ledgerUnits, roundView } from "../core/round/ledgerUnits";
import { mergeReturns, type MergeRun } from "../core/round/mergeReturns";
import { bareFork, sameRound, storedFork } from "../core/round/recogniseFork";
import { readReturn } from "../core/round/readReturn";
import { beginRound, type Decision, isUntouched, type PolicyName, type Received, type Round, type RowId, rowPolicyKey } from "../core/round/round";
import { baseOf, viewSheet } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { nextRun, type Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { arrivalOf } from "./arrival";
import { type Master, type MasterFault, usableStore } from "./master";
import { withReplyColumns } from "./replyColumns";
import { isIdle, withStore } from "./storeWrites";

export interface MergeRequest {
  readonly returns: readonly SourceFile[];
  /** Without returns: files that waited and are merged already, to be told of again beside those that still wait. */
  readonly again?: readonly Received[];
  readonly decisions: readonly Decision[];
  /** By column, or by `rowPolicyKey` for a single cell; the workbook's settings come before them. */
  readonly policies: ReadonlyMap<ColumnKey, PolicyName>;
  /** Units by file name, where a person says whose a file is. */
  readonly senders?: ReadonlyMap<string, string>;
  /** Files of another round that are wanted all the same. */
  readonly insisted?: ReadonlySet<string>;
  /** Reply columns that returns fill in and the sheet lacks are added to its right. */
  readonly addColumns?: boolean;
  /** Today, "2026-11-23". */
  readonly today: string;
}

export interface MergePlan {
  readonly run: MergeRun;
  readonly store: Store;
  /** Where each row of the round stands in the sheet, from 0; rows that the sheet has lost are missing. */
  readonly sheetRows: ReadonlyMap<RowId, number>;
  /** Null where nothing would change: then nothing is written. */
  readonly batch: Batch | null;
}

/** Plans a merge; pure after the master was read. Without returns, what was received is merged. */
export function planMerge(given: Master, request: MergeRequest): Result<MergePlan, MasterFault> {
  const stored = usableStore(given);
  if (!stored.ok) return stored;
  const store = stored.value;
  const inbox = request.returns.length === 0 ? withFormer(store.round?.inbox ?? [], request.again ?? []) : [];
  const sources = [...request.returns, ...inbox.map(({ source }) => source)];
  const { master, headers } = request.addColumns ? withReplyColumns(given, sources) : { master: given, headers: [] };
  const candidates = sources.map((source) => ({ source, fork: storedFork(source) }));
  const begun = store.round ?? beganAs(newRound(given), candidates.flatMap(({ fork }) => fork?.round ?? []));
  const seen = viewSheet({ ...begun, senders: new Map([...begun.senders, ...(request.senders ?? [])]) }, master.ledger);
  const { round, view } = seen;
  const units = ledgerUnits(round.base);
  const against = roundView(round, units);
  const id = nextRun(store);
  const forks = candidates.flatMap(({ source, fork }) => (fork?.round ? (sameRound(fork.round, round) ? [fork] : []) : (bareFork(source, round, units) ?? [])));
  const waiting = new Map(inbox.map((own) => [own.source, own]));
  const readings = sources.filter((source) => !forks.some((fork) => fork.source === source)).map((source) => {
    const own = waiting.get(source);
    const insisted = request.insisted?.has(source.name) ?? false;
    const arrival = own ? arrivalOf(own, round, id) : { received: request.today, run: id, unit: round.senders.get(source.name) ?? null };
    return readReturn(source, against, insisted ? { ...arrival, insisted } : arrival);
  });
  const merged = mergeReturns({ round, view, readings, forks, today: request.today, run: id, decisions: request.decisions, policies: policiesOf(store, request), units });
  const run = { ...merged, round: { ...merged.round, inbox: stillWaiting(merged.round, inbox, merged) } };
  const after = remember(store, run.round, id, request.today);
  const sheetRows = new Map([...view.rows].map(([row, { gridRow }]) => [row, gridRow]));
  if (!run.addsUp) return ok({ run, store, sheetRows, batch: null });
  const cells = run.changes.map(({ at, from, to }) => ({ kind: "setCell" as const, at, from, to }));
  const batch = withStore({ ...EMPTY_BATCH, changes: cells.length === 0 ? [] : [...headers, ...cells] }, store, after);
  return ok({ run, store: after, sheetRows, batch: isIdle(batch) ? null : batch });
}

function withFormer(waiting: readonly Received[], again: readonly Received[]): readonly Received[] {
  const known = new Set(waiting.map(({ id }) => id));
  return [...again.filter(({ id }) => !known.has(id)), ...waiting];
}

/** What was received and could not be used waits on, for whoever can say more. */
function stillWaiting(round: Round, taken: readonly Received[], { files }: MergeRun): readonly Received[] {
  const refused = new Set(files.filter(({ refused: why }) => why !== null && why.kind !== "sameContent").map(({ file }) => file));
  return round.inbox.filter((own) => !taken.includes(own) || refused.has(own.source.name));
}

function policiesOf({ settings }: Store, { policies }: MergeRequest): ReadonlyMap<ColumnKey, PolicyName> {
  const single = [...settings.rowPolicies].flatMap(([row, columns]) => [...columns].map(([column, policy]) => [rowPolicyKey(row, column), policy] as const));
  return new Map([...settings.policies, ...single, ...policies]);
}

/** A master that lost its store began as its sister did: what differs on its sheet is then known by difference. */
function beganAs(own: Round, sisters: readonly Round[]): Round {
  const sister = sisters.find((other) => sameRound(other, own));
  return sister ? { ...beginRound(sister.id, sister.base), dispatch: sister.dispatch, policies: sister.policies } : own;
}

/** A round begins with the sheet as it is. */
export function newRound({ ledger }: Pick<Master, "ledger">): Round {
  const base = baseOf(ledger);
  const content = base.rows.map(({ id, cells }) => [id, ...cells]);
  return beginRound(digest(JSON.stringify(content)), base);
}

/** The store with this round; a run is listed while it still has something in the round. */
export function remember(store: Store, round: Round, run: string, today: string): Store {
  const used = new Set(round.submissions.map((submission) => submission.run));
  const own = used.has(run) && !store.runs.some(({ id }) => id === run) ? [{ id: run, command: "merge", date: today, summary: "" }] : [];
  const runs = [...store.runs.filter(({ id, command }) => command !== "merge" || used.has(id)), ...own];
  return { ...store, runs, round: isUntouched(round) && store.round === null ? null : round };
}

/** 汇总: returned files join the round; what the sheet must show is planned, previewed and written as one batch. */
import type { SourceFile } from "../core/grid/sourceFile";
import type { ColumnKey } from "../core/ledger/columns";
import { digest } from "../core/round/digest";
import { ledgerUnits, roundView } from "../core/round/ledgerUnits";
import { mergeReturns, type MergeRun } from "../core/round/mergeReturns";
import { bareFork, sameRound, storedFork } from "../core/round/recogniseFork";
import { readReturn } from "../core/round/readReturn";
import { beginRound, type Decision, isUntouched, type PolicyName, type Round, type RowId } from "../core/round/round";
import { baseOf, viewSheet } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { nextRun, type Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, storeWrites, usableStore } from "./master";

export interface MergeRequest {
  readonly returns: readonly SourceFile[];
  readonly decisions: readonly Decision[];
  readonly policies: ReadonlyMap<ColumnKey, PolicyName>;
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

/** Plans a merge; pure after the master was read. */
export function planMerge(master: Master, request: MergeRequest): Result<MergePlan, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const store = stored.value;
  const candidates = request.returns.map((source) => ({ source, fork: storedFork(source) }));
  const begun = store.round ?? beganAs(newRound(master), candidates.flatMap(({ fork }) => fork?.round ?? []));
  const { round, view } = viewSheet(begun, master.ledger);
  const units = ledgerUnits(round.base);
  const against = roundView(round, units);
  const id = nextRun(store);
  const forks = candidates.flatMap(({ source, fork }) => (fork?.round ? (sameRound(fork.round, round) ? [fork] : []) : (bareFork(source, round, units) ?? [])));
  const returns = request.returns.filter((source) => !forks.some((fork) => fork.source === source));
  const readings = returns.map((source) => readReturn(source, against, { received: request.today, run: id }));
  const run = mergeReturns({ round, view, readings, forks, today: request.today, run: id, decisions: request.decisions, policies: request.policies, units });
  const after = remember(store, run.round, id, request.today);
  const sheetRows = new Map([...view.rows].map(([row, { gridRow }]) => [row, gridRow]));
  if (!run.addsUp) return ok({ run, store, sheetRows, batch: null });
  const changes = run.changes.map(({ at, from, to }) => ({ kind: "setCell" as const, at, from, to }));
  const writes = storeWrites(store, after);
  const nothing = changes.length === 0 && writes.sheets.length === 0 && writes.removeSheets.length === 0;
  return ok({ run, store: after, sheetRows, batch: nothing ? null : { ...EMPTY_BATCH, changes, ...writes } });
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

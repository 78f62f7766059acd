/**
 * 汇总, file by file: begun with a master, files are taken one after the other, at the end stands the plan. Of a file is kept
 * what it says; its sheets are let go at once, so that a thousand files need the memory of their answers.
 */
import type { SourceFile } from "../core/grid/sourceFile";
import { isTooTall } from "../core/form/cellRoom";
import type { SheetForm } from "../core/form/form";
import type { ColumnKey } from "../core/ledger/columns";
import { placeOf } from "../core/ledger/ledger";
import { findLedger, type FoundLedger } from "../core/parse/parseLedger";
import type { Change } from "../core/plan/change";
import type { Fork } from "../core/round/forks";
import { type LedgerUnits, ledgerUnits, roundView } from "../core/round/ledgerUnits";
import type { LongWay } from "../core/round/longCells";
import { type MergeQuestion, mergeReturns, type MergeRun } from "../core/round/mergeReturns";
import { titleLines } from "../core/round/oldForm";
import { OwnTexts } from "../core/round/ownTexts";
import { readReturn } from "../core/round/readReturn";
import type { ReturnReading, RoundView } from "../core/round/reading";
import { bareFork, sameRound, storedFork } from "../core/round/recogniseFork";
import { beginRound, type Decision, type PolicyName, type Received, type Round, type RowId } from "../core/round/round";
import { type SheetView, viewSheet } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { nextRun, type Store } from "../core/store/store";
import { type Batch, EMPTY_BATCH } from "../excel/port";
import { arrivalOf } from "./arrival";
import { withDetails } from "./detailsSheet";
import { type Master, type MasterFault, usableStore } from "./master";
import { newRound, remember } from "./newRound";
import { filledColumns, withReplyColumns } from "./replyColumns";
import { policyMap } from "./settings";
import { isIdle, withStore } from "./storeWrites";

export interface MergeRequest {
  readonly returns: readonly SourceFile[];
  /** Without returns: files that waited and are merged already, to be told of again beside those that still wait. */
  readonly again?: readonly Received[];
  readonly decisions: readonly Decision[];
  /** By column, or by `rowPolicyKey` for a single cell; the workbook's settings come before them. */
  readonly policies: ReadonlyMap<ColumnKey, PolicyName>;
  /** Files of which a person says that they replace what their units sent besides. */
  readonly replaces?: ReadonlySet<string>;
  /** How texts are kept that are too long for their cell; without it they are left to a person. */
  readonly long?: LongWay;
  /** How the master's sheet looks, asked for only where a text is long; null where nobody can tell. */
  readonly form?: () => SheetForm | null;
  /** Units by file name, where a person says whose a file is. */
  readonly senders?: ReadonlyMap<string, string>;
  /** Files of another round that are wanted all the same. */
  readonly insisted?: ReadonlySet<string>;
  /** Reply columns that returns fill in and the sheet lacks are added to its right. */
  readonly addColumns?: boolean;
  /** Every cell is listed with its fate; else the fates are only counted, which takes the same sum and far less memory. Listed by default. */
  readonly listed?: boolean;
  /** The store is kept in a file beside the workbook, so that the batch leaves it out. */
  readonly storeBeside?: boolean;
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

export type MergeWishes = Omit<MergeRequest, "returns" | "again">;

/** Begins, or says why the master can't be merged into. */
export function beginMerging(given: Master, wishes: MergeWishes): Result<Merging, MasterFault> {
  const store = usableStore(given);
  return store.ok ? ok(new Merging(given, store.value, wishes)) : store;
}

/** What files are read against. */
interface Stage {
  readonly headers: readonly Change[];
  readonly round: Round;
  readonly view: SheetView;
  readonly units: LedgerUnits;
  readonly against: RoundView;
}

export class Merging {
  private readonly given: Master;
  private readonly store: Store;
  private readonly wishes: MergeWishes;
  private readonly run: string;
  /** What the files taught that all of them are to be read with. */
  private readonly columns = new Set<ColumnKey>();
  private sister: Round | null = null;
  private stage: Stage;
  private readings: ReturnReading[] = [];
  private forks: Fork[] = [];
  private taken: Received[] = [];
  private texts = new OwnTexts();

  constructor(given: Master, store: Store, wishes: MergeWishes) {
    this.given = given;
    this.store = store;
    this.wishes = wishes;
    this.run = nextRun(store);
    this.stage = this.open();
  }

  /** What was received and waits. */
  get inbox(): readonly Received[] {
    return this.store.round?.inbox ?? [];
  }

  /**
   * Takes a file; `received` is its entry of the inbox. "startOver": it taught something that the files before it should have
   * been read with (a column that the master lacks, how the round began), so that nothing is taken, and all come again.
   */
  take(source: SourceFile, received: Received | null = null): "taken" | "startOver" {
    const stored = storedFork(source);
    const found: FoundLedger = stored ? ok(stored) : findLedger(source.grids);
    if (this.learn(found, stored)) {
      this.stage = this.open();
      if (this.readings.length + this.forks.length > 0) {
        [this.readings, this.forks, this.taken, this.texts] = [[], [], [], new OwnTexts()];
        return "startOver";
      }
    }
    const fork = this.forkIn(source, found, stored);
    if (received) this.taken.push(received);
    if (fork) this.forks.push(fork);
    else this.readings.push(this.readingOf(source, found, received));
    return "taken";
  }

  /** The plan of all that was taken, which is then let go. */
  finish(): MergePlan {
    const { readings, forks } = this;
    [this.readings, this.forks, this.texts] = [[], [], new OwnTexts()];
    const { store, wishes } = this;
    const { headers, round, view, units } = this.stage;
    const merged = mergeReturns({
      round, view, readings, forks, today: wishes.today, run: this.run,
      decisions: wishes.decisions, replaces: wishes.replaces ?? new Set(), policies: new Map([...policyMap(store.settings), ...wishes.policies]), units, listed: wishes.listed ?? true,
      long: wishes.long ?? null, ...tallness(wishes.form, view),
    });
    const run = { ...merged, round: { ...merged.round, inbox: stillWaiting(merged.round, this.taken, merged) } };
    const after = remember(store, run.round, this.run, wishes.today);
    const sheetRows = new Map([...view.rows].map(([row, { gridRow }]) => [row, gridRow]));
    if (!run.addsUp) return { run, store, sheetRows, batch: null };
    const cells = run.changes.map(({ at, from, to }) => ({ kind: "setCell" as const, at, from, to }));
    const cellWrites = { ...EMPTY_BATCH, changes: cells.length === 0 ? [] : [...headers, ...cells] };
    const writes = withDetails(cellWrites, this.given.grids, run.round, run.projection, units);
    const batch = wishes.storeBeside ? writes : withStore(writes, store, after);
    return { run, store: after, sheetRows, batch: isIdle(batch) ? null : batch };
  }

  /** Whether the file teaches something that is not known yet. */
  private learn(found: FoundLedger, stored: Fork | null): boolean {
    let fresh = false;
    for (const key of this.wishes.addColumns && found.ok ? filledColumns(found.value.ledger) : []) {
      if (this.given.ledger.index.has(key) || this.columns.has(key)) continue;
      this.columns.add(key);
      fresh = true;
    }
    // A master that lost its store began as its sister did: what differs on its sheet is then known by difference.
    if (stored?.round && this.store.round === null && this.sister === null && sameRound(stored.round, newRound(this.given))) {
      this.sister = stored.round;
      fresh = true;
    }
    return fresh;
  }

  private open(): Stage {
    const { master, headers } = withReplyColumns(this.given, this.columns);
    const own = newRound(master);
    const sister = this.sister;
    const begun = this.store.round ?? (sister ? { ...beginRound(sister.id, sister.base), dispatch: sister.dispatch, policies: sister.policies } : own);
    const { round, view } = viewSheet({ ...begun, ...reportingOf(this.store, begun), senders: new Map([...begun.senders, ...(this.wishes.senders ?? [])]) }, master.ledger);
    const units = ledgerUnits(round.base);
    return { headers, round, view, units, against: roundView(round, units, titleLines(master.grid, master.ledger)) };
  }

  private forkIn(source: SourceFile, found: FoundLedger, stored: Fork | null): Fork | null {
    const { round, units } = this.stage;
    if (stored?.round) return sameRound(stored.round, round) ? stored : null;
    return bareFork(source, round, units, found);
  }

  private readingOf(source: SourceFile, found: FoundLedger, received: Received | null): ReturnReading {
    const { round, against } = this.stage;
    const insisted = this.wishes.insisted?.has(source.name) ?? false;
    const arrival = received ? arrivalOf(received, round, this.run) : { received: this.wishes.today, run: this.run, unit: round.senders.get(source.name) ?? null };
    return readReturn(source, against, insisted ? { ...arrival, insisted } : arrival, { listed: this.wishes.listed ?? true, found, texts: this.texts });
  }
}

/** Shorter texts fit a row of 409 points in any column that a person can read. */
const SHORT = 150;

function tallness(formOf: MergeRequest["form"], view: SheetView): Pick<MergeQuestion, "isTooTall"> {
  if (!formOf) return {};
  const isTooTallIn = (row: RowId, column: ColumnKey, text: string): boolean => {
    const own = view.rows.get(row);
    const at = own && text.length > SHORT ? placeOf(view.ledger, own, column) : undefined;
    const form = at ? formOf() : null;
    return form !== null && at !== undefined && isTooTall(form, at.row, at.col, text);
  };
  return { isTooTall: isTooTallIn };
}

/** Plans a merge; pure after the master was read. Without returns, what was received is merged. */
export function planMerge(given: Master, request: MergeRequest): Result<MergePlan, MasterFault> {
  const merging = beginMerging(given, request);
  if (!merging.ok) return merging;
  const { returns, again = [] } = request;
  const waiting = withFormer(merging.value.inbox, again).map((received) => ({ source: received.source, received }));
  takeAll(merging.value, returns.length > 0 ? returns.map((source) => ({ source, received: null })) : waiting);
  return ok(merging.value.finish());
}

/** Takes files that are all at hand. */
export function takeAll(merging: Merging, files: readonly { readonly source: SourceFile; readonly received: Received | null }[]): void {
  for (let at = 0; at < files.length; at += 1) {
    const file = files[at];
    if (file && merging.take(file.source, file.received) === "startOver") at = -1;
  }
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

/** Who answers for a row, where the workbook says other than everybody. */
function reportingOf({ settings: { reporting } }: Store, begun: Round): Pick<Round, "reporting"> {
  return reporting === "each" && begun.reporting === undefined ? {} : { reporting };
}

/** 撤销: a run, a file or the last of all is taken back, through the same guard as everything that is written. */
import { placeName } from "../core/grid/a1";
import type { CellRef } from "../core/grid/grid";
import { cellOf, type Ledger, placeOf } from "../core/ledger/ledger";
import type { Change } from "../core/plan/change";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { project } from "../core/round/projection";
import { isUntouched, namesOf, type Round, withoutFile, withoutSubmissions } from "../core/round/round";
import { differences, viewSheet, withHandEdits } from "../core/round/roundOfSheet";
import { err, ok, type Result } from "../core/result";
import type { JournalChange, Store } from "../core/store/store";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { TARGET_SHEET } from "../core/lights/targetSheet";
import { memoriesWithoutLights } from "./litRows";
import { withDetails } from "./detailsSheet";
import { type Master, type MasterFault, usableStore } from "./master";
import { withSettings } from "./settings";
import { SETTINGS_COMMAND, withoutSettingsRun } from "./settingsRuns";
import { withStore } from "./storeWrites";

/** The last run where neither is given. */
export interface UndoRequest {
  readonly run?: string;
  readonly file?: string;
}

export interface UndoPlan {
  readonly undone: readonly { readonly at: string; readonly from: unknown; readonly to: unknown }[];
  readonly left: readonly { readonly at: string; readonly reason: string }[];
  /** Settings that come back, in words. */
  readonly settings: readonly string[];
  readonly batch: Batch;
  readonly store: Store;
}

export type UndoFault = MasterFault | { readonly from: "undo"; readonly fault: { readonly kind: "nothingToUndo" | "noSuchRun" | "noSuchFile"; readonly name: string } };

/** Plans taking something back; what a person changed since is left as it is and listed. */
export function planUndo(master: Master, request: UndoRequest): Result<UndoPlan, UndoFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const store = stored.value;
  if (request.file !== undefined) {
    const ids = newestOf(store.round, request.file);
    if (ids.size === 0) return err({ from: "undo", fault: { kind: "noSuchFile", name: request.file } });
    const { file } = request;
    return ok(withRound(master, store, (round) => withoutFile(round, ids, file)));
  }
  const run = request.run ?? lastRun(store);
  if (run === null) return err({ from: "undo", fault: { kind: "nothingToUndo", name: "" } });
  const line = store.runs.find(({ id }) => id === run);
  if (!line) return err({ from: "undo", fault: { kind: "noSuchRun", name: run } });
  if (line.command === "merge") {
    const ids = new Set(store.round?.submissions.filter((submission) => submission.run === run).map(({ id }) => id));
    return ok(withRound(master, store, (round) => withoutSubmissions(round, ids)));
  }
  if (line.command === SETTINGS_COMMAND) return ok(withoutSettings(store, run));
  const without: Store = { ...store, runs: store.runs.filter(({ id }) => id !== run) };
  return ok(line.command === "light" ? withoutLights(master, store, without) : withoutEdits(master, store, without, run));
}

function lastRun(store: Store): string | null {
  return store.runs.at(-1)?.id ?? null;
}

/** The newest version of the file: an older one of the same name then counts again. */
function newestOf(round: Round | null, file: string): ReadonlySet<string> {
  const same = (round?.submissions ?? []).filter((submission) => namesOf(submission).includes(file));
  const replaced = new Set(same.flatMap(({ supersedes }) => supersedes));
  return new Set(same.filter(({ id }) => !replaced.has(id)).map(({ id }) => id));
}

function withRound(master: Master, store: Store, take: (round: Round) => Round): UndoPlan {
  if (!store.round) return { undone: [], left: [], settings: [], batch: EMPTY_BATCH, store };
  const seen = viewSheet(store.round, master.ledger);
  const units = ledgerUnits(seen.round.base);
  const edited = withHandEdits(seen.round, seen.view, units);
  const round = take(edited);
  const projection = project(round, units);
  const changes = differences(round, seen.view, projection).map(({ at, from, to }): Change => ({ kind: "setCell", at, from, to }));
  const used = new Set(round.submissions.map(({ run }) => run));
  const after: Store = { ...store, round: isUntouched(round) ? null : round, runs: store.runs.filter(({ id, command }) => command !== "merge" || used.has(id)) };
  return finish(store, after, changes, [], withDetails(EMPTY_BATCH, master.grids, round, projection, units));
}

function withoutEdits(master: Master, store: Store, without: Store, run: string): UndoPlan {
  const own = store.changes.filter((change) => change.run === run);
  const after: Store = { ...without, changes: store.changes.filter((change) => change.run !== run) };
  const changes: Change[] = [];
  const left: { at: string; reason: string }[] = [];
  for (const change of [...own].reverse()) {
    const at = findAgain(master.ledger, change);
    if (at) changes.push({ kind: "setCell", at, from: change.to, to: change.from });
    else left.push({ at: placeName(change.at), reason: "此处后来又被修改，保持现状" });
  }
  return finish(store, after, changes, left);
}

/** The cell of a journal line: its row by key and column, wherever that row stands now, if it still holds what we wrote. */
function findAgain(ledger: Ledger, { row, column, at, to }: JournalChange): CellRef | null {
  if (column === null) return null;
  const rows = ledger.rows.filter((own) => cellOf(ledger, own, column) === to);
  const found = rows.find((own) => own.key === row) ?? rows.find((own) => own.gridRow === at.row);
  return (found && placeOf(ledger, found, column)) ?? null;
}

function withoutSettings(store: Store, run: string): UndoPlan {
  const { settings, undone, left } = withoutSettingsRun(store, run);
  const after = withSettings(store, { ...store, settings, runs: store.runs.filter(({ id }) => id !== run), changes: store.changes.filter((change) => change.run !== run) });
  return { undone, settings: undone.map(({ at, from, to }) => `${at}　${from ?? "默认"} → ${to ?? "默认"}`), left: left.map(({ at }) => ({ at, reason: "此项设置后来又被修改，保持现状" })), batch: withStore(EMPTY_BATCH, store, after), store: after };
}

function withoutLights(master: Master, store: Store, without: Store): UndoPlan {
  const own = master.grids.some(({ sheet }) => sheet === TARGET_SHEET);
  const after: Store = { ...without, ...memoriesWithoutLights(master, store) };
  const batch: Batch = { ...EMPTY_BATCH, removeLayers: [master.ledger.sheet], removeSheets: own ? [TARGET_SHEET] : [] };
  return { undone: [{ at: master.ledger.sheet, from: "亮灯", to: null }], left: [], settings: [], batch: withStore(batch, store, after), store: after };
}

function finish(before: Store, after: Store, changes: readonly Change[], left: UndoPlan["left"], batch: Batch = EMPTY_BATCH): UndoPlan {
  return {
    undone: changes.map(({ at, from, to }) => ({ at: placeName(at), from, to })),
    left,
    settings: [],
    batch: withStore({ ...batch, changes }, before, after),
    store: after,
  };
}

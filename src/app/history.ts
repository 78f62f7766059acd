/** 来历: what a cell of the master has gone through, in the round and by our own corrections. */
import type { CellRef, CellValue } from "../core/grid/grid";
import { valueAt } from "../core/grid/grid";
import { cellOf, columnAt } from "../core/ledger/ledger";
import { type CellBiography, cellBiography } from "../core/round/biography";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { viewSheet, withHandEdits } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { type Master, type MasterFault, usableStore } from "./master";
import { newRound } from "./newRound";

/** A correction of ours: a rule's fix, a settled deadline. */
export interface Correction {
  readonly run: string;
  readonly command: string;
  readonly date: string;
  readonly rule: string;
  readonly from: CellValue;
  readonly to: CellValue;
}

export interface CellHistory {
  readonly at: CellRef;
  /** What the sheet shows now. */
  readonly shown: CellValue;
  /** Null where the place is no cell of the round's rows and columns. */
  readonly life: CellBiography | null;
  readonly corrections: readonly Correction[];
}

/** The history of a place of the ledger's sheet; what was typed into it since the last run counts as typed today. */
export function historyOf(master: Master, at: CellRef, today: string): Result<CellHistory, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const { runs, changes } = stored.value;
  const { round: known, view } = viewSheet(stored.value.round ?? newRound(master), master.ledger);
  const units = ledgerUnits(known.base);
  const round = withHandEdits(known, view, units, today);
  const column = at.sheet === master.ledger.sheet ? columnAt(master.ledger, at.col) : null;
  const found = [...view.rows].find(([, { gridRow }]) => gridRow === at.row);
  const grid = master.grids.find(({ sheet }) => sheet === at.sheet);
  const shown = found && column !== null ? cellOf(master.ledger, found[1], column) : grid ? valueAt(grid, at.row, at.col) : null;
  const life = found && column !== null ? cellBiography(round, units, found[0], column) : null;
  const own = changes.filter((change) => (found && change.row !== null ? change.row === found[1].key && change.column === column : change.at.row === at.row && change.at.col === at.col && change.at.sheet === at.sheet));
  const corrections = own.map(({ run, rule, from, to }): Correction => {
    const line = runs.find(({ id }) => id === run);
    return { run, command: line?.command ?? "", date: line?.date ?? "", rule, from, to };
  });
  return ok({ at, shown, life, corrections });
}

/** The master workbook behind the port: its ledger, and what it remembers. */
import type { Grid } from "../core/grid/grid";
import type { Ledger } from "../core/ledger/ledger";
import { findLedger, parseLedger, type ParseProblem } from "../core/parse/parseLedger";
import { err, ok, type Result } from "../core/result";
import { type Interrupted, readJournal } from "../core/store/journal";
import { EMPTY_STORE, type Store, STORE_SHEET } from "../core/store/store";
import { readStore, type StoreProblem } from "../core/store/storeRows";
import type { ExcelFault, ExcelPort } from "../excel/port";
import { readBook } from "./readBook";

export type MasterFault =
  | { readonly from: "excel"; readonly fault: ExcelFault }
  | { readonly from: "parse"; readonly fault: ParseProblem }
  | { readonly from: "store"; readonly fault: StoreProblem };

export interface Master {
  readonly grids: readonly Grid[];
  readonly grid: Grid;
  readonly ledger: Ledger;
  readonly store: Store;
  /** Why the store can't be used: then nothing that needs it may be written. */
  readonly storeProblem: StoreProblem | null;
  /** What was being written when the workbook was last cut off; it comes before everything else. */
  readonly interrupted: Interrupted | null;
}

/** Where a person says the ledger is, when its header isn't found by its words. */
export interface LedgerChoice {
  readonly sheet: string;
  /** From 0. */
  readonly headerRow: number;
}

/** Reads the whole workbook once. */
export async function openMaster(port: ExcelPort, choice?: LedgerChoice): Promise<Result<Master, MasterFault>> {
  const read = await readBook(port);
  return read.ok ? understand(read.value, choice) : err({ from: "excel", fault: read.error });
}

/** The ledger and the store among the sheets of a workbook; pure. */
export function understand(sheets: readonly Grid[], choice?: LedgerChoice): Result<Master, MasterFault> {
  const own = sheets.find(({ sheet }) => sheet === STORE_SHEET);
  const grids = sheets.filter((grid) => grid !== own);
  const found = choice ? chosenLedger(grids, choice) : findLedger(grids);
  if (!found.ok) return err({ from: "parse", fault: found.error });
  const stored = own ? readStore(own) : ok(EMPTY_STORE);
  return ok({
    grids,
    grid: found.value.grid,
    ledger: found.value.ledger,
    store: stored.ok ? stored.value : EMPTY_STORE,
    storeProblem: stored.ok ? null : stored.error,
    interrupted: own ? readJournal(own) : null,
  });
}

function chosenLedger(grids: readonly Grid[], { sheet, headerRow }: LedgerChoice): Result<{ ledger: Ledger; grid: Grid }, ParseProblem> {
  const grid = grids.find((one) => one.sheet === sheet);
  if (!grid) return err({ kind: "emptySheet", sheet });
  const ledger = parseLedger(grid, headerRow);
  return ledger.ok ? ok({ ledger: ledger.value, grid }) : ledger;
}

/** The master's store, or why a command that must remember something can't go on. */
export function usableStore(master: Master): Result<Store, MasterFault> {
  if (master.interrupted) return err({ from: "store", fault: { kind: "interrupted" } });
  return master.storeProblem ? err({ from: "store", fault: master.storeProblem }) : ok(master.store);
}

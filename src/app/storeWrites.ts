/** What a command remembers goes with what it writes, in one batch. */
import type { CellValue } from "../core/grid/grid";
import { journalOf, type JournalPlace, type StoreLine } from "../core/store/journal";
import { isEmptyStore, type Store, STORE_SHEET } from "../core/store/store";
import { storeRows } from "../core/store/storeRows";
import type { Batch, OwnCell, OwnSheet, WriteJournal } from "../excel/port";

/** The batch with the store as it is to be: its sheet is put, or taken away when nothing is left. An empty batch that remembers nothing new stays empty. */
export function withStore(batch: Batch, before: Store, after: Store): Batch {
  const [old, rows] = [recordOf(before), recordOf(after)];
  const lights = batch.layers.length + batch.removeLayers.length > 0;
  if ((isIdle(batch) && JSON.stringify(rows) === JSON.stringify(old)) || (rows.length === 0 && old.length === 0)) return batch;
  const journal = journalOf({ before: old, after: rows, changes: batch.changes, lights });
  return { ...recordPut(batch, rows), journal: writeJournal(journal, journal.rows) };
}

/** The batch that leaves these rows in the store's sheet; without rows the sheet goes. */
export function recordPut(batch: Batch, rows: readonly StoreLine[]): Batch {
  return rows.length === 0 ? { ...batch, removeSheets: [...batch.removeSheets, STORE_SHEET] } : { ...batch, sheets: [...batch.sheets, storeSheet(rows)] };
}

/** The journal as the port takes it. */
export function writeJournal({ keep, top }: JournalPlace, rows: readonly StoreLine[]): WriteJournal {
  return { sheet: STORE_SHEET, keep, top, cells: cellsOf(rows, top) };
}

/** Whether a batch would write anything. */
export function isIdle({ changes, layers, removeLayers, sheets, removeSheets }: Batch): boolean {
  return changes.length + layers.length + removeLayers.length + sheets.length + removeSheets.length === 0;
}

function recordOf(store: Store): readonly StoreLine[] {
  return isEmptyStore(store) ? [] : storeRows(store);
}

function storeSheet(rows: readonly StoreLine[]): OwnSheet {
  return {
    name: STORE_SHEET,
    visibility: "hidden",
    columns: [10, 18, 24, 20, 20].map((width, col) => ({ col, width })),
    cells: cellsOf(rows, 0),
    headerRows: 0,
  };
}

function cellsOf(rows: readonly (readonly CellValue[])[], top: number): readonly OwnCell[] {
  return rows.flatMap((values, row) => values.flatMap((value, col) => (value === null ? [] : [{ row: top + row, col, value, look: "text" as const }])));
}

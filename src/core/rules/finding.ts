/** How rules of rows and ledgers say where something is. */
import type { CellRef } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { type Ledger, type LedgerRow, placeOf } from "../ledger/ledger";
import type { CellFix, Finding } from "./rule";
import type { Message } from "./say";

/** A remark about a row's cell under a column; about its first cell where the ledger has no such column. */
export function inRow(
  ledger: Ledger,
  row: LedgerRow,
  key: ColumnKey,
  message: Message,
  more: { readonly subject?: string; readonly places?: readonly CellRef[]; readonly fixes?: readonly CellFix[] } = {},
): Finding {
  return { at: placeIn(ledger, row, key), row: row.key, message, ...more };
}

/** Where a row's cell stands; its first cell where the ledger has no such column. */
export function placeIn(ledger: Ledger, row: LedgerRow, key: ColumnKey): CellRef {
  return placeOf(ledger, row, key) ?? { sheet: ledger.sheet, row: row.gridRow, col: ledger.columns[0]?.col ?? 0 };
}

/** The first cell of the header: where one looks for what a ledger lacks. */
export function headerPlace(ledger: Ledger): CellRef {
  return { sheet: ledger.sheet, row: ledger.headerRow, col: ledger.columns[0]?.col ?? 0 };
}

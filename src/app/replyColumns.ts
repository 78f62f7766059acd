/** Reply columns that a master lacks: named right of everything that the sheet uses, never inserted between its own. */
import { isEmpty } from "../core/grid/grid";
import { type ColumnKey, headerOf } from "../core/ledger/columns";
import { cellOf, type Ledger } from "../core/ledger/ledger";
import type { Change } from "../core/plan/change";
import { ASKED } from "../core/round/forms";
import type { Master } from "./master";

/** The sheet as it will be with these of the columns that returns fill in, and the headers to write. */
export function withReplyColumns(master: Master, filled: ReadonlySet<ColumnKey>): { readonly master: Master; readonly headers: readonly Change[] } {
  const keys = ASKED.filter((key) => filled.has(key) && !master.ledger.index.has(key));
  if (keys.length === 0) return { master, headers: [] };
  const headers = newHeaders(master, keys);
  const { ledger } = master;
  const columns = [...ledger.columns, ...keys.map((key, index) => ({ key, header: headerOf(key), col: headers[index]?.at.col ?? 0 }))];
  const rows = ledger.rows.map((row) => ({ ...row, values: [...row.values, ...keys.map(() => null)] }));
  const wider: Ledger = { ...ledger, columns, rows, index: new Map(columns.map(({ key }, position) => [key, position])) };
  return { master: { ...master, ledger: wider }, headers };
}

/** Headers in the row of the sheet's own header. */
export function newHeaders({ grid, ledger }: Master, keys: readonly ColumnKey[]): readonly Change[] {
  const left = grid.rows.reduce((last, { values }) => Math.max(last, values.length), 0);
  return keys.map((column, index) => ({ kind: "setCell", at: { sheet: grid.sheet, row: ledger.headerRow, col: left + index }, from: null, to: headerOf(column) }));
}

/** The columns of replies in which a returned ledger says something. */
export function filledColumns(ledger: Ledger): readonly ColumnKey[] {
  return ASKED.filter((key) => ledger.index.has(key) && ledger.rows.some((row) => !isEmpty(cellOf(ledger, row, key))));
}

/** Whether a file that came in is another master of this round, by its store or by what it shows. */
import { isEmpty } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import { cellOf, type Ledger, type LedgerRow } from "../ledger/ledger";
import { findLedger, type FoundLedger } from "../parse/parseLedger";
import { STORE_SHEET } from "../store/store";
import { readStore } from "../store/storeRows";
import { indexOf } from "./baseIndex";
import type { Fork } from "./forks";
import { alignRows } from "./identity";
import type { LedgerUnits } from "./ledgerUnits";
import { metadataOf, parentOf } from "./metadata";
import { identityOf } from "./readReturn";
import type { BaseRow, Round } from "./round";
import { replyColumns } from "./roundOfSheet";
import { reportersOf } from "./returnedUnit";
import { sameValue } from "./value";

/** The master with a store, whatever its round; null for any other file, and for a store that can't be read. */
export function storedFork(source: SourceFile): Fork | null {
  const sheet = source.grids.find((grid) => grid.sheet === STORE_SHEET);
  const store = sheet ? readStore(sheet) : null;
  if (!store?.ok || !store.value.round) return null;
  const found = findLedger(source.grids.filter((grid) => grid !== sheet));
  return found.ok ? { source, ...found.value, round: store.value.round } : null;
}

/** Whether two rounds began with the same ledger. */
export function sameRound(left: Round, right: Round): boolean {
  if (left.id === right.id) return true;
  if (left.dispatch && right.dispatch && left.dispatch.name !== right.dispatch.name) return false;
  return (left.dispatch?.parent ?? parentOf(left.base)) === (right.dispatch?.parent ?? parentOf(right.base));
}

/** Nearly all rows of the round stand in a master. */
const ENOUGH = 0.9;

/**
 * A master without a store: it shows nearly all rows of the round, names no unit of its own, and more units wrote in it than
 * one. Null for any other file.
 */
export function bareFork(source: SourceFile, round: Round, units: LedgerUnits, found: FoundLedger): Fork | null {
  if (!found.ok || metadataOf(source).unit !== null || units.finder.inFileName(source.name) !== null) return null;
  const { ledger, grid } = found.value;
  if (reportersOf(ledger, units.finder).size > 0) return null;
  const pairs = alignRows(ledger.rows.map((row) => identityOf(ledger, row)), indexOf(round.base).known);
  const shown = new Set(pairs.flatMap((pair) => (pair && pair.level !== "duplicate" ? [pair.id] : [])));
  if (shown.size < round.base.rows.length * ENOUGH) return null;
  const { byId } = indexOf(round.base);
  const written = ledger.rows.flatMap((row, index) => {
    const base = byId.get(pairs[index]?.id ?? "");
    return base && isWritten(ledger, row, base, round) ? [base] : [];
  });
  const one = units.named.some((name) => written.length > 0 && written.every((row) => units.addresses(row, name) === "named"));
  return one || written.length === 0 ? null : { source, grid, ledger, round: null };
}

function isWritten(ledger: Ledger, row: LedgerRow, base: BaseRow, round: Round): boolean {
  return replyColumns(round.base.columns).some((column) => {
    const value = cellOf(ledger, row, column);
    return !isEmpty(value) && !sameValue(column, base.cells.get(column) ?? null, value);
  });
}

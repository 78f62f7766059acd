/** Another ledger of the same tasks, with its rows found by the ladder that merging uses. */
import { type Ledger, type LedgerRow, textOf } from "../ledger/ledger";
import { alignRows, KnownRows, type RowIdentity } from "../round/identity";

export interface ComparedLedger {
  readonly ledger: Ledger;
  /** The row of the other ledger that a row of ours is; rows without one are missing here. A second copy has none. */
  readonly twins: ReadonlyMap<LedgerRow, LedgerRow>;
}

/** Pairs the rows of `ledger` with those of `other`, one to one. */
export function compareWith(ledger: Ledger, other: Ledger): ComparedLedger {
  const known = new KnownRows(other.rows.map((row, index) => ({ id: String(index), ...identityOf(other, row) })));
  const pairs = alignRows(ledger.rows.map((row) => identityOf(ledger, row)), known);
  const twins = new Map<LedgerRow, LedgerRow>();
  ledger.rows.forEach((row, index) => {
    const pair = pairs[index];
    const twin = pair && pair.level !== "duplicate" ? other.rows[Number(pair.id)] : undefined;
    if (twin) twins.set(row, twin);
  });
  return { ledger: other, twins };
}

function identityOf(ledger: Ledger, row: LedgerRow): RowIdentity {
  const name = textOf(ledger, row, "task") || (row.label ?? "");
  return { serial: row.kind === "task" ? row.key : null, name, content: textOf(ledger, row, "content") };
}

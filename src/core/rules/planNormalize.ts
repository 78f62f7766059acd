/** Normalising: every safe fix, several of one cell put together into one change. */
import type { RowKey } from "../ledger/ledger";
import type { SetCell } from "../plan/change";
import { type Settled, settle } from "./cellCheck";
import { CellRules } from "./cellRules";
import { isAsIssued, ledgerCells } from "./cells";
import type { CheckContext } from "./context";
import { NONE_ASIDE, type StandsAside } from "./letStand";
import type { Rule } from "./rule";

export interface NormalizeChange extends SetCell {
  readonly row: RowKey | null;
  /** The rules whose fixes made the new value, in the order they were taken. */
  readonly rules: Settled["rules"];
}

/** What `normalise` writes: safe fixes of what was not put aside only, one change a cell, in sheet order. Planned again after writing it is empty. */
export function planNormalize(context: CheckContext, rules: readonly Rule[], aside: StandsAside = NONE_ASIDE): readonly NormalizeChange[] {
  if (context.profile.style === "none") return [];
  const cellRules = new CellRules(rules, context);
  const changes: NormalizeChange[] = [];
  for (const cell of ledgerCells(context.ledger, context.grid)) {
    const settled = isAsIssued(cell, context.master) ? null : settle(cell, cellRules, context, aside);
    if (settled) changes.push({ kind: "setCell", at: cell.at, from: cell.value, to: settled.value, row: cell.row?.key ?? null, rules: settled.rules });
  }
  return changes;
}

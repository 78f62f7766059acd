/** Normalising: every safe fix, several of one cell put together into one change. */
import type { CellValue } from "../grid/grid";
import type { RowKey } from "../ledger/ledger";
import type { SetCell } from "../plan/change";
import { isAsIssued, ledgerCells, withValue } from "./cells";
import { cellRules, fixOf } from "./checkLedger";
import type { CheckContext } from "./context";
import type { CellRule, LedgerCell, Rule } from "./rule";

export interface NormalizeChange extends SetCell {
  readonly row: RowKey | null;
  /** The rules whose fixes made the new value, in the order they were taken; never empty. */
  readonly rules: readonly [string, ...string[]];
}

/** Fixes build on each other at most so often; a cell that is still not at rest then is left as it was. */
const MOST_FIXES = 32;

/** What `normalise` writes: safe fixes only, one change a cell, in sheet order. Planned again after writing it is empty. */
export function planNormalize(context: CheckContext, rules: readonly Rule[]): readonly NormalizeChange[] {
  if (context.profile.style === "none") return [];
  const byKind = cellRules(rules);
  const changes: NormalizeChange[] = [];
  for (const cell of ledgerCells(context.ledger, context.grid)) {
    if (isAsIssued(cell, context.master)) continue;
    const change = normalizeCell(cell, byKind.get(cell.kind) ?? [], context);
    if (change) changes.push(change);
  }
  return changes;
}

/** The one change that applies every safe fix of a cell, or null where there is none. */
export function normalizeCell(cell: LedgerCell, rules: readonly CellRule[], context: CheckContext): NormalizeChange | null {
  const taken: string[] = [];
  let now = cell;
  for (let turn = 0; turn < MOST_FIXES; turn += 1) {
    const next = firstSafeFix(now, rules, context);
    if (!next) return asChange(cell, now.value, taken);
    taken.push(next.rule);
    now = withValue(now, next.to);
  }
  return null;
}

function firstSafeFix(cell: LedgerCell, rules: readonly CellRule[], context: CheckContext): { readonly rule: string; readonly to: CellValue } | null {
  for (const rule of rules) {
    for (const finding of rule.check(cell, context)) {
      const fix = fixOf(cell, finding);
      if (fix?.safe) return { rule: rule.id, to: fix.to };
    }
  }
  return null;
}

function asChange(cell: LedgerCell, to: CellValue, taken: readonly string[]): NormalizeChange | null {
  const [first, ...others] = new Set(taken);
  if (first === undefined || to === cell.value) return null;
  return { kind: "setCell", at: cell.at, from: cell.value, to, row: cell.row?.key ?? null, rules: [first, ...others] };
}

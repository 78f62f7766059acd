/** 规范: every safe fix, one change a cell, written through the guard and kept so that it can be taken back. */
import type { CellValue } from "../core/grid/grid";
import { columnAt } from "../core/ledger/ledger";
import { ok, type Result } from "../core/result";
import { checkContext } from "../core/rules/context";
import { RULES } from "../core/rules/index";
import { type NormalizeChange, planNormalize } from "../core/rules/planNormalize";
import { standsAside } from "../core/rules/letStand";
import { switchedRules } from "../core/rules/switches";
import { nextRun, type Store } from "../core/store/store";
import type { Style } from "../core/text/profile";
import type { Batch } from "../excel/port";
import { EMPTY_BATCH } from "../excel/port";
import { placeName } from "../core/grid/a1";
import { checkSettings } from "./settings";
import { type Master, type MasterFault, usableStore } from "./master";
import { withStore } from "./storeWrites";

export interface NormalizePlan {
  readonly changes: readonly NormalizeChange[];
  readonly store: Store;
  /** Null where nothing is to change. */
  readonly batch: Batch | null;
}

/** Plans the safe fixes of a ledger. */
export function planNormalizing(master: Master, style: Style, today: string): Result<NormalizePlan, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const store = stored.value;
  const changes = planNormalize(checkContext({ ...master, asOf: today, ...checkSettings(store.settings), style }), switchedRules(RULES, store.settings.rules), standsAside(store.settings.ignored, master.ledger, master.grid));
  if (changes.length === 0) return ok({ changes, store, batch: null });
  const run = nextRun(store);
  const after: Store = {
    ...store,
    runs: [...store.runs, { id: run, command: "normalize", date: today, summary: `规范 ${changes.length} 处` }],
    changes: [
      ...store.changes,
      ...changes.map(({ at, row, rules, from, to }) => ({ run, rule: rules.join(" "), at, row, column: columnAt(master.ledger, at.col), from, to })),
    ],
  };
  const batch: Batch = { ...EMPTY_BATCH, changes: changes.map(({ at, from, to }) => ({ kind: "setCell", at, from, to })) };
  return ok({ changes, store: after, batch: withStore(batch, store, after) });
}

/** What `normalise` answers, as CONTRACT writes it. */
export function describeNormalize(changes: readonly NormalizeChange[]): {
  readonly changes: readonly { readonly rule: string; readonly at: string; readonly row: string | null; readonly from: CellValue; readonly to: CellValue }[];
} {
  return { changes: changes.map(({ rules, at, row, from, to }) => ({ rule: rules.join(" "), at: placeName(at), row, from, to })) };
}

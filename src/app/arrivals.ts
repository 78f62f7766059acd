/** What the round knows of each row's returns: what 报送 is told from. */
import type { Ledger } from "../core/ledger/ledger";
import { replyKeysOf } from "../core/lights/litRow";
import { type Arrival, LONGEST_PRIOR, repliesForm } from "../core/lights/replyState";
import type { Round } from "../core/round/round";
import { viewSheet } from "../core/round/roundOfSheet";

/** By sheet row; empty without a round. `due` is the day by which returns were asked for, null where nobody said. */
export function arrivalsOf(round: Round | null, ledger: Ledger, due: string | null): ReadonlyMap<number, Arrival> {
  if (!round) return new Map();
  const { round: own, view } = viewSheet(round, ledger);
  const came = new Map<string, "in-time" | "late">();
  for (const { received, entries } of own.submissions) {
    const late = due !== null && received > due;
    for (const { row } of entries) if (late || !came.has(row)) came.set(row, late ? "late" : "in-time");
  }
  const keys = replyKeysOf(ledger);
  const known = new Set(round.base.rows.map(({ id }) => id));
  const arrivals = new Map<number, Arrival>();
  for (const { id, cells } of own.base.rows) {
    const row = view.rows.get(id);
    if (!row || !known.has(id)) continue;
    const prior = repliesForm(keys.map((key) => cells.get(key) ?? null));
    arrivals.set(row.gridRow, { prior: prior.length > LONGEST_PRIOR ? "" : prior, came: came.get(id) ?? null });
  }
  return arrivals;
}

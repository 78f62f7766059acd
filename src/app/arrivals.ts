/** What the round knows of each row's returns: what 报送 is told from. */
import type { Ledger } from "../core/ledger/ledger";
import { replyKeysOf } from "../core/lights/litRow";
import { type Arrival, LONGEST_PRIOR, repliesForm } from "../core/lights/replyState";
import type { Round, RowId } from "../core/round/round";
import { viewSheet } from "../core/round/roundOfSheet";

/** By sheet row; empty without a round. A return is late after the day that the forms asked for; without one, never. */
export function arrivalsOf(round: Round | null, ledger: Ledger): ReadonlyMap<number, Arrival> {
  if (!round) return new Map();
  const { round: own, view } = viewSheet(round, ledger);
  const came = cameOf(own);
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

/** One late answer makes a row late: it was complete only then. A unit that said 零报告 has answered its rows. */
function cameOf({ submissions, dispatch, marks }: Round): ReadonlyMap<RowId, "in-time" | "late"> {
  const came = new Map<RowId, "in-time" | "late">();
  const take = (rows: readonly RowId[], date: string): void => {
    const late = dispatch !== null && date > dispatch.due;
    for (const row of rows) if (late || !came.has(row)) came.set(row, late ? "late" : "in-time");
  };
  for (const { received, entries } of submissions) take(entries.map(({ row }) => row), received);
  for (const { unit, kind, date } of marks) {
    if (kind === "zero") take(dispatch?.forms.filter((form) => form.unit === unit).flatMap(({ rows }) => rows) ?? [], date);
  }
  return came;
}

/** How a round begins, and what the store keeps of it after a run. */
import { digest } from "../core/round/digest";
import { beginRound, isUntouched, type Round } from "../core/round/round";
import { baseOf } from "../core/round/roundOfSheet";
import type { Store } from "../core/store/store";
import type { Master } from "./master";

/** A round begins with the sheet as it is. */
export function newRound({ ledger }: Pick<Master, "ledger">): Round {
  const base = baseOf(ledger);
  const content = base.rows.map(({ id, cells }) => [id, ...cells]);
  return beginRound(digest(JSON.stringify(content)), base);
}

/** The store with this round; a run is listed while it still has something in the round. */
export function remember(store: Store, round: Round, run: string, today: string): Store {
  const used = new Set(round.submissions.map((submission) => submission.run));
  const own = used.has(run) && !store.runs.some(({ id }) => id === run) ? [{ id: run, command: "merge", date: today, summary: "" }] : [];
  const runs = [...store.runs.filter(({ id, command }) => command !== "merge" || used.has(id)), ...own];
  return { ...store, runs, round: isUntouched(round) && store.round === null ? null : round };
}

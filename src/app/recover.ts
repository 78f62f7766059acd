/** A write that was cut off is finished, or taken back: what it meant stands in the journal. */
import { parseIsoDay } from "../core/grid/day";
import { invert } from "../core/plan/change";
import { TARGET_SHEET } from "../core/lights/targetSheet";
import { type Interrupted, recordGrid } from "../core/store/journal";
import { EMPTY_STORE, type Store } from "../core/store/store";
import { readStore } from "../core/store/storeRows";
import { type Batch, EMPTY_BATCH } from "../excel/port";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { project } from "../core/round/projection";
import { withDetails } from "./detailsSheet";
import { planLighting, yearInTitle } from "./light";
import type { Master } from "./master";
import { recoveryOf, type Way } from "./recovery";
import { recordPut, writeJournal } from "./storeWrites";

/** The batch that finishes what was cut off, or takes it back; null where there is nothing to do so with. It can be cut off and begun again as often as need be. */
export function planRecovery(master: Master, way: Way): Batch | null {
  const { interrupted } = master;
  const state = recoveryOf(master);
  if (!interrupted || !state) return null;
  const record = way === "finish" ? interrupted.after : interrupted.before;
  if (!record) return null;
  const changes = way === "finish" ? state.open : state.written.map(invert);
  const lights = interrupted.lights ? lightsOf(master, storeOf(record)) : EMPTY_BATCH;
  const keep = way === "finish" ? interrupted.keep : record.length;
  const { round } = storeOf(record);
  const units = round && ledgerUnits(round.base);
  const own: Batch = { ...lights, changes };
  const whole = round && units ? withDetails(own, master.grids, round, project(round, units), units) : own;
  return { ...recordPut(whole, record), journal: writeJournal({ ...interrupted, keep }, interrupted.rows) };
}

/** The lights as they stand after the last run that a store knows of. */
function lightsOf(master: Master, store: Store): Batch {
  const run = store.runs.find(({ command }) => command === "light");
  const asOf = run ? parseIsoDay(run.date) : null;
  const plan = asOf && planLighting({ ...master, store, storeProblem: null, interrupted: null }, { asOf, year: yearInTitle(master) });
  if (plan?.ok) return { ...EMPTY_BATCH, layers: plan.value.batch.layers, sheets: plan.value.batch.sheets.filter(({ visibility }) => visibility === "visible") };
  const own = master.grids.some(({ sheet }) => sheet === TARGET_SHEET);
  return { ...EMPTY_BATCH, removeLayers: [master.ledger.sheet], removeSheets: own ? [TARGET_SHEET] : [] };
}

function storeOf(record: Interrupted["after"]): Store {
  const store = readStore(recordGrid(record));
  return store.ok ? store.value : EMPTY_STORE;
}

/** Lights are native formulas: Excel counts them again by itself. A workbook that nobody calculates gets their values from us. */
import { dayOfSerial } from "../core/grid/day";
import { asOfIn, helpersOf } from "../core/lights/helperColumns";
import { type Batch, EMPTY_BATCH } from "../excel/port";
import { planLighting, yearInTitle } from "./light";
import type { Master } from "./master";

/** The batch that brings the lights of a sheet up to date, as of the day in their own cell; null where the sheet has none. */
export function planRelight(master: Master): Batch | null {
  const block = helpersOf(master.grid, master.ledger.headerRow);
  const serial = block && asOfIn(master.grid, block);
  const asOf = serial === null ? null : dayOfSerial(serial);
  if (!asOf) return null;
  const plan = planLighting(master, { asOf, year: yearInTitle(master) });
  return plan.ok ? { ...EMPTY_BATCH, layers: plan.value.batch.layers, sheets: plan.value.batch.sheets.filter(({ visibility }) => visibility === "visible") } : null;
}

/** 报告: the round's standing with the lights of each unit's rows. */
import type { Day } from "../core/grid/day";
import { isoDay } from "../core/grid/day";
import type { Light } from "../core/lights/light";
import { ledgerUnits } from "../core/round/ledgerUnits";
import { type Report, reportOf } from "../core/round/report";
import { viewSheet } from "../core/round/roundOfSheet";
import { ok, type Result } from "../core/result";
import { planLighting, yearInTitle } from "./light";
import { type Master, type MasterFault, usableStore } from "./master";
import { newRound } from "./newRound";
import { standing } from "./receive";

/** The report as of a day; it changes nothing. */
export function planReport(master: Master, asOf: Day): Result<Report, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  const lit = planLighting(master, { asOf, year: yearInTitle(master) });
  if (!lit.ok) return lit;
  const { round, view } = viewSheet(stored.value.round ?? newRound(master), master.ledger);
  const lights = new Map<number, Light>(lit.value.rows.map(({ row, judgement }) => [row.gridRow, judgement.light]));
  const lightOf = (row: string): Light | null => lights.get(view.rows.get(row)?.gridRow ?? -1) ?? null;
  return ok(reportOf({ round, units: ledgerUnits(round.base), register: standing(round, master).register, lightOf, today: isoDay(asOf) }));
}

/** What CONTRACT's `report` answers. */
export function describeReport({ byUnit, urge, slips }: Report) {
  return { byUnit: byUnit.map(({ lights, ...own }) => ({ ...own, ...lights })), urge, slips };
}

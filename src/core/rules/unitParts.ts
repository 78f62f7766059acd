/** Divisions of units: 市发改委环资处. */
import { parseUnit } from "../units/parseUnit";
import type { UnitIndex } from "./unitIndex";

const LONGEST_NAME = 40;

/** The ledger's unit that a division belongs to, in its own spelling; undefined for a name that is no division of one. */
export function wholeOf(units: UnitIndex, name: string): string | undefined {
  if (name.length > LONGEST_NAME || !/[处科室股]$/u.test(name)) return undefined;
  return parseUnit(name)?.candidates.map((one) => units.registry.find(one)?.name).find((one) => one !== undefined && name !== one);
}

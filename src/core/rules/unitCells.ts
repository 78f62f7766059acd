/** Rewriting a cell of units without touching what stands around the names. */
import { comparisonForm } from "../text/compare";
import type { UnitList, UnitPart } from "../units/splitUnits";

/** The cell with one spelling of a unit in place of another; where that unit stands there already, the first one is kept. */
export function withUnitSpelled(list: UnitList, from: string, to: string): string {
  const there = list.units.some(({ text }) => text === to);
  if (there) return withoutUnits(list, list.units.filter(({ text }) => text === from));
  return list.parts.map((part) => (part.kind === "unit" && part.text === from ? to : part.text)).join("");
}

/** The cell without some of its units, each taken out with the separator before it, or behind it at the front. */
export function withoutUnits(list: UnitList, gone: readonly UnitPart[]): string {
  const dropped = new Set<UnitPart>(gone);
  list.parts.forEach((part, index) => {
    if (!gone.includes(part)) return;
    const kept = list.parts.slice(0, index).some((other) => (other.kind === "unit" || other.kind === "class") && !dropped.has(other));
    const separator = kept ? nearest(list.parts, index, -1) : nearest(list.parts, index, 1);
    if (separator) dropped.add(separator);
  });
  return list.parts.filter((part) => !dropped.has(part)).map(({ text }) => text).join("");
}

function nearest(parts: readonly UnitPart[], from: number, step: 1 | -1): UnitPart | undefined {
  for (let at = from + step; at >= 0 && at < parts.length; at += step) {
    const part = parts[at];
    if (part?.kind === "separator") return part;
    if (part?.kind === "unit" || part?.kind === "class") return undefined;
  }
  return undefined;
}

/** Units that stand in the cell a second time, letter for letter (layout aside). */
export function repeatedUnits(list: UnitList): readonly UnitPart[] {
  const seen = new Set<string>();
  return list.units.filter(({ text }) => {
    const form = comparisonForm(text);
    if (seen.has(form)) return true;
    seen.add(form);
    return false;
  });
}

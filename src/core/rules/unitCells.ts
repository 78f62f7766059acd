/** Rewriting a cell of units without touching what stands around the names. */
import { comparisonForm } from "../text/compare";
import type { UnitList, UnitPart } from "../units/splitUnits";

/** The cell with one spelling of a unit in place of another; where that unit stands there already, the first one is kept. */
export function withUnitSpelled(list: UnitList, from: string, to: string): string {
  const there = list.units.some(({ text }) => text === to);
  if (there) return withoutUnits(list, list.units.filter(({ text }) => text === from));
  return list.parts.map((part) => (part.kind === "unit" && part.text === from ? to : part.text)).join("");
}

/** The cell without some of its units, each taken out with the separator before it, or behind it at the front. Linear. */
export function withoutUnits(list: UnitList, gone: Iterable<UnitPart>): string {
  const dropped = new Set(gone);
  const kept: string[] = [];
  /** Where the separator stands in `kept` that follows the last name, or -1. */
  let separator = -1;
  let hasName = false;
  let dropNext = false;
  for (const part of list.parts) {
    if (dropped.has(part)) {
      if (hasName && separator >= 0) kept[separator] = "";
      dropNext = !hasName;
      separator = -1;
    } else if (part.kind === "separator" && dropNext) {
      dropNext = false;
    } else {
      if (part.kind === "separator") separator = kept.length;
      if (part.kind === "unit" || part.kind === "class") {
        hasName = true;
        separator = -1;
      }
      kept.push(part.text);
    }
  }
  return kept.join("");
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

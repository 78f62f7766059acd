/** The units of a ledger's own columns, taken apart once for all rules. */
import type { CellRef } from "../grid/grid";
import type { Ledger } from "../ledger/ledger";
import { buildRegistry, type UnitRegistry } from "../units/registry";
import { splitUnits, type UnitList } from "../units/splitUnits";
import { bodyCells } from "./cells";

export interface UnitIndex {
  readonly registry: UnitRegistry;
  /** The cells in which a spelling stands, in sheet order. */
  readonly places: ReadonlyMap<string, readonly CellRef[]>;
  /** The units of a cell; equal texts are taken apart once. */
  listOf(text: string): UnitList;
}

/** Linear in the cells; the registry is built from `model`, the master of a return or the ledger itself. */
export function indexUnits(ledger: Ledger, model: Ledger): UnitIndex {
  const lists = new Map<string, UnitList>();
  const listOf = (text: string): UnitList => {
    const before = lists.get(text);
    if (before) return before;
    const list = splitUnits(text);
    lists.set(text, list);
    return list;
  };
  const places = placesIn(ledger, listOf);
  const known = model === ledger ? places : placesIn(model, listOf);
  const registry = buildRegistry([...known].map(([name, at]) => ({ name, count: at.length })));
  return { registry, places, listOf };
}

function placesIn(ledger: Ledger, listOf: (text: string) => UnitList): ReadonlyMap<string, readonly CellRef[]> {
  const places = new Map<string, CellRef[]>();
  for (const { at, kind, owner, text } of bodyCells(ledger)) {
    if (kind !== "units" || owner !== "master" || text === null) continue;
    for (const unit of listOf(text).units) {
      const before = places.get(unit.text);
      if (before) before.push(at);
      else places.set(unit.text, [at]);
    }
  }
  return places;
}

/** The units of a ledger's own columns, taken apart once for all rules. */
import type { CellRef } from "../grid/grid";
import type { Ledger } from "../ledger/ledger";
import { buildRegistry, type UnitRegistry } from "../units/registry";
import { parseUnit } from "../units/parseUnit";
import { splitUnits, type UnitList } from "../units/splitUnits";
import { issuedUnitCells } from "./cells";

export interface UnitIndex {
  readonly registry: UnitRegistry;
  /** The cells in which a spelling stands, in sheet order. */
  readonly places: ReadonlyMap<string, readonly CellRef[]>;
  /** Whether a cell of units holds sentences instead: then its words are no names. */
  isProse(text: string): boolean;
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
  const prose = new Map<UnitList, boolean>();
  const isProse = (text: string): boolean => {
    const list = listOf(text);
    const before = prose.get(list);
    if (before !== undefined) return before;
    const fresh = looksLikeProse(list);
    prose.set(list, fresh);
    return fresh;
  };
  const places = placesIn(ledger, listOf, isProse);
  const known = model === ledger ? places : placesIn(model, listOf, isProse);
  const registry = buildRegistry([...known].map(([name, at]) => ({ name, count: at.length })));
  return { registry, places, isProse, listOf };
}

const SHORTEST_PROSE = 12;
const LONGEST_NAME = 24;
const SENTENCE = /[。；！？]|[，,].{6,40}[，,]/u;

function looksLikeProse({ text, units }: UnitList): boolean {
  if (text.trim().length < SHORTEST_PROSE || units.length === 0) return false;
  const names = units.filter((unit) => unit.text.length <= LONGEST_NAME && parseUnit(unit.text) !== null).length;
  return names * 2 <= units.length && (SENTENCE.test(text) || units.some((unit) => unit.text.length > LONGEST_NAME));
}

function placesIn(ledger: Ledger, listOf: UnitIndex["listOf"], isProse: UnitIndex["isProse"]): ReadonlyMap<string, readonly CellRef[]> {
  const places = new Map<string, CellRef[]>();
  for (const { at, text } of issuedUnitCells(ledger)) {
    if (isProse(text)) continue;
    for (const unit of listOf(text).units) {
      const before = places.get(unit.text);
      if (before) before.push(at);
      else places.set(unit.text, [at]);
    }
  }
  return places;
}

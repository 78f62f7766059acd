/**
 * The units of one file: its own most frequent spelling names a unit, the table and the grammar say which spellings are
 * one unit. Nothing is joined by likeness; likely readings are offered as candidates.
 */
import { comparisonForm } from "../text/compare";
import { homeOf, nameAtHome, type Home } from "./home";
import type { UnitHow, UnitMatch } from "./identify";
import { kindRank, type UnitKind } from "./kinds";
import type { ParsedUnit } from "./parsedUnit";
import { parseUnit } from "./parseUnit";

export interface UnitName {
  readonly name: string;
  readonly count: number;
}

export interface RegisteredUnit {
  readonly key: string;
  /** The file's most frequent spelling; of equals the one that came first. */
  readonly name: string;
  /** All spellings, most frequent first. */
  readonly forms: readonly UnitName[];
  readonly kind: UnitKind;
  readonly rank: number;
}

export interface UnitRegistry {
  /** In the order of first appearance. */
  readonly units: readonly RegisteredUnit[];
  /** The unit in the file's own spelling; unknown with the text itself and candidates. */
  identify(text: string): UnitMatch;
  /** The file's unit of this name in any of its spellings, or undefined where the file has none of that name. */
  find(text: string): RegisteredUnit | undefined;
  /** Stable identity; a name that nobody knows has its comparison form. */
  keyOf(text: string): string;
  same(left: string, right: string): boolean;
  /** Units that the file writes in several ways. */
  aliasPairs(): readonly RegisteredUnit[];
}

interface Known {
  readonly key: string;
  readonly parsed: ParsedUnit | null;
}

/** A registry of the names of a file with how often each stands in it. */
export function buildRegistry(names: readonly UnitName[]): UnitRegistry {
  const first = names.map(({ name }) => parseUnit(name)).filter((one) => one !== null);
  const home = homeOf(first);
  const cache = new Map<string, Known>();
  const known = (text: string): Known => {
    const before = cache.get(text);
    if (before) return before;
    const fresh = keyed(text, home);
    cache.set(text, fresh);
    return fresh;
  };
  const units = groupByKey(names, known);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  return {
    units,
    identify: (text) => identifyIn(text, known(text), byKey),
    find: (text) => byKey.get(known(text).key),
    keyOf: (text) => known(text).key,
    same: (left, right) => known(left).key === known(right).key,
    aliasPairs: () => units.filter(({ forms }) => new Set(forms.map(({ name }) => comparisonForm(name))).size > 1),
  };
}

function keyed(text: string, home: Home): Known {
  const parsed = parseUnit(text);
  if (parsed === null) return { key: comparisonForm(text), parsed };
  return { key: nameAtHome(parsed, home), parsed };
}

function groupByKey(names: readonly UnitName[], known: (text: string) => Known): readonly RegisteredUnit[] {
  const groups = new Map<string, UnitName[]>();
  for (const one of names) {
    const { key } = known(one.name);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, forms]) => {
    const sorted = [...forms].sort((left, right) => right.count - left.count);
    const parsed = known(key).parsed ?? parseUnit(key);
    return { key, name: sorted[0]?.name ?? key, forms: sorted, kind: parsed?.kind ?? "其他", rank: parsed?.rank ?? kindRank("其他") };
  });
}

function identifyIn(text: string, { key, parsed }: Known, byKey: ReadonlyMap<string, RegisteredUnit>): UnitMatch {
  const unit = byKey.get(key);
  if (unit === undefined) return { text, canonical: parsed === null ? text.trim() : key, how: parsed === null ? "unknown" : "rule", candidates: parsed?.candidates ?? [] };
  return { text, canonical: unit.name, how: howOf(text, unit, parsed), candidates: [] };
}

function howOf(text: string, unit: RegisteredUnit, parsed: ParsedUnit | null): UnitHow {
  if (comparisonForm(text) === comparisonForm(unit.name)) return "exact";
  return parsed?.via === "successor" ? "rule" : "alias";
}

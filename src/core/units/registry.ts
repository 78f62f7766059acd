/**
 * The units of one file: its own most frequent spelling names a unit, the table and the grammar say which spellings are
 * one unit. Nothing is joined by likeness; likely readings are offered as candidates.
 */
import { comparisonForm } from "../text/compare";
import { candidatesIn } from "./candidates";
import { homeOf, nameAtHome } from "./home";
import { howOf, identifyUnit, type UnitMatch } from "./identify";
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
  /** Sorts as official lists do. */
  readonly rank: number;
}

export interface UnitRegistry {
  /** In the order of first appearance. */
  readonly units: readonly RegisteredUnit[];
  /** The unit in the file's own spelling. A name that the file lacks has the full official one, or is unknown. */
  readonly identify: (text: string) => UnitMatch;
  /** The file's unit of this name in any of its spellings, or undefined where the file has none of that name. */
  readonly find: (text: string) => RegisteredUnit | undefined;
  /** The only unit of the file that this name means if its level word was left out (商务局), or undefined. */
  readonly findWithoutPlace: (text: string) => RegisteredUnit | undefined;
  /** Stable identity, never empty of meaning: a name that nobody knows has its comparison form. */
  readonly keyOf: (text: string) => string;
  readonly same: (left: string, right: string) => boolean;
  /** Units that the file writes in several ways. */
  readonly aliasPairs: () => readonly RegisteredUnit[];
}

interface Known {
  readonly key: string;
  readonly parsed: ParsedUnit | null;
}

interface Entry extends RegisteredUnit {
  readonly parsed: ParsedUnit | null;
}

/** A registry of the names of a file with how often each stands in it. Looking up a name again costs nothing. */
export function buildRegistry(names: readonly UnitName[]): UnitRegistry {
  const parsed = new Map(names.map(({ name }) => [name, parseUnit(name)]));
  const home = homeOf([...parsed.values()].filter((one) => one !== null));
  const known = remember((text: string): Known => {
    const unit = parsed.get(text) ?? parseUnit(text);
    return { key: unit === null ? comparisonForm(text) : nameAtHome(unit, home), parsed: unit };
  });
  const units = groupByKey(names, known);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const identify = remember((text: string): UnitMatch => {
    const one = known(text);
    const unit = byKey.get(one.key);
    return unit ? identifyOwn(text, one, unit, units) : identifyForeign(text, one, units, () => identifyUnit(text, home));
  });
  return {
    units,
    identify,
    find: (text) => byKey.get(known(text).key),
    findWithoutPlace: (text) => onlyOne(units, known(text).parsed),
    keyOf: (text) => known(text).key,
    same: (left, right) => known(left).key === known(right).key,
    aliasPairs: () => units.filter(({ forms }) => new Set(forms.map(({ name }) => comparisonForm(name))).size > 1),
  };
}

function remember<T>(compute: (text: string) => T): (text: string) => T {
  const cache = new Map<string, T>();
  return (text) => {
    const before = cache.get(text);
    if (before !== undefined) return before;
    const fresh = compute(text);
    cache.set(text, fresh);
    return fresh;
  };
}

function groupByKey(names: readonly UnitName[], known: (text: string) => Known): readonly Entry[] {
  const groups = new Map<string, UnitName[]>();
  for (const one of names) {
    const { key } = known(one.name);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, group]) => {
    const forms = [...group].sort((left, right) => right.count - left.count);
    const parsed = known(group[0]?.name ?? key).parsed;
    return { key, name: forms[0]?.name ?? key, forms, kind: parsed?.kind ?? "其他", rank: parsed?.rank ?? kindRank("其他"), parsed };
  });
}

/** A name that no table lists may be a slip of another name in the file. */
function identifyOwn(text: string, { parsed }: Known, unit: Entry, units: readonly Entry[]): UnitMatch {
  const exact = comparisonForm(text) === comparisonForm(unit.name);
  const listed = parsed !== null && parsed.via !== "shape";
  const candidates = listed ? [] : candidatesIn(text, parsed, units.filter((one) => one !== unit));
  return { text, canonical: unit.name, how: exact ? "exact" : parsed === null ? "alias" : howOf(text, parsed, unit.name), candidates };
}

/** A name that the file lacks: unknown where it may be one of the file's that lost its level word. */
function identifyForeign(text: string, { parsed }: Known, units: readonly Entry[], plainly: () => UnitMatch): UnitMatch {
  const plain = plainly();
  const candidates = candidatesIn(text, parsed, units);
  const bare = parsed !== null && (parsed.place.level === "none" || parsed.local !== null) && onlyBare(candidates, parsed, units);
  if (bare) return { text, canonical: text.trim(), how: "unknown", candidates };
  return { ...plain, candidates: [...new Set([...candidates, ...plain.candidates])] };
}

function onlyBare(candidates: readonly string[], parsed: ParsedUnit, units: readonly Entry[]): boolean {
  const body = (parsed.local ?? parsed).body;
  return units.some((unit) => candidates.includes(unit.name) && unit.parsed?.body === body);
}

function onlyOne(units: readonly Entry[], parsed: ParsedUnit | null): Entry | undefined {
  const bare = parsed?.place.level === "none" ? parsed : (parsed?.local ?? null);
  if (bare === null) return undefined;
  const [first, second] = units.filter((unit) => unit.parsed?.body === bare.body);
  return second === undefined ? first : undefined;
}

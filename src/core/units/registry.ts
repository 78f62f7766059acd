/**
 * The units of one file: its own most frequent spelling names a unit, the table and the grammar say which spellings are
 * one unit. Nothing is joined by likeness; likely readings are offered as candidates.
 */
import { comparisonForm } from "../text/compare";
import { isListed, likelyUnits, type LikelyUnits } from "./candidates";
import { homeOf, nameAtHome, type Home } from "./home";
import { howOf, identifyUnit, type UnitMatch } from "./identify";
import { kindRank, type UnitKind } from "./kinds";
import { Memo } from "./memo";
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

/**
 * A registry of the names of a file with how often each stands in it. `texts`, such as its title and its tasks, tell the
 * home city, whose name adds nothing (济南市商务局 in a ledger of 济南). Looking up a name again costs nothing.
 */
export function buildRegistry(names: readonly UnitName[], texts: readonly string[] = []): UnitRegistry {
  const home = homeOf(names.map(({ name }) => parseUnit(name)).filter((one) => one !== null), texts);
  const knowns = new Memo<Known>();
  const known = (text: string): Known => knowns.get(text, (name) => keyed(name, home));
  const units = groupByKey(names, known);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const likely = likelyUnits(units);
  const matches = new Memo<UnitMatch>();
  const match = (text: string): UnitMatch => {
    const one = known(text);
    const unit = byKey.get(one.key);
    return unit ? identifyOwn(text, one, unit, likely) : identifyForeign(text, one, likely, identifyUnit(text, home));
  };
  return {
    units,
    identify: (text) => matches.get(text, match),
    find: (text) => byKey.get(known(text).key),
    findWithoutPlace: (text) => onlyOne(likely.lackingPlace(known(text).parsed)),
    keyOf: (text) => known(text).key,
    same: (left, right) => known(left).key === known(right).key,
    aliasPairs: () => units.filter(({ forms }) => new Set(forms.map(({ name }) => comparisonForm(name))).size > 1),
  };
}

function keyed(name: string, home: Home): Known {
  const parsed = parseUnit(name);
  return { key: parsed === null ? comparisonForm(name) : nameAtHome(parsed, home), parsed };
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
function identifyOwn(text: string, { parsed }: Known, unit: Entry, likely: LikelyUnits<Entry>): UnitMatch {
  const exact = comparisonForm(text) === comparisonForm(unit.name);
  const how = exact ? "exact" : parsed === null ? "alias" : howOf(text, parsed, unit.name);
  return { text, canonical: unit.name, how, candidates: isListed(parsed) ? [] : likely.candidates(text, parsed, unit.name) };
}

/** A name that the file lacks: unknown where it may be one of the file's that lost its level word. */
function identifyForeign(text: string, { parsed }: Known, likely: LikelyUnits<Entry>, plain: UnitMatch): UnitMatch {
  const candidates = likely.candidates(text, parsed, null);
  if (likely.lackingPlace(parsed).length > 0) return { text, canonical: text.trim(), how: "unknown", candidates };
  return { ...plain, candidates: [...new Set([...candidates, ...plain.candidates])] };
}

function onlyOne(units: readonly Entry[]): Entry | undefined {
  return units.length === 1 ? units[0] : undefined;
}

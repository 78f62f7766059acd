/**
 * Which body a name means, without a file: the full official name is the identity. Only listed short forms and the
 * grammar of names join two spellings; likeness never does.
 */
import { fullName, type ParsedUnit } from "./parsedUnit";
import { parseUnit } from "./parseUnit";
import { atHome, NO_HOME, type Home, type Level } from "./place";
import { kindRank, type UnitKind } from "./kinds";

export type UnitHow = "exact" | "alias" | "rule" | "unknown";

export interface UnitMatch {
  readonly text: string;
  /** The full official name (市发展和改革委员会); the text itself where it is unknown. */
  readonly canonical: string;
  /** exact: written so; alias: a usual short form; rule: a successor, or a name understood by its grammar only. */
  readonly how: UnitHow;
  /** Full names that a person may mean instead; never taken unasked. */
  readonly candidates: readonly string[];
}

/** The unit that a name means. */
export function identifyUnit(text: string, home: Home = NO_HOME): UnitMatch {
  const found = parseUnit(text);
  return found === null ? { text, canonical: text.trim(), how: "unknown", candidates: [] } : matchOf(text, found, home);
}

function matchOf(text: string, found: ParsedUnit, home: Home): UnitMatch {
  const canonical = fullName({ ...found, place: atHome(found.place, home) });
  return { text, canonical, how: howOf(text, found, canonical), candidates: found.candidates };
}

function howOf(text: string, found: ParsedUnit, canonical: string): UnitHow {
  if (text.trim() === canonical) return "exact";
  return found.via === "name" ? "alias" : "rule";
}

/** Several names of one document: where it names a single city beside plain 市…, that city is home. */
export function identifyUnits(texts: readonly string[]): readonly UnitMatch[] {
  const parsed = texts.map((text) => parseUnit(text));
  const home = homeOf(parsed.filter((one) => one !== null));
  return texts.map((text) => identifyUnit(text, home));
}

/** Home as far as the names tell: bare 市… names, and exactly one city named. */
export function homeOf(units: readonly ParsedUnit[]): Home {
  return {
    province: only(units, "province", "省", (unit) => unit.place.province),
    city: only(units, "city", "市", (unit) => unit.place.city),
    county: only(units, "county", "区", (unit) => unit.place.county),
  };
}

function only(units: readonly ParsedUnit[], level: Level, bare: string, nameOf: (unit: ParsedUnit) => string | null): string | null {
  if (!units.some(({ place }) => place.level === level && place.name === bare)) return null;
  const names = new Set(units.map(nameOf).filter((name): name is string => name !== null && name !== bare));
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
}

/**
 * Whether the text is one whole name: listed, or of a unit's shape without a conjunction or a gap where it might fall
 * into two.
 */
export function isUnitName(text: string): boolean {
  const found = parseUnit(text);
  return found !== null && (found.via !== "shape" || !/[和及与\s]/u.test(text));
}

/** The sort of body. */
export function unitKind(text: string): UnitKind {
  return parseUnit(text)?.kind ?? "其他";
}

/** Sorts units as official lists do; equal ranks keep the order they came in. */
export function officialRank(text: string): number {
  return parseUnit(text)?.rank ?? kindRank("其他");
}

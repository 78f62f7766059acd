/**
 * Which body a name means, without a file: the full official name is the identity. Only listed short forms and the
 * grammar of names join two spellings; likeness never does.
 */
import { homeOf, nameAtHome, NO_HOME, type Home } from "./home";
import { kindRank, type UnitKind } from "./kinds";
import { nearNames } from "./near";
import { fullName, type ParsedUnit } from "./parsedUnit";
import { parseUnit } from "./parseUnit";
import { hasFullSuffix } from "./shape";

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

/** The unit that a name means; in a document, where its other names told what it leaves out. */
export function identifyUnit(text: string, home: Home = NO_HOME): UnitMatch {
  const found = parseUnit(text);
  if (found === null) return { text, canonical: text.trim(), how: "unknown", candidates: nearNames(text) };
  const canonical = nameAtHome(found, home);
  if (found.via !== "shape") return { text, canonical, how: howOf(text, found, canonical), candidates: found.candidates };
  const candidates = found.candidates.length > 0 ? found.candidates : nearNames(text);
  const slip = found.candidates.length === 0 && candidates.length > 0;
  const written = canonical === text.trim();
  if (slip || (written && !hasFullSuffix(canonical))) return { text, canonical: text.trim(), how: "unknown", candidates };
  return { text, canonical, how: written ? "exact" : "rule", candidates };
}

/** How the text leads to the name that was found for it. */
export function howOf(text: string, found: ParsedUnit, canonical: string): UnitHow {
  if (text.trim() === canonical) return "exact";
  return found.via === "name" ? "alias" : "rule";
}

/** Several names of one document, each in the light of the others. */
export function identifyUnits(texts: readonly string[]): readonly UnitMatch[] {
  const home = homeOf(texts.map((text) => parseUnit(text)).filter((one) => one !== null));
  const matches = texts.map((text) => identifyUnit(text, home));
  const plain = plainNames(texts, home);
  return matches.map((match) => {
    const canonical = plain.get(match.canonical);
    return canonical === undefined ? match : { ...match, canonical, how: "rule", candidates: [match.canonical] };
  });
}

/** Full names with a city's or province's name → those without, where the list has both and no other's: 济南市税务局, 市税务局. */
function plainNames(texts: readonly string[], home: Home): ReadonlyMap<string, string> {
  const all = new Set<string>();
  const named = new Map<string, Set<string>>();
  for (const text of texts) {
    const parsed = parseUnit(text);
    if (parsed === null) continue;
    const name = nameAtHome(parsed, home);
    if (name === fullName(parsed)) all.add(name);
    const without = nameAtHome(parsed, { ...home, city: parsed.place.city, province: parsed.place.province });
    if (without !== name) named.set(without, (named.get(without) ?? new Set()).add(name));
  }
  const single = [...named].filter(([without, names]) => all.has(without) && names.size === 1);
  return new Map(single.flatMap(([without, names]) => [...names].map((name): [string, string] => [name, without])));
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

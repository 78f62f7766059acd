/**
 * What a document leaves out because its readers know it: the name of its own city before 发展改革委, the level word of
 * bodies of the centre.
 */
import { fullName, type ParsedUnit } from "./parsedUnit";
import type { Place } from "./place";

export interface Home {
  /** With the level word as written in full names (济南市), or null where the document names none or several. */
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
  /** Whether a bare 能源局 is that of the centre. */
  readonly bareIsNational: boolean;
}

/** Nothing is known of the document. */
export const NO_HOME: Home = { province: null, city: null, county: null, bareIsNational: true };

/** Home as far as the names of a document tell. */
export function homeOf(units: readonly ParsedUnit[]): Home {
  return {
    province: ownName(units, "province", /^(?:省|自治区)$/u),
    city: ownName(units, "city", /^[市州盟]$/u),
    county: ownName(units, "county", /^[区县旗]$/u),
    bareIsNational: bareIsNational(units),
  };
}

/**
 * The only place of the level whose departments are named in full, in a document that has plain 市… or 区… too. Names of
 * governments don't count: a city's paper lists those of its districts.
 */
function ownName(units: readonly ParsedUnit[], level: Place["level"], plain: RegExp): string | null {
  const names = new Set<string>();
  let hasPlain = false;
  for (const { place, kind } of units) {
    if (place.level !== level || kind === "区县") continue;
    if (plain.test(place.name)) hasPlain = true;
    else names.add(place.name);
  }
  const [name] = names;
  return hasPlain && names.size === 1 && name !== undefined ? name : null;
}

/** Bare names are local where several of them can't be the centre's and nothing else in the document is the centre's. */
function bareIsNational(units: readonly ParsedUnit[]): boolean {
  const explicit = units.some(({ place, local }) => place.level === "national" && local === null);
  return explicit || units.filter(({ place }) => place.level === "none").length < 2;
}

/** The unit as this document means it. */
export function atHome(unit: ParsedUnit, home: Home): ParsedUnit {
  const meant = unit.local !== null && !home.bareIsNational ? unit.local : unit;
  return { ...meant, place: placeAtHome(meant.place, home) };
}

/** The key of a unit in a document: its full official name, home's own name left out. */
export function nameAtHome(unit: ParsedUnit, home: Home): string {
  return fullName(atHome(unit, home));
}

function placeAtHome(place: Place, home: Home): Place {
  if (place.level === "province" && place.name === home.province) return { ...place, name: plainWord(place.name) };
  if (place.level === "city" && place.name === home.city) return { ...place, name: plainWord(place.name) };
  if (place.level === "county" && place.county !== null && place.county === home.county) return { ...place, name: plainWord(place.county) };
  if (home.city === null || place.city !== home.city) return place;
  const front = place.level === "zone" ? home.city.replace(/市$/u, "") : home.city;
  return place.name.startsWith(front) ? { ...place, name: place.name.slice(front.length) } : place;
}

function plainWord(name: string): string {
  return name.endsWith("自治区") ? "自治区" : name.slice(-1);
}

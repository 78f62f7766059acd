/**
 * What a document leaves out because its readers know it: the name of its own city before 发展改革委, the level word of
 * bodies of the centre.
 */
import { fullName, type ParsedUnit } from "./parsedUnit";
import type { Level, Place } from "./place";

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
  const departments = units.filter(({ kind }) => kind !== "区县");
  const plain = (level: Level): number => departments.filter(({ place }) => place.level === level && PLAIN.test(place.name)).length;
  // A city's paper that writes 区教育局 once speaks of any district, not of the one that it names.
  const ofCounty = plain("county") > plain("city");
  return {
    province: plain("province") > 0 ? onlyName(departments, "province") : null,
    city: plain("city") > 0 ? onlyName(departments, "city") : null,
    county: ofCounty ? onlyName(departments, "county") : null,
    bareIsNational: bareIsNational(units),
  };
}

const PLAIN = /^(?:省|自治区|[市州盟区县旗])$/u;

/** The one place of the level that departments are named with, or null. A city's list of its districts doesn't count. */
function onlyName(departments: readonly ParsedUnit[], level: Level): string | null {
  const own = departments.map(({ place }) => place).filter((place) => place.level === level && !PLAIN.test(place.name));
  const names = new Set(own.map(({ name, county }) => (level === "county" ? (county ?? name) : name)));
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
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

/**
 * What a document leaves out because its readers know it: the name of its own city before 发展改革委, the level word of
 * bodies of the centre.
 */
import { fullName, type ParsedUnit } from "./parsedUnit";
import type { Level, Place } from "./place";
import { isCityName, PROVINCES } from "./placeNames";

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

/** Home as far as the names of a document tell, and the places that its texts speak of. */
export function homeOf(units: readonly ParsedUnit[], texts: readonly string[] = []): Home {
  const departments = units.filter(({ kind }) => kind !== "区县");
  const plain = (level: Level): number => departments.filter(({ place }) => place.level === level && PLAIN.test(place.name)).length;
  // A city's paper that writes 区教育局 once speaks of any district, not of the one that it names.
  const ofCounty = plain("county") > plain("city");
  return {
    province: plain("province") > 0 ? (onlyName(departments, "province") ?? spokenOf(texts, PROVINCE_NAME)) : null,
    city: plain("city") > 0 ? (onlyName(departments, "city") ?? spokenOf(texts, CITY_NAME)) : null,
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

const CITY_NAME = /[\u4e00-\u9fff]{2,4}市(?!场|值|面|价|容)/gu;
const PROVINCE_NAME = /[\u4e00-\u9fff]{2,3}省(?![会略去])/gu;
/** Enough to know what a ledger speaks of. */
const MOST_TEXTS = 2_000;

/** The listed place that more than half of the mentions name, or null. */
function spokenOf(texts: readonly string[], pattern: RegExp): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts.slice(0, MOST_TEXTS)) {
    for (const [written] of text.matchAll(pattern)) {
      const name = listedPlace(written);
      if (name === null) continue;
      all += 1;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  for (const [name, count] of counts) if (count * 2 > all) return name;
  return null;
}

/** The longest listed place at the end of the words: 落实济南市 → 济南市. */
function listedPlace(words: string): string | null {
  for (let at = 0; at <= words.length - 3; at++) {
    const name = words.slice(at, -1);
    if (isCityName(name) || PROVINCES.get(name) === `${name}省`) return words.slice(at);
  }
  return null;
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

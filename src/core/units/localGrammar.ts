/**
 * place × body × suffix. A name is read from its right end, longest body first, since a body's own words (城市管理局) may
 * begin like a place.
 */
import { kindRank, type UnitKind } from "./kinds";
import { compoundBody, localBody, partyBody, type LocalBody } from "./localBodies";
import type { ParsedUnit } from "./parsedUnit";
import { NOWHERE, parsePlace, type Level, type Place } from "./place";
import { POSSIBLE_SUCCESSORS, SUCCESSOR } from "./successors";

const CITY: Place = { ...NOWHERE, level: "city", name: "市", city: "市" };

/** A body of a place by any of its listed names, or null. */
export function parseLocal(name: string): ParsedUnit | null {
  const bare = name.startsWith("中共") ? name.slice(2) : name;
  for (let at = 0; at < bare.length; at++) {
    const found = parseSplit(bare.slice(0, at), bare.slice(at));
    if (found !== null) return found;
  }
  return null;
}

function parseSplit(front: string, rest: string): ParsedUnit | null {
  const party = front === "" ? undefined : partyBody(rest);
  const committee = party && partyPlace(front);
  if (party && committee) return local(committee, adapt(party, committee.level), "name");
  const own = localBody(rest);
  const successor = SUCCESSOR.get(rest);
  const compound = own === undefined && successor === undefined ? compoundBody(rest) : undefined;
  const body = own ?? compound?.body;
  if (body === undefined && successor === undefined) return null;
  const place = governmentPlace(front);
  if (place === null || !hasBodies(place.level, rest)) return null;
  if (body !== undefined) return named(place, rest, body, compound?.listed === false ? "compound" : "name");
  return successor === undefined ? null : successorOf(place, successor);
}

/** Cities and districts have no 厅, towns no 局. */
function hasBodies(level: Level, name: string): boolean {
  if (level === "national") return false;
  if (level === "town") return !/[局厅委]$|委员会$/u.test(name);
  return level === "none" || level === "province" || !name.endsWith("厅") || name.endsWith("办公厅");
}

function named(place: Place, name: string, body: LocalBody, via: ParsedUnit["via"]): ParsedUnit {
  const unit = local(place, adapt(body, place.level), via, possibleSuccessors(place, body.official));
  // 市监局 of a city is 市 + 市场监管局 with one 市 for two; only in a paper that leaves all levels out it is bare.
  return place.level === "none" && name === "市监局" ? { ...unit, place: CITY, local: unit } : unit;
}

function successorOf(place: Place, successor: string): ParsedUnit | null {
  const body = successor.startsWith("市委") ? partyBody(successor.slice(2)) : localBody(successor);
  if (body === undefined) return null;
  // The health bodies of cities are commissions, those of counties bureaus.
  const official = body.official === "卫生健康局" && place.level === "city" ? "卫生健康委员会" : ofLevel(body.official, place.level);
  return local(place, adapt({ ...body, official }, place.level), "successor");
}

/** The bureaus of cities are departments (厅) in provinces, but for those that are bureaus everywhere. */
function ofLevel(official: string, level: Level): string {
  const department = official.replace(/局$/u, "厅");
  return level === "province" && department !== official && official !== "市场监督管理局" && localBody(department)?.official === department ? department : official;
}

/** Names that differ with the level: a district has no 中级人民法院, a province no 政府办公室. */
function adapt(body: LocalBody, level: Level): LocalBody {
  const official = ADAPTED[body.official]?.[level];
  return official === undefined ? body : { ...body, official };
}

const ADAPTED: Readonly<Record<string, Partial<Readonly<Record<Level, string>>>>> = {
  中级人民法院: { county: "人民法院", none: "人民法院", province: "高级人民法院" },
  消防救援局: { city: "消防救援支队", county: "消防救援大队", province: "消防救援总队" },
  人民政府办公室: { province: "人民政府办公厅" },
  办公室: { province: "办公厅" },
  人民代表大会常务委员会办公室: { province: "人民代表大会常务委员会办公厅" },
};

/** What a body may have become, where cities did differently; full names in its place. */
export function possibleSuccessors(place: Place, official: string): readonly string[] {
  const names = POSSIBLE_SUCCESSORS.get(official) ?? [];
  return names.map((name) => (name.startsWith("市委") ? `${place.name}委${name.slice(2)}` : place.name + name));
}

function local(place: Place, body: LocalBody, via: ParsedUnit["via"], candidates: readonly string[] = []): ParsedUnit {
  const region = body.official === "人民政府" && (place.level === "county" || place.level === "zone" || place.level === "town");
  const kind: UnitKind = region ? "区县" : body.kind;
  return { front: "", place, body: (body.party ? "委" : "") + body.official, via, kind, rank: kindRank(kind) + body.rank, local: null, candidates };
}

/** 市委, 济南市委, 高新区党工委 → the place; null where it is no party committee. */
export function partyPlace(front: string): Place | null {
  for (const tail of ["党工委", "工委", "委员会", "党委", "委"]) {
    if (!front.endsWith(tail) || front.length === tail.length) continue;
    const place = parsePlace(front.slice(0, -tail.length));
    return place === null || place.level === "none" || place.level === "national" ? null : place;
  }
  return null;
}

/** 市, 济南市, 市政府, 市人民政府, 市委市政府 → the place. */
function governmentPlace(front: string): Place | null {
  const direct = parsePlace(front);
  if (direct !== null) return direct;
  const both = /^([^委]{1,12})委\1(?:人民)?政府$/u.exec(front)?.[1];
  if (both !== undefined) return parsePlace(both);
  for (const tail of ["人民政府", "政府"]) {
    if (front.endsWith(tail) && front.length > tail.length) return parsePlace(front.slice(0, -tail.length));
  }
  return null;
}

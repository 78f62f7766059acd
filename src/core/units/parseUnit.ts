/**
 * The grammar of a unit's name: place × body × suffix. A name is read from its right end, since the body's own words
 * (城市管理局) may begin like a place.
 */
import { comparisonForm } from "../text/compare";
import { kindRank, type UnitKind } from "./kinds";
import { localBody, partyBody, type LocalBody } from "./localBodies";
import { NATIONAL_BODIES, type NationalBody } from "./national";
import { NATION, fullZone, parsePlace, type Level, type Place } from "./place";
import { parseStationed } from "./stationed";
import { fullName, type ParsedUnit } from "./parsedUnit";
import { POSSIBLE_SUCCESSORS, SUCCESSOR } from "./successors";

interface NationalName {
  readonly body: NationalBody;
  readonly former: boolean;
}

const NATIONAL: ReadonlyMap<string, NationalName> = new Map(
  [
    ...NATIONAL_BODIES.flatMap((body) => body.formers.map((name): [string, NationalName] => [name, { body, former: true }])),
    ...NATIONAL_BODIES.flatMap((body) => [body.official, ...body.shorts].map((name): [string, NationalName] => [name, { body, former: false }])),
  ],
);

/** No official name is longer; a longer text is no unit's name. */
export const LONGEST_UNIT = 60;

/** The name understood, or null where it has no shape of a unit's name. */
export function parseUnit(text: string): ParsedUnit | null {
  const name = trimMarks(comparisonForm(text));
  if (name.length < 2 || name.length > LONGEST_UNIT) return null;
  return parseNational(name) ?? parseStationed(name) ?? parseLocal(name) ?? parsePlaceAlone(name) ?? parsePart(name) ?? parseShape(name);
}

function trimMarks(text: string): string {
  return text.replace(/^["'.。,;:、]+/u, "").replace(/["'.。,;:、]{1,20}$/u, "");
}

function parseNational(name: string): ParsedUnit | null {
  const found = NATIONAL.get(name);
  if (found === undefined) return null;
  const { body, former } = found;
  return { front: "", place: NATION, body: body.official, via: former ? "successor" : "name", kind: body.kind, rank: kindRank(body.kind) + body.rank, candidates: [] };
}

/** Longest body first. */
function parseLocal(name: string): ParsedUnit | null {
  for (let at = 0; at <= name.length - 2; at++) {
    const found = parseSplit(name.slice(0, at), name.slice(at));
    if (found !== null) return found;
  }
  return null;
}

function parseSplit(front: string, rest: string): ParsedUnit | null {
  const party = partyBody(rest);
  if (party !== undefined && front !== "") {
    const place = partyPlace(front);
    if (place !== null) return local(place, party, "name");
  }
  const own = localBody(rest);
  const successor = SUCCESSOR.get(rest);
  if (own === undefined && successor === undefined) return null;
  const place = governmentPlace(front);
  if (place === null || place.level === "national") return null;
  if (own !== undefined) return local(place, adapt(own, place.level), "name", possible(place, own.official));
  return successor === undefined ? null : parseSuccessor(place, successor);
}

function parseSuccessor(place: Place, successor: string): ParsedUnit | null {
  const body = bodyByOfficial(successor);
  return body && local(place, adapt(body, place.level), "successor");
}

function bodyByOfficial(name: string): LocalBody | null {
  return (name.startsWith("市委") ? partyBody(name.slice(2)) : localBody(name)) ?? null;
}

/** Names that differ with the level: a district has no 中级人民法院. */
function adapt(body: LocalBody, level: Level): LocalBody {
  if (body.official === "中级人民法院" && (level === "county" || level === "none")) return { ...body, official: "人民法院" };
  if (body.official === "中级人民法院" && level === "province") return { ...body, official: "高级人民法院" };
  return body;
}

function possible(place: Place, official: string): readonly string[] {
  return (POSSIBLE_SUCCESSORS.get(official) ?? []).map((name) => (name.startsWith("市委") ? `${place.name}委${name.slice(2)}` : place.name + name));
}

function local(place: Place, body: LocalBody, via: ParsedUnit["via"], candidates: readonly string[] = []): ParsedUnit {
  const government = body.official.startsWith("人民政府") && body.official === "人民政府" && place.level !== "none";
  const kind: UnitKind = government && (place.level === "county" || place.level === "zone" || place.level === "town") ? "区县" : body.kind;
  return { front: "", place, body: (body.party ? "委" : "") + body.official, via, kind, rank: kindRank(kind) + body.rank, candidates };
}

/** 市委, 中共济南市委, 高新区党工委 → the place. */
function partyPlace(front: string): Place | null {
  const bare = front.startsWith("中共") ? front.slice(2) : front;
  for (const tail of ["党工委", "工委", "委员会", "党委", "委"]) {
    if (bare.endsWith(tail) && bare.length > tail.length) return localPlace(parsePlace(bare.slice(0, -tail.length)));
  }
  return null;
}

/** A party committee always has a place. */
function localPlace(place: Place | null): Place | null {
  return place === null || place.level === "none" || place.level === "national" ? null : place;
}

/** 市, 济南市, 市政府, 市人民政府 → the place. */
function governmentPlace(front: string): Place | null {
  const direct = parsePlace(front);
  if (direct !== null) return direct;
  for (const tail of ["人民政府", "政府"]) {
    if (front.endsWith(tail) && front.length > tail.length) return parsePlace(front.slice(0, -tail.length));
  }
  return null;
}

/** 历下区 in a list of units is its government; 高新区 its 管委会. */
function parsePlaceAlone(name: string): ParsedUnit | null {
  const committee = /^(.{2,}?)(?:管委会|管理委员会)$/u.exec(name)?.[1];
  if (committee !== undefined) {
    const place = parsePlace(committee);
    const named = place === null || place.level === "none" ? fullZone(committee) : place.name;
    const zone: Place = place ?? { level: "zone", name: named, province: null, city: null, county: named };
    return { front: "", place: zone, body: "管理委员会", via: "name", kind: "区县", rank: kindRank("区县") + 500, candidates: [] };
  }
  const street = /^(.+街道)(?:办事处|办)?$/u.exec(name)?.[1];
  const place = parsePlace(street ?? name);
  if (place === null || place.name.length < 3 || place.level === "province" || place.level === "none" || place.level === "national") return null;
  const body = street !== undefined ? "办事处" : place.level === "zone" ? "管理委员会" : "人民政府";
  return { front: "", place, body, via: "name", kind: "区县", rank: kindRank("区县"), candidates: [] };
}

const PART = /(?:处|科|室|股|所|支队|大队|中队|分局|中心|站|总队|分中心|办公室|办)$/u;

/** A department of a unit: 市发改委环资处 belongs to its unit and is not that unit. */
function parsePart(name: string): ParsedUnit | null {
  if (!PART.test(name)) return null;
  for (let end = name.length - 2; end >= 3; end--) {
    const parent = parseLocal(name.slice(0, end));
    if (parent === null || parent.place.level === "none") continue;
    return { ...parent, body: parent.body + name.slice(end), via: "shape", candidates: [fullName(parent)] };
  }
  return null;
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/委$/u, "委员会"],
  [/办$/u, "办公室"],
  [/管委会$/u, "管理委员会"],
  [/集团(?:公司|有限公司|有限责任公司)?$/u, "集团有限公司"],
  [/有限责任公司$/u, "有限公司"],
];

const UNIT_TAIL =
  /(?:委员会|委|办公室|办|局|厅|部|处|中心|支队|大队|总队|公司|集团|医院|学院|大学|学校|中学|小学|银行|分行|支行|协会|学会|联合会|联盟|商会|总会|基金会|公署|研究院|研究所|设计院|事务所|管理处|管理站|管理所|服务站|专班|指挥部|领导小组|工作组|海关|法院|检察院|馆|院|社|站|所|台|署|园|场|厂|校|会|队)$/u;

/** A name that only looks like one: a place in front and a unit's suffix at the end. */
function parseShape(name: string): ParsedUnit | null {
  if (!UNIT_TAIL.test(name)) return null;
  for (let at = Math.min(name.length - 2, 20); at >= 1; at--) {
    const place = parsePlace(name.slice(0, at)) ?? partyPlace(name.slice(0, at));
    if (place === null || place.level === "none") continue;
    return { front: "", place, body: fullShape(name.slice(at)), via: "shape", kind: shapeKind(name), rank: kindRank(shapeKind(name)) + 900, candidates: [] };
  }
  return null;
}

function fullShape(body: string): string {
  for (const [pattern, full] of SHAPES) if (pattern.test(body)) return body.replace(pattern, full);
  return body;
}

function shapeKind(name: string): UnitKind {
  if (/(?:公司|集团|银行|分行|支行|厂)$/u.test(name)) return "企业";
  if (/(?:协会|学会|联合会|商会|总会|基金会)$/u.test(name)) return "人大政协群团";
  return /(?:委员会|委|办公室|办|局|中心|支队)$/u.test(name) ? "直属" : "其他";
}

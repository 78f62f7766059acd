/** Names that no table lists, by their shape: a place alone, a department of a unit, a place in front of a suffix. */
import { kindRank, type UnitKind } from "./kinds";
import { parseLocal, partyPlace, possibleSuccessors } from "./localGrammar";
import { fullName, type ParsedUnit } from "./parsedUnit";
import { fullZone, NOWHERE, parsePlace, type Place } from "./place";
import { leadingCity } from "./placeNames";

/** 市委 as a whole: 中共济南市委 is 中共济南市委员会. */
export function parseCommittee(name: string): ParsedUnit | null {
  const place = partyPlace(name.startsWith("中共") ? name.slice(2) : name);
  return place && { ...region(place, "委员会", 0), front: "中共", kind: "党委", rank: kindRank("党委") };
}

/** 历下区 in a list of units is its government, 高新区 its 管委会, 某街道 its office. */
export function parsePlaceAlone(name: string): ParsedUnit | null {
  const committee = /^(.{1,24}?)(?:管委会|管理委员会)$/u.exec(name)?.[1];
  if (committee !== undefined) return region(zoneOf(committee), "管理委员会", 500);
  const street = /^(.{0,20}街道)(?:办事处|办)?$/u.exec(name)?.[1];
  const place = parsePlace(street ?? name);
  if (place === null || !REGIONS.has(place.level)) return null;
  if (street !== undefined) return region(place, "办事处", 800);
  // 费县 is a county; 城区 alone is mostly any town's centre.
  if (place.name.length < 3 && !/.县$/u.test(place.name)) return null;
  return place.level === "zone" ? region(place, "管理委员会", 500) : region(place, "人民政府", 0);
}

const REGIONS: ReadonlySet<Place["level"]> = new Set(["city", "county", "zone", "town"]);

function zoneOf(text: string): Place {
  const place = parsePlace(text);
  if (place !== null && place.level !== "none") return place;
  const city = leadingCity(text);
  const own = fullZone(city === null ? text : text.slice(city.length).replace(/^市/u, ""));
  return { level: "zone", name: (city ?? "") + own, province: null, city: city && `${city}市`, county: own };
}

function region(place: Place, body: string, order: number): ParsedUnit {
  return { front: "", place, body, via: "name", kind: "区县", rank: kindRank("区县") + order, local: null, candidates: [] };
}

const PART = /(?:处|科|室|股|所|队|分局|分中心|中心|站|办公室|办)$/u;

/** A department of a unit: 市发改委环资处 belongs to its unit and is not that unit. */
export function parsePart(name: string): ParsedUnit | null {
  if (!PART.test(name)) return null;
  for (let end = name.length - 1; end >= 3; end--) {
    const parent = parseLocal(name.slice(0, end));
    if (parent === null || parent.place.level === "none") continue;
    return { ...parent, body: parent.body + fullShape(name.slice(end)), via: "shape", local: null, candidates: [fullName(parent)] };
  }
  return null;
}

const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/管委会$/u, "管理委员会"],
  [/工委$/u, "工作委员会"],
  [/(?:农商银行|农商行)$/u, "农村商业银行"],
  [/委$/u, "委员会"],
  [/办$/u, "办公室"],
  [/集团(?:公司|有限公司|有限责任公司)?$/u, "集团有限公司"],
  [/有限责任公司$/u, "有限公司"],
];

/** Whether the name ends as short forms are written out, so that it is a full name even where no table has it. */
export function hasFullSuffix(name: string): boolean {
  return SHAPES.some(([, full]) => name.endsWith(full));
}

const UNIT_TAIL =
  /(?:委员会|委|办公室|办|局|厅|部|处|中心|队|公司|集团|院|大学|学校|中学|小学|行|协会|学会|联合会|联盟|商会|总会|基金会|公署|所|站|专班|指挥部|小组|工作组|海关|馆|社|台|署|园|场|厂|校|会)$/u;

/** A name that only looks like one: a place in front and a unit's suffix at the end, or an office of one house. */
export function parseShape(name: string): ParsedUnit | null {
  if (!UNIT_TAIL.test(name)) return null;
  return withPlace(name) ?? (OFFICE.test(name) ? office(name) : null);
}

const OFFICE = /^[\u4e00-\u9fff]{3,15}(?:处|科|室|办)$|^[\u4e00-\u9fff]{2}办$/u;

function office(name: string): ParsedUnit {
  return { front: "", place: NOWHERE, body: fullShape(name), via: "shape", kind: "其他", rank: kindRank("其他"), local: null, candidates: [] };
}

function withPlace(name: string): ParsedUnit | null {
  for (let at = Math.min(name.length - 2, 20); at >= 1; at--) {
    const front = name.slice(0, at);
    const party = partyPlace(front);
    const place = parsePlace(front) ?? party;
    if (place === null || place.level === "none" || place.level === "national") continue;
    const kind = party === null ? shapeKind(name) : "党委";
    const body = (party === null ? "" : "委") + fullShape(name.slice(at));
    // Nothing is known of the body, so its place stays as written: 济南大学 is no 济南市大学.
    const written = party === null ? { ...place, name: front } : place;
    const rank = kindRank(kind) + 900;
    return { front: "", place: written, body, via: "shape", kind, rank, local: null, candidates: possibleSuccessors(written, body) };
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
  return /(?:委员会|委|办公室|办|局|中心|队)$/u.test(name) ? "直属" : "其他";
}

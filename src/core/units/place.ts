/**
 * What stands before a body's name: nothing, a level word (市), a named place (济南市), or a chain of them
 * (山东省济南市历下区). The place is a part of a unit's identity: 历下区教育局 is never 市教育局.
 */
import { leadingCity, leadingProvince, PREFECTURE_NAMES } from "./placeNames";

export type Level = "none" | "national" | "province" | "city" | "county" | "zone" | "town";

export interface Place {
  /** Of the finest part. */
  readonly level: Level;
  /** "", "市", "济南市", "历下区"; a province before a named city is left out, since the city says it. */
  readonly name: string;
  /** The city of a chain, with its 市, or null where the text names none. */
  readonly city: string | null;
  /** The province as written in full, or null. */
  readonly province: string | null;
  /** The district, county or zone with its level word, or null. */
  readonly county: string | null;
}

export const NOWHERE: Place = { level: "none", name: "", city: null, province: null, county: null };
export const NATION: Place = { level: "national", name: "", city: null, province: null, county: null };

/** Districts whose name begins with the word for a city. */
const CITY_LIKE_DISTRICT = /^市[中南北]区/u;
const NATION_WORDS: ReadonlySet<string> = new Set(["国家", "全国", "国务院", "中央", "中国"]);
/** A part of a chain that begins with another part's level word, or has one inside. */
const NO_PART = /^[省区县旗]|^市(?![中南北]区)|.省|政府/u;
/** Words that stand before places in a sentence or end a unit's name, and are in no name of a place. */
const NO_PLACE = /[各及与等的局委厅办院队署部]|中共|有关|相关|公司|中心|集团/u;
const NO_DISTRICT = /(?:社区|小区|园区|片区|辖区|校区|厂区|地区|景区|功能区|开发区|全[区县旗])$|^(?:市区|主城区|中心城区|库区|灾区|专区|山区|战区|矿山区|两区|三区|四区)$/u;
const HAN = "[\\u4e00-\\u9fff]";
const COUNTY = new RegExp(`^${HAN}{1,12}?(?:自治县|自治旗|新区|林区|特区|[区县旗])`, "u");
const WHOLE_COUNTY = new RegExp(`^${HAN}{1,14}[区县旗]$`, "u");
const COUNTY_CITY = new RegExp(`^${HAN}{2,5}市$`, "u");
const NAMED_CITY = new RegExp(`^(?:${HAN}{2,6}?(?:地区|[市州盟])|${HAN}{2,12}?自治州)`, "u");
const TOWN = new RegExp(`^${HAN}{1,8}(?:街道|镇|乡)$`, "u");
const ZONE_TAIL = /(?:开发区|高新区|经开区|综保区|自贸区|自由贸易区|保税港区|国际陆港|科技城|新区|示范区|保税区|起步区|先行区|风景区|度假区|产业园区|工业园区|试验区|合作区|功能区|园区|管理区)$/u;

/** Long and short names of development zones, to the full one. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/高新(?:技术)?(?:产业)?(?:开发)?区$/u, "高新技术产业开发区"],
  [/(?:经开区|经济技术开发区)$/u, "经济技术开发区"],
  [/(?:综保区|综合保税区)$/u, "综合保税区"],
  [/(?:自贸(?:试验)?区|自由贸易(?:试验)?区)$/u, "自由贸易试验区"],
  [/(?:新旧动能转换)?起步区$/u, "新旧动能转换起步区"],
];

/** The zone's full name (高新区 → 高新技术产业开发区), or the text itself. */
export function fullZone(text: string): string {
  for (const [pattern, full] of ZONES) if (pattern.test(text)) return text.replace(pattern, full);
  return text;
}

/** The place that the whole text names, or null where it is no place. "" is nowhere in particular. */
export function parsePlace(text: string): Place | null {
  if (text === "") return NOWHERE;
  if (NATION_WORDS.has(text)) return NATION;
  if (text.length > 30 || NO_PLACE.test(text)) return null;
  return parseChain(text.startsWith("我") || text.startsWith("本") ? text.slice(1) : text);
}

function parseChain(text: string): Place | null {
  const province = takeProvince(text);
  const afterProvince = text.slice(province?.length ?? 0);
  if (afterProvince === "") return province && levelPlace("province", province.name, province.name, null, null);
  const city = takeCity(afterProvince);
  const afterCity = afterProvince.slice(city?.length ?? 0);
  const provinceName = province?.name ?? null;
  if (afterCity === "") return city && levelPlace("city", city.name, provinceName, city.name, null);
  return parseCounty(afterCity, provinceName, city?.name ?? null);
}

interface Taken {
  readonly name: string;
  readonly length: number;
}

function takeProvince(text: string): Taken | null {
  if (text.startsWith("自治区")) return { name: "自治区", length: 3 };
  if (text.startsWith("兵团")) return { name: "兵团", length: 2 };
  if (text.startsWith("省")) return { name: "省", length: 1 };
  const found = leadingProvince(text);
  // 吉林市 and 海南州 are cities of a province's name.
  if (found === null || /^[市州]/u.test(text.slice(found.length))) return null;
  return { name: found.full, length: found.length };
}

function takeCity(text: string): Taken | null {
  if (CITY_LIKE_DISTRICT.test(text)) return null;
  if (/^[市州盟]/u.test(text)) return { name: text.charAt(0), length: 1 };
  if (text.startsWith("自治州")) return { name: "自治州", length: 3 };
  const known = leadingCity(text);
  if (known !== null) {
    const rest = text.slice(known.length);
    const written = rest.startsWith("市") && !CITY_LIKE_DISTRICT.test(rest);
    // 朝阳区 and 黄山区 are districts, not the cities of that name.
    if (!written && /^[区县]/u.test(rest)) return null;
    return { name: `${known}市`, length: known.length + (written ? 1 : 0) };
  }
  const named = NAMED_CITY.exec(text)?.[0];
  if (named === undefined || NO_PART.test(named) || /(?:城市|都市|超市|门市|股市|县级市)$/u.test(named)) return null;
  return { name: PREFECTURE_NAMES.get(named) ?? named, length: named.length };
}

function parseCounty(text: string, province: string | null, city: string | null): Place | null {
  if (BARE_TOWNS.has(text)) return parseTown(text, province, city);
  if (BARE_COUNTIES.has(text)) return levelPlace("county", text, province, city, text);
  if (NO_PART.test(text)) return null;
  if (TOWN.test(text)) return parseTown(text, province, city);
  if (COUNTY_CITY.test(text)) return city === null ? levelPlace("city", text, province, text, null) : levelPlace("county", text, province, city, text);
  if (ZONE_TAIL.test(text) && !NO_ZONE.has(text)) {
    const zone = fullZone(text);
    return levelPlace("zone", zone, province, city, zone);
  }
  if (WHOLE_COUNTY.test(text)) return NO_DISTRICT.test(text) ? null : levelPlace("county", text, province, city, text);
  return parseTownOfCounty(text, province, city);
}

const BARE_TOWNS: ReadonlySet<string> = new Set(["镇", "乡", "街道"]);
const BARE_COUNTIES: ReadonlySet<string> = new Set(["区", "县", "旗"]);
const NO_ZONE: ReadonlySet<string> = new Set(["园区", "功能区"]);

function parseTownOfCounty(text: string, province: string | null, city: string | null): Place | null {
  const county = COUNTY.exec(text)?.[0];
  if (county === undefined || NO_DISTRICT.test(county)) return null;
  const rest = text.slice(county.length);
  return TOWN.test(rest) ? { level: "town", name: joinPlace(city, county + rest), province, city, county } : null;
}

function parseTown(text: string, province: string | null, city: string | null): Place | null {
  const county = COUNTY.exec(text)?.[0];
  const district = county !== undefined && !NO_DISTRICT.test(county) && county.length < text.length ? county : null;
  return { level: "town", name: joinPlace(city, text), province, city, county: district };
}

function levelPlace(level: Level, own: string, province: string | null, city: string | null, county: string | null): Place {
  const name = level === "province" || level === "city" ? own : joinPlace(city, own, level === "zone");
  return { level, name, province, city, county };
}

/** A bare 市 before a named district adds nothing; a zone is named after its city without 市. */
function joinPlace(city: string | null, rest: string, zone = false): string {
  const front = city === null || city.length === 1 ? "" : zone ? city.replace(/市$/u, "") : city;
  return front + rest;
}

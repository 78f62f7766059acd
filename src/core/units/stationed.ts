/**
 * Names whose place stands in the middle: local branches of central bodies and of national companies
 * (国家金融监督管理总局莱芜监管分局, 国网济南供电公司), party committees' brothers (共青团济南市委员会, 政协济南市委员会).
 */
import { kindRank, type UnitKind } from "./kinds";
import type { ParsedUnit } from "./parsedUnit";
import { NOWHERE, parsePlace, type Place } from "./place";
import { leadingCity, leadingProvince, PROVINCES } from "./placeNames";

interface Pattern {
  /** The first group that matched is the place. */
  readonly match: RegExp;
  readonly front: string;
  readonly body: string;
  readonly kind: UnitKind;
  readonly via: ParsedUnit["via"];
  /** official: 济南市; short: 济南, as branches of companies are called; table: a listed name without level word. */
  readonly place: "official" | "short" | "table";
}

const PLACE = "([\\u4e00-\\u9fff]{1,16}?)";

function pattern(source: string, front: string, body: string, kind: UnitKind, place: Pattern["place"], via: ParsedUnit["via"] = "name"): Pattern {
  return { match: new RegExp(`^(?:${source.replaceAll("PLACE", PLACE)})$`, "u"), front, body, kind, place, via };
}

const GROUPS: readonly Pattern[] = [
  pattern("(?:中国共产主义青年团|共青团|团)PLACE(?:委员会|委)|PLACE(?:团委|共青团委员会|共青团)", "共青团", "委员会", "人大政协群团", "official"),
  pattern("(?:中国人民政治协商会议|政协)PLACE(?:委员会|委)|PLACE(?:政协|政协委员会|政治协商会议)", "政协", "委员会", "人大政协群团", "official"),
  pattern("(?:中国国际贸易促进委员会|中国贸促会|贸促会)PLACE(?:委员会|委|分会)", "", "国际贸易促进委员会", "人大政协群团", "official"),
  ...[
    ["中国国民党革命委员会", "民革"], ["中国民主同盟", "民盟"], ["中国民主建国会", "民建"], ["中国民主促进会", "民进"],
    ["中国农工民主党", "农工党"], ["中国致公党", "致公党"], ["九三学社", "九三"], ["台湾民主自治同盟", "台盟"],
  ].map(([full = "", short = ""]) =>
    pattern(`(?:${full}|${short})PLACE(?:委员会|委会|委)|PLACE${short}(?:委员会|委会)?`, full, "委员会", "人大政协群团", "official"),
  ),
];

const CENTRAL: readonly Pattern[] = [
  pattern("(?:国家)?税务总局PLACE税务局", "", "税务局", "中央驻地方", "official"),
  pattern("(?:中国人民银行|人民银行|人行)PLACE(?:分行|市分行)|PLACE(?:人民银行|人行)", "中国人民银行", "分行", "中央驻地方", "official"),
  pattern("(?:中国人民银行|人民银行|人行)PLACE(?:中心支行|中支)", "中国人民银行", "分行", "中央驻地方", "official", "successor"),
  pattern("(?:中国人民银行|人民银行|人行)PLACE支行", "中国人民银行", "支行", "中央驻地方", "official"),
  pattern("(?:中国人民银行|人民银行|人行)PLACE分行(?:营业管理部|营管部)", "中国人民银行", "分行营业管理部", "中央驻地方", "official"),
  pattern("(?:国家)?金融(?:监督管理|监管)总局PLACE(?:监管|金融监管)?分局|PLACE金融(?:监督管理|监管)分局|PLACE监管分局", "国家金融监督管理总局", "监管分局", "中央驻地方", "short"),
  pattern("(?:中国)?(?:银保监会|银监会|保监会)PLACE(?:监管)?分局|PLACE(?:银保监|银监|保监)分局", "国家金融监督管理总局", "监管分局", "中央驻地方", "short", "successor"),
  pattern("(?:国家)?金融(?:监督管理|监管)总局PLACE(?:监管支局|支局)|PLACE(?:金融监管支局|监管支局)", "国家金融监督管理总局", "监管支局", "中央驻地方", "short"),
  pattern("PLACE金融监管局", "国家金融监督管理总局", "监管局", "中央驻地方", "table"),
  pattern("(?:国家)?金融(?:监督管理|监管)总局PLACE监管局", "国家金融监督管理总局", "监管局", "中央驻地方", "short"),
  pattern("(?:中国)?(?:银保监会|银监会|保监会)PLACE监管局|PLACE(?:银保监局|银监局|保监局)", "国家金融监督管理总局", "监管局", "中央驻地方", "short", "successor"),
  pattern("(?:中国证券监督管理委员会|中国证监会|证监会)PLACE监管局|PLACE(?:证监局|证券监管局)", "中国证监会", "监管局", "中央驻地方", "short"),
  pattern("(?:国家统计局)?PLACE调查队", "国家统计局", "调查队", "中央驻地方", "short"),
  pattern("(?:国家统计局)?PLACE调查总队", "国家统计局", "调查总队", "中央驻地方", "short"),
  pattern("海关(?:驻)?PLACE办事处|PLACE海关办事处", "", "海关办事处", "中央驻地方", "short"),
  pattern("(?:中华人民共和国)?PLACE海关", "", "海关", "中央驻地方", "short"),
  pattern("(?:国家外汇管理局|国家外汇局|外汇局|外汇管理局|外管局)PLACE分局|PLACE外汇管理局|PLACE外管局", "国家外汇管理局", "分局", "中央驻地方", "official"),
  ...["总队", "支队", "大队", "中队"].map((size) =>
    pattern(`(?:中国人民武装警察部队|武装警察部队|武警部队|武警)PLACE${size}|PLACE武警${size}`, "武警", size, "中央驻地方", "official"),
  ),
];

/** full | short of the national company; its branches are called …分公司 or …公司. */
const TELECOMS: readonly (readonly [full: string, names: string])[] = [
  ["中国移动", "(?:中国)?移动(?:通信集团(?:有限公司|公司)?|公司)?"],
  ["中国联通", "(?:中国)?(?:联通|联合网络通信)(?:集团|公司)?(?:有限公司|公司)?"],
  ["中国电信", "(?:中国)?电信(?:集团|股份|公司)?(?:有限公司|公司)?"],
  ["中国铁塔", "(?:中国)?铁塔(?:股份)?(?:有限公司|公司)?"],
  ["中国邮政集团有限公司", "(?:中国)?邮政(?:集团)?(?:有限公司|公司)?"],
  ["中国广电", "中国广电(?:网络)?(?:集团|股份)?(?:有限公司|公司)?"],
  ["中国石化", "(?:中国石油化工集团|中国石化|中石化)(?:集团|股份)?(?:有限公司|公司)?"],
  ["中国石油", "(?:中国石油天然气集团|中国石油|中石油)(?:集团|股份)?(?:有限公司|公司)?"],
];

const BANKS: readonly (readonly [full: string, names: string])[] = [
  ["中国工商银行", "(?:中国)?工商银行|工行"], ["中国农业银行", "(?:中国)?农业银行|农行"], ["中国建设银行", "(?:中国)?建设银行|建行"],
  ["中国银行", "中国银行|中行"], ["交通银行", "交通银行|交行"], ["中国邮政储蓄银行", "(?:中国)?邮政?储蓄?银行|邮储"],
  ["中国农业发展银行", "(?:中国)?农业发展银行|农发行"], ["国家开发银行", "国家开发银行|国开行|开发银行"],
  ["中国进出口银行", "(?:中国)?进出口银行|进出口行"], ["招商银行", "招商银行|招行"], ["中信银行", "中信银行"], ["中国光大银行", "(?:中国)?光大银行"],
];

const COMPANIES: readonly Pattern[] = [
  pattern("国网(?:[\\u4e00-\\u9fff]{2,4}?(?:省|市|自治区)?电力(?:有限公司|公司)?)?PLACE供电(?:分公司|公司)", "国网", "供电公司", "企业", "short"),
  pattern("(?!国网|国家)PLACE供电(?:分公司|公司)", "国网", "供电公司", "企业", "table"),
  pattern("([市区县])供电(?:分公司|公司)", "国网", "供电公司", "企业", "short"),
  pattern("(?!国网|国家)PLACE(?:省|市)?(?:电力有限公司|电力公司)", "国网", "电力公司", "企业", "table"),
  pattern("国网PLACE(?:省|市)?(?:电力有限公司|电力公司|电力)", "国网", "电力公司", "企业", "short"),
  pattern("中国铁路PLACE局集团(?:有限公司|公司)?|PLACE(?:铁路局集团|局集团)(?:有限公司|公司)?", "中国铁路", "局集团有限公司", "企业", "short"),
  ...TELECOMS.flatMap(([full, names]) => [
    pattern(`(?:${names})PLACE(?:分公司|市公司|公司)|PLACE(?:${names})(?:分公司|公司)`, full, "分公司", "企业", "short"),
  ]),
  ...BANKS.map(([full, names]) => pattern(`(?:${names})(?:股份有限公司)?PLACE分行|PLACE(?:${names})`, full, "分行", "企业", "short")),
];

const ALL: readonly Pattern[] = [...GROUPS, ...CENTRAL, ...COMPANIES];

/** One of these stands in every name that a pattern here matches: most names need no pattern tried. */
const SIGNS =
  /武警|武装警察|团|政协|政治协商|贸易促进|贸促|民革|民盟|民建|民进|农工|致公|九三|台盟|民主|革命|税务总局|行|金融|监管|银保监|银监|保监|证监|证券|调查|海关|外汇|外管|移动|联通|联合网络|电信|铁塔|邮政|广电|石化|石油|邮储|国网|供电|电力|铁路|局集团/u;

/** A name with its place in the middle, or null. */
export function parseStationed(name: string): ParsedUnit | null {
  if (!SIGNS.test(name)) return null;
  for (const [index, one] of ALL.entries()) {
    const groups = one.match.exec(name)?.slice(1);
    const written = groups?.find(Boolean);
    if (written === undefined) continue;
    const place = PLACES[one.place](written);
    if (place === null) continue;
    return { front: one.front, place, body: one.body, via: one.via, kind: one.kind, rank: kindRank(one.kind) + 600 + index, local: null, candidates: [] };
  }
  return null;
}

const PLACES: Readonly<Record<Pattern["place"], (written: string) => Place | null>> = {
  official: officialPlace,
  short: shortPlace,
  table: (written) => (written === leadingCity(written) || PROVINCES.has(written) ? shortPlace(written) : null),
};

function officialPlace(written: string): Place | null {
  const place = parsePlace(written);
  return place === null || place.level === "none" || place.level === "national" ? null : place;
}

/** 济南 and 济南市 are both 济南 here; a place that no table knows stays as written. */
function shortPlace(written: string): Place | null {
  const province = leadingProvince(written);
  if (province !== null && province.length === written.length) return short(written, province.full.slice(0, written.startsWith("内蒙古") ? 3 : 2));
  const city = leadingCity(written);
  if (city !== null && (written === city || written === `${city}市`)) return short(written, city);
  if (/^[市区县省州]$/u.test(written)) return parsePlace(written);
  if (!/^[\u4e00-\u9fff]{2,8}$/u.test(written) || NO_NAME.test(written)) return null;
  return short(written, written.length > 2 ? written.replace(/[市县]$/u, "") : written);
}

/** Words of companies and offices, which no place has. */
const NO_NAME = /集团|有限|公司|股份|银行|国网|管理|[局委办和及与等处厅]/u;

function short(written: string, name: string): Place {
  return { ...NOWHERE, level: parsePlace(written)?.level ?? "city", name };
}

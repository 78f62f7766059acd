/** Whom a class phrase means: 各区县人民政府（功能区管委会） means 历下区人民政府, 市政府有关部门（单位） means 市教育局. */
import { comparisonForm } from "../text/compare";
import { isClassPhrase } from "./classes";
import type { ParsedUnit } from "./parsedUnit";
import { parseUnit } from "./parseUnit";
import type { Level } from "./place";

type Members = (unit: ParsedUnit, name: string) => boolean;

const NOBODY: Members = () => false;
const EVERYBODY: Members = () => true;

/** Whether the unit belongs to the class that the phrase names; false where the phrase names no class. */
export function classCovers(phrase: string, unit: string): boolean {
  if (!isClassPhrase(phrase)) return false;
  const members = membersOf(comparisonForm(phrase));
  if (members === EVERYBODY) return true;
  const parsed = parseUnit(unit);
  return parsed !== null && members(parsed, unit);
}

const REGION = /区县|县区|[各及、(][^、)]{0,3}[区县市旗州镇乡](?![直级属]|政府(?:有关|相关|各|所属))|地区|各地|属地|街道|乡镇|镇街|街镇|功能区|开发区|园区|管委会|新区/u;
const DEPARTMENT = /部门|单位|机关|机构|委办局|部委/u;
const COMPANY = /企业|公司/u;
const KINDS_OF_HOUSE: readonly (readonly [RegExp, RegExp])[] = [
  [/银行|金融机构/u, /银行|分行|保险|证券|信用社/u],
  [/学校|院校|高校/u, /大学|学院|学校|中学|小学/u],
  [/医院|医疗机构/u, /医院|卫生院/u],
];

function membersOf(phrase: string): Members {
  const text = phrase.replace(/^等/u, "").replace(/^(?:以及|及|和|与)/u, "");
  if (text === "") return EVERYBODY;
  for (const [words, names] of KINDS_OF_HOUSE) if (words.test(text)) return (_, name) => names.test(name);
  const ofLevel = levelOf(text);
  if (COMPANY.test(text) && !DEPARTMENT.test(text)) return ({ kind, place }) => kind === "企业" && (ofLevel === null || sameLevel(place.level, ofLevel));
  if (DEPARTMENT.test(text)) return ofLevel === null ? EVERYBODY : ({ kind, place }) => kind !== "区县" && sameLevel(place.level, ofLevel);
  return REGION.test(text) ? regions(text) : NOBODY;
}

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^(?:国务院|国家|中央|中央和国家)/u, "national"],
  [/^(?:全|各)?(?:省|自治区)(?!.*市)/u, "province"],
  [/^(?:全)?(?:[\u4e00-\u9fff]{2,4})?[市州](?:[直级属]|委|人民政府|政府|有关|相关|各|所属|$)/u, "city"],
  [/^(?:全)?(?:[\u4e00-\u9fff]{1,6})?[区县旗](?:[直级属]|委|人民政府|政府|有关|相关|所属|$)/u, "county"],
];

/** The level that a phrase for departments begins with, or null where it says none. */
function levelOf(text: string): Level | null {
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** A name without place says no level: it may be meant. */
function sameLevel(level: Level, wanted: Level): boolean {
  return level === wanted || level === "none";
}

function regions(text: string): Members {
  const rest = text.replaceAll(/(?:功能|开发|高新|园|新)区|各?地区/gu, "");
  const everywhere = /地区|各地|属地/u.test(text);
  const levels = new Set<Level>();
  if (everywhere || /[区县旗]/u.test(rest)) levels.add("county");
  if (everywhere || /省|自治区/u.test(rest)) levels.add("province");
  if (everywhere || /[市州]/u.test(rest)) levels.add("city");
  if (everywhere || /功能区|开发区|园区|高新区|新区|管委会/u.test(text)) levels.add("zone");
  if (everywhere || /[镇乡]|街道/u.test(rest)) levels.add("town");
  return ({ place, body }) => levels.has(place.level) && REGION_BODIES.has(body);
}

const REGION_BODIES: ReadonlySet<string> = new Set(["人民政府", "管理委员会", "办事处"]);

/** Phrases that name a class of units and no unit: 各区县人民政府（功能区管委会）, 市政府有关部门（单位）, 等. */
import { comparisonForm } from "../text/compare";
import { parsePlace } from "./place";

/** What is said of whom: words for "several, not named". */
const QUANTIFIER = /^(?:各|有关|相关|其他|其它|全市|全省|全区|全县|全体|所有|直属|所属|下属|属地|驻|涉及|责任|成员|参与|配合|牵头|承办|主管|相应|对应|以上|上述)/u;
const MEMBERS = /(?:部门|单位|部委|委办局|机关|机构|地区|地方|企业|公司|政府|管委会|区县|县区|镇街|街镇|乡镇|街道|功能区|开发区|园区|市区|区市|市县|县市|区|县|市|镇|乡|旗|州|省|自治区|直辖市|兵团|院校|学校|高校|医院|银行|组|专班|处室|科室|大队|支队|中队|支部|党委|党组|社区|村|协会|系|院|部|处|局|办|委|所|站|中心)$/u;
const INNER = /^(.{0,16}?)(?:政府|人民政府|党委|直属|[直级])?(?:有关|相关|各|所属|直属|成员|其他|责任)(?:职能|业务|主管|金融|重点|行政|市直|直属|区直|县直|市级)?(?:部门|单位|部委|委办局|机关|机构|地区|企业|处室|科室|院校|学校)$/u;
/** Nouns that name a class by themselves. */
const PLAIN =
  /^(?:(?:区县|县区|区市县|县市区|市县|市县区|区市|县市|县级市|镇街|街镇|乡镇|乡镇街道|街道|功能区|开发区|园区|部门|单位|地方|省市|属地)(?:级)?(?:党委)?(?:人民政府|政府|管委会|党委政府)?|(?:市|省|区|县|州)(?:直|级|属)(?:部门|单位|机关|机关单位|企业|国企)|领导小组成员单位|成员单位|职能部门|主管部门|责任单位|牵头单位|配合单位)$/u;

/** Whether the text names a class of units, and no unit. */
export function isClassPhrase(text: string): boolean {
  const bare = bareClass(text);
  if (bare === "" || bare === "等") return bare === "等";
  const body = bare.replace(/^等/u, "").replace(/^[0-9一二三四五六七八九十两几数多]{1,3}(?:个|家)/u, "各");
  return isClassBody(body);
}

function isClassBody(body: string): boolean {
  if (PLAIN.test(body)) return true;
  if (body.length > 40) return false;
  if (body.startsWith("各")) return true;
  if (QUANTIFIER.test(body)) return MEMBERS.test(body);
  const front = INNER.exec(body)?.[1];
  return front !== undefined && parsePlace(front) !== null;
}

/** Without brackets' contents and leading conjunctions. */
function bareClass(text: string): string {
  return comparisonForm(text).replace(/\([^()]*\)/gu, "").replace(/^(?:以及|及|和|与)(?:其他)?/u, "");
}

/** Phrases that name a class of units and no unit: 各区县人民政府（功能区管委会）, 市政府有关部门（单位）, 等. */
import { comparisonForm } from "../text/compare";
import { Memo } from "./memo";
import { parsePlace } from "./place";

/** Nouns for units in general. */
const GENERAL = "部门|单位|部委|委办局|机关|机构|地区|地方|企业|国企|公司|院校|学校|高校|医院|银行|组织|协会|商会|街道|乡镇|镇街|街镇|处室|科室|部队|社区";
/** Nouns for regions and for their governments. */
const REGION = "政府|管委会|办事处|区县|县区|市县|县市|功能区|开发区|园区|新区|自治区|直辖市|[区县市镇乡旗州省村]";
/** What 各 may stand before besides. */
const PARTS = "专班|工作组|组|大队|支队|中队|总队|支部|党委|党组|党支部|系|院|部|处|科|室|局|办|委|委员会|办公室|所|站|中心|分局|分公司|项目部|车间|班|校|园|馆|厂";

const EACH = new RegExp(`^(?:全[市省区县州体]|[市区县省州][直级属]|市|区|县|省)?各(?:级|有关|相关|项目|成员|责任|牵头|配合|职能|业务)*.{0,14}(?:${GENERAL}|${REGION}|${PARTS})$`, "u");
const SOME = new RegExp(`^(?:有关|相关|其他|其它|全[市省区县州]|全体|所有|属地|涉及|相应|上述|以上).{0,14}(?:${GENERAL}|${REGION})$`, "u");
const BELONGING = new RegExp(`^(?:直属|所属|下属|主管|驻.{1,4}(?:有关|相关|各)?).{0,6}(?:部门|单位|机关|机构|企业|公司|院校|学校|部队)$`, "u");
const OF_PLACE = new RegExp(`^(.{0,16}?)(?:人民政府|政府|党委|委|[直级属])?(?:有关|相关|各|所属|直属|成员|其他|责任|组成)(?:职能|业务|主管|金融|重点|行政|国有|市直|区直|县直|市级|省级)?(?:${GENERAL})$`, "u");
/** Nouns that name a class by themselves. */
const PLAIN =
  /^(?:(?:区县|县区|区市县|县市区|市县|市县区|区市|县市|县级市|镇街|街镇|乡镇|乡镇街道|街道|功能区|开发区|园区|部门|单位|地方|省市|属地)(?:级)?(?:党委)?(?:人民政府|政府|管委会|党委政府)?|(?:市|省|区|县|州)(?:直|级|属)(?:部门|单位|机关|机关单位|企业|国企)|.{0,10}(?:领导小组|专班|指挥部|联席会议)?成员单位|(?:职能|主管|业务|责任|牵头|配合|参与|协办|承办)(?:部门|单位))$/u;

const LONGEST = 60;
const remembered = new Memo<boolean>();

/** Whether the text names a class of units, and no unit. */
export function isClassPhrase(text: string): boolean {
  return text.length <= LONGEST && remembered.get(text, isClass);
}

function isClass(text: string): boolean {
  const bare = bareClass(text);
  if (bare === "等") return true;
  // 等10个部门: the number says how many, not which.
  const body = bare.replace(/^等/u, "").replace(/^[0-9一二三四五六七八九十两几数多]{1,3}(?:个|家)/u, "各");
  if (PLAIN.test(body) || EACH.test(body) || SOME.test(body) || BELONGING.test(body)) return true;
  const front = OF_PLACE.exec(body)?.[1];
  return front !== undefined && parsePlace(front) !== null;
}

/** Without brackets' contents and leading conjunctions. */
function bareClass(text: string): string {
  return comparisonForm(text)
    .replace(/\([^()]*\)/gu, "")
    .replace(/^(?:以及|及|和|与)(?:其他)?/u, "");
}

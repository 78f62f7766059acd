/** Every name that a local body may be called by, without its place, to the body: subjects × suffixes, and the odd ones. */
import { atomsOf, joinAtoms } from "./compound";
import type { UnitKind } from "./kinds";
import { GOVERNMENT_SUBJECTS, PARTY_SUBJECTS, type Subject } from "./subjects";

export interface LocalBody {
  /** Full, without place: 发展和改革委员会. */
  readonly official: string;
  /** Belongs to the party committee of its place: 市委组织部. */
  readonly party: boolean;
  readonly kind: UnitKind;
  /** Within its kind. */
  readonly rank: number;
}

/** Full suffix → the ways it is written. */
const SUFFIX_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["委员会", ["委员会", "委"]],
  ["办公室", ["办公室", "办"]],
  ["办事处", ["办事处", "办"]],
  ["中心", ["中心", "服务中心"]],
  ["合作社联合社", ["合作社联合社", "合作社", "合作社联社", "联合社", "联社", "社"]],
]);

/** official | other forms: bodies that no subject and suffix make. */
const ODD_GOVERNMENT = `
人民政府|政府
人民政府办公厅|政府办公厅
人民政府办公室|政府办公室 政府办 府办 人民政府办
人民政府研究室|政府研究室
行政公署|行署
消防救援支队|消防支队
消防救援大队|消防大队
消防救援总队|消防总队
消防救援局|消防局 消防救援 消防救援队
公安局交通警察支队|公安局交警支队 交警支队 公安交警支队 交通警察支队 公安局交通管理支队
公安局交通警察大队|公安局交警大队 交警大队 公安交警大队 交通警察大队
公安局交通警察总队|公安局交警总队 交警总队 公安交警总队
公安局交通管理局|公安交管局 交管局 公安局交管局
公安局特警支队|特警支队
森林公安局|森林公安分局
强制隔离戒毒所|戒毒所
交通运输综合行政执法支队|交通执法支队 交通运输执法支队 交通运输综合执法支队
文化市场综合行政执法支队|文化执法支队 文化市场综合执法支队 文化市场执法支队
生态环境保护综合行政执法支队|生态环境执法支队 生态环境保护综合执法支队 环境执法支队
应急管理综合行政执法支队|应急执法支队 应急综合执法支队
城市管理综合行政执法支队|城管执法支队 城市管理执法支队
市场监管综合行政执法支队|市场监管执法支队 市场监管综合执法支队
农业综合行政执法支队|农业执法支队 农业综合执法支队
疾病预防控制中心|疾控中心
住房公积金管理中心|公积金中心 公积金管理中心 住房公积金中心
公共资源交易中心|公资中心 公共资源中心 公资交易中心
政务服务中心|政务中心
行政审批服务中心|审批服务中心
大数据中心|大数据管理中心
广播电视台|广电台 广播电视总台 电视台 广电总台
融媒体中心|融媒中心
农业技术推广中心|农技推广中心 农技中心
动物疫病预防控制中心|动物疫控中心
生态环境监测中心|环境监测中心
不动产登记中心|不动产中心
劳动保障监察支队|劳动监察支队
退役军人服务中心|
图书馆|
博物馆|
档案馆|
日报社|
社会科学院|社科院
农业科学院|农科院
无线电管理局|无线电管理办公室 无管局 无管办
`;

/** Offices of commissions and of standing campaigns. */
const ODD_OFFICES = `
安全生产委员会办公室|安委会办公室 安委办 安全生产委员会办公室 安全生产委办公室
食品安全委员会办公室|食安办 食安委办公室 食药安办 食安委办
禁毒委员会办公室|禁毒办 禁毒委办公室
爱国卫生运动委员会办公室|爱卫办 爱卫会办公室 爱卫会
绿化委员会办公室|绿委办 绿化委办公室
生态环境保护委员会办公室|环委会办公室 环委办 生态环境委员会办公室 生态环境委办公室
防汛抗旱指挥部办公室|防汛办 防指办 防汛抗旱办公室 防汛抗旱办
森林防灭火指挥部办公室|森防办 森林防火指挥部办公室 森防指办公室
河长制办公室|河长办 河湖长制办公室 河长制工作办公室
双拥工作领导小组办公室|双拥办 双拥工作办公室
创建全国文明城市工作领导小组办公室|创城办 创建文明城市办公室 文明城市创建办
人民政府新闻办公室|新闻办 新闻办公室 政府新闻办 政府新闻办公室
人民政府督查室|政府督查室
人民政府参事室|政府参事室
交通安全委员会办公室|交安委办公室 交安办
消防安全委员会办公室|消安委办公室 消安办 消安委办
减灾委员会办公室|减灾办 减灾委办公室
信用体系建设领导小组办公室|信用办
征兵办公室|征兵办
`;

/** Offices of one house, which go without a place. */
const ODD_HOUSE = `
车辆管理所|车管所
科技信息处|科信处 科技信息化处
警务保障处|警保处
指挥中心|
政治处|政工处
党政办公室|党政办 党委办公室院长办公室 党院办
学生工作处|学工处 学生处 学生工作部
招生就业处|招就处 招生就业办
国有资产管理处|国资处 资产管理处 资产处
后勤管理处|后勤处
教务处|
科技处|科研处
`;

const ODD_STATIONED = `
税务局|
气象局|
地震局|
邮政管理局|邮管局
烟草专卖局|烟草局 烟草专卖局(公司) 烟草专卖局公司 烟草公司
海事局|
通信管理局|通管局
通信发展管理办公室|通管办 通信管理办公室 通信管理办 通信发展办公室 通信发展办 通信办 通发办
国家安全局|国安局
人民武装部|人武部
出入境边防检查站|边检站
`;

const ODD_GROUPS = `
人民代表大会常务委员会|人大常委会 人大 人民代表大会 人大常务委员会
人民代表大会常务委员会办公厅|人大办公厅 人大常委会办公厅
人民代表大会常务委员会办公室|人大办公室 人大常委会办公室 人大办 人大常委会办
人民代表大会常务委员会法制工作委员会|人大法工委 人大常委会法工委 人大法制工作委员会
政协委员会办公厅|政协办公厅
政协委员会办公室|政协办公室 政协办
中级人民法院|中院 中级法院 法院
高级人民法院|高院 高级法院
人民法院|基层法院
人民检察院|检察院 检院
总工会|工会 工会联合会
妇女联合会|妇联
科学技术协会|科协
文学艺术界联合会|文联
残疾人联合会|残联
归国华侨联合会|侨联
台湾同胞联谊会|台联
工商业联合会|工商联 工商联合会
社会科学界联合会|社科联 社会科学联合会
红十字会|红会
国际贸易促进委员会|贸促会 贸易促进会
计划生育协会|计生协 计生协会
法学会|
新闻工作者协会|记协
作家协会|作协
关心下一代工作委员会|关工委
慈善总会|慈善会
人民对外友好协会|友协 对外友协
消费者协会|消协 消费者权益保护委员会 消保委
黄埔军校同学会|
老龄工作委员会办公室|老龄办
`;

const ODD_DISCIPLINE = `
纪律检查委员会|纪委 纪检委 纪委监委 监察委员会 监委 监察委 纪委机关 纪委监委机关 纪委监察委 纪律检查委员会监察委员会 纪委、监委 纪委市监委 纪委区监委 纪委县监委 纪委省监委 纪委州监委 纪委旗监委
`;

const LEVELS = ["市", "区", "县", "省", "州", "旗"];

const ODD_PARTY: readonly Form[] = [
  ...oddForms(`
办公室|办
办公厅|
党校|行政学院 党校行政学院
讲师团|
接待办公室|接待办
`, "党委", 0, true),
  ...committeeForms(),
];

/** 市委市直机关工委: the level word stands twice. */
function committeeForms(): readonly Form[] {
  const body: LocalBody = { official: "直属机关工作委员会", party: true, kind: "党委", rank: 60 };
  const stems = ["直属机关", "直机关", ...LEVELS.flatMap((level) => [`${level}直机关`, `${level}直属机关`, `${level}级机关`, `${level}直`])];
  return stems.flatMap((stem) => ["工作委员会", "工委"].map((suffix): Form => [stem + suffix, body, false]));
}

/** The committee for the bodies of a level, by names that leave 市委 out: 市直机关工委. */
const DIRECT: readonly Form[] = committeeForms().filter(([name]) => /^(?:直|级)/u.test(name));

const LOCAL: ReadonlyMap<string, LocalBody> = buildMap([
  ...subjectForms(GOVERNMENT_SUBJECTS, false),
  ...oddForms(ODD_GOVERNMENT, "直属", 500),
  ...oddForms(ODD_OFFICES, "直属", 700),
  ...oddForms(ODD_HOUSE, "其他", 0),
  ...oddForms(ODD_STATIONED, "中央驻地方", 0),
  ...oddForms(ODD_GROUPS, "人大政协群团", 0),
  ...oddForms(ODD_DISCIPLINE, "党委", 0),
  ...DIRECT,
]);

const PARTY: ReadonlyMap<string, LocalBody> = buildMap([...ODD_PARTY, ...subjectForms(PARTY_SUBJECTS, true)]);

type Form = readonly [name: string, body: LocalBody, official: boolean];

/** An official name goes before a short form of another body; else the first in the table. */
function buildMap(forms: readonly Form[]): ReadonlyMap<string, LocalBody> {
  const map = new Map<string, LocalBody>();
  for (const [name, body, official] of forms) if (official && !map.has(name)) map.set(name, body);
  for (const [name, body] of forms) if (!map.has(name)) map.set(name, body);
  return map;
}

function subjectForms(subjects: readonly Subject[], party: boolean): readonly Form[] {
  return subjects.flatMap((subject) =>
    subject.suffixes.flatMap((suffix) => {
      const body: LocalBody = { official: subject.official + suffix, party, kind: subject.kind, rank: subject.rank };
      const stems = [subject.official, withoutAnd(subject.official), ...subject.shorts];
      // 教育工作委员会 is 教育工委.
      const working = subject.official.endsWith("工作") && suffix === "委员会";
      const suffixes = [...(SUFFIX_FORMS.get(suffix) ?? [suffix]), ...(working ? ["工委", "工作委员会"] : [])];
      const joined = stems.flatMap((stem) => suffixes.map((form): Form => [stem + form, body, stem === subject.official && form === suffix]));
      const whole = subject.names.filter((name) => suffixes.some((form) => name.endsWith(form)));
      return [...joined, ...whole.map((name): Form => [name, body, false])];
    }),
  );
}

function oddForms(table: string, kind: UnitKind, from: number, party = false): readonly Form[] {
  return table
    .trim()
    .split("\n")
    .flatMap((line, index): readonly Form[] => {
      const [official = "", others = ""] = line.split("|");
      const body: LocalBody = { official, party, kind, rank: from + index };
      const rest = others.split(" ").filter((one) => one !== "");
      return [[official, body, true], ...rest.map((name): Form => [name, body, false])];
    });
}

/** The writing that leaves 和 and its like out; also the comparison form of official names. */
export function withoutAnd(text: string): string {
  return text.replace(/[和与及、]/gu, "");
}

/** A subject's short form to its official words. */
const STEMS: ReadonlyMap<string, string> = new Map(
  [...GOVERNMENT_SUBJECTS].reverse().flatMap(({ official, shorts }) => [...shorts, withoutAnd(official), official].map((stem): [string, string] => [stem, official])),
);

const LOOSE_SUFFIXES: readonly (readonly [form: string, full: string])[] = [["服务中心", "服务中心"], ["中心", "服务中心"], ["办公室", "办公室"], ["办", "办公室"]];

function suffixedBody(name: string): CompoundBody | undefined {
  for (const [form, full] of LOOSE_SUFFIXES) {
    const official = name.endsWith(form) ? STEMS.get(name.slice(0, -form.length)) : undefined;
    if (official !== undefined) return { body: { official: official + full, party: false, kind: "直属", rank: 450 }, listed: false };
  }
  return undefined;
}

/** The body of a government or of a people's organisation by a name without place, or undefined. */
export function localBody(name: string): LocalBody | undefined {
  return LOCAL.get(name) ?? (/[与及]/u.test(name) ? (LOCAL.get(name.replace(/[与及]/gu, "和")) ?? LOCAL.get(withoutAnd(name))) : undefined);
}

const COMPOUND_SUFFIXES: readonly (readonly [form: string, full: string])[] = [["委员会", "委员会"], ["委", "委员会"], ["局", "局"], ["厅", "厅"]];

function compoundKey(name: string): { readonly key: string; readonly official: string } | null {
  for (const [form, full] of COMPOUND_SUFFIXES) {
    if (!name.endsWith(form)) continue;
    const atoms = atomsOf(name.slice(0, -form.length));
    if (atoms !== null) return { key: `${atoms.join("|")}|${full}`, official: joinAtoms(atoms) + full };
  }
  return null;
}

const COMPOUND: ReadonlyMap<string, LocalBody> = new Map(
  [...LOCAL.values()].reverse().flatMap((body): readonly [string, LocalBody][] => {
    const key = compoundKey(body.official);
    return key === null ? [] : [[key.key, body]];
  }),
);

export interface CompoundBody {
  readonly body: LocalBody;
  /** Whether a table has it; else its name is joined as official names are. */
  readonly listed: boolean;
}

/** The body whose name is a row of subjects (教科体局) or a subject with an unlisted suffix (园林中心), or undefined. */
export function compoundBody(name: string): CompoundBody | undefined {
  const found = compoundKey(name);
  if (found === null) return suffixedBody(name);
  const body = COMPOUND.get(found.key);
  if (body !== undefined) return { body, listed: true };
  return { body: { official: found.official, party: false, kind: "政府组成部门", rank: 400 }, listed: false };
}

/** The body of a party committee by a name without place and without 市委, or undefined. */
export function partyBody(name: string): LocalBody | undefined {
  return PARTY.get(name);
}

/** All names of local bodies without their place, the party's apart. */
export const LISTED_NAMES: readonly string[] = [...LOCAL.keys()];

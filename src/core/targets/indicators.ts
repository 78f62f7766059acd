/** Names what a figure measures: the words before it (充换电站 1000 座) or after it (10 家工业互联网园区), without what only leads there. */
import { CLOSERS, type Span } from "./clauses";
import { wordAt } from "./predicates";

/** Ends of words that name a measurable thing: their clause is "X 达到 N", and X is kept whole. */
const METRIC_ENDS: ReadonlySet<string> = new Set(
  "率 量 额 总额 总量 数 数量 总数 值 产值 投入 增加值 比 占比 比重 比例 面积 里程 规模 收入 收益 利润 支出 投资 资金 时间 时长 时限 周期 年限 水平 指数 满意度 知晓度 覆盖度 贡献度 集中度 自给度 融合度 温度 湿度 硬度 强度 浓度 能力 装机 容量 产能 产量 均值 得分 分数 人口 排放 能耗 电耗 水耗 成本 费用 价格 工期 增速 增幅 降幅 贡献 效率 单产 密度 寿命 年龄 距离 库容 长度 宽度 深度 高度 幅度 力度 频次 次数 场次 人次 积分 名额 权重".split(" "),
);
const LONGEST_END = 3;

/** Whether the words name a measurable thing: 覆盖率, 保有量, 生产总值. */
export function isMetric(words: string): boolean {
  const { length } = words;
  for (let count = 1; count <= LONGEST_END && count <= length; count++) {
    if (METRIC_ENDS.has(words.slice(length - count))) return true;
  }
  return false;
}

const LEAD_SIGNS = /^[、，。；：的和及与并且或”"')\]\s]$/u;
const TRAIL = /(?:[、，：:“"'([\s]|的|是|为|[^主重需]要|应|将|须|[^所急必供]需|和|[^普涉惠]及|[^参]与|并|且|均|都|由|从|在|[^达]到|至|达)$/u;
/** Words before the thing that are never part of its name. */
const FLUFF =
  /^(?:分别(?!为)|集中力量|拟(?!合|定)|[两三四五]年(?=实现|完成|建成)|其中|积极争取|力争|争取|确保|努力|预计|计划|同时|并且|并将|进一步|原则上|到时|届时|年内|累计|总计|合计|共计|新增加|实现|要求|保证|保持|目标为|目标是|推动|推进|促进|支持|鼓励|引导|指导|督促|使得|完成(?![率量度情])|使(?!用)|把|将|要(?![素件])|应(?![急用收届对])|须|需(?!求)|对(?![口外接])|令|让|以及|及其|至少|先后|逐步|稳步|基本(?![医养公药农建单生盘])|每年|全年|年均|已|在全[市省国区县])/u;
/** Adverbs that are names' beginnings as well (重点行业, 新能源): only before a verb they are fluff. */
const ADVERB = /^(?:重点|全面|有序|积极|加快|持续|大力|稳步|逐步|着力|深入|新|共|各|多|再|同步|分批|联合|统筹|集中|集聚|高标准|高质量|高水平|精准|主动|广泛|切实|不断|继续|充分|有效|创新|协同|全力|全市|全省|全区|全县|全国|我市|我省|我区|我县|本市|市级|双向)/u;
/** What may stand before the verb of a thing that is made: 全市建成…, 各区县新建…. */
const FINITE = /(?:累计)?(?:建成|新建|新增(?!就业)|培育|引进|打造|举办|创建|推广|引育|招引|创成|培训|选派|新改扩建|改扩建|完成(?![率量度情])|实现(?![率度])|组织开展|设立|淘汰|推进|开展|实施)/gu;
/** Verbs that are parts of a metric's name (培训覆盖率): before a metric only these are stripped. */
const TRANSITIVE = new Set([
  "提高", "提升", "降低", "增加", "减少", "压减", "压缩", "缩短", "消减", "削减", "扩大", "完成", "实现", "保障", "达到", "新增", "净增", "延长", "节约", "淘汰", "化解", "盘活", "拉动", "带动", "撬动", "落实", "安排", "下达", "发放", "争取", "筹集", "兑现", "减免",
]);

/** The words of [start, end) without what only leads there; verbs stay, they belong to what is done. */
export function bareSubjectIn(text: string, span: Span, holes: readonly Span[]): Span | null {
  let trimmed = trimEdges(text, span, holes);
  for (let rounds = 0; rounds < 6 && trimmed !== null; rounds++) {
    const words = text.slice(trimmed.start, Math.min(trimmed.end, trimmed.start + 8));
    const fluff = FLUFF.exec(words)?.[0].length ?? 0;
    if (fluff === 0 || fluff >= trimmed.end - trimmed.start) break;
    trimmed = trimEdges(text, { ...trimmed, start: trimmed.start + fluff }, holes);
  }
  return trimmed === null ? null : afterObjectMark(text, trimmed);
}

/** The words of [start, end) that name the thing, or null where nothing is left. `holes` are time words, cut off at the edges. */
export function subjectIn(text: string, span: Span, holes: readonly Span[]): Span | null {
  const whole = trimEdges(text, span, holes);
  if (whole === null) return null;
  let trimmed = afterWhom(text, afterObjectMark(text, whole));
  let verbs = 0;
  for (let rounds = 0; rounds < 8; rounds++) {
    const next = withoutLead(text, trimmed, holes, verbs);
    if (next === null) return null;
    if (next.span.start >= next.span.end) break;
    if (next.span.start === trimmed.start) break;
    trimmed = next.span;
    verbs += next.verb ? 1 : 0;
  }
  const cut = isMetric(text.slice(trimmed.start, trimmed.end)) ? trimmed : afterFinite(text, trimmed);
  return trimEdges(text, cut, holes);
}

/** 为未成年人|提供托管服务, 在公共场所|布设救护设备: for whom or where, then the verb. */
const FOR_WHOM = /^(?:为|向|对|在)[^，、]{2,14}?(?:提供|布局|布设|配备|配置|设置|设立|建设|建成|新建|开展|发放|实施|推广|安装|投放)/u;

/** Cuts signs, particles and time words off both ends. */
function trimEdges(text: string, { start, end }: Span, holes: readonly Span[]): Span | null {
  for (;;) {
    const hole = holes.find((one) => one.start <= start && one.end > start);
    if (hole !== undefined) start = hole.end;
    else if (bracketAt(text, start, end) > 0) start += bracketAt(text, start, end);
    else if (start < end && (LEAD_SIGNS.test(text.charAt(start)) || opensNothing(text, start, end))) start++;
    else break;
  }
  for (;;) {
    const hole = holes.find((one) => one.end >= end && one.start < end);
    if (hole !== undefined) {
      end = hole.start;
      continue;
    }
    const found = TRAIL.exec(text.slice(Math.max(start, end - 4), end));
    if (!found || end - 1 <= start) break;
    end--;
  }
  return start < end ? { start, end } : null;
}

/** The length of a bracket that stands before the words: 更新(含整机)|老旧电梯. */
function bracketAt(text: string, start: number, end: number): number {
  if (text.charAt(start) !== "(") return 0;
  const close = text.slice(start, end).indexOf(")");
  return close > 0 && start + close + 1 < end ? close + 1 : 0;
}

/** A quote or bracket that is not closed in [start, end). */
function opensNothing(text: string, start: number, end: number): boolean {
  const closer = CLOSERS.get(text.charAt(start));
  return closer !== undefined && !text.slice(start, end).includes(closer);
}

function afterWhom(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const found = isMetric(words) ? null : FOR_WHOM.exec(words);
  return found && found[0].length + 1 < words.length ? { ...span, start: span.start + found[0].length } : span;
}

/** 将X压缩, 把X提高: the thing is what follows the mark. */
function afterObjectMark(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  if (!words.includes("将") && !words.includes("把")) return span;
  const found = /^.*(?:将(?![来近])|[^一]把(?![握关控]))/su.exec(words);
  return found && found[0].length < words.length ? { ...span, start: span.start + found[0].length } : span;
}

interface Shorter {
  readonly span: Span;
  /** What went was a verb. */
  readonly verb: boolean;
}

/** One leading word less; the span itself where none leads. `verbs` have gone before. */
function withoutLead(text: string, span: Span, holes: readonly Span[], verbs: number): Shorter | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + 8));
  const fluff = FLUFF.exec(words)?.[0].length ?? 0;
  if (fluff > 0 && fluff < span.end - span.start) {
    const rest = trimEdges(text, { ...span, start: span.start + fluff }, holes);
    return rest === null ? null : { span: rest, verb: false };
  }
  const before = beforeVerb(text, span, words);
  if (before > 0) return { span: { ...span, start: span.start + before }, verb: false };
  const verb = verbAt(text, span.start, span.end);
  const word = text.slice(span.start, span.start + verb);
  const stays = verb === 0 || (verbs > 0 && !SECOND.has(word)) || (NAMING.has(word) && (verbs > 0 || word !== "服务"));
  return { span: stays ? span : afterVerb(text, span, verb), verb: !stays };
}

/** The length of an adverb or a maker that stands before a verb, else 0. */
function beforeVerb(text: string, { start, end }: Span, words: string): number {
  const adverb = ADVERB.exec(words)?.[0].length ?? 0;
  if (adverb > 0 && verbAt(text, start + adverb, end) > 0) return adverb;
  const maker = isMetric(text.slice(start, end)) ? 0 : (MAKER.exec(words)?.[0].length ?? 0);
  return maker > 0 && verbAt(text, start + maker, end) > 0 ? maker : 0;
}

/** Who makes it: 支持|企业|建设智能工厂. */
const MAKER = /^(?:企业|各地|各区县|各县区|各镇街|各区|高校|院校|医疗机构|社会资本|社会力量|金融机构|龙头企业)/u;
/** Verbs that follow another verb: 改造提升, 新建改建, 开工建设. */
const SECOND = new Set([
  "提升", "改建", "扩建", "续建", "建设", "培育", "引进", "支持", "资助", "扶持", "发布", "实施", "开展", "举办", "推广", "打造", "认定", "完善", "选派", "投用", "投产", "培养", "更新", "出台", "修订", "改造",
  "改造提升", "提升改造", "升级改造", "更新改造", "提质改造", "提标改造", "改扩建",
]);

/** Verbs that are rather the beginning of a name: 应用场景, 检测机构, 示范乡镇. */
const NAMING = new Set([
  "应用", "使用", "利用", "加工", "生产", "试点", "示范", "集成", "转型", "升级", "监测", "检测", "交易", "处理", "保障", "供应", "运营", "服务", "宣传", "销售", "出口", "进口", "创作", "研发", "开发",
]);
/** Signs that make a noun of the verb before them: 保障性, 覆盖率. */
const NOUN_MAKERS = "性率量化度";

/** The length of the verb at `at`, 0 where there is none. */
function verbAt(text: string, at: number, end: number): number {
  const word = wordAt(text, at, end);
  if (word === null || word.word.length < 2 || (word.role !== "act" && word.role !== "change" && word.role !== "push")) return 0;
  const next = text.charAt(at + word.word.length);
  return at + word.word.length < end && next !== "" && NOUN_MAKERS.includes(next) ? 0 : word.word.length;
}

function afterVerb(text: string, span: Span, length: number): Span {
  const rest = { ...span, start: span.start + length };
  if (rest.end === rest.start) return rest;
  if (rest.end - rest.start < 2) return span;
  if (isMetric(text.slice(span.start, span.end)) && !TRANSITIVE.has(text.slice(span.start, rest.start))) return span;
  if (verbAt(text, rest.start, rest.end) === rest.end - rest.start) return span;
  const joined = /^[和及、并]/u.test(text.charAt(rest.start)) && verbAt(text, rest.start + 1, rest.end) > 0;
  return joined ? { ...rest, start: rest.start + 1 } : rest;
}

/** 推进|老旧小区改造, 加快|充电桩|建设: what a clause without figures is about, for the next one that only says how many. */
const TOPIC = /^(?:全面|大力|深入|持续|有序|积极|加快|统筹|稳步|扎实|着力|切实|全力|进一步){0,3}(?:推进|推动|实施|开展|加强|加大|抓好|做好|启动|组织|加快|持续){1,2}(?<thing>[^，；。：、\d的和及与并]{2,16}?)(?:建设|工作|力度|行动)?$/u;

/** What the clause is about where it has no figure, or null. */
export function topicOf(text: string, { start, end }: Span): string | null {
  return end - start > 28 ? null : (TOPIC.exec(text.slice(start, end))?.groups?.["thing"] ?? null);
}

/** The longest actor that is looked for before a verb. */
const ACTOR = 18;

function afterFinite(text: string, span: Span): Span {
  FINITE.lastIndex = 0;
  const words = text.slice(span.start, span.end);
  const found = FINITE.exec(words.slice(0, ACTOR));
  if (!found || found.index === 0 || /[《“]/u.test(words.slice(0, found.index))) return span;
  const rest = span.start + found.index + found[0].length;
  return span.end - rest < 2 ? span : (subjectIn(text, { start: rest, end: span.end }, []) ?? span);
}

/** Where the name of things after a count ends: 300名人才|赴境外培训, 40项品牌|进行宣传. */
const NAME_STOP = /\((?:含|其中|包括|包含)|进行|参加|参与|赴|用于|给予|实现|达到|完成(?!率)|享受|提供|通过|向|并(?!网|联)|且|，|；/u;

/** The thing counted, from the words after the figure: [start, end) is what may name it. */
export function nameAfter(text: string, start: number, end: number, whole: boolean): Span | null {
  if (start >= end || /[、，；。：()]/u.test(text.charAt(start))) return null;
  const from = text.charAt(start) === "的" ? start + 1 : start;
  const words = text.slice(from, end);
  const stop = whole ? -1 : (NAME_STOP.exec(words)?.index ?? -1);
  return trimEdges(text, { start: from, end: stop > 0 ? from + stop : stop === 0 ? from : end }, []);
}

/** 、, and 和, 及, 与 where they are not parts of words such as 普及, 参与, 和谐. */
function separates(words: string, at: number): boolean {
  const sign = words.charAt(at);
  if (sign === "、") return true;
  const before = words.charAt(at - 1);
  if (sign === "及") return !"普以涉波触顾危惠".includes(before) && words.charAt(at + 1) !== "时";
  if (sign === "与") return !"参赋给授".includes(before);
  return sign === "和" && !"共饱温中柔".includes(before) && !"谐平睦".includes(words.charAt(at + 1));
}

/** The parts of a list: "A、B和C"; brackets and quotes are not cut. */
export function listOf(words: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const sign = words.charAt(at);
    if ("(（《“[".includes(sign)) depth++;
    else if (")）》”]".includes(sign)) depth--;
    else if (depth === 0 && at > start && separates(words, at)) {
      items.push(words.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...items, words.slice(start).trim()].filter((item) => item !== "");
}

const HOLDER =
  /^(?:.*?(?:企业|机构|单位|学校|高校|院校|医院|园区|居民|地区|区县|行业|家庭|垃圾|污水|固废)|全[市省国区县]|本市)/su;
/** The end of a metric's name that several things share: 种植、收获机械化率. */
const SHARED_TAIL = /(?:[一-龥]{2}(?:总[量额数]|化率)|[一-龥]{2}(?:率|量|额|数|占比|比重|比例|面积|规模|收入|时间|周期|水平|指数|产值|增加值|能力))$/u;

/** Full names for the items of a list that share a beginning (规模以上工业企业A率、B率) or an end (A种植、收获机械化率). */
export function fullNames(listed: readonly string[]): readonly string[] {
  const items = withHolders(listed);
  const first = items[0] ?? "";
  const last = items[items.length - 1] ?? "";
  if (items.length < 2) return items;
  if (isMetric(last) && !items.slice(0, -1).some((item) => isMetric(item))) return sharingEnd(items, last);
  const holder = HOLDER.exec(first)?.[0] ?? "";
  const shares = holder !== "" && first.length - holder.length >= 3 && items.every((item) => isMetric(item)) && !items.slice(1).some((item) => HOLDER.test(item));
  return shares ? [first, ...items.slice(1).map((item) => holder + item)] : items;
}

/** 新建城区、新建居住区设施达标率、社区设施覆盖率 are two: what measures nothing belongs to the name that follows it. */
function withHolders(items: readonly string[]): readonly string[] {
  if (items.length < 3 || items.filter(isMetric).length < 2) return items;
  const names: string[] = [];
  let before = "";
  for (const item of items) {
    if (isMetric(item)) names.push(before + item);
    before = isMetric(item) ? "" : `${before}${item}、`;
  }
  return before === "" ? names : items;
}

function sharingEnd(items: readonly string[], last: string): readonly string[] {
  const tail = SHARED_TAIL.exec(last)?.[0] ?? "";
  const head = last.slice(0, last.length - tail.length);
  if (tail === "" || head === "") return items;
  const first = items[0] ?? "";
  const opening = head.length < first.length ? first.slice(0, first.length - head.length) : "";
  return items.map((item, at) => (at === 0 ? item : opening + (at === items.length - 1 ? head : item)) + tail);
}

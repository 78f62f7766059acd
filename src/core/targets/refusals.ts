/** Which quantities are no targets: parts of names and classes (30 万千瓦以下机组), what exists already, times, ways, money given. */
import { isMetric } from "./indicators";
import type { Predicate, PredicateRole } from "./predicates";
import type { Bound } from "./predicates";
import type { Quantity } from "./quantities";

export interface QuantityInClause {
  readonly text: string;
  readonly quantity: Quantity;
  readonly predicate: Predicate;
  readonly bound: Bound;
  /** Where the clause begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The quantity that follows in the clause, and where this one's words end (there or at the clause's end). */
  readonly next: Quantity | null;
  /** It follows a target of the same sentence, as in a list. */
  readonly inList: boolean;
}

const LEVELS: ReadonlySet<PredicateRole> = new Set(["compare", "reach", "lower", "change"]);
const WAYS = /^(?:批次|方式|方面|环节|阶段|层次|层面|方向|维度|步骤|要素|原则|要求|关键|省(?!级)|省份|特点|特征|条件|坚持|转变|一律|确保|统一|不准|严禁)/u;
/** 7个重点行业: where it is done, not how much; 7个行业龙头 are things. */
const FIELDS = /^(?:重点|主要|关键)?(?:行业|领域)(?:领域)?(?![一-龥]{0,4}(?:企业|龙头|平台|中心|标杆|协会|大脑|标准|技术))/u;
/** 14个区|分别建立…: who does it. */
const ALL_OF_THEM = /^(?:市辖)?(?:区|区县|县区|县|乡镇|镇街|街镇|街道|部门|单位|省|城市|社区|村)(?:分别|均|都|各自|全部|全面)/u;
/** The words of 从22个缩短到9个 that lead to where it stands now. */
const FROM_NOW = /(?:由|从|自)(?:每[一-龥]{1,2})*(?:(?:19|20)\d\d年(?:底|末|度)?的?|原来的?|现在的?|目前的?|现行的?|法定的?|原先的?|平均|以往的?|过去的?|上年的?|去年的?)*约?$/u;
const GIVEN = /给予|奖励|奖补|补助|补贴|罚款|处以|每[辆台户人家个亩吨次项套件]/u;
const DONE_ALREADY = /已经?[^，。；]{0,10}$/u;
const THERE_NOW = /(?:现有|原有|共有|拥有|目前有?)[^，。；]{0,10}$/u;
/** 每千人口拥有…4.5个: a ratio, not what there is. */
const RATIO = /^(?:平均)?(?:每|人均|户均|千人均|万人均)/u;
const CONDITION = /^(?:凡|如|若|当|对于?)/u;

const startOfWindow = (from: number, at: number, length: number): number => Math.max(from, at - length);

/** Where 从 of "从平均22个工作日" stands if the quantity is where things stand now, else -1. */
export function nowStart({ text, quantity, from }: QuantityInClause): number {
  const begin = startOfWindow(from, quantity.start, 16);
  const found = FROM_NOW.exec(text.slice(begin, quantity.start));
  return found ? begin + found.index : -1;
}

/** Whether the figure is none of a target. */
export function isNoTarget(place: QuantityInClause): boolean {
  return isWithinName(place) || isSaidOtherwise(place) || isOfItsKind(place) || (place.quantity.chinese && isOnlyWord(place));
}

/** 第, 每, 等 and 的 before it: a rank, a denominator, the end of an enumeration, a known thing; the field that a rank is in. */
function isWithinName(place: QuantityInClause): boolean {
  const { text, quantity, predicate, bound } = place;
  if (text.charAt(bound.end) === "的" && isSamePhrase(place)) return true;
  if (/全[国省球]$/u.test(text.slice(Math.max(place.from, quantity.start - 2), quantity.start)) && predicate.head === null) return true;
  const before = text.charAt(quantity.start - 1);
  if (before === "、" && quantity.kind === "count" && predicate.head === null && !place.inList && namesFollow(place) && /\d/u.test(text.slice(place.from, quantity.start))) return true;
  if (before === "等" && isListDone(place)) return false;
  if (before !== "" && ("每第等".includes(before) || (quantity.chinese && "几数上成".includes(before)))) return true;
  return before === "的" && quantity.kind !== "percent" && quantity.kind !== "share";
}

/** 建成甲路、乙路等50条道路: things that are made, named in part; 推进甲、乙等10个省市试点 is where. */
function isListDone({ text, quantity, bound, from, to }: QuantityInClause): boolean {
  if (quantity.kind !== "count" || quantity.chinese) return false;
  if (!/^(?:规划|全面|重点|加快|推动|统筹|积极|新)*(?:实施|建成|新建|建设|完成|改造|打造|培育|引进|举办|开工)/u.test(text.slice(from, quantity.start))) return false;
  return !/^(?:省|市|县|区|镇|乡|城市|地区|部门|单位|行业|领域|方面|环节|国家)/u.test(text.slice(bound.end, Math.min(to, bound.end + 4)));
}

/** What the words before say: it is so already, it is given, it is a condition. */
function isSaidOtherwise(place: QuantityInClause): boolean {
  const { text, quantity, predicate, from } = place;
  if ((predicate.head === "weak" && !(predicate.headWord === "拥有" && RATIO.test(text.slice(from, from + 6))) && !isDoneIn(place)) || nowStart(place) >= 0) return true;
  const before = text.slice(startOfWindow(from, quantity.start, 24), quantity.start);
  if (isToldAsDone(place) || (THERE_NOW.test(before) && !leadsTo(predicate) && !RATIO.test(text.slice(from, from + 6)))) return true;
  if (quantity.kind === "money" && GIVEN.test(before) && !/[到至]$/u.test(predicate.headWord)) return true;
  if (quantity.kind === "percent" && isShareGiven(place, before)) return true;
  return CONDITION.test(text.slice(from, from + 2)) && !leadsTo(predicate);
}

/** 按投资额的10%给予补助, 支持比例不超过项目总投资的30%, 进行100%全覆盖检查: how much is given, or how it is done. */
function isShareGiven({ text, quantity, bound, to }: QuantityInClause, before: string): boolean {
  if (before.endsWith("进行") || /(?:补贴|补助|奖补|奖励|支持|贴息|资助|出资|分担)(?:比例|标准|额度|资金)(?:最高|原则上|一般)?(?:不超过|不高于|为|按)/u.test(before)) return true;
  return /^(?:的)?(?:比例|标准|额度)?(?:给予|予以|进行)?(?:一次性)?(?:补贴|补助|奖补|奖励|贴息|资助)(?![^，]{0,4}率)/u.test(text.slice(bound.end, Math.min(to, bound.end + 12))) || (GIVEN.test(before) && text.charAt(quantity.start - 1) === "的");
}

/** 在50所学校开展…: what is done in so many places. */
function isDoneIn({ text, quantity, predicate, bound, from, to }: QuantityInClause): boolean {
  if (predicate.headWord !== "在" || predicate.start !== from || quantity.kind !== "count" || quantity.chinese) return false;
  return /开展|建设|实施|推广|建成|设立|新建|布设|推行/u.test(text.slice(bound.end, to));
}

/** Whether the clause tells what is so already: 现已建成9120亩, 625个村庄规划已完成. */
export function isToldAsDone({ text, quantity, from, to }: QuantityInClause): boolean {
  if (DONE_ALREADY.test(text.slice(startOfWindow(from, quantity.start, 24), quantity.start))) return true;
  return /已(?:经|全部|基本|超额|如期)*(?:完成|建成|落实|开工|竣工|投用|到位|实现|达到)/u.test(text.slice(quantity.end, Math.min(to, quantity.end + 40)));
}

const leadsTo = ({ head, about }: Predicate): boolean => (head !== null && LEVELS.has(head)) || about;

/** What its unit asks of the words around it. */
function isOfItsKind(place: QuantityInClause): boolean {
  const { quantity, predicate, text, bound, to } = place;
  switch (quantity.kind) {
    case "time":
    case "sort":
      return !leadsTo(predicate) || ["实现", "保持", "有", "为"].includes(predicate.headWord);
    case "measure":
    case "money":
      return isClassLimit(place);
    case "count":
      if (WAYS.test(text.slice(bound.end, Math.min(to, bound.end + 4))) && !leadsTo(predicate)) return true;
      if (FIELDS.test(text.slice(bound.end, Math.min(to, bound.end + 12))) && !leadsTo(predicate)) return true;
      if (ALL_OF_THEM.test(text.slice(bound.end, Math.min(to, bound.end + 8)))) return true;
      return isClassOfThings(place) || isUnled(place);
    case "share":
      return !leadsTo(predicate);
    case "percent":
      return /^占(?!比)/u.test(text.slice(place.from, place.from + 2)) && text.charAt(quantity.start - 1) === "的";
    case "pure":
      return !leadsTo(predicate) || !isMetric(text.slice(startOfWindow(place.from, predicate.start, 24), predicate.start));
  }
}

/** Whether words go on after the figure that name what has it: 30万千瓦以下|抽凝机组. */
function namesFollow({ text, bound, to }: QuantityInClause): boolean {
  return bound.end < to && /[一-龥A-Za-z“]/u.test(text.charAt(bound.end)) && !/[并且和及与至到或时]/u.test(text.charAt(bound.end));
}

/** 45亿斤以上|的目标任务. */
const AIM = /^的(?:年度|全年)?(?:目标|任务|要求|预期)/u;

/** A figure with a measure in front of a thing is the thing's class, unless the words lead to the figure itself. */
function isClassLimit(place: QuantityInClause): boolean {
  const { text, bound, predicate } = place;
  if (!namesFollow(place)) return predicate.head === null && bound.operator === null && place.next !== null && isSamePhrase(place);
  if (text.charAt(bound.end) === "的") return !AIM.test(text.slice(bound.end, bound.end + 6));
  if (bound.operator !== null) {
    if (bound.operator === "<=") return true;
    return !isLed(predicate) || isSamePhrase(place);
  }
  return !isLed(predicate) || isSamePhrase(place);
}

const isLed = ({ head, about }: Predicate): boolean => head !== null || about;

/** Whether the next figure counts the same thing: 亿元以上重点项目|300个. */
function isSamePhrase({ text, bound, next }: QuantityInClause): boolean {
  return next !== null && next.kind === "count" && !/[、，；和及与]/u.test(text.slice(bound.end, next.start));
}

/** 10人以上企业: counted, but a class. */
function isClassOfThings(place: QuantityInClause): boolean {
  const { text, bound, predicate, quantity } = place;
  if (place.inList && quantity.start === place.from && predicate.head === null && !quantity.chinese && goesToEnd(place)) return false;
  if (place.inList && /[、和及]/u.test(text.charAt(quantity.start - 1))) return isSamePhrase(place);
  if (bound.operator !== ">=" && bound.operator !== "<=") return false;
  return namesFollow(place) && (!isLed(predicate) || isSamePhrase(place));
}

/** 建成100个以上精品村，|500个以上示范村: the clause goes on with the list, and says nothing else of its things. */
function goesToEnd({ text, bound, to }: QuantityInClause): boolean {
  return !/达到|实现|完成|开展|建成|建设|进行|(?:占|率|全部|均|应|要|须)/u.test(text.slice(bound.end, to));
}

/** A count that nothing leads to, at the head of a clause: 10 个城市…; in a list it goes on. */
function isUnled(place: QuantityInClause): boolean {
  const { text, quantity, predicate, bound, from } = place;
  if (predicate.head !== null || predicate.about || place.inList || bound.operator !== null) return false;
  const before = text.slice(from, predicate.start);
  if (!/[一-龥A-Za-z]/u.test(before)) return namesFollow(place);
  return quantity.chinese && namesFollow(place);
}

/** 复航二期|工程: a stage of one project. */
const STAGE_OF = /^(?:工程|项目|扩建|改造|技改|建设|厂|基地|园|线|主体|土建)/u;

/** Chinese numerals are parts of many words: 一批, 两级, 三个方面. */
function isOnlyWord(place: QuantityInClause): boolean {
  const { text, quantity, predicate, bound } = place;
  if (quantity.kind === "percent" || quantity.kind === "share") return false;
  if (quantity.unit === "期" && STAGE_OF.test(text.slice(bound.end, bound.end + 4))) return true;
  if (quantity.bare) return predicate.head !== "compare" && !["达到", "达", "突破"].includes(predicate.headWord);
  if (quantity.value * quantity.scale === 1) {
    const built = ["新建", "建成", "建设", "新增", "改建", "扩建"].includes(predicate.headWord) || (!namesFollow(place) && predicate.head === null);
    return !(leadsTo(predicate) || (built && /^[座所家处条]$/u.test(quantity.unit ?? "")));
  }
  if (predicate.head === "push" || predicate.headWord === "组织") return true;
  return predicate.head === null && (namesFollow(place) || bound.operator !== null || /^[次期部位组届]$/u.test(quantity.unit ?? "")) && !place.inList;
}

/** The figures of a clause that are targets, each with its operator and the thing it measures. */
import type { Clause, Span } from "./clauses";
import { fullNames, listOf, isMetric, nameAfter, subjectIn } from "./indicators";
import { boundAfter, operatorOf, predicateBefore, rankBefore, type Bound, type Predicate } from "./predicates";
import { findQuantities, type Quantity } from "./quantities";
import { isNoTarget, isToldAsDone, nowStart, type QuantityInClause } from "./refusals";
import type { Operator } from "./target";

export interface Figure {
  readonly quantity: Quantity;
  readonly operator: Operator;
  readonly indicator: string;
  /** Its place among several figures that 分别 deals out over as many dates, else null. */
  readonly share: number | null;
}

export interface ClauseInText {
  readonly text: string;
  readonly clause: Clause;
  /** Time words, whose figures are none and whose words name nothing. */
  readonly holes: readonly Span[];
  /** Words that hold figures of their own but may be part of a name: 2017年立项的. */
  readonly closed: readonly Span[];
  /** How many dates the clause names. */
  readonly dates: number;
  /** What the sentence measured last, for a clause that only says 达到 80%. */
  readonly last: string | null;
  readonly inList: boolean;
  readonly words: (span: Span) => string;
  /** The clause before told what is so already; 其中 goes on with it. */
  readonly told: boolean;
}

export interface FiguresRead {
  readonly figures: readonly Figure[];
  /** A figure of the clause is what is so already. */
  readonly told: boolean;
}

/** A figure that was taken, before it has a name. */
interface Taken {
  readonly quantity: Quantity;
  readonly predicate: Predicate;
  readonly bound: Bound;
  /** From where its own words may reach. */
  readonly from: number;
  /** It goes on the figure before: 90%、70%. */
  readonly goesOn: boolean;
}

const within = (spans: readonly Span[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);

/** The farthest that words before a figure are looked for. */
const REACH = 120;

/** The figures of the clause that are targets, in order. */
export function figuresIn(place: ClauseInText): FiguresRead {
  const { text, clause } = place;
  const quantities = findQuantities(text, clause.start, clause.end)
    .filter(({ start }) => !within(clause.names, start) && !within(place.holes, start) && !within(place.closed, start));
  if (quantities.length === 0) return { figures: [], told: false };
  if (place.told && text.startsWith("其中", clause.start)) return { figures: [], told: true };
  const { taken, holes, told } = take(place, quantities);
  const figures: Figure[] = [];
  const all = holes.length === 0 ? place.holes : place.holes.concat(holes);
  for (const run of runsOf(taken)) {
    figures.push(...named(place, all, figures[figures.length - 1]?.indicator ?? place.last, run, taken));
  }
  return { figures, told };
}

/** Takes the figures that are targets; 从22个 and the like become holes. */
function take(place: ClauseInText, quantities: readonly Quantity[]): { readonly taken: readonly Taken[]; readonly holes: readonly Span[]; readonly told: boolean } {
  const { text, clause } = place;
  const taken: Taken[] = [];
  const holes: Span[] = [];
  let from = clause.start;
  let told = false;
  quantities.forEach((quantity, index) => {
    const before = taken[taken.length - 1];
    const goesOn = before !== undefined && /^[、和及与，]$/u.test(text.slice(from, quantity.start));
    const begin = Math.max(from, quantity.start - REACH);
    const predicate = goesOn ? before.predicate : (rankBefore(text, begin, quantity.start) ?? predicateBefore(text, begin, quantity.start));
    const bound = boundAfter(text, quantity.end);
    const inClause: QuantityInClause = {
      text, quantity, predicate, bound, from: clause.start, to: clause.end, next: quantities[index + 1] ?? null, inList: place.inList || before !== undefined,
    };
    const now = goesOn ? -1 : nowStart(inClause);
    told ||= isToldAsDone(inClause);
    if (now >= 0) holes.push({ start: now, end: bound.end });
    if (now >= 0 || isNoTarget(inClause)) return;
    taken.push({ quantity, predicate: directed(predicate, before), bound, from: goesOn ? begin : ownStart(text, begin, quantity, bound, before), goesOn });
    from = bound.end;
  });
  return { taken, holes, told };
}

/** 6个断面水站、|检测设备33台: after a count whose thing follows it, one whose thing precedes it begins at the last 、. */
function ownStart(text: string, begin: number, quantity: Quantity, bound: Bound, before: Taken | undefined): number {
  if (before === undefined || isNamedAfter(text, quantity, bound) || !isNamedAfter(text, before.quantity, before.bound)) return begin;
  const comma = text.slice(begin, quantity.start).lastIndexOf("、");
  return comma < 0 ? begin : begin + comma + 1;
}

const isNamedAfter = (text: string, { kind }: Quantity, { end }: Bound): boolean => kind === "count" && /[一-龥A-Za-z“]/u.test(text.charAt(end)) && !/[和及与]/u.test(text.charAt(end));


const DOWN = /^(?:压缩|压减|缩短|下降|降低|减少|压降|缩减|精简|消减|削减)$/u;

/** 压缩一半以上至8.5个工作日: the second figure is a ceiling because the first goes down. */
function directed(predicate: Predicate, before: Taken | undefined): Predicate {
  const bare = predicate.headWord === "至" || predicate.headWord === "到";
  return bare && before !== undefined && DOWN.test(before.predicate.headWord) ? { ...predicate, operator: "<=" } : predicate;
}

function runsOf(taken: readonly Taken[]): readonly (readonly Taken[])[] {
  const runs: Taken[][] = [];
  for (const one of taken) {
    const last = runs[runs.length - 1];
    if (one.goesOn && last !== undefined) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Gives the figures of a run their names; 分别 deals the names out, 均 gives each name the figure. */
function named(place: ClauseInText, holes: readonly Span[], before: string | null, run: readonly Taken[], all: readonly Taken[]): readonly Figure[] {
  const [first] = run;
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return [];
  const next = all[all.indexOf(last) + 1];
  const name = nameOf(place, holes, before, first, last, next === undefined ? place.clause.end : next.from > last.bound.end ? next.from : Math.max(last.bound.end, next.predicate.start));
  const figure = ({ quantity, predicate, bound }: Taken, indicator: string, share: number | null): Figure => ({
    quantity, operator: operatorOf(predicate, bound.operator === null ? last.bound : bound), indicator, share,
  });
  const together = DEALT.exec(name);
  if (run.length === 1 && !first.predicate.each && !first.predicate.deal && together === null) return [figure(first, name, null)];
  const items = fullNames(listOf(together === null ? name : name.slice(0, together.index)));
  if (run.length === 1) return items.length > 1 ? items.map((item) => figure(first, item, null)) : [figure(first, name, null)];
  if (items.length === run.length) return run.map((one, index) => figure(one, items[index] ?? name, null));
  return run.map((one, index) => figure(one, name, run.length === place.dates ? index : null));
}

/** Verbs that are as often what is measured: 总投资 1500 亿元. */
const NOUNS: ReadonlySet<string> = new Set(["投资", "投入", "销售", "交易", "生产", "加工", "储备", "出口", "进口", "回收", "培训", "收储", "放贷", "授信"]);

/** A、B分别|比2015年下降15%: the word stands before the baseline. */
const DEALT = /(?:分别|均|都)$/u;

/** What the figures from `first` to `last` measure; "" where the words do not say. */
function nameOf(place: ClauseInText, holes: readonly Span[], known: string | null, first: Taken, last: Taken, end: number): string {
  const { text, words } = place;
  const after = nameAfter(text, last.bound.end, end, last.quantity.kind === "percent");
  const { start, bareStart, headWord } = first.predicate;
  const named = subjectIn(text, { start: first.from, end: start }, holes);
  const withVerbs = after === null && (named !== null || bareStart < first.quantity.start || NOUNS.has(headWord));
  const before = withVerbs ? subjectIn(text, { start: first.from, end: bareStart }, holes) : named;
  const chosen = choose(place, first, last, before, after);
  const name = chosen === null ? null : withoutDone(words(beforeNow(place, holes, chosen)));
  if (name !== null && (known === null || !MERELY_DONE.test(name))) return name;
  const verbs = subjectIn(text, { start: first.from, end: first.quantity.start }, holes);
  const said = verbs === null ? headWord : words(verbs);
  const partOf = first.from > place.clause.start || text.startsWith("其中", place.clause.start);
  // 完成造林绿化1.5万亩 is named by its verbs, 建成3000套 by what was named before.
  return said.length > 3 || (partOf && first.predicate.head === "act" && !MERELY_DONE.test(said)) ? said : (known ?? said);
}

/** 毛入学率|由62%提升至68%: where things stand now is no part of the name. */
function beforeNow(place: ClauseInText, holes: readonly Span[], { start, end }: Span): Span {
  const now = holes.find((hole) => hole.start > start && hole.start < end && !place.holes.includes(hole));
  return { start, end: now?.start ?? end };
}

/** 财政收入|完成 210 亿元. */
function withoutDone(name: string): string {
  const bare = name.replace(/(?:完成|实现)$/u, "");
  return isMetric(bare) ? bare : name;
}

/** 其中建成 3 个 says no more than that they are done; 其中改造 3 个 names a part. */
const MERELY_DONE = /^(?:建成|完成|实现|达到)$/u;

function choose(place: ClauseInText, first: Taken, last: Taken, before: Span | null, after: Span | null): Span | null {
  const { text } = place;
  const { head } = first.predicate;
  if (last.quantity.kind === "percent" && text.charAt(last.bound.end) === "的" && after !== null) return after;
  const made = head === "act" || head === "push";
  if (made && after !== null) return after;
  if (made) return before;
  if (before === null) return after;
  // 每个乡镇配备不少于3名消防员: what leads is for whom, not what.
  if (after !== null && text.charAt(before.start) === "每" && !isMetric(text.slice(before.start, before.end))) return after;
  if (head !== null || after === null || isMetric(text.slice(before.start, before.end))) return before;
  return last.quantity.kind === "count" && text.charAt(last.bound.end) !== "，" ? after : before;
}

/**
 * Takes the targets out of 工作内容: read, cut into clauses, find times and figures, decide per clause. A target is one
 * indicator with one value; its clause is the exact stretch of words, its deadline the nearest that the words give.
 */
import type { DeadlineContext } from "./calendar";
import { clausesOf, type Clause, type Span } from "./clauses";
import { closedBy, closingReach, type ClosingReach } from "./closingTime";
import { atItem, beginning, dateOf, decidedByColumn, lastBefore, NOTHING_SAID, onceIn, withDates, type OutsideDeadlines, type Said } from "./dating";
import type { Deadline } from "./deadline";
import { figuresIn, type Figure } from "./figures";
import { findTimes, type FoundDeadline, type FoundYear, type TimesFound } from "./findDeadlines";
import { bareSubjectIn, topicOf } from "./indicators";
import { parseDeadline } from "./parseDeadline";
import { actedIn, resultIn, strongEndIn, type QualitativeRead } from "./qualitative";
import { placeIn, read, wordsIn, type Reading } from "./reading";
import { CHINESE_FIGURE_SIGN, END_SIGN, FIGURE_SIGN, sentencesOf, TIME_SIGN } from "./sentences";
import type { Target } from "./target";

export interface TargetContext extends DeadlineContext {
  /** What stands as 序号 of a goal row: 2025 年工作目标. */
  readonly label: string | null;
  /** The row's 完成时限, where it has a valid one. */
  readonly cell?: Deadline | null;
}

/** Without a digit: a figure or a time in Chinese. A sentence that has none has no target of its own. */
const WORTH_READING =
  /分之|一半|[一二两三四五六七八九十百千万亿][余多]?[个家名人项座所场次条辆台套件处户间门期篇部份对组万亿倍番成元亩吨]|年(?:底|末|内|终)|全年|季度|半年|[今明本次来]年|[一二三四五六七八九十]年|[一二三四五六七八九十]月|每[年季月半]|五[”"]?(?:规划)?[期末时收结]/u;
/** An end that is said, or a level: a target where the row or the paragraph has a date. */
const WORTH_DATING = /基本|全部|全面|整体|彻底|高于|低于|优于|超过|达到|建成|前列|前茅|清零|全覆盖|应[一-龥]尽/u;

/** The targets of a cell, in the order of its words. Pure; the same text gives the same targets however it is spaced. */
export function extractTargets(content: string, context: TargetContext): readonly Target[] {
  const sentences = sentencesOf(content, FIGURE_SIGN | CHINESE_FIGURE_SIGN | TIME_SIGN | END_SIGN);
  if (sentences.length === 0) return NO_TARGETS;
  const outside = outsideDeadlines(context);
  const dated = outside.column !== null || outside.label !== null;
  const targets: Target[] = [];
  let state = NOTHING_SAID;
  for (const sentence of sentences) {
    const words = content.slice(sentence.start, sentence.end);
    if (!isWorth(words, sentence.signs, dated || (state.governs !== null && (state.heads || state.line === sentence.line)))) continue;
    state = ofSentence(targets, read(words, sentence.start), beginning(state, sentence), context, outside);
  }
  return decidedByColumn(targets, outside);
}

const NOTHING_OUTSIDE: OutsideDeadlines = { column: null, label: null };
const NO_TARGETS: readonly Target[] = [];

function isWorth(words: string, signs: number, dated: boolean): boolean {
  if ((signs & FIGURE_SIGN) !== 0) return true;
  if ((signs & (CHINESE_FIGURE_SIGN | TIME_SIGN)) !== 0 && WORTH_READING.test(words)) return true;
  return dated && (signs & END_SIGN) !== 0 && WORTH_DATING.test(words);
}

/** Adds the targets of a sentence; gives what has been said by its end. */
function ofSentence(targets: Target[], reading: Reading, said: Said, context: TargetContext, outside: OutsideDeadlines): Said {
  const times = findTimes(reading, "prose", context);
  let state = said;
  let next = 0;
  const open: Record<ClosingReach, number> = { sentence: targets.length, part: targets.length };
  for (const clause of clausesOf(reading.text)) {
    if (clause.item !== state.item) open.sentence = open.part = targets.length;
    state = atItem(state, clause);
    while (!clause.inner && (times.deadlines[next]?.end ?? Infinity) <= clause.start) next++;
    const place = placeOf(reading, clause, times, next);
    if (place.own.length > 0 && isOnlyTime(reading.text, clause, place.holes)) {
      state = withDates(state, clause, place.own);
      continue;
    }
    const closed = closedTargets(targets, place, open);
    if (closed !== null) {
      targets.splice(0, targets.length, ...closed);
      open.sentence = open.part = targets.length;
      continue;
    }
    const { targets: found, told } = inClause(place, state, outside);
    targets.push(...found);
    if (clause.ending === "；") open.part = targets.length;
    state = afterClause(state, place, found, told);
  }
  return state;
}

/** The targets so far with the date of a clause that closes them, or null where it does not. */
function closedTargets(targets: readonly Target[], { reading, clause, own, holes }: ClausePlace, open: Readonly<Record<ClosingReach, number>>): readonly Target[] | null {
  const [date] = own;
  if (date === undefined || own.length > 1 || targets.length === open.sentence) return null;
  const reach = closingReach(textWithout(reading.text, clause, holes));
  return reach === null ? null : closedBy(targets, open[reach], date);
}

function afterClause(state: Said, { reading, clause, own }: ClausePlace, found: readonly Target[], told: boolean): Said {
  const fresh = state.fresh && own.length === 0 && found.length === 0 && isCondition(reading.text, clause);
  if (state.begun && own.length === 0 && found.length === 0 && state.fresh === fresh && state.told === told && (state.had || clause.ending !== "，")) return state;
  return {
    line: state.line, item: state.item, governs: state.governs, heads: state.heads,
    begun: true,
    carried: own.length > 0 ? own.slice(-1) : state.carried,
    once: onceIn(own) ?? state.once,
    fresh,
    last: found[found.length - 1]?.indicator ?? (state.had ? null : topicOf(reading.text, clause)) ?? state.last,
    had: state.had || found.length > 0,
    told,
  };
}

function outsideDeadlines({ label, cell, year, month, asOf }: TargetContext): OutsideDeadlines {
  const named = label === null || label === "" ? null : parseDeadline(label, { year, month: month ?? null, asOf });
  const column = cell ?? null;
  return column === null && named === null ? NOTHING_OUTSIDE : { column: column?.date === null ? null : column, label: named?.date === null ? null : named };
}

/** A clause with the time words in it. */
interface ClausePlace {
  readonly reading: Reading;
  readonly clause: Clause;
  readonly own: readonly FoundDeadline[];
  /** Time words that name nothing: dates, baselines, starts. */
  readonly holes: readonly Span[];
  /** Time words that may be part of a name. */
  readonly closed: readonly Span[];
  readonly baselines: readonly FoundYear[];
}

const NONE: readonly never[] = [];

/** The clause with its time words; those before `next` end before it. */
function placeOf(reading: Reading, clause: Clause, times: TimesFound, next: number): ClausePlace {
  if (times.deadlines.length === 0 && times.others.length === 0) return { reading, clause, own: NONE, holes: NONE, closed: NONE, baselines: NONE };
  const found: FoundDeadline[] = [];
  for (let at = next; at < times.deadlines.length; at++) {
    const one = times.deadlines[at];
    if (one === undefined || one.start >= clause.end) break;
    if (one.end > clause.start) found.push(one);
  }
  const others = times.others.filter(({ start, end }) => start < clause.end && end > clause.start);
  if (found.length === 0 && others.length === 0) return { reading, clause, own: NONE, holes: NONE, closed: NONE, baselines: NONE };
  const baselines = others.filter(({ role }) => role === "baseline");
  return {
    reading,
    clause,
    own: found.filter((one) => one.deadline.date !== null && (clause.inner || !inNames(clause, one))),
    holes: [...found, ...baselines.map((one) => wholeBaseline(reading.text, one, clause)), ...others.filter(({ role }) => role === "start")],
    closed: others.filter(({ role }) => role === "other"),
    baselines,
  };
}

/** Dates in the names of a clause (《…2025年》) are not its own, those in plain brackets are. */
function inNames(clause: Clause, { start }: Span): boolean {
  return clause.names.some((name) => name.start <= start && start < name.end && name.end - name.start > 24);
}

const BASELINE_LEAD = /(?:相较于?|相对于?|与|同|较|比|以|在|对比|高于|低于|超过)$/u;
const BASELINE_TAIL = /年?(?:度)?(?:底|末)?(?:同期|水平|实际)?(?:的?基础上|相比|为基准|为基期|的)?/uy;

/** 较2023年同期: the year with the words that make a baseline of it. */
function wholeBaseline(text: string, { start, end }: Span, clause: Clause): Span {
  const lead = BASELINE_LEAD.exec(text.slice(clause.start, Math.max(start, clause.start)))?.[0].length ?? 0;
  BASELINE_TAIL.lastIndex = end;
  return { start: start - lead, end: end + (BASELINE_TAIL.exec(text)?.[0].length ?? 0) };
}

/** What may stand beside a date that stands alone. */
const BESIDE_TIME = /^(?:[、“”"'()]|力争|确保|争取|其中|并|要|前|左右|各地|我市|全市)*$/u;

/** Whether a clause holds nothing but a date: 到 2025 年，… */
function isOnlyTime(text: string, clause: Clause, holes: readonly Span[]): boolean {
  let rest = clause.end - clause.start;
  for (const { start, end } of holes) rest -= Math.min(end, clause.end) - Math.max(start, clause.start);
  return rest <= 4 && BESIDE_TIME.test(textWithout(text, clause, holes));
}

function textWithout(text: string, { start, end }: Span, holes: readonly Span[]): string {
  let words = "";
  let at = start;
  for (const hole of inOrder(holes)) {
    if (hole.start > at) words += text.slice(at, Math.min(hole.start, end));
    at = Math.max(at, hole.end);
  }
  return at < end ? words + text.slice(at, end) : words;
}

const inOrder = (spans: readonly Span[]): readonly Span[] => (spans.length < 2 ? spans : [...spans].sort((left, right) => left.start - right.start));

/** 在确保…的前提下: a condition that stands between a date and what is due. */
function isCondition(text: string, { start, end }: Span): boolean {
  return /(?:前提下|基础上|条件下|情况下|要求|规定|原则)$/u.test(text.slice(Math.max(start, end - 4), end)) || /^(?:按|按照|根据|依据|依托|围绕|结合|通过|在)/u.test(text.slice(start, end));
}

/** The targets of one clause: its figures, or else the end that it says. */
function inClause(place: ClausePlace, state: Said, outside: OutsideDeadlines): { readonly targets: readonly Target[]; readonly told: boolean } {
  const { reading, clause, own } = place;
  const words = (span: Span): string => wordsWithout(reading, span, place.holes);
  const near = own.length > 0 || !state.fresh ? own : state.carried;
  const { figures, told } = figuresIn({
    text: reading.text, clause, holes: place.holes, closed: place.closed, dates: near.length, last: state.last, inList: state.had, told: state.told, words,
  });
  const stretch = { clause: wordsIn(reading, clause.start, clause.end), start: placeIn(reading, clause.start) };
  if (figures.length > 0) return { targets: figures.map((figure) => ofFigure(figure, place, near, state, outside, stretch)), told };
  return { targets: told ? [] : saidIn(place, state, outside, stretch, words), told };
}

/** The target without a figure that a clause says, if any. */
function saidIn(place: ClausePlace, state: Said, outside: OutsideDeadlines, stretch: Stretch, words: (span: Span) => string): readonly Target[] {
  const { reading, clause } = place;
  const end = endOf(place, state, outside);
  if (end === null) return [];
  const subject = thoseThat(reading.text, bareSubjectIn(reading.text, end.subject, place.holes), end.subject);
  if (subject === null) return [];
  const { deadline, from } = dateOf(clause.end, place.own, state, outside);
  return [{
    clause: stretch.clause, start: stretch.start, indicator: words(subject), operator: end.operator, value: null, scale: null, unit: null,
    baselineYear: null, qualitative: true, deadline, from,
  }];
}

/** 低于基准水平的|全部完成更新: the thing has no noun of its own, so its 的 stays. */
function thoseThat(text: string, subject: Span | null, whole: Span): Span | null {
  return subject !== null && subject.end + 1 === whole.end && text.charAt(subject.end) === "的" ? { ...subject, end: whole.end } : subject;
}

type Stretch = Pick<Target, "clause" | "start">;

function ofFigure(figure: Figure, place: ClausePlace, near: readonly FoundDeadline[], state: Said, outside: OutsideDeadlines, stretch: Stretch): Target {
  const { quantity, operator, indicator, share } = figure;
  const dealt = share === null ? undefined : near[share];
  const { deadline, from } = dealt === undefined ? dateOf(quantity.start, near, summedState(place, quantity.start, state), outside) : { deadline: dealt.deadline, from: "clause" as const };
  const baseline = lastBefore(place.baselines, quantity.start);
  const target: Target = {
    clause: stretch.clause, start: stretch.start, indicator, operator, value: quantity.value, scale: quantity.scale, unit: quantity.unit,
    baselineYear: baseline?.year ?? null, qualitative: false, deadline, from,
  };
  return quantity.upper === null ? target : { ...target, upper: quantity.upper };
}

/** 每年1000户，累计3000户: a sum is not of each year, but of the date that the sentence gave before. */
function summedState({ reading: { text }, clause, own }: ClausePlace, at: number, state: Said): Said {
  if (own.length > 0 || state.once === null || state.carried.every(({ deadline }) => deadline.recurrence === null)) return state;
  return /累计|总计|合计|共计/u.test(text.slice(clause.start, at)) ? { ...state, carried: [state.once] } : state;
}

/** The words of a span, time words inside it left out. */
function wordsWithout(reading: Reading, { start, end }: Span, holes: readonly Span[]): string {
  let words = "";
  let at = start;
  for (const hole of inOrder(holes)) {
    if (hole.end <= at || hole.start >= end) continue;
    if (hole.start > at) words += wordsIn(reading, at, hole.start);
    at = hole.end;
  }
  return at < end ? words + wordsIn(reading, at, end) : words;
}

const SET_BY_DAY = /[前底末内]$/u;

/** The end that a clause without figures says; only a date makes a target of it. */
function endOf(place: ClausePlace, state: Said, outside: OutsideDeadlines): QualitativeRead | null {
  const { reading: { text }, clause, own } = place;
  const span = clause.inner ? null : withoutTimes(clause, place.holes);
  if (span === null || isCondition(text, clause)) return null;
  const near = own.length > 0 ? own : state.fresh ? state.carried : [];
  const ahead = near.length > 0 ? near : state.carried;
  if (ahead.length === 0 && state.governs === null && outside.label === null && outside.column === null) return null;
  const strong = strongEndIn(text, span);
  if (strong !== null) return strong;
  const set = near.some(({ deadline }) => SET_BY_DAY.test(deadline.text));
  const once = ahead.some(({ deadline }) => deadline.recurrence === null);
  if (!once && !set && outside.label === null) return null;
  return resultIn(text, span, set) ?? (set ? actedIn(text, span) : null);
}

/** The clause without the time words at its beginning; null where nothing is left. */
function withoutTimes({ start, end }: Span, holes: readonly Span[]): Span | null {
  let from = start;
  for (const hole of inOrder(holes)) {
    if (hole.start <= from && hole.end > from) from = hole.end;
  }
  return from < end ? { start: from, end } : null;
}

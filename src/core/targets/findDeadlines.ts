/**
 * Finds deadlines in a text. At each place the longest form is read; then what stands around it decides whether it is a
 * deadline at all: 较 2023 年 is a baseline, 2020年起 a start, （2024 年版） a name, 2017年立项的 an attribute.
 */
import type { Day } from "../grid/day";
import { countingFrom, type DeadlineContext } from "./calendar";
import type { Deadline } from "./deadline";
import { FORMS } from "./forms";
import { everyYearIn } from "./forms/annual";
import { figure, type DeadlineForm, type Groups } from "./forms/form";
import { endIn, placeIn, read, wordsIn, type Reading } from "./reading";

export interface FoundDeadline {
  /** UTF-16 places in the text, `end` excluded, words such as 到 and 于 included. */
  readonly start: number;
  readonly end: number;
  readonly deadline: Deadline;
}

/** What a year in the text is where it is no deadline. */
export interface FoundYear {
  readonly start: number;
  readonly end: number;
  readonly role: "baseline" | "start" | "other";
  readonly year: number | null;
}

export interface TimesFound {
  readonly deadlines: readonly FoundDeadline[];
  readonly others: readonly FoundYear[];
}

/** Prose uses time words in many ways; an expression is there to say when. */
export type TextKind = "prose" | "expression";

interface Match {
  readonly form: DeadlineForm;
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
}

const BY_START: ReadonlyMap<string, readonly DeadlineForm[]> = (() => {
  const map = new Map<string, DeadlineForm[]>();
  for (const form of FORMS) {
    for (const sign of form.starts) map.set(sign, [...(map.get(sign) ?? []), form]);
  }
  return map;
})();
const startsOf = (forms: readonly DeadlineForm[]): RegExp =>
  new RegExp(`[${forms.map(({ starts }) => starts).join("")}]`, "gu");
const STARTS = {
  prose: startsOf(FORMS.filter(({ where }) => where === "anywhere")),
  expression: startsOf(FORMS),
} as const;

/** What may stand before a sign that begins a time word without being part of another word: 证明年限, 以上年轻干部. */
const PART_OF_ANOTHER: ReadonlyMap<string, string> = new Map([
  ["明", "证说声文表照透鲜"], ["来", "以近未从历往"], ["上", "以之网线"], ["前", "以之提目"], ["后", "以之今然"], ["下", "以之线"], ["本", "基成根资"],
  ["当", "相不适"], ["次", "多每层"], ["年", "几数多近周半0123456789一二两三四五六七八九十往历成青老"], ["全", "安健完"], ["月", "0123456789"],
]);

/** Whether a time word can begin at `at`: not inside a figure, not inside another word. */
function canBegin(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  if (before === "") return true;
  const sign = text[at] ?? "";
  if (sign >= "0" && sign <= "9") return !/[0-9A-Za-z.第]/u.test(before) || isNumbered(text, at);
  return !(PART_OF_ANOTHER.get(sign)?.includes(before) ?? false);
}

/** 2.2021年6月底前: the number of an item, then a year. */
function isNumbered(text: string, at: number): boolean {
  return /(?:^|[^0-9])\d{1,2}\.$/u.test(text.slice(Math.max(0, at - 4), at)) && /^(?:19|20)\d\d年/u.test(text.slice(at, at + 5));
}

function longestAt(text: string, at: number, kind: TextKind): Match | null {
  let best: Match | null = null;
  for (const form of BY_START.get(text[at] ?? "") ?? []) {
    if (form.where === "expression" && kind === "prose") continue;
    form.pattern.lastIndex = at;
    const found = form.pattern.exec(text);
    const end = at + (found?.[0].length ?? 0);
    if (found && end > at && end > (best?.end ?? at)) best = { form, start: at, end, groups: found.groups ?? {} };
  }
  return best;
}

/** Words that lead to a deadline and belong to it. */
const LEADS = [
  "截止到", "截至到", "预计到", "力争到", "原则上于", "原则上", "截至", "截止", "力争", "争取", "确保", "预计", "计划", "拟于", "应于", "须于", "将于",
  "不迟于", "不晚于", "最迟", "至迟", "最晚", "到", "至", "于", "在", "自从", "自", "从", "由",
];
const FROM = new Set(["自从", "自", "从", "由"]);

interface Lead {
  /** Where the words begin, leads included. */
  readonly start: number;
  readonly leads: readonly string[];
}

/** The words before `start` that lead to it, at most three of them. */
function leadsBefore(text: string, start: number): Lead {
  const leads: string[] = [];
  let at = start;
  for (let count = 0; count < 3; count++) {
    const word = LEADS.find((lead) => text.endsWith(lead, at) && at - lead.length >= 0);
    if (word === undefined) break;
    leads.unshift(word);
    at -= word.length;
  }
  return { start: at, leads };
}

const BASELINE_BEFORE = ["较", "比", "同比", "相比", "与", "相较于", "相对于", "对比", "高于", "低于", "超过", "不低于", "以"];
const BASELINE_AFTER = /(?:年?(?:底|末)?(?:同期|水平|的?基础上|基础|相比|基数|为基|为基准|实际))/uy;
const START_AFTER = /(?:1日)?(?:之日)?(?:起|开始|始|以来|以后|之后|后(?=[，。；：、一-龥])|启动(?![率资区器])|开工(?![率量数面])|动工|开建)/uy;
const NAME_AFTER = /(?:版|届|级|第|度?(?:版|级))/uy;
const ATTRIBUTE_AFTER = /度?[^，。；：、\d]{0,4}(?:立项|评选|发布|确定|下达|印发|认定|备案|建成|竣工|通过|实施|开展|租赁|签订|新入职|入库|获批)[^，。；：、]{0,4}(?:的|到期)/uy;
const CLOSED = /(?:前|内|底|末)$/u;

function follows(text: string, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Time words that lie behind the document. */
const isPast = ({ groups }: Match): boolean =>
  groups["past"] !== undefined || /^(?:去年|上一?年度?|前年)$/u.test(groups["word"] ?? "");

const BOUNDARY = /[，。；：、.\n(“”)\]》!?！？]/u;
const JOINS = ["并", "并且", "和", "及", "或", "且", "我市", "我省", "全市", "全省"];

/** Whether the match stands where a clause begins, so that a bare 2025年 says when and is no attribute. */
function opensClause(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || BOUNDARY.test(before) || JOINS.some((word) => text.endsWith(word, at));
}

type Role = "deadline" | FoundYear["role"];

/** What a time word is, from what stands around it. */
function roleOf(text: string, match: Match, lead: Lead, kind: TextKind): Role {
  const closed = CLOSED.test(text.slice(match.start, match.end));
  const ranged = isRange(match);
  if (!closed && BASELINE_BEFORE.some((word) => text.endsWith(word, lead.start))) return "baseline";
  if (follows(text, match.end, BASELINE_AFTER)) return "baseline";
  if (!closed && !ranged && (follows(text, match.end, START_AFTER) || lead.leads.some((word) => FROM.has(word)))) return "start";
  return kind === "expression" || isWhenInProse(text, match, lead, closed) ? "deadline" : "other";
}

/** Whether a time word of prose says when something is due, and is no past, name or attribute. */
function isWhenInProse(text: string, match: Match, lead: Lead, closed: boolean): boolean {
  if (isPast(match) || follows(text, match.end, NAME_AFTER)) return false;
  if (match.form.id === "after-event" || isRecurring(match)) return true;
  if (isRange(match) && text[match.start - 1] === "(") return false;
  if (closed || lead.leads.length > 0) return true;
  return opensClause(text, match.start) && !follows(text, match.end, ATTRIBUTE_AFTER);
}

const isRange = ({ form }: Match): boolean => form.id.endsWith("-range");
const isRecurring = ({ form }: Match): boolean =>
  ["annual", "half-yearly", "quarterly", "monthly", "rhythm"].includes(form.id);

/** What the sentence has said so far that later words lean on. */
interface Sentence {
  /** The last year that was named as a deadline's. */
  year: number | null;
  /** An annual deadline in a month was said: a later 3月底前 is annual too. */
  annual: boolean;
  /** 2020年起: recurring deadlines count from it. */
  since: number | null;
}

const namesYear = ({ groups }: Match): boolean =>
  ["year", "short", "spelled", "lastyear", "y", "ay"].some((key) => groups[key] !== undefined) || groups["bare"] !== undefined;

/** Counted from the document, not from what the sentence named. */
const COUNTED: ReadonlySet<string> = new Set(["within-years", "within-months", "within-days", "this-month", "after-event"]);

/** The deadline of a match in its sentence. */
function readIn(match: Match, sentence: Sentence, context: DeadlineContext): Deadline | null {
  const { form, groups } = match;
  if (sentence.annual && (form.id === "month" || form.id === "day") && !namesYear(match) && groups["word"] === undefined) {
    const day = groups["day"] === undefined ? null : figure(groups["day"]);
    const annual = everyYearIn(figure(groups["month"]), day, groups["part"], groups["before"] !== undefined, context);
    return sentence.since === null ? annual : countingFrom(annual, sentence.since, context);
  }
  const leans = sentence.year !== null && !namesYear(match) && groups["word"] === undefined && !isRecurring(match) && !COUNTED.has(form.id);
  const deadline = form.read(groups, leans ? { ...context, year: sentence.year } : context);
  if (deadline === null) return null;
  if (leans && deadline.kind !== "multi") return { ...deadline, assumedYear: null };
  return isRecurring(match) && sentence.since !== null ? countingFrom(deadline, sentence.since, context) : deadline;
}

const SENTENCE_END = /[。\n!！?？]/u;
/** 2、 or (2) between two times: another item, with a year of its own. */
const ITEM = /(?:^|[^\d])\d{1,2}[、.]$|(?:^|[^\d])\d{1,2}[、.](?!\d)|\(\d{1,2}\)/u;

/** All time words of a folded text that lie in [from, to). */
export function findTimes(reading: Reading, kind: TextKind, context: DeadlineContext): TimesFound {
  const text = withoutTitles(reading.text);
  const deadlines: FoundDeadline[] = [];
  const others: FoundYear[] = [];
  const starts = STARTS[kind];
  let sentence: Sentence = { year: null, annual: false, since: null };
  let at = 0;
  let told = 0;
  for (;;) {
    starts.lastIndex = at;
    const next = starts.exec(text);
    if (!next) break;
    at = next.index + 1;
    const match = canBegin(text, next.index) ? longestAt(text, next.index, kind) : null;
    if (!match) continue;
    if (SENTENCE_END.test(text.slice(told, match.start)) || ITEM.test(text.slice(told, match.start))) sentence = { year: context.year === null ? sentence.year : null, annual: false, since: null };
    told = match.end;
    at = match.end;
    const lead = leadsBefore(text, match.start);
    const role = roleOf(text, match, lead, kind);
    const deadline = role === "baseline" ? null : readIn(match, sentence, context);
    if (role === "deadline" && deadline !== null) {
      deadlines.push({ start: lead.start, end: match.end, deadline: { ...deadline, text: wordsIn(reading, lead.start, match.end) } });
      sentence = after(sentence, match, deadline);
    } else {
      const year = yearOf(match);
      others.push({ start: lead.start, end: match.end, role: role === "deadline" ? "other" : role, year });
      if (role === "start" && year !== null) sentence = { ...sentence, since: year, year };
    }
  }
  return { deadlines, others };
}

function yearOf({ groups }: Match): number | null {
  const named = groups["year"] ?? groups["y"];
  return named === undefined ? null : Number(named);
}

function after(sentence: Sentence, match: Match, deadline: Deadline): Sentence {
  const annual = match.form.id === "annual" ? match.groups["month"] !== undefined : sentence.annual && !namesYear(match);
  const year = namesYear(match) && deadline.date !== null ? Number(deadline.date.slice(0, 4)) : sentence.year;
  return { ...sentence, annual, year };
}

/** What stands in 《》 is a name: its years are nobody's deadline. Same length, so that places stay. */
function withoutTitles(text: string): string {
  if (!text.includes("《")) return text;
  return text.replace(/《[^》]*》/gu, (title) => "《" + "\u0001".repeat(title.length - 2) + "》");
}

/** The deadlines in prose, in order; places are those of `text`. Relative words take the context's year. */
export function findDeadlines(text: string, context: { readonly year: number | null; readonly month?: number | null; readonly asOf: Day }): readonly FoundDeadline[] {
  const reading = read(text);
  return findTimes(reading, "prose", context).deadlines
    .filter(({ deadline }) => deadline.kind !== "none" || deadline.note?.kind === "after-event")
    .map(({ start, end, deadline }) => ({ start: placeIn(reading, start), end: endIn(reading, end), deadline }));
}

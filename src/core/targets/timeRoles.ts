/** What a time word is, from what stands around it: a deadline, the baseline of a growth, a start, or part of a name. */
import { isRange, isRecurring, type Match, type TextKind } from "./timeWords";

export type TimeRole = "deadline" | "baseline" | "start" | "other";

/** Words that lead to a deadline and belong to it. */
const LEADS = [
  "截止到", "截至到", "预计到", "力争到", "原则上于", "原则上", "截至", "截止", "力争", "争取", "确保", "预计", "计划", "拟于", "应于", "须于", "将于",
  "不迟于", "不晚于", "最迟", "至迟", "最晚", "到", "至", "于", "在", "自从", "自", "从", "由",
];
const FROM = new Set(["自从", "自", "从", "由"]);

const NO_LEADS: readonly string[] = [];

export interface Lead {
  /** Where the words begin, leads included. */
  readonly start: number;
  readonly leads: readonly string[];
}

/** The last signs of the words, so that most places are passed over at once. */
const lastSigns = (words: readonly string[]): string => words.map((word) => word.charAt(word.length - 1)).join("");
const LEAD_SIGNS = lastSigns(LEADS);

/** The words before `start` that lead to it, at most three of them. */
export function leadsBefore(text: string, start: number): Lead {
  if (start === 0 || !LEAD_SIGNS.includes(text.charAt(start - 1))) return { start, leads: NO_LEADS };
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
const BASELINE_SIGNS = lastSigns(BASELINE_BEFORE);
const BASELINE_AFTER = /(?:年?(?:底|末)?(?:同期|水平|的?基础上|基础|相比|基数|为基|为基准|实际))/uy;
const START_AFTER = /(?:1日)?(?:之日)?(?:起|开始|始|以来|以后|之后|后(?=[，。；：、一-龥])|启动(?![率资区器])|开工(?![率量数面])|动工|开建)/uy;
const NAME_AFTER = /(?:版|届|级|第|度?(?:版|级))/uy;
const EDITION_AFTER = /版(?![面块图权])/uy;
const ATTRIBUTE_AFTER = /度?[^，。；：、\d]{0,4}(?:立项|评选|发布|确定|下达|印发|认定|备案|建成|竣工|通过|实施|开展|租赁|签订|新入职|入库|获批)[^，。；：、]{0,4}(?:的|到期)/uy;
/** 2000年底前|建成的老旧小区: how old a thing is. */
const AGE_AFTER = /(?:已)?(?:建成|建造|建设|竣工|交付|登记|注册|出厂|投用|投运|投产|批准|供地|上牌|参保|获批)[^，。；：、\d]{0,6}的(?![目任])/uy;
const CLOSED = /(?:前|内|底|末)$/u;

/** 较, 比 and the like before it; 占比 is none. */
function isMeasuredFrom(text: string, at: number): boolean {
  if (at === 0 || !BASELINE_SIGNS.includes(text.charAt(at - 1))) return false;
  return BASELINE_BEFORE.some((word) => text.endsWith(word, at)) && !text.endsWith("占比", at);
}

function follows(text: string, at: number, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Time words that lie behind the document. */
const isPast = ({ groups }: Match): boolean =>
  groups["past"] !== undefined || /^(?:去年|上一?年度?|前年)$/u.test(groups["word"] ?? "");

const BOUNDARY = /[，。；：、.\n(“”)\]》!?！？]/u;
const JOINS = ["并", "并且", "和", "及", "或", "且", "我市", "我省", "全市", "全省", "其中"];

/** Whether the match stands where a clause begins, so that a bare 2025年 says when and is no attribute. */
function opensClause(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || BOUNDARY.test(before) || JOINS.some((word) => text.endsWith(word, at));
}

/** What a time word is, from what stands around it. */
export function roleOf(text: string, match: Match, lead: Lead, kind: TextKind): TimeRole {
  const closed = CLOSED.test(text.slice(match.start, match.end));
  const ranged = isRange(match);
  if (!closed && lead.leads.length === 0 && isMeasuredFrom(text, lead.start)) return "baseline";
  if (follows(text, match.end, BASELINE_AFTER)) return "baseline";
  if (!closed && !ranged && (follows(text, match.end, START_AFTER) || lead.leads.some((word) => FROM.has(word)))) return "start";
  if (follows(text, match.end, EDITION_AFTER)) return "other";
  return kind === "expression" || isWhenInProse(text, match, lead, closed) ? "deadline" : "other";
}

/** Whether a time word of prose says when something is due, and is no past, name or attribute. */
function isWhenInProse(text: string, match: Match, lead: Lead, closed: boolean): boolean {
  if (isPast(match) || follows(text, match.end, NAME_AFTER)) return false;
  if (match.form.id === "after-event" || isRecurring(match)) return true;
  if (isRange(match) && text[match.start - 1] === "(") return false;
  if (closed && lead.leads.length === 0 && follows(text, match.end, AGE_AFTER)) return false;
  if (closed || lead.leads.length > 0) return true;
  return opensClause(text, match.start) && !follows(text, match.end, ATTRIBUTE_AFTER);
}

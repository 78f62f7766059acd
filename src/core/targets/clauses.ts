/** Cuts a folded text into sentences and their clauses. What stands in brackets, titles and short quotes is not cut. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Clause extends Span {
  /** Counts up at every 。, line and numbered item: what is carried from clause to clause ends there. */
  readonly sentence: number;
  /** Counts up at every line and numbered item. */
  readonly paragraph: number;
  /** The sign that ended it, "" at the end. */
  readonly ending: string;
  /** Brackets, titles and short quotes inside it: their figures belong to names. */
  readonly names: readonly Span[];
  /** It stands in brackets inside the clause before it: （其中新建 5 座）. */
  readonly inner: boolean;
}

export const CLOSERS: ReadonlyMap<string, string> = new Map([["(", ")"], ["[", "]"], ["《", "》"], ["“", "”"]]);
/** Longest bracket that is looked for: a sign that is never closed costs no more than this. */
const REACH = 300;
const SENTENCE_END = "。!?\n";
const CLAUSE_END = "，；：";
/** A numbered item: 1. 2、 (3) ① 一是. */
const ITEM = /(?:\d{1,2}[.、)](?:(?![\d.])|(?=(?:19|20)\d\d年))|[①-⑳]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.]?|[一二三四五六七八九十]{1,3}[是要、](?=[一-龥]))/uy;
/** 1、 in the middle of a line that lost its breaks. */
const INLINE_ITEM = /(?:\d{1,2}、(?=[一-龥])|\d{1,2}\.(?=(?:19|20)\d\d年)|\(\d{1,2}\)|[①-⑳])/uy;
/** What brackets must say to be read as a clause of their own. */
const SUB_LEAD = /^(?:含|包括|包含)/u;
const SUB_CLAUSE = /^(?:其中|含|包括|包含|累计|新增|分别|不少于|不低于)/u;

/** All clauses of the text, in order; inner ones directly after theirs. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  let paragraph = 0;
  let start = 0;
  let names: Span[] = [];
  const close = (end: number, ending: string): void => {
    const begin = afterItem(text, start, end);
    if (begin > start) {
      sentence++;
      paragraph++;
    }
    const common = { sentence, paragraph };
    if (begin < end) clauses.push({ ...common, start: begin, end, ending, names, inner: false });
    for (const name of names) clauses.push(...innerClauses(text, name).map((span) => ({ ...common, ...span, ending: "", names: [], inner: true })));
    if (ending !== "" && SENTENCE_END.includes(ending)) sentence++;
    if (ending === "\n") paragraph++;
    names = [];
  };
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (SENTENCE_END.includes(sign) || CLAUSE_END.includes(sign)) {
      close(at, sign);
      start = ++at;
    } else if (at > start && startsItem(text, at, sign)) {
      close(at, "");
      start = at++;
    } else {
      const end = nameEnd(text, at, sign);
      if (end > at) names.push({ start: at, end });
      at = Math.max(end, at + 1);
    }
  }
  close(text.length, "");
  return clauses;
}

/** Where the text of a clause begins, its number left out. */
function afterItem(text: string, start: number, end: number): number {
  ITEM.lastIndex = start;
  const found = ITEM.exec(text);
  return found && start + found[0].length <= end ? start + found[0].length : start;
}

function startsItem(text: string, at: number, sign: string): boolean {
  if (!/[0-9(①-⑳]/u.test(sign) || /[0-9.、/-]/u.test(text.charAt(at - 1))) return false;
  INLINE_ITEM.lastIndex = at;
  return INLINE_ITEM.test(text);
}

/** The end of the bracket, title or quote that opens at `at`; `at` itself where none does, or where it is read through. */
function nameEnd(text: string, at: number, sign: string): number {
  const closer = CLOSERS.get(sign);
  if (closer === undefined) return at;
  const end = text.slice(at + 1, at + REACH).indexOf(closer);
  if (end < 0) return at;
  return sign === "“" && isQuotedSentence(text.slice(at + 1, at + 1 + end)) ? at : at + end + 2;
}

/** A quote that says something, and is no name: “…达到2000名左右，…达到40%”. */
function isQuotedSentence(quoted: string): boolean {
  return quoted.length > 12 && /[\d，]/u.test(quoted) && /达到|以上|以内|超过|不少于|不低于|左右/u.test(quoted);
}

function innerClauses(text: string, name: Span): readonly Span[] {
  if (text.charAt(name.start) !== "(" || !SUB_CLAUSE.test(text.slice(name.start + 1, name.start + 8))) return [];
  const spans: Span[] = [];
  let start = name.start + 1 + (SUB_LEAD.exec(text.slice(name.start + 1, name.start + 4))?.[0].length ?? 0);
  for (const part of text.slice(start, name.end - 1).split(/[，；]/u)) {
    if (part !== "") spans.push({ start, end: start + part.length });
    start += part.length + 1;
  }
  return spans;
}

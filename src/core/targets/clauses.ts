/** Cuts a folded sentence into its clauses. What stands in brackets, titles and short quotes is not cut. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Clause extends Span {
  /** Counts up at every numbered item inside the sentence: what is carried from clause to clause ends there. */
  readonly item: number;
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
/** Longer than this without a sign is no prose, and is not read: it bounds what a clause can cost. */
const LONGEST = 1500;
/** The signs at which something may happen; all others are passed over. */
const TURNS = /[，；：([《“\d①-⑳]/gu;
/** A numbered item: 1. 2、 (3) ① 一是. */
const ITEM = /(?:\d{1,2}[.、)](?:(?![\d.])|(?=(?:19|20)\d\d年))|[①-⑳]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.]?|[一二三四五六七八九十]{1,3}[是要、](?=[一-龥]))/uy;
/** 1、 in the middle of a line that lost its breaks. */
const INLINE_ITEM = /(?:\d{1,2}、(?=[一-龥])|\d{1,2}\.(?=(?:19|20)\d\d年)|\(\d{1,2}\)|[①-⑳])/uy;
const FIGURES_END = /\d+/uy;
/** What brackets must say to be read as a clause of their own. */
const SUB_LEAD = /^(?:含|包括|包含)/u;
const SUB_CLAUSE = /^(?:其中|含|包括|包含|累计|新增|分别|不少于|不低于)/u;
const NO_NAMES: readonly Span[] = [];

/** All clauses of the sentence, in order; inner ones directly after theirs. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let item = 0;
  let start = 0;
  let names: Span[] | null = null;
  const close = (end: number, ending: string): void => {
    const begin = afterItem(text, start, end);
    if (begin > start) item++;
    if (begin < end && end - begin <= LONGEST) clauses.push({ start: begin, end, item, ending, names: names ?? NO_NAMES, inner: false });
    if (names !== null) for (const name of names) pushInner(clauses, text, name, item);
    names = null;
  };
  TURNS.lastIndex = 0;
  for (let turn = TURNS.exec(text); turn !== null; turn = TURNS.exec(text)) {
    const at = turn.index;
    const sign = turn[0];
    if (sign === "，" || sign === "；" || sign === "：") {
      close(at, sign);
      start = at + 1;
    } else if (at > start && startsItem(text, at)) {
      close(at, "");
      start = at;
      TURNS.lastIndex = passed(text, at);
    } else {
      const end = nameEnd(text, at, sign);
      if (end > at) (names ??= []).push({ start: at, end });
      TURNS.lastIndex = end > at ? end : passed(text, at);
    }
  }
  close(text.length, "");
  return clauses;
}

/** After the figures that begin at `at`, or after its sign. */
function passed(text: string, at: number): number {
  FIGURES_END.lastIndex = at;
  return at + (FIGURES_END.exec(text)?.[0].length ?? 1);
}

/** Where the text of a clause begins, its number left out. */
function afterItem(text: string, start: number, end: number): number {
  ITEM.lastIndex = start;
  const found = ITEM.exec(text);
  return found && start + found[0].length <= end ? start + found[0].length : start;
}

function startsItem(text: string, at: number): boolean {
  INLINE_ITEM.lastIndex = at;
  return INLINE_ITEM.test(text) && !/[0-9.、/-]/u.test(text.charAt(at - 1));
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

/** Reads what brackets say as clauses of their own, where it says something to be kept. */
function pushInner(clauses: Clause[], text: string, name: Span, item: number): void {
  if (text.charAt(name.start) !== "(" || !SUB_CLAUSE.test(text.slice(name.start + 1, name.start + 8))) return;
  let start = name.start + 1 + (SUB_LEAD.exec(text.slice(name.start + 1, name.start + 4))?.[0].length ?? 0);
  for (const part of text.slice(start, name.end - 1).split(/[，；]/u)) {
    if (part !== "") clauses.push({ start, end: start + part.length, item, ending: "", names: NO_NAMES, inner: true });
    start += part.length + 1;
  }
}

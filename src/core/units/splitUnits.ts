/**
 * A unit cell taken apart into units, classes of units, separators and role words, every character in its place.
 * One pass over the text; only pieces short enough to be names are looked at twice.
 */
import { isClassPhrase } from "./classes";
import { isUnitName } from "./identify";
import { bracketRole, labelRole, roleAtEnd, roleAtStart, type UnitRole } from "./roles";

/** role: 牵头：; space: white space; mark: brackets and numbering around names. */
export type PartKind = "unit" | "class" | "separator" | "role" | "space" | "mark";

export interface UnitPart {
  readonly kind: PartKind;
  /** Exactly the characters from `start` to `end` of the cell. */
  readonly text: string;
  /** UTF-16 offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Of a unit or a class: the role that the cell itself gives it, or null. */
  readonly role: UnitRole | null;
}

export interface UnitList {
  readonly text: string;
  /** All of the text in order, without gaps. */
  readonly parts: readonly UnitPart[];
  readonly units: readonly UnitPart[];
  readonly classes: readonly UnitPart[];
  /** White space around a separator belongs to it. */
  readonly separators: readonly UnitPart[];
  /** Says that there are units which it doesn't name. */
  readonly openEnded: boolean;
}

/** A piece of this length is prose, and stays whole. */
const LONGEST_PIECE = 120;

const HARD = new Set("、､，,;；/／|｜\n\r。");
const CLAUSE_END = /[，,;；\n。]/u;
const BLANK = /[\s\u00a0\u200b\u3000\ufeff]/u;
const NUMBERING = /^(?:[0-9０-９]{1,2}[.．、)）]|[（(][0-9０-９一二三四五六七八九十]{1,2}[)）]|[①-⑳])/u;

interface Token {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  role: UnitRole | null;
  /** Role words that stand after this name; they also speak for the names before it in its clause. */
  readonly closing: UnitRole | null;
}

/** The units, classes and separators of a cell. Nothing is lost: the parts joined are the text. */
export function splitUnits(text: string): UnitList {
  const tokens: Token[] = [];
  for (const segment of segmentsOf(text)) tokens.push(...tokensOf(text, segment));
  spreadRoles(text, tokens);
  const parts = fillGaps(text, joinPlainClasses(text, tokens));
  const classes = parts.filter(({ kind }) => kind === "class");
  return {
    text,
    parts,
    units: parts.filter(({ kind }) => kind === "unit"),
    classes,
    separators: parts.filter(({ kind }) => kind === "separator"),
    openEnded: classes.length > 0,
  };
}

interface Segment {
  readonly kind: "separator" | "role" | "names";
  readonly start: number;
  readonly end: number;
  /** Of a label: its role. */
  readonly role: UnitRole | null;
}

/** Cut at separators and labels outside brackets. */
function segmentsOf(text: string): readonly Segment[] {
  const closing = bracketPairs(text);
  const segments: Segment[] = [];
  let from = 0;
  let at = 0;
  const endNames = (): void => {
    if (at > from) segments.push({ kind: "names", start: from, end: at, role: null });
  };
  while (at < text.length) {
    const close = closing.get(at);
    if (close !== undefined) {
      at = close + 1;
      continue;
    }
    const sign = text.charAt(at);
    const role = sign === "：" || sign === ":" ? labelRole(text.slice(Math.max(from, at - 16), at)) : null;
    if (role !== null) {
      segments.push({ kind: "role", start: from, end: at + 1, role });
      from = at + 1;
    } else if (HARD.has(sign) && !isNumberingMark(text, from, at)) {
      endNames();
      const end = endOfSeparator(text, at);
      segments.push({ kind: "separator", start: at, end, role: null });
      from = end;
      at = end;
      continue;
    }
    at += 1;
  }
  endNames();
  return segments;
}

/** The 、 of "1、市财政局" numbers the name. */
function isNumberingMark(text: string, from: number, at: number): boolean {
  return at - from <= 3 && at > from && /^\s?[0-9０-９]{1,2}$/u.test(text.slice(from, at));
}

function endOfSeparator(text: string, start: number): number {
  let end = start;
  while (end < text.length && (HARD.has(text.charAt(end)) || BLANK.test(text.charAt(end)))) end += 1;
  return end;
}

/** Position of each opening bracket to that of its closing one; one pair around the whole text is left out. */
function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "（" || sign === "(") open.push(at);
    else if (sign === "）" || sign === ")") {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  const first = text.search(/[^\s\u3000]/u);
  if (first >= 0 && pairs.get(first) === text.trimEnd().length - 1) pairs.delete(first);
  return pairs;
}

function tokensOf(text: string, segment: Segment): readonly Token[] {
  if (segment.kind === "separator") return [plain("separator", segment.start, segment.end)];
  if (segment.kind === "role") return [{ ...plain("role", segment.start, segment.end), role: segment.role }];
  const { start, end } = trimmed(text, segment.start, segment.end);
  if (start === end) return [];
  if (end - start > LONGEST_PIECE) return [plain("unit", start, end)];
  return namesOf(text, start, end);
}

function plain(kind: PartKind, start: number, end: number): Token {
  return { kind, start, end, role: null, closing: null };
}

/** Without blanks, numbering and the brackets of a wrapped cell. */
function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  const numbering = NUMBERING.exec(text.slice(from, to).trimStart())?.[0];
  while (from < to && BLANK.test(text.charAt(from))) from += 1;
  if (numbering !== undefined) from += numbering.length;
  while (from < to && (BLANK.test(text.charAt(from)) || isLoneBracket(text, from, to, 1))) from += 1;
  while (to > from && (BLANK.test(text.charAt(to - 1)) || isLoneBracket(text, from, to, -1))) to -= 1;
  return { start: from, end: to };
}

/** A bracket at the edge whose other half isn't in this piece. */
function isLoneBracket(text: string, from: number, to: number, side: 1 | -1): boolean {
  const piece = text.slice(from, to);
  if (side === 1) return /^[（(]/u.test(piece) && !/[)）]/u.test(piece);
  return /[)）]$/u.test(piece) && !/[（(]/u.test(piece);
}

/** Role words off both ends, then white space, conjunctions and the tail. */
function namesOf(text: string, start: number, end: number): readonly Token[] {
  const tokens: Token[] = [];
  const front = roleAtStart(text.slice(start, end));
  const from = start + (front?.length ?? 0);
  if (front) tokens.push(plain("role", start, from));
  const rest = text.slice(from, end);
  const back = bracketRole(rest) ?? (isWhole(rest) ? null : roleAtEnd(rest));
  const to = end - (back?.length ?? 0);
  const names = pieceTokens(text, from, to);
  const last = names.length - 1;
  names.forEach((token, index) => {
    const role = isName(token) ? (front?.role ?? null) : null;
    tokens.push({ ...token, role, closing: index === last ? (back?.role ?? null) : null });
  });
  if (back) tokens.push({ ...plain("role", to, end), closing: names.length === 0 ? back.role : null });
  return tokens;
}

function isName(token: Token): boolean {
  return token.kind === "unit" || token.kind === "class";
}

/** A whole name or class phrase that needs no cutting. */
function isWhole(piece: string): boolean {
  return isUnitName(piece) || isClassPhrase(piece);
}

function pieceTokens(text: string, start: number, end: number): Token[] {
  const inner = trimmed(text, start, end);
  if (inner.start === inner.end) return [];
  return splitAtBlanks(text, inner.start, inner.end).flatMap(([from, to]) => splitAtConjunctions(text, from, to));
}

type Range = readonly [start: number, end: number];

/** White space parts two names only where both sides are whole; else it is layout inside a name. */
function splitAtBlanks(text: string, start: number, end: number): readonly Range[] {
  const words = blankWords(text, start, end);
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return [[start, end]];
  const ranges: Range[] = [];
  let [from, to] = first;
  rest.forEach(([nextFrom, nextTo], index) => {
    const following = rest[index + 1];
    const next = isEntry(text.slice(nextFrom, nextTo)) || (following !== undefined && isEntry(text.slice(nextFrom, following[1])));
    if (next && isEntry(text.slice(from, to))) {
      ranges.push([from, to]);
      from = nextFrom;
    }
    to = nextTo;
  });
  return [...ranges, [from, to]];
}

function blankWords(text: string, start: number, end: number): readonly Range[] {
  const words: Range[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    const sign = text.charAt(at);
    if (sign === "（" || sign === "(") depth += 1;
    if (sign === "）" || sign === ")") depth -= 1;
    if (at < end && (depth > 0 || !BLANK.test(sign))) continue;
    if (at > from) words.push([from, at]);
    from = at + 1;
  }
  return words;
}

/** A unit with or without its tail and role, or a class. */
function isEntry(piece: string): boolean {
  if (isWhole(piece)) return true;
  const tail = tailAt(piece);
  return tail > 0 && isUnitName(piece.slice(0, tail));
}

/** 和, 及 and 与 part two names only where both sides are whole: 文化和旅游局 stays. */
function splitAtConjunctions(text: string, start: number, end: number): Token[] {
  const piece = text.slice(start, end);
  if (isWhole(piece)) return nameTokens(text, start, end);
  for (const { at, length } of conjunctions(piece)) {
    const left = piece.slice(0, at);
    const right = piece.slice(at + length);
    if (!isEntry(left) || !isEntry(right.replace(/^其他/u, "")) && !splitsFurther(right)) continue;
    return [
      ...nameTokens(text, start, start + at),
      plain("separator", start + at, start + at + length),
      ...splitAtConjunctions(text, start + at + length, end),
    ];
  }
  return nameTokens(text, start, end);
}

function splitsFurther(piece: string): boolean {
  return conjunctions(piece).some(({ at, length }) => isEntry(piece.slice(0, at)) && isEntry(piece.slice(at + length)));
}

function conjunctions(piece: string): readonly { readonly at: number; readonly length: number }[] {
  return [...piece.matchAll(/以及|[和及与]/gu)].map((found) => ({ at: found.index, length: found[0].length }));
}

/** A class, a unit, or a unit with its tail: 市卫生健康委 | 等有关部门（单位）. */
function nameTokens(text: string, start: number, end: number): Token[] {
  const inner = trimmed(text, start, end);
  const piece = text.slice(inner.start, inner.end);
  if (piece === "") return [];
  if (isClassPhrase(piece)) return [plain("class", inner.start, inner.end)];
  const tail = tailAt(piece);
  if (tail <= 0) return [plain("unit", inner.start, inner.end)];
  const unit = trimmed(text, inner.start, inner.start + tail);
  return [plain("unit", unit.start, unit.end), plain("class", inner.start + tail, inner.end)];
}

/** Where the 等… of an open list begins, or -1. */
function tailAt(piece: string): number {
  for (let at = piece.indexOf("等"); at >= 0; at = piece.indexOf("等", at + 1)) {
    if (isClassPhrase(piece.slice(at))) return at;
  }
  return -1;
}

/** A label speaks for all that follows it; closing words for the names of their clause that have no role yet. */
function spreadRoles(text: string, tokens: readonly Token[]): void {
  let label: UnitRole | null = null;
  let clause: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "role" && token.role !== null) label = token.role;
    if (token.kind === "separator" && CLAUSE_END.test(text.slice(token.start, token.end))) clause = [];
    if (isName(token)) clause.push(token);
    if (token.closing !== null) {
      for (const name of clause) name.role ??= token.closing;
      clause = [];
    } else if (isName(token)) token.role ??= label;
  }
}

const LEVEL_NOUN = /^(?:区|县|市|旗|州|镇|乡|街道|县级市|功能区|开发区|区县|镇街)(?:（.{1,12}）)?(?:人民政府|政府|管委会)?$/u;

/** 各区、县级市 is one phrase. */
function joinPlainClasses(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  tokens.forEach((token) => {
    const separator = joined.at(-1);
    const before = joined.at(-2);
    const continues =
      isName(token) && separator?.kind === "separator" && before?.kind === "class" &&
      text.slice(separator.start, separator.end) === "、" &&
      /^各[^、]{0,2}[区县市旗州镇乡]$/u.test(text.slice(before.start, before.end).split("、").at(0) ?? "") &&
      LEVEL_NOUN.test(text.slice(token.start, token.end));
    if (continues) joined.splice(-2, 2, { ...before, end: token.end });
    else joined.push(token);
  });
  return joined;
}

/** Every character belongs to a part. */
function fillGaps(text: string, tokens: readonly Token[]): readonly UnitPart[] {
  const parts: UnitPart[] = [];
  let at = 0;
  const gap = (end: number): void => {
    if (end <= at) return;
    const rest = text.slice(at, end);
    const between = parts.some((part) => part.kind === "unit" || part.kind === "class") && end < text.length;
    const kind: PartKind = BLANK.test(rest) && rest.trim() === "" ? (between && !nextToSeparator(parts) ? "separator" : "space") : "mark";
    parts.push({ kind, text: rest, start: at, end, role: null });
    at = end;
  };
  for (const token of tokens) {
    gap(token.start);
    parts.push({ kind: token.kind, text: text.slice(token.start, token.end), start: token.start, end: token.end, role: token.role });
    at = token.end;
  }
  gap(text.length);
  return parts;
}

function nextToSeparator(parts: readonly UnitPart[]): boolean {
  const kind = parts.at(-1)?.kind;
  return kind === "separator" || kind === "role";
}

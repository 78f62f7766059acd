/**
 * A unit cell taken apart into units, classes of units, separators and role words, every character in its place.
 * One pass over the text; only pieces short enough to be names are looked at twice, and the same piece only once.
 */
import { isClassPhrase } from "./classes";
import { isUnitName } from "./identify";
import { Memo } from "./memo";
import { namesInPiece, type PieceToken } from "./namesInPiece";
import { labelRole, type UnitRole } from "./roles";

/** role: 牵头：; space: white space that parts nothing; mark: brackets and numbering around names. */
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
  /** Names trimmed as written. */
  readonly units: readonly UnitPart[];
  readonly classes: readonly UnitPart[];
  /** White space around a separator belongs to it. */
  readonly separators: readonly UnitPart[];
  /** Says that there are units which it doesn't name. */
  readonly openEnded: boolean;
}

const SEPARATORS = new Set("、､，,;；/／|｜\n\r。");
const CLAUSE_END = /[，,;；\n。]/u;
const BLANK = /[\s\u200b\ufeff]/u;
const CIRCLED = /[①-⑳]/u;
const LONGEST_LABEL = 16;

/** Of longer cells, which are rare and big, only the last few are kept: rules look at one several times. */
const LONGEST_KEPT = 200;
const remembered = new Memo<UnitList>(5_000);
const lastLong = new Memo<UnitList>(4);

/** The units, classes and separators of a cell. Nothing is lost: the parts joined are the text. Linear time. */
export function splitUnits(text: string): UnitList {
  return (text.length <= LONGEST_KEPT ? remembered : lastLong).get(text, split);
}

function split(text: string): UnitList {
  const tokens = joinLevels(text, joinBroken(text, segmentsOf(text)).flatMap((segment) => tokensOf(text, segment)));
  spreadRoles(text, tokens);
  const parts = fillGaps(text, tokens);
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
  readonly kind: "separator" | "label" | "names";
  readonly start: number;
  readonly end: number;
  /** Of a label. */
  readonly role: UnitRole | null;
}

/** Cut at separators and labels outside brackets. */
function segmentsOf(text: string): readonly Segment[] {
  const closing = bracketPairs(text);
  const segments: Segment[] = [];
  let from = 0;
  let at = 0;
  const push = (kind: Segment["kind"], start: number, end: number, role: UnitRole | null = null): void => {
    if (end > start) segments.push({ kind, start, end, role });
    from = end;
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    const close = closing?.get(at);
    if (close !== undefined) at = close + 1;
    else if (sign === "：" || sign === ":") {
      const label = labelBefore(text, from, at);
      const person = PERSON.exec(text.slice(Math.max(from, at - LONGEST_LABEL), at))?.[0].length ?? 0;
      at += 1;
      if (label !== null) {
        push("names", from, label.start);
        push("label", label.start, at, label.role);
      } else if (person > 0) {
        push("names", from, at - 1 - person);
        while (at < text.length && !SEPARATORS.has(text.charAt(at))) at += 1;
        from = at;
      }
    } else if (CIRCLED.test(sign)) {
      push("names", from, at);
      at += 1;
    } else if (isSlippedStop(text, from, at) || (SEPARATORS.has(sign) && !isNumberingMark(text, from, at))) {
      push("names", from, at);
      at = endOfSeparator(text, at);
      push("separator", from, at);
    } else at += 1;
  }
  push("names", from, at);
  return segments;
}

/** 责任人：张三 in a cell of units is no unit's name. */
const PERSON = /(?:责任人|联系人|负责人|分管领导|责任领导|联系电话|电话|手机)$/u;

/** The full stop of a keyboard that is not switched: 市工信局.市财政局. */
function isSlippedStop(text: string, from: number, at: number): boolean {
  return /[.．]/u.test(text.charAt(at)) && at - from > 2 && /[\u4e00-\u9fff]/u.test(text.charAt(at - 1)) && /[\u4e00-\u9fff]/u.test(text.charAt(at + 1));
}

const LABEL_AT_END = /(?:第[一二三四])?(?:牵头|责任|配合|主办|协办)(?:责任)?(?:单位|部门)$/u;

/** The role label that ends at the colon: all of the piece, its last word, or 配合单位 right after a name. */
function labelBefore(text: string, from: number, colon: number): { readonly start: number; readonly role: UnitRole } | null {
  const start = Math.max(from, colon - LONGEST_LABEL);
  const before = text.slice(start, colon);
  const word = /\S*$/u.exec(before)?.[0] ?? "";
  for (const label of [before, word, LABEL_AT_END.exec(before)?.[0] ?? ""]) {
    const role = labelRole(label);
    if (role !== null && (label !== before || start === from)) return { start: colon - label.length, role };
  }
  return null;
}

/** The 、 of "1、市财政局" numbers the name. */
function isNumberingMark(text: string, from: number, at: number): boolean {
  return text.charAt(at) === "、" && at - from <= 3 && at > from && /^\s?[0-9０-９]{1,2}$/u.test(text.slice(from, at));
}

function endOfSeparator(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (SEPARATORS.has(text.charAt(end)) || BLANK.test(text.charAt(end)))) end += 1;
  return end;
}

/** Position of each opening bracket to that of its closing one; one pair around the whole text is left out. */
function bracketPairs(text: string): ReadonlyMap<number, number> | null {
  if (!/[（(]/u.test(text)) return null;
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
  const first = text.search(/\S/u);
  if (pairs.get(first) === text.trimEnd().length - 1) pairs.delete(first);
  return pairs;
}

/** A line break inside a name is layout: 市人力资源和⏎社会保障局. */
function joinBroken(text: string, segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const separator = joined[joined.length - 1];
    const before = joined[joined.length - 2];
    const breaks = segment.kind === "names" && separator?.kind === "separator" && before?.kind === "names";
    if (breaks && isLineBreak(text, separator) && isOneName(text, before, segment)) joined.splice(-2, 2, { ...before, end: segment.end });
    else joined.push(segment);
  }
  return joined;
}

function isLineBreak(text: string, { start, end }: Segment): boolean {
  return end - start <= 8 && text.slice(start, end).trim() === "";
}

function isOneName(text: string, left: Segment, right: Segment): boolean {
  if (right.end - left.start > 40) return false;
  const front = text.slice(left.start, left.end);
  const back = text.slice(right.start, right.end);
  return isUnitName(front + back) && !(isUnitName(front) && (isUnitName(back) || isClassPhrase(back)));
}

interface Token {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  role: UnitRole | null;
  readonly closing: UnitRole | null;
}

function tokensOf(text: string, { kind, start, end, role }: Segment): readonly Token[] {
  if (kind === "separator") return [{ kind, start, end, role: null, closing: null }];
  if (kind === "label") return [{ kind: "role", start, end, role, closing: null }];
  return namesInPiece(text.slice(start, end)).map((token: PieceToken) => ({ ...token, start: start + token.start, end: start + token.end }));
}

function isName({ kind }: Token): boolean {
  return kind === "unit" || kind === "class";
}

const EACH_LEVEL = /^各[^、]{0,2}[区县市旗州镇乡]$/u;
const LEVEL = /^(?:区|县|市|旗|州|镇|乡|街道|县级市|功能区|开发区|区县|镇街)(?:（.{1,12}）)?(?:人民政府|政府|管委会)?$/u;

/** 各区、县级市 is one phrase. */
function joinLevels(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  let each = false;
  for (const token of tokens) {
    const written = token.end - token.start <= 24 ? text.slice(token.start, token.end) : "";
    const separator = joined[joined.length - 1];
    const before = joined[joined.length - 2];
    if (isName(token) && each && separator && before && text.slice(separator.start, separator.end) === "、" && LEVEL.test(written)) {
      joined.splice(-2, 2, { ...before, end: token.end });
    } else {
      joined.push(token);
      if (token.kind !== "separator") each = token.kind === "class" && EACH_LEVEL.test(written);
    }
  }
  return joined;
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

/** Every character belongs to a part. */
function fillGaps(text: string, tokens: readonly Token[]): readonly UnitPart[] {
  const parts: UnitPart[] = [];
  let at = 0;
  const gap = (end: number): void => {
    if (end <= at) return;
    const rest = text.slice(at, end);
    parts.push({ kind: rest.trim() === "" ? "space" : "mark", text: rest, start: at, end, role: null });
  };
  for (const token of tokens) {
    gap(token.start);
    const role = isName(token) ? token.role : null;
    parts.push({ kind: token.kind, text: text.slice(token.start, token.end), start: token.start, end: token.end, role });
    at = token.end;
  }
  gap(text.length);
  return parts;
}

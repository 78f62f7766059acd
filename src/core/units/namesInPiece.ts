/** What stands between two separators: mostly one name, with role words, a tail of an open list, blanks or 和 between two. */
import { isClassPhrase } from "./classes";
import { isUnitName } from "./identify";
import { Memo } from "./memo";
import { bracketRole, roleAtEnd, roleAtStart, type RoleWords, type UnitRole } from "./roles";

export interface PieceToken {
  readonly kind: "unit" | "class" | "separator" | "role";
  /** Offsets in the piece. */
  readonly start: number;
  readonly end: number;
  /** A role that only this name has: 会同…. */
  readonly role: UnitRole | null;
  /** The role of words that stand after this name; they speak for the names before it in its clause, too. */
  readonly closing: UnitRole | null;
}

/** A longer piece is prose, and stays whole. */
const LONGEST_PIECE = 120;
/** More conjunctions than these are no list of names. */
const MOST_CONJUNCTIONS = 16;

/** What is written where there is nobody. */
const NOBODY = /^(?:无|[^\p{L}]*)$/u;
const BLANK = /[\s\u200b\ufeff]/u;
const NUMBERING = /^(?:[0-9０-９]{1,2}[.．、)）]|[（(][0-9０-９一二三四五六七八九十]{1,2}[)）]|[①-⑳])/u;

const remembered = new Memo<readonly PieceToken[]>();

/** The names in a piece in order, without overlaps; what they leave out is layout. */
export function namesInPiece(piece: string): readonly PieceToken[] {
  if (piece.length <= LONGEST_PIECE) return remembered.get(piece, tokensOf);
  const { start, end } = withoutBlanks(piece, 0, piece.length);
  return start === end ? [] : [token("unit", start, end)];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function token(kind: PieceToken["kind"], start: number, end: number): PieceToken {
  return { kind, start, end, role: null, closing: null };
}

/** White space parts names first, each with its own role words. */
function tokensOf(piece: string): readonly PieceToken[] {
  const inner = bare(piece, 0, piece.length);
  if (inner.start === inner.end) return [];
  const ranges = splitAtBlanks(piece, inner);
  return ranges.flatMap((range, index) => {
    const before = ranges[index - 1];
    const names = namesWithRoles(piece, range);
    return before === undefined ? names : [token("separator", before.end, range.start), ...names];
  });
}

/** Role words off both ends, then what is between. */
function namesWithRoles(piece: string, { start, end }: Range): readonly PieceToken[] {
  const { front, back } = rolesAround(piece.slice(start, end));
  const from = start + (front?.length ?? 0);
  const to = end - (back?.length ?? 0);
  const names = splitAtConjunctions(piece, bare(piece, from, to), new Map());
  const tokens: PieceToken[] = front ? [token("role", start, from)] : [];
  names.forEach((name, index) => {
    const closing = index === names.length - 1 ? (back?.role ?? null) : null;
    tokens.push({ ...name, role: front?.role ?? null, closing });
  });
  if (back) tokens.push({ ...token("role", to, end), closing: names.length === 0 ? back.role : null });
  return tokens;
}

interface RolesAround {
  readonly front: RoleWords | null;
  readonly back: RoleWords | null;
}

function rolesAround(text: string): RolesAround {
  const front = roleAtStart(text);
  const rest = text.slice(front?.length ?? 0);
  return { front, back: bracketRole(rest) ?? closingRole(rest) };
}

/** Role words at the end, unless they belong to the name. */
function closingRole(text: string): RoleWords | null {
  const words = roleAtEnd(text);
  return words === null || isWhole(text.slice(0, -words.length)) || !isWhole(text) ? words : null;
}

/** A whole name or class phrase that needs no cutting. */
function isWhole(piece: string): boolean {
  return isUnitName(piece) || isClassPhrase(piece);
}

function withoutBlanks(piece: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(piece.charAt(from))) from += 1;
  while (to > from && BLANK.test(piece.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** Without blanks, numbering, and brackets whose other half is elsewhere. */
function bare(piece: string, start: number, end: number): Range {
  let range = withoutBlanks(piece, start, end);
  for (;;) {
    const text = piece.slice(range.start, range.end);
    const wrapped = /^[（(][^（()）]*[)）]$/u.test(text);
    const front = NUMBERING.exec(text)?.[0].length ?? (wrapped || /^[（(][^)）]*$/u.test(text) ? 1 : 0);
    const back = wrapped || /^[^（(]*[)）]$/u.test(text) ? 1 : 0;
    if (front + back === 0 || front + back >= text.length) return range;
    range = withoutBlanks(piece, range.start + front, range.end - back);
  }
}

/** White space parts two names only where both sides are whole; else it is layout inside a name. */
function splitAtBlanks(piece: string, inner: Range): readonly Range[] {
  const [first, ...rest] = blankWords(piece, inner);
  if (first === undefined || rest.length === 0) return [inner];
  const ranges: Range[] = [];
  let current = first;
  rest.forEach((next, index) => {
    const following = rest[index + 1];
    const begins = hasNames(piece, next) || (following !== undefined && isEntry(piece, { start: next.start, end: following.end }));
    if (begins && hasNames(piece, current)) {
      ranges.push(current);
      current = next;
    } else current = { start: current.start, end: next.end };
  });
  return [...ranges, current];
}

function blankWords(piece: string, { start, end }: Range): readonly Range[] {
  const words: Range[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    const sign = piece.charAt(at);
    if (sign === "（" || sign === "(") depth += 1;
    if (sign === "）" || sign === ")") depth -= 1;
    if (at < end && (depth > 0 || !BLANK.test(sign))) continue;
    if (at > from) words.push({ start: from, end: at });
    from = at + 1;
  }
  return words;
}

/** Nothing but names, conjunctions between them and role words around them. */
function hasNames(piece: string, { start, end }: Range): boolean {
  const { front, back } = rolesAround(piece.slice(start, end));
  const range = { start: start + (front?.length ?? 0), end: end - (back?.length ?? 0) };
  const names = splitAtConjunctions(piece, range, new Map());
  return names.length > 0 && !piece.startsWith("等", range.start) && names.every((name) => name.kind !== "unit" || isEntry(piece, name));
}

/** A class, or a unit with or without the tail of an open list. */
function isEntry(piece: string, { start, end }: Range): boolean {
  const text = piece.slice(start, end);
  if (text.startsWith("等")) return false;
  if (isWhole(text)) return true;
  const tail = tailAt(text);
  return tail > 0 && isUnitName(text.slice(0, tail));
}

type Split = Map<number, readonly PieceToken[]>;

/** 和, 及 and 与 part two names only where both sides are whole: 文化和旅游局 stays. `known`: what follows from each start. */
function splitAtConjunctions(piece: string, range: Range, known: Split): readonly PieceToken[] {
  const before = known.get(range.start);
  if (before !== undefined) return before;
  const found = cutAtConjunction(piece, range, known) ?? splitTail(piece, range);
  known.set(range.start, found);
  return found;
}

function cutAtConjunction(piece: string, { start, end }: Range, known: Split): readonly PieceToken[] | null {
  const signs = [...piece.slice(start, end).matchAll(/以及|会同|[和及与]/gu)];
  if (signs.length === 0 || signs.length > MOST_CONJUNCTIONS) return null;
  const whole = isWhole(piece.slice(start, end));
  for (const sign of signs) {
    const left: Range = { start, end: start + sign.index };
    const right: Range = { start: left.end + sign[0].length, end };
    const offices = areBothNames(piece, left, right);
    if (!isNameBefore(piece, left, whole && piece[right.start] !== "市") && !offices) continue;
    const following = splitAtConjunctions(piece, right, known);
    if (!following.every((name) => name.kind === "separator" || isEntry(piece, name)) && !offices) continue;
    return [...splitTail(piece, left), token("separator", left.end, right.start), ...following];
  }
  return null;
}

/** Where both sides together are a name, too, a place alone before the conjunction is part of it: 济南市|和平区教育局. No city is called 和. */
function isNameBefore(piece: string, left: Range, whole: boolean): boolean {
  return isEntry(piece, left) && !(whole && /[省市区县旗州盟乡镇]$/u.test(piece.slice(left.start, left.end)));
}

const OFFICE = /^[\u4e00-\u9fff]{2,12}(?:委员会|办公室|局|办|中心|支队|大队|处|科|室|所|部|院|公司|站)$/u;

/** Offices of one house, which have no place: 指挥中心和车辆管理所. */
function areBothNames(piece: string, left: Range, right: Range): boolean {
  const front = piece.slice(left.start, left.end);
  const back = piece.slice(right.start, right.end);
  return front.length >= 4 && back.length >= 4 && OFFICE.test(front) && OFFICE.test(back) && !/^(?:管理|服务)/u.test(back);
}

/** A class, a unit, or a unit and the tail that opens its list: 市卫生健康委 | 等有关部门（单位）. */
function splitTail(piece: string, range: Range): readonly PieceToken[] {
  const { start, end } = bare(piece, range.start, range.end);
  const text = piece.slice(start, end);
  if (NOBODY.test(text)) return [];
  if (isClassPhrase(text)) return [token("class", start, end)];
  const tail = tailAt(text);
  if (tail <= 0) return [token("unit", start, end)];
  const unit = bare(piece, start, start + tail);
  return [token("unit", unit.start, unit.end), token("class", start + tail, end)];
}

/** Where the 等… of an open list begins, or -1. */
function tailAt(text: string): number {
  for (let at = text.indexOf("等"); at >= 0; at = text.indexOf("等", at + 1)) {
    if (isClassPhrase(text.slice(at))) return at;
  }
  return -1;
}

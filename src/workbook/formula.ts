/** The references in a formula of A1 style: found, moved and renamed without understanding the rest. */
import { cellName, columnName } from "../core/grid/a1";
import type { Span } from "../core/grid/grid";

const MAX_ROW = 1_048_575;
const MAX_COL = 16_383;

export interface Reference {
  readonly start: number;
  readonly end: number;
  /** The sheet as named before "!", without quotes; null for the formula's own sheet. A 3-D reference has both names, "a:b". */
  readonly sheet: string | null;
  /** The reference without its sheet. */
  readonly text: string;
  readonly area: Span;
}

export interface FormulaParts {
  readonly references: readonly Reference[];
  /** Names that are no functions: defined names, or variables. */
  readonly names: readonly string[];
  /** Names of tables whose columns it reads. */
  readonly tables: readonly string[];
  /** Whether the formula may read cells that its text does not name: OFFSET, INDIRECT, spills. */
  readonly opaque: boolean;
}

const STRING = /"(?:[^"]|"")*"/uy;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?))!/uy;
const REFERENCE =
  /(?:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/uy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+/uy;
const ERROR = /#[A-Z0-9/]+[!?]?/uy;
const OPAQUE_FUNCTIONS: ReadonlySet<string> = new Set(["INDIRECT", "OFFSET"]);
const CONSTANTS: ReadonlySet<string> = new Set(["TRUE", "FALSE"]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The references and names of a formula without "=". */
export function formulaParts(formula: string): FormulaParts {
  const references: Reference[] = [];
  const words: Record<WordKind, string[]> = { name: [], plain: [], table: [], opaque: [] };
  let opaque = false;
  for (let at = 0; at < formula.length; ) {
    const bracket = bracketAt(formula, at);
    if (bracket) {
      opaque ||= bracket.isNameless;
      at = bracket.end;
      continue;
    }
    const skipped = literalEnd(formula, at);
    const reference = skipped === null ? referenceAt(formula, at) : null;
    if (reference) references.push(reference);
    const end = skipped ?? reference?.end;
    if (end !== undefined) {
      at = end;
      continue;
    }
    const from = at + (matchAt(SHEET, formula, at)?.[0].length ?? 0);
    const word = matchAt(WORD, formula, from)?.[0];
    if (word === undefined) {
      const plain = matchAt(NUMBER, formula, from) ?? matchAt(ERROR, formula, from);
      opaque ||= plain === null && /[:#]/u.test(formula.charAt(from));
      at = from + (plain?.[0].length ?? 1);
      continue;
    }
    at = from + word.length;
    words[wordKind(word, formula.charAt(at))].push(word);
  }
  return { references, names: words.name, tables: words.table, opaque: opaque || words.opaque.length > 0 };
}

/** Behind the quoted text or the error that begins here; null for neither. */
function literalEnd(formula: string, at: number): number | null {
  const literal = matchAt(STRING, formula, at) ?? matchAt(ERROR, formula, at);
  return literal && at + literal[0].length;
}

/** The columns of a table ("表1[值]"), or cells of another workbook ("[1]Sheet1!A1"), whichever begin at a bracket here; null for none. */
function bracketAt(formula: string, at: number): { readonly end: number; readonly isNameless: boolean } | null {
  if (formula.charAt(at) !== "[") return null;
  const end = bracketEnd(formula, at);
  if (/[\p{L}\p{N}_.]/u.test(formula.charAt(at - 1))) return { end, isNameless: false };
  const outside = outsideEnd(formula, end);
  return { end: outside, isNameless: outside === end && formula.charAt(end) !== "!" };
}

/** Behind the bracket that closes the one at `from`; in names of columns an apostrophe takes a bracket's meaning away. */
function bracketEnd(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const char = formula.charAt(at);
    if (char === "'") at++;
    else if (char === "[") depth++;
    else if (char === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

/** Behind the sheet and the cells of another workbook, whose number in brackets ends at `from`. */
function outsideEnd(formula: string, from: number): number {
  const at = from + (matchAt(SHEET, formula, from)?.[0].length ?? 0);
  return at === from ? at : at + (matchAt(REFERENCE, formula, at)?.[0] ?? matchAt(WORD, formula, at)?.[0] ?? "").length;
}

function referenceAt(formula: string, at: number): Reference | null {
  const sheet = matchAt(SHEET, formula, at);
  const from = at + (sheet?.[0].length ?? 0);
  const text = matchAt(REFERENCE, formula, from)?.[0];
  const area = text === undefined ? null : areaOf(text);
  if (text === undefined || area === null) return null;
  return { start: at, end: from + text.length, sheet: sheet ? (sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? null) : null, text, area };
}

type WordKind = "name" | "plain" | "table" | "opaque";

function wordKind(word: string, next: string): WordKind {
  const upper = word.toUpperCase();
  if (next === "[") return "table";
  if (next === "(") return OPAQUE_FUNCTIONS.has(upper) ? "opaque" : "plain";
  return CONSTANTS.has(upper) ? "plain" : "name";
}

const AREA = /^(?:\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})$/iu;

/** The inclusive area of "B2", "B2:C9", "B:C" or "2:9"; null for any other text, and beyond the edges of a sheet. */
export function areaOf(text: string): Span | null {
  if (!AREA.test(text)) return null;
  const [from = "", to = from] = text.replaceAll("$", "").toUpperCase().split(":");
  const [a, b] = [corner(from, 0), corner(to, 1)];
  if (a.row > MAX_ROW || b.row > MAX_ROW || a.col > MAX_COL || b.col > MAX_COL) return null;
  return { top: Math.min(a.row, b.row), left: Math.min(a.col, b.col), bottom: Math.max(a.row, b.row), right: Math.max(a.col, b.col) };
}

/** A corner of an area; what it leaves out is the first or the last of the sheet. */
function corner(text: string, end: 0 | 1): { readonly row: number; readonly col: number } {
  const letters = /^[A-Z]*/u.exec(text)?.[0] ?? "";
  const digits = text.slice(letters.length);
  let col = 0;
  for (const letter of letters) col = col * 26 + letter.charCodeAt(0) - 64;
  return { row: digits === "" ? end * MAX_ROW : Number(digits) - 1, col: letters === "" ? end * MAX_COL : col - 1 };
}

/** The formula as it reads after being filled to a place so many rows and columns on: relative parts move, `$` parts stay. */
export function movedFormula(formula: string, rows: number, cols: number): string {
  return replaceReferences(formula, (reference) => {
    const prefix = formula.slice(reference.start, reference.end - reference.text.length);
    const moved = reference.text.replace(/(\$?)([A-Za-z]{1,3})(?![A-Za-z])|(\$?)(\d+)/gu, (whole, colFixed?: string, letters?: string, rowFixed?: string, digits?: string) => {
      if (letters !== undefined) return colFixed === "$" ? whole : movedColumn(letters, cols);
      return rowFixed === "$" ? whole : movedRow(Number(digits), rows);
    });
    return moved.includes("#") ? "#REF!" : prefix + moved;
  });
}

function movedColumn(letters: string, by: number): string {
  const col = corner(letters.toUpperCase(), 0).col + by;
  return col < 0 || col > MAX_COL ? "#" : columnName(col);
}

function movedRow(number: number, by: number): string {
  const row = number - 1 + by;
  return row < 0 || row > MAX_ROW ? "#" : String(row + 1);
}

/** The formula with its references replaced one by one; null keeps one. */
export function replaceReferences(formula: string, replace: (reference: Reference) => string | null): string {
  let text = "";
  let at = 0;
  for (const reference of formulaParts(formula).references) {
    text += formula.slice(at, reference.start) + (replace(reference) ?? formula.slice(reference.start, reference.end));
    at = reference.end;
  }
  return text + formula.slice(at);
}

/** "$A$1:$C$9", or "$A$1" for one cell. */
export function fixedArea({ top, left, bottom, right }: Span): string {
  const fixed = (row: number, col: number): string => `$${columnName(col)}$${row + 1}`;
  return top === bottom && left === right ? fixed(top, left) : `${fixed(top, left)}:${fixed(bottom, right)}`;
}

/** "A1:C9", or "A1" for one cell. */
export function areaName({ top, left, bottom, right }: Span): string {
  return top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** Calculates formulas over the open workbook. Those that came with the file and are beyond us keep the values they came with. */
import { parseCellName } from "../../src/core/grid/a1";
import type { CellValue } from "../../src/core/grid/grid";
import { replaceReferences } from "../../src/workbook/formula";
import { calculate } from "../support/formula";
import { NotImplemented } from "./hostFault";
import type { LiveSheet } from "./liveSheet";

/** A workbook whose formulas are calculated. */
export interface CalculatedBook {
  sheets(): readonly { readonly id: string; readonly name: string }[];
  sheet(id: string): LiveSheet;
  find(name: string): { readonly id: string; readonly name: string } | undefined;
}

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/u;

export function calculateCells(book: CalculatedBook): void {
  const calculation = new Calculation(book);
  for (const { id, name } of book.sheets()) {
    for (const { row, col } of book.sheet(id).formulas()) calculation.valueAt(id, name, row, col);
  }
}

/** A link shows its second part; the number of a row is known; sheets are written in quotes, as the calculator reads them. */
function plainFormula(formula: string): string {
  const shown = /^HYPERLINK\(/u.test(formula) ? secondPart(formula) : formula;
  const rows = shown.replace(/ROW\((?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}\$?(\d+)\)/gu, "$1");
  return replaceReferences(rows, ({ sheet, text }) => (sheet === null ? null : `'${sheet.replaceAll("'", "''")}'!${text}`));
}

/** What stands behind the comma that is in no text and in no inner bracket. */
function secondPart(formula: string): string {
  const inner = formula.slice("HYPERLINK(".length, -1);
  const bare = inner.replace(/"(?:[^"]|"")*"/gu, (text) => " ".repeat(text.length));
  for (let at = 0, depth = 0; at < bare.length; at++) {
    depth += bare.charAt(at) === "(" ? 1 : bare.charAt(at) === ")" ? -1 : 0;
    if (bare.charAt(at) === "," && depth === 0) return inner.slice(at + 1);
  }
  throw new Error("a link without words");
}

class Calculation {
  private readonly book: CalculatedBook;
  private readonly known = new Map<string, CellValue>();
  private readonly running = new Set<string>();

  constructor(book: CalculatedBook) {
    this.book = book;
  }

  valueAt(id: string, sheet: string, row: number, col: number): CellValue {
    const key = `${id}!${row},${col}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const live = this.book.sheet(id);
    const { formula, value } = live.contents(row, col);
    if (formula === null) return value;
    if (this.running.has(key)) throw new NotImplemented(`a formula that leads back to itself: ${sheet} ${formula}`);
    this.running.add(key);
    const found = this.calculated(formula.slice(1), id, sheet);
    this.running.delete(key);
    if (found === null && value === null) throw new NotImplemented(`calculating ${formula}`);
    const settled = found === null ? value : found.value;
    if (found !== null && settled !== value) live.settle(row, col, settled, typeof settled === "string" && ERROR.test(settled));
    this.known.set(key, settled);
    return settled;
  }

  /** Null where the formula is beyond us. */
  private calculated(formula: string, id: string, sheet: string): { readonly value: CellValue } | null {
    if (/^[+-]?[\p{L}_][\p{L}\p{N}_.]*$/u.test(formula) && !/^[+-]?(?:[A-Z]{1,3}\d+|TRUE|FALSE)$/iu.test(formula)) return { value: "#NAME?" };
    try {
      const value = calculate(plainFormula(formula), (name) => this.named(name, id, sheet));
      return { value: typeof value === "number" && !Number.isFinite(value) ? "#DIV/0!" : value };
    } catch (error) {
      if (error instanceof NotImplemented) throw error;
      return null;
    }
  }

  private named(name: string, id: string, sheet: string): CellValue {
    const quoted = /^'((?:[^']|'')+)'!(.+)$/u.exec(name);
    const other = quoted ? this.book.find((quoted[1] ?? "").replaceAll("''", "'")) : null;
    const place = parseCellName(quoted ? (quoted[2] ?? "") : name);
    if (other === undefined || place === null) throw new Error(`no such cell: ${name}`);
    return this.valueAt(other?.id ?? id, other?.name ?? sheet, place.row, place.col);
  }
}

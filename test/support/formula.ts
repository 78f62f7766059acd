/**
 * Calculates the formulas that we write, as Excel does, so that tests can compare them with the core.
 * It knows the functions we use and no others: an unknown one fails by name.
 */
import { dayNumber, dayOfSerial, serialOfDay, dayOf } from "../../src/core/grid/day";
import type { CellValue } from "../../src/core/grid/grid";

/** An error value: it passes through every function but IFERROR and ISNUMBER. */
class FormulaError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

type Value = CellValue | FormulaError | readonly (string | number)[];
type Cells = (name: string) => CellValue;
type Run = (cells: Cells) => Value;

const VALUE_ERROR = new FormulaError("#VALUE!");
const TOKEN = /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'![$]?[A-Z]+[$]?\d+|[$]?[A-Z]{1,3}[$]?\d+(?![\w(])|[A-Z][A-Z0-9.]*(?=\()|TRUE|FALSE|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?|<>|<=|>=|[-+*/&=<>(),{}])/uy;

/** The value of a formula (without "="); errors come as their code. `cells` is asked for names as written, without dollars. */
export function calculate(formula: string, cells: Cells): CellValue {
  const found = compile(formula)(cells);
  if (found instanceof FormulaError) return found.code;
  if (isArray(found)) throw new Error("an array is no value of a cell");
  return found ?? 0;
}

/** How deep functions stand in one another: Excel allows 64. */
export function nestingOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const token of tokens(formula)) {
    if (token === "(") deepest = Math.max(deepest, (depth += 1));
    if (token === ")") depth -= 1;
  }
  return deepest;
}

/** The functions that a formula calls. */
export function functionsIn(formula: string): ReadonlySet<string> {
  return new Set(tokens(formula).filter((token, index, all) => /^[A-Z]/u.test(token) && all[index + 1] === "("));
}

/** The longest text literal of a formula: Excel allows 255. */
export function longestText(formula: string): number {
  return Math.max(0, ...tokens(formula).filter((token) => token.startsWith('"')).map((token) => token.slice(1, -1).replaceAll('""', '"').length));
}

/** The cells that a formula names. */
export function cellsIn(formula: string): ReadonlySet<string> {
  return new Set(tokens(formula).filter((token, index, all) => /^(?:'.*'!)?[$]?[A-Z]{1,3}[$]?\d+$/u.test(token) && all[index + 1] !== "("));
}

const COMPILED = new Map<string, Run>();

function compile(formula: string): Run {
  const known = COMPILED.get(formula);
  if (known) return known;
  const parser = new Parser(tokens(formula));
  const run = parser.comparison();
  parser.end();
  COMPILED.set(formula, run);
  return run;
}

function tokens(formula: string): readonly string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(formula)?.[1];
    if (token === undefined) throw new Error(`cannot read the formula at ${formula.slice(at, at + 20)}`);
    found.push(token);
  }
  return found;
}

class Parser {
  private at = 0;
  private readonly list: readonly string[];
  constructor(list: readonly string[]) {
    this.list = list;
  }

  end(): void {
    if (this.at < this.list.length) throw new Error(`something follows the formula: ${this.list[this.at] ?? ""}`);
  }

  comparison(): Run {
    return this.chain(["=", "<>", "<", ">", "<=", ">="], () => this.joining(), compare);
  }

  private joining(): Run {
    return this.chain(["&"], () => this.sum(), (_, left, right) => textOf(left) + textOf(right));
  }

  private sum(): Run {
    return this.chain(["+", "-"], () => this.product(), (sign, left, right) => arithmetic(left, right, (a, b) => (sign === "+" ? a + b : a - b)));
  }

  private product(): Run {
    return this.chain(["*", "/"], () => this.unary(), (sign, left, right) => arithmetic(left, right, (a, b) => (sign === "*" ? a * b : a / b)));
  }

  private chain(signs: readonly string[], part: () => Run, join: (sign: string, left: CellValue, right: CellValue) => Value): Run {
    let run = part();
    while (signs.includes(this.list[this.at] ?? "")) {
      const sign = this.next();
      const left = run;
      const right = part();
      run = (cells) => strict([left(cells), right(cells)], ([one = null, other = null]) => join(sign, one, other));
    }
    return run;
  }

  private unary(): Run {
    if (this.list[this.at] !== "-") return this.primary();
    this.at += 1;
    const run = this.unary();
    return (cells) => strict([run(cells)], ([one = null]) => arithmetic(0, one, (a, b) => a - b));
  }

  private primary(): Run {
    const token = this.next();
    if (token === "(") return this.closing(this.comparison());
    if (token === "{") return this.array();
    if (token.startsWith('"')) return constant(token.slice(1, -1).replaceAll('""', '"'));
    if (/^\d/u.test(token)) return constant(Number(token));
    if (token === "TRUE" || token === "FALSE") return constant(token === "TRUE");
    return this.list[this.at] === "(" ? this.functionCall(token) : (cells) => cells(token.replaceAll("$", ""));
  }

  private closing(run: Run): Run {
    if (this.next() !== ")") throw new Error("a bracket is not closed");
    return run;
  }

  private array(): Run {
    const items: (string | number)[] = [];
    for (;;) {
      const token = this.next();
      items.push(token.startsWith('"') ? token.slice(1, -1) : Number(token));
      if (this.next() === "}") return constant(items);
    }
  }

  private functionCall(name: string): Run {
    this.at += 1;
    const parts: Run[] = [];
    if (this.list[this.at] !== ")") {
      do parts.push(this.comparison());
      while (this.list[this.at] === "," && this.at++ >= 0);
    }
    this.closing(constant(null));
    const lazy = LAZY[name];
    if (lazy) return (cells) => lazy(parts.map((part) => () => part(cells)));
    const eager = FUNCTIONS[name];
    if (!eager) throw new Error(`no such function here: ${name}`);
    return (cells) => strict(parts.map((part) => part(cells)), eager);
  }

  private next(): string {
    const token = this.list[this.at];
    if (token === undefined) throw new Error("the formula breaks off");
    this.at += 1;
    return token;
  }
}

function constant(value: Value): Run {
  return () => value;
}

function isArray(value: Value): value is readonly (string | number)[] {
  return Array.isArray(value);
}

/** Errors among the values come out; arrays only go into LOOKUP. */
function strict(values: readonly Value[], run: (values: readonly CellValue[], arrays: readonly (readonly (string | number)[])[]) => Value): Value {
  const plain: CellValue[] = [];
  const arrays: (readonly (string | number)[])[] = [];
  for (const value of values) {
    if (value === null || typeof value !== "object") plain.push(value);
    else if (value instanceof FormulaError) return value;
    else arrays.push(value);
  }
  return run(plain, arrays);
}

function textOf(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

function numberOf(value: CellValue): number | FormulaError {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  return numberIn(value);
}

/** What Excel takes for a number in a text, as far as our formulas can meet it. */
function numberIn(text: string): number | FormulaError {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?%?$/u.test(text)
    ? (text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text))
    : VALUE_ERROR;
}

function arithmetic(left: CellValue, right: CellValue, run: (left: number, right: number) => number): Value {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a instanceof FormulaError) return a;
  return b instanceof FormulaError ? b : run(a, b);
}

/** Numbers before texts before truth values; an empty cell equals "" and 0. */
function compare(sign: string, left: CellValue, right: CellValue): boolean {
  const [one, other] = [left ?? emptyLike(right), right ?? emptyLike(left)];
  const order = rankOf(one) - rankOf(other) || within(one, other);
  switch (sign) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    default:
      return order >= 0;
  }
}

function emptyLike(value: CellValue): CellValue {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

function rankOf(value: CellValue): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

function within(one: CellValue, other: CellValue): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  const [left, right] = [textOf(one).toLowerCase(), textOf(other).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function truthOf(value: Value): boolean | FormulaError {
  if (value instanceof FormulaError) return value;
  if (isArray(value)) return VALUE_ERROR;
  if (typeof value === "string") return VALUE_ERROR;
  return Boolean(value);
}

type Part = () => Value;

const LAZY: Readonly<Record<string, ((parts: readonly Part[]) => Value) | undefined>> = {
  IF: ([condition, yes, no]) => {
    const truth = truthOf(condition?.() ?? null);
    if (truth instanceof FormulaError) return truth;
    return (truth ? yes?.() : no?.()) ?? false;
  },
  IFERROR: ([tried, instead]) => {
    const value = tried?.() ?? null;
    return value instanceof FormulaError ? (instead?.() ?? null) : value;
  },
  ISLOGICAL: ([tried]) => typeof (tried?.() ?? null) === "boolean",
  ISNUMBER: ([tried]) => typeof (tried?.() ?? null) === "number",
  CHOOSE: ([index, ...choices]) => {
    const value = index?.() ?? null;
    if (value instanceof FormulaError) return value;
    return typeof value === "number" ? (choices[value - 1]?.() ?? VALUE_ERROR) : VALUE_ERROR;
  },
};

const FUNCTIONS: Readonly<Record<string, ((values: readonly CellValue[], arrays: readonly (readonly (string | number)[])[]) => Value) | undefined>> = {
  AND: (values) => every(values, (truths) => truths.every(Boolean)),
  OR: (values) => every(values, (truths) => truths.some(Boolean)),
  NOT: ([value = null]) => every([value], ([truth]) => !truth),
  FIND: ([needle = null, text = null]) => {
    const at = textOf(text).indexOf(textOf(needle));
    return at < 0 ? VALUE_ERROR : at + 1;
  },
  SUBSTITUTE: ([text = null, from = null, to = null]) => (textOf(from) === "" ? textOf(text) : textOf(text).replaceAll(textOf(from), textOf(to))),
  EXACT: ([one = null, other = null]) => textOf(one) === textOf(other),
  ISTEXT: ([value = null]) => typeof value === "string",
  CLEAN: ([text = null]) => textOf(text).replace(/[\u0000-\u001f]+/gu, ""),
  LEN: ([text = null]) => textOf(text).length,
  LEFT: ([text = null, count = null]) => part(count, (length) => textOf(text).slice(0, length)),
  RIGHT: ([text = null, count = null]) => part(count, (length) => textOf(text).slice(Math.max(0, textOf(text).length - length))),
  VALUE: ([text = null]) => numberOf(text),
  INT: ([value = null]) => arithmetic(value, 0, (number) => Math.floor(number)),
  ROUND: ([value = null, digits = null]) => arithmetic(value, digits, (number, places) => Number(number.toFixed(places))),
  MIN: (values) => Math.min(...values.filter((value) => typeof value === "number")),
  MAX: (values) => Math.max(...values.filter((value) => typeof value === "number")),
  YEAR: ([serial = null]) => ofDay(serial, ({ year }) => year),
  MONTH: ([serial = null]) => ofDay(serial, ({ month }) => month),
  DATE: ([year = null, month = null, day = null]) => {
    const months = Number(year) * 12 + Number(month) - 1;
    const first = dayNumber({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 });
    return serialOfDay(dayOf(first + Number(day) - 1));
  },
  LOOKUP: ([wanted = null], [keys = [], values = []]) => {
    const at = keys.filter((key) => typeof wanted === "number" && typeof key === "number" && key <= wanted).length - 1;
    return values[at] ?? new FormulaError("#N/A");
  },
};

function every(values: readonly CellValue[], run: (truths: readonly boolean[]) => boolean): Value {
  const truths = values.map(truthOf);
  const error = truths.find((truth) => truth instanceof FormulaError);
  return error ?? run(truths.map((truth) => truth === true));
}

function part(count: CellValue, run: (length: number) => string): Value {
  return typeof count === "number" && count >= 0 ? run(count) : VALUE_ERROR;
}

function ofDay(serial: CellValue, run: (day: { readonly year: number; readonly month: number }) => number): Value {
  const day = typeof serial === "number" ? dayOfSerial(serial) : null;
  return day ? run(day) : VALUE_ERROR;
}

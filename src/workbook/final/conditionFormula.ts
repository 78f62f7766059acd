/**
 * Works out the formula of a native rule for one cell, as far as rules of ledgers go. Whatever it does not know is not
 * guessed: `Unknown` is thrown, and the caller says that the rule's colour was not kept.
 */
import { areaOf, formulaParts, type Reference } from "../formula";
import { type Asked, asNumber, asText, BAD_VALUE, compareValues, ErrorValue, type Run, type Scalar, single, Unknown } from "./conditionValue";
import { FUNCTIONS } from "./conditionFunctions";

interface Token {
  readonly kind: "text" | "number" | "word" | "sign" | "reference";
  readonly text: string;
  readonly reference?: Reference;
}

const PATTERN = /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)|([A-Za-z][A-Za-z0-9._]*)|(<>|<=|>=|[-+*/^&=<>(),%]))/uy;

/** The formula made ready to be asked about many cells; `row` and `col` are the cell it is written for. */
export function compileCondition(formula: string, row: number, col: number): Run {
  const reader = new Reader(tokensOf(formula), row, col);
  const run = reader.comparison();
  if (!reader.isDone()) throw new Unknown(formula);
  return run;
}

function tokensOf(formula: string): readonly Token[] {
  const references = new Map(formulaParts(formula).references.map((reference) => [reference.start, reference]));
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; ) {
    while (/\s/u.test(formula.charAt(at))) at++;
    const reference = references.get(at);
    if (reference) {
      tokens.push({ kind: "reference", text: reference.text, reference });
      at = reference.end;
      continue;
    }
    if (at >= formula.length) break;
    PATTERN.lastIndex = at;
    const found = PATTERN.exec(formula);
    if (!found) throw new Unknown(formula);
    const [, text, number, word, sign] = found;
    tokens.push(text !== undefined ? { kind: "text", text: text.slice(1, -1).replaceAll('""', '"') } : number !== undefined ? { kind: "number", text: number } : word !== undefined ? { kind: "word", text: word.toUpperCase() } : { kind: "sign", text: sign ?? "" });
    at = PATTERN.lastIndex;
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly row: number;
  private readonly col: number;

  constructor(tokens: readonly Token[], row: number, col: number) {
    this.tokens = tokens;
    this.row = row;
    this.col = col;
  }

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(): Run {
    let left = this.joined();
    for (let sign = this.sign("=", "<>", "<", ">", "<=", ">="); sign !== null; sign = this.sign("=", "<>", "<", ">", "<=", ">=")) {
      const [first, second, how] = [left, this.joined(), sign];
      left = (asked) => compared(single(first(asked), asked), single(second(asked), asked), how);
    }
    return left;
  }

  private joined(): Run {
    let left = this.sum();
    while (this.sign("&") !== null) {
      const [first, second] = [left, this.sum()];
      left = (asked) => {
        const [one, other] = [single(first(asked), asked), single(second(asked), asked)];
        if (one instanceof ErrorValue) return one;
        return other instanceof ErrorValue ? other : asText(one) + asText(other);
      };
    }
    return left;
  }

  private sum(): Run {
    let left = this.product();
    for (let sign = this.sign("+", "-"); sign !== null; sign = this.sign("+", "-")) left = arithmetic(left, this.product(), sign);
    return left;
  }

  private product(): Run {
    let left = this.signed();
    for (let sign = this.sign("*", "/"); sign !== null; sign = this.sign("*", "/")) left = arithmetic(left, this.signed(), sign);
    return left;
  }

  private signed(): Run {
    if (this.sign("-") !== null) return arithmetic(() => 0, this.signed(), "-");
    if (this.sign("+") !== null) return this.signed();
    const own = this.part();
    return this.sign("%") === null ? own : arithmetic(own, () => 100, "/");
  }

  private part(): Run {
    const token = this.tokens[this.at++];
    if (!token) throw new Unknown("end");
    if (token.kind === "text") return () => token.text;
    if (token.kind === "number") return () => Number(token.text);
    if (token.reference) return this.reference(token.reference);
    if (token.text === "(") {
      const inner = this.comparison();
      if (this.sign(")") === null) throw new Unknown(")");
      return inner;
    }
    if (token.kind !== "word") throw new Unknown(token.text);
    if (this.sign("(") !== null) return this.call(token.text);
    if (token.text === "TRUE" || token.text === "FALSE") return () => token.text === "TRUE";
    throw new Unknown(token.text);
  }

  private call(name: string): Run {
    const known = FUNCTIONS[name.replace(/^_XLFN\./u, "")];
    if (!known) throw new Unknown(name);
    const given: Run[] = [];
    if (this.sign(")") === null) {
      do given.push(this.peek(",", ")") ? () => null : this.comparison());
      while (this.sign(",") !== null);
      if (this.sign(")") === null) throw new Unknown(name);
    }
    return known(given);
  }

  private reference({ text, sheet }: Reference): Run {
    const fixed = /^(\$?)[A-Za-z]*(\$?)\d*(?::(\$?)[A-Za-z]*(\$?)\d*)?$/u.exec(text);
    const area = areaOf(text);
    if (!fixed || !area) throw new Unknown(text);
    const isWhole = !/\d/u.test(text);
    const [, left, top, right = left, bottom = top] = fixed;
    const [row, col] = [this.row, this.col];
    return ({ row: atRow, col: atCol }) => {
      const [down, on] = [isWhole ? 0 : atRow - row, atCol - col];
      return {
        sheet, top: area.top + (top === "$" ? 0 : down), left: area.left + (left === "$" ? 0 : on),
        bottom: area.bottom + (bottom === "$" ? 0 : down), right: area.right + (right === "$" ? 0 : on),
      };
    };
  }

  private sign(...signs: readonly string[]): string | null {
    if (!this.peek(...signs)) return null;
    return this.tokens[this.at++]?.text ?? null;
  }

  private peek(...signs: readonly string[]): boolean {
    const token = this.tokens[this.at];
    return token?.kind === "sign" && signs.includes(token.text);
  }
}

function compared(left: Scalar, right: Scalar, sign: string): Scalar {
  if (left instanceof ErrorValue) return left;
  if (right instanceof ErrorValue) return right;
  const order = compareValues(left, right);
  const holds: Readonly<Record<string, boolean>> = { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 };
  return holds[sign] ?? false;
}

function arithmetic(first: Run, second: Run, sign: string): Run {
  return (asked) => {
    const [one, other] = [asNumber(single(first(asked), asked)), asNumber(single(second(asked), asked))];
    if (one instanceof ErrorValue) return one;
    if (other instanceof ErrorValue) return other;
    if (sign === "/" && other === 0) return new ErrorValue("#DIV/0!");
    return { "+": one + other, "-": one - other, "*": one * other, "/": one / other }[sign] ?? BAD_VALUE;
  };
}

/** Whether the formula holds for the cell: an error does not. */
export function holds(run: Run, asked: Asked): boolean {
  const value = single(run(asked), asked);
  return !(value instanceof ErrorValue) && value !== null && value !== false && value !== 0 && (typeof value !== "string" || value.toUpperCase() === "TRUE");
}

/** Values inside the formula of a native rule, with Excel's ways of comparing and converting them. */
import type { CellValue } from "../../core/grid/grid";

/** An error passes through everything but the functions that ask for one. */
export class ErrorValue {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** An area stays an area until a function asks for its cells. */
export interface AreaValue {
  readonly sheet: string | null;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type Scalar = CellValue | ErrorValue;
export type Value = Scalar | AreaValue;

/** What the formula asks for that is not known here: then nothing is claimed about the rule. */
export class Unknown extends Error {}

export const BAD_VALUE = new ErrorValue("#VALUE!");

export function isArea(value: Value): value is AreaValue {
  return typeof value === "object" && value !== null && "top" in value;
}

/** The number a value counts as, or an error. */
export function asNumber(value: Scalar): number | ErrorValue {
  if (value instanceof ErrorValue) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : BAD_VALUE;
}

export function asText(value: Scalar): string {
  if (value instanceof ErrorValue) return value.code;
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

/** Whether a value counts as true, or an error. */
export function asTruth(value: Scalar): boolean | ErrorValue {
  if (value instanceof ErrorValue) return value;
  if (typeof value === "string") return value.toUpperCase() === "TRUE" ? true : value.toUpperCase() === "FALSE" ? false : BAD_VALUE;
  return value !== null && value !== 0 && value !== false;
}

/** Below 0, 0 or above: numbers before texts before truths; an empty cell is the other side's nothing; capitals don't count. */
export function compareValues(left: CellValue, right: CellValue): number {
  const [one, other] = [left ?? nothingLike(right), right ?? nothingLike(left)];
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first !== second) return first - second;
  if (typeof one === "string" && typeof other === "string") {
    const [a, b] = [one.toUpperCase(), other.toUpperCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(one) - Number(other);
}

function nothingLike(value: CellValue): CellValue {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

function rankOf(value: CellValue): number {
  return typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 0;
}

/** The cell that a rule is asked about, and what it may look at. */
export interface Asked {
  readonly row: number;
  readonly col: number;
  readonly cell: (sheet: string | null, row: number, col: number) => Scalar;
  /** The last row with a cell: whole columns end there. */
  readonly lastRow: number;
  /** Today, as the workbook counts days. */
  readonly today: number;
}

export type Run = (asked: Asked) => Value;

/** The one value of what was worked out: of an area the cell in the asked row or column, as Excel takes it. */
export function single(value: Value, { cell, row, col }: Asked): Scalar {
  if (!isArea(value)) return value;
  const { sheet, top, left, bottom, right } = value;
  const [down, on] = [top === bottom ? top : row, left === right ? left : col];
  return down < top || down > bottom || on < left || on > right ? BAD_VALUE : cell(sheet, down, on);
}

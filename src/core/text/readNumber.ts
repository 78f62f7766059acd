/** Numbers as people type them into a cell for figures. */
import type { CellMark, CellValue } from "../grid/grid";
import { chineseNumber } from "./numerals";
import { comparisonForm } from "./compare";

export interface NumberReading {
  readonly value: number;
  /** What stood behind the number ("家", "万辆", "%"), or "". */
  readonly measure: string;
  /** What stood before it ("约"), or "". */
  readonly before: string;
}

const NUMBER = /^([^\d+\-.]{0,4}?)([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)([^\d]{0,8})$/u;
const HEDGES = /^(?:约|近|超|超过|达|达到|已完成|完成|累计|共|计|合计|为|:|=)*$/u;
const MEASURE = /^(?:%|‰|[\p{Script=Han}a-zA-Z/²³℃°()·]{1,8})?$/u;
const OPEN_MEASURE = /[余多来几]|以[上下内外]|左右/u;

/**
 * The number of a cell for figures: also as text, with full-width digits, thousands separators or a measure word.
 * A number shown as a percentage counts in percent (0.7 shown as 70% is 70). Null where the text is no single number.
 */
export function readNumber(value: CellValue, mark?: CellMark): NumberReading | null {
  if (typeof value === "number") {
    return mark?.percent ? { value: inPercent(value), measure: "%", before: "" } : { value, measure: "", before: "" };
  }
  if (typeof value !== "string") return null;
  // A full stop behind it and the apostrophe that marks a text are no part of a number.
  const text = comparisonForm(value).replace(/^'|[。;,、]$/gu, "");
  const found = NUMBER.exec(text);
  if (found) return digitsReading(found[1] ?? "", found[2] ?? "", found[3] ?? "");
  const chinese = /^([零〇一二两三四五六七八九十百]{1,6})([个家项座场次所辆台户件处]?)$/u.exec(text);
  const number = chinese ? chineseNumber(chinese[1] ?? "") : null;
  return number === null ? null : { value: number, measure: chinese?.[2] ?? "", before: "" };
}

function digitsReading(before: string, digits: string, measure: string): NumberReading | null {
  if (!HEDGES.test(before) || !MEASURE.test(measure) || OPEN_MEASURE.test(measure)) return null;
  const value = Number(digits.replaceAll(",", ""));
  return Number.isFinite(value) ? { value, measure, before } : null;
}

/** Without the noise of binary fractions: 0.285 is 28.5, not 28.499999999999996. */
function inPercent(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

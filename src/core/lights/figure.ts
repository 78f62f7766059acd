/**
 * The number in a 完成值 cell, read as far as a native formula can read it too: both follow the lists of this file,
 * so that a light that Excel calculates and one that we calculate never differ.
 */
import type { CellValue } from "../grid/grid";
import type { Target } from "../targets/target";

/** Taken out wherever they stand. */
export const FIGURE_NOISE = [" ", "\u00a0", "\u3000", ",", "，", "约", "超过", "达到", "累计", "已完成", "完成"] as const;

/** Full-width signs, with the ones they mean. */
export const FIGURE_WIDTHS: readonly (readonly [string, string])[] = [
  ...Array.from("０１２３４５６７８９", (wide, digit) => [wide, String(digit)] as const),
  ["．", "."],
  ["％", "%"],
];

/** Measure words of one character that may end the text, whatever the target counts in. */
export const MEASURES = "个家项座场次所辆台户件处套人名条吨亩起宗批";

const POWER_WORDS: ReadonlyMap<number, string> = new Map([
  [100, "百"], [1e3, "千"], [1e4, "万"], [1e6, "百万"], [1e7, "千万"], [1e8, "亿"], [1e11, "千亿"], [1e12, "万亿"],
]);

const PLAIN_NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/u;

/** 万 for 1e4; "" for 1 and for powers that have no word. */
export function powerWord(scale: number | null): string {
  return POWER_WORDS.get(scale ?? 1) ?? "";
}

/** "万辆" in its power and its unit: 1e4 and "辆". */
export function splitUnit(text: string): { readonly scale: number; readonly unit: string } {
  const power = [...POWER_WORDS].reverse().find(([, word]) => text.startsWith(word) && text.length > word.length);
  return power ? { scale: power[0], unit: text.slice(power[1].length) } : { scale: 1, unit: text };
}

type Measured = Pick<Target, "value" | "scale" | "unit">;

/** A share's value in percent: 70 of "70%", 33.3 of 三分之一; null where the target counts something. */
export function shareInPercent({ value, unit }: Measured): number | null {
  if (value === null) return null;
  if (unit === "%") return value;
  return unit === null && value > 0 && value < 1 ? Number((value * 100).toPrecision(12)) : null;
}

/** The target's own power word and unit, that a report may repeat behind its number; none for a percentage. */
export function ownMeasures(target: Measured): readonly string[] {
  const unit = target.unit?.replace(/\s+/gu, "") ?? "";
  return [unit === "%" ? "" : unit, powerWord(target.scale)].filter((word) => word !== "");
}

/** Without blanks: what `spacelessIn` prints as a formula. */
export function spaceless(text: string): string {
  return text.replaceAll(" ", "").replaceAll("\u00a0", "").replaceAll("\u3000", "");
}

/** The text with everything taken out that may stand around a number. */
export function figureForm(text: string, measures: readonly string[]): string {
  let form = text;
  for (const noise of FIGURE_NOISE) form = form.replaceAll(noise, "");
  for (const [wide, plain] of FIGURE_WIDTHS) form = form.replaceAll(wide, plain);
  for (const measure of measures) form = form.replaceAll(measure, "");
  return form;
}

/** A longer text is no figure. */
const LONGEST_FIGURE = 255;

/**
 * The number of the cell as a formula sees it: a percentage is a fraction, from `pointsFrom` percent on it is those points.
 * Null where the cell is empty or no single number.
 */
export function readFigure(value: CellValue, target: Measured, pointsFrom = Infinity): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > LONGEST_FIGURE) return null;
  const form = figureForm(value, ownMeasures(target));
  const last = form.slice(-1);
  if (last === "%") return shareInPercent(target) !== null ? percentage(plainNumber(form.slice(0, -1)), pointsFrom) : null;
  return plainNumber(last !== "" && MEASURES.includes(last) ? form.slice(0, -1) : form);
}

function plainNumber(text: string): number | null {
  return PLAIN_NUMBER.test(text) ? Number(text) : null;
}

function percentage(points: number | null, pointsFrom: number): number | null {
  if (points === null || points >= pointsFrom) return points;
  return Number((points / 100).toFixed(12));
}

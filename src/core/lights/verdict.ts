/**
 * What a reported figure says about a target. It is a list of bands over the figure, not a formula in code: the same list
 * is walked here and printed as a native formula.
 */
import type { Operator, Target } from "../targets/target";
import { shareInPercent } from "./figure";

/** unclear: arithmetic alone cannot decide. */
export type Verdict = "reached" | "short" | "unclear";

/** Holds for figures up to `upTo`, that figure itself only where `inclusive`. The last band of a list is open: `upTo` is Infinity. */
export interface Band {
  readonly upTo: number;
  readonly inclusive: boolean;
  readonly verdict: Verdict;
}

/** "左右" and "约" are kept by so much of the value, and clearly missed below so much. */
export const ABOUT_KEPT = 0.95;
export const ABOUT_MISSED = 0.8;

/** A relative target that is exceeded so many times was measured in something else. */
export const IMPLAUSIBLE = 10;

/** Powers of a scale up to which a figure is surely the written number, and from which it is surely the whole one. */
export const SCALE_LOW = 0.25;
export const SCALE_HIGH = 0.75;

const RELATIVE_UNITS: readonly string[] = ["个百分点", "百分点", "倍", "成"];

/** Whether a figure can be set against the target at all. */
export function isNumeric(target: Target): boolean {
  return target.value !== null && target.operator !== null && !target.qualitative;
}

/** The bands of a numeric target, lowest first. `percentCell`: the cell shows percentages, so 0.7 in it is 70 %. */
export function bandsOf(target: Target, percentCell: boolean): readonly Band[] {
  const { value, operator } = target;
  if (value === null || operator === null || target.qualitative) return [];
  const share = shareInPercent(target);
  if (share !== null) return percentBands(demandOf(target, share, share / value), target, percentCell);
  const scale = target.scale ?? 1;
  const written = demandOf(target, value, 1);
  const bands = guarded(comparisonBands(written), target, value);
  return scale > 1 && value > 0 ? scaledBands(bands, demandOf(target, value * scale, scale), value, scale) : joined(bands);
}

interface Demand {
  readonly operator: Operator;
  readonly value: number;
  /** The upper end of a range; null where one number is named. */
  readonly upper: number | null;
}

function demandOf(target: Target, value: number, factor: number): Demand {
  return { operator: target.operator ?? "=", value: tidy(value), upper: target.upper === undefined ? null : tidy(target.upper * factor) };
}

/** What the bands say of a figure; null where there are none. */
export function verdictIn(bands: readonly Band[], figure: number): Verdict | null {
  for (const band of bands) if (figure < band.upTo || (band.inclusive && figure === band.upTo)) return band.verdict;
  return bands.at(-1)?.verdict ?? null;
}

function comparisonBands({ operator, value, upper }: Demand): readonly Band[] {
  // Of a range only the lower end is surely asked for: more than its upper end may be better or worse.
  if (upper !== null) return [below(value, "short"), upTo(upper, "reached"), rest("unclear")];
  switch (operator) {
    case ">=":
      return [below(value, "short"), rest("reached")];
    case ">":
      return [upTo(value, "short"), rest("reached")];
    case "<=":
      return [upTo(value, "reached"), rest("short")];
    case "<":
      return [below(value, "reached"), rest("short")];
    case "=":
      return [below(value, "short"), upTo(value, "reached"), rest("unclear")];
    case "~":
      return value > 0
        ? [below(tidy(value * ABOUT_MISSED), "short"), below(tidy(value * ABOUT_KEPT), "unclear"), rest("reached")]
        : [rest("unclear")];
  }
}

/** Whether the target is a share of something, or of a former figure. */
export function isRelative(target: Target): boolean {
  return target.baselineYear !== null || shareInPercent(target) !== null || RELATIVE_UNITS.includes(target.unit ?? "");
}

/** "增长 15%" met with 120000 is an amount, no growth. */
function guarded(bands: readonly Band[], target: Target, value: number): readonly Band[] {
  const most = target.upper !== undefined && target.value ? value * (target.upper / target.value) : value;
  return isRelative(target) && value > 0 ? [...cut(bands, -Infinity, most * IMPLAUSIBLE), rest("unclear")] : bands;
}

/** "30 万辆" is met by 32 and by 320000: close to the written number it is the one, close to the whole number the other. */
function scaledBands(written: readonly Band[], whole: Demand, value: number, scale: number): readonly Band[] {
  const low = tidy(value * scale ** SCALE_LOW);
  const high = tidy(value * scale ** SCALE_HIGH);
  return joined([...cut(written, -Infinity, low), below(high, "unclear"), ...cut(comparisonBands(whole), high, Infinity)]);
}

/** A share is typed as 70 (points) or as 0.7 (a fraction, shown as 70%). Where both could be meant, nothing is decided. */
function percentBands(demand: Demand, target: Target, percentCell: boolean): readonly Band[] {
  const { value } = demand;
  const points = guarded(comparisonBands(demand), target, value);
  const fractions = points.map((band) => ({ ...band, upTo: tidy(band.upTo / 100) }));
  if (percentCell) return joined(fractions);
  const surePoints = surelyPoints(value);
  const sureFraction = Math.min(surePoints, value / 30);
  const doubt = sureFraction < surePoints ? [upTo(tidy(surePoints), "unclear")] : [];
  return joined([
    ...cut(fractions, -Infinity, tidy(sureFraction), true), ...doubt, ...cut(points, tidy(surePoints), Infinity),
  ]);
}

/** A number that is so large is a share in percent, whoever typed it. */
function surelyPoints(share: number): number {
  return share <= 1 ? share / 10 : Math.max(1, share / 50);
}

/** From how many percent on a text such as "50%" counts as 50 points: below, and in a cell that shows percentages, as a fraction. */
export function pointsFrom(target: Target, percentCell: boolean): number {
  const share = shareInPercent(target);
  return share === null || percentCell ? Infinity : tidy(surelyPoints(share));
}

function below(value: number, verdict: Verdict): Band {
  return { upTo: value, inclusive: false, verdict };
}

function upTo(value: number, verdict: Verdict): Band {
  return { upTo: value, inclusive: true, verdict };
}

function rest(verdict: Verdict): Band {
  return { upTo: Infinity, inclusive: true, verdict };
}

/** The part of a list of bands above `from` and up to `to`. */
function cut(bands: readonly Band[], from: number, to: number, inclusive = false): readonly Band[] {
  const part: Band[] = [];
  for (const band of bands) {
    if (band.upTo <= from) continue;
    if (band.upTo < to) {
      part.push(band);
      continue;
    }
    part.push({ upTo: to, inclusive: to === Infinity || inclusive, verdict: band.verdict });
    break;
  }
  return part;
}

/** Neighbours of one verdict as one band. */
function joined(bands: readonly Band[]): readonly Band[] {
  return bands.filter((band, index) => bands[index + 1]?.verdict !== band.verdict);
}

/** Without the noise of binary fractions: constants of a formula are read by people. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

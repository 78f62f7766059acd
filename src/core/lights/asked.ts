/**
 * What a line of 目标清单 asks for, as formulas over its own cells: a target value or an operator that somebody types there
 * changes the verdict at once. They say what the bands of `verdict.ts` say; a property holds the two together.
 */
import type { Operator, Target } from "../targets/target";
import { OPERATOR_WORDS } from "./demand";
import { call, choose, quoted, spacelessIn, substitute } from "./expression";
import { shareInPercent } from "./figure";
import { VERDICT_WORDS } from "./formula";
import { ABOUT_KEPT, ABOUT_MISSED, IMPLAUSIBLE, isRelative, SCALE_HIGH, SCALE_LOW } from "./verdict";

/** Names of the cells that the formulas of a line read. */
export interface AskedRefs {
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
  readonly newOperator: string;
  readonly newValue: string;
  readonly newUnit: string;
  readonly asked: string;
  readonly figure: string;
  readonly measure: string;
}

/** What stood in the line's cells when it was written: other units or words need reading, which a formula cannot do. */
export interface AskedWords {
  readonly unit: string;
  readonly newUnit: string;
  /** A correction that is words ("5 万个"), else "". */
  readonly newValue: string;
}

/** Says that the figure cannot be set against the target. */
const UNKNOWN = quoted("?");

/** The number that is asked for; "?" where it takes reading. */
export function askedFormula(target: Target, refs: AskedRefs, words: AskedWords): string {
  const typed = choose(`${refs.newValue}=""`, choose(call("ISNUMBER", refs.value), refs.value, UNKNOWN), choose(call("ISNUMBER", refs.newValue), refs.newValue, UNKNOWN));
  const number = words.newValue === "" ? typed : choose(`${refs.newValue}=${quoted(words.newValue)}`, String(target.value ?? 0), UNKNOWN);
  const sameUnit = call("AND", call("EXACT", refs.unit, quoted(words.unit)), call("EXACT", refs.newUnit, quoted(words.newUnit)));
  return choose(sameUnit, number, UNKNOWN);
}

/** The reported figure in what the target counts in; "" without one, "?" where it may be counted in two ways. */
export function measureFormula(target: Target, refs: AskedRefs): string {
  const { figure, asked } = refs;
  const share = shareInPercent(target);
  const scale = target.scale ?? 1;
  const whole = share === null ? (scale > 1 ? scaledMeasure(target, scale, refs) : guarded(target, figure, refs)) : shareMeasure(target, refs);
  return choose(`${figure}=""`, '""', choose(call("ISNUMBER", asked), whole, UNKNOWN));
}

/** The target's number as it is compared: a third is 33.3 points. */
function askedNumber(target: Target, refs: AskedRefs): string {
  const share = shareInPercent(target);
  return share === null || target.value === null || share === target.value ? refs.asked : rounded(`${refs.asked}*${Number((share / target.value).toPrecision(12))}`);
}

function rounded(number: string): string {
  return call("ROUND", number, "9");
}

/** A relative target that is exceeded many times was measured in something else. */
function guarded(target: Target, figure: string, refs: AskedRefs): string {
  if (!isRelative(target)) return figure;
  const most = target.upper !== undefined && target.value ? choose(`${refs.newValue}=""`, String(IMPLAUSIBLE * (target.upper / target.value)), String(IMPLAUSIBLE)) : String(IMPLAUSIBLE);
  const number = askedNumber(target, refs);
  return choose(call("AND", `${number}>0`, `${figure}>=${rounded(`${number}*${most}`)}`), UNKNOWN, figure);
}

/** `measureFormula` of a figure that is there. */
export function measureOf(target: Target, figure: number): number | "?" {
  const value = target.value ?? 0;
  const share = shareInPercent(target);
  const scale = target.scale ?? 1;
  const number = share ?? value;
  const most = number * IMPLAUSIBLE * (target.upper !== undefined && value ? target.upper / value : 1);
  const plausible = (measured: number): number | "?" => (isRelative(target) && number > 0 && measured >= round(most) ? "?" : measured);
  if (share !== null) {
    const surePoints = share <= 1 ? share / 10 : Math.max(1, share / 50);
    if (figure <= round(Math.min(surePoints, share / 30))) return plausible(round(figure * 100));
    return figure <= round(surePoints) ? "?" : plausible(figure);
  }
  if (scale <= 1 || value <= 0 || figure < round(value * scale ** SCALE_LOW)) return plausible(figure);
  return figure < round(value * scale ** SCALE_HIGH) ? "?" : round(figure / scale);
}

function round(number: number): number {
  return Math.abs(number) < 1e6 ? Number(number.toFixed(9)) : number;
}

function scaledMeasure(target: Target, scale: number, refs: AskedRefs): string {
  const { figure, asked } = refs;
  const low = rounded(`${asked}*${Number((scale ** SCALE_LOW).toPrecision(12))}`);
  const high = rounded(`${asked}*${Number((scale ** SCALE_HIGH).toPrecision(12))}`);
  const written = guarded(target, figure, refs);
  const read = choose(`${figure}<${low}`, written, choose(`${figure}<${high}`, UNKNOWN, rounded(`${figure}/${scale}`)));
  return choose(`${asked}>0`, read, written);
}

function shareMeasure(target: Target, refs: AskedRefs): string {
  const { figure } = refs;
  const number = askedNumber(target, refs);
  const surePoints = choose(`${number}<=1`, `${number}/10`, call("MAX", "1", `${number}/50`));
  const sureFraction = call("MIN", surePoints, `${number}/30`);
  const asPoints = rounded(`${figure}*100`);
  return choose(
    `${figure}<=${rounded(sureFraction)}`, guarded(target, asPoints, refs),
    choose(`${figure}<=${rounded(surePoints)}`, UNKNOWN, guarded(target, figure, refs)),
  );
}

/** What the measured figure says of the target. */
export function reachedFormula(target: Target, refs: AskedRefs): string {
  const { measure } = refs;
  const number = askedNumber(target, refs);
  const [reached, short, unclear] = [quoted(VERDICT_WORDS.reached), quoted(VERDICT_WORDS.short), quoted(VERDICT_WORDS.unclear)];
  const compared = byOperator(target.operator ?? ">=", refs, {
    ">=": choose(`${measure}<${number}`, short, reached),
    ">": choose(`${measure}<=${number}`, short, reached),
    "<=": choose(`${measure}<=${number}`, reached, short),
    "<": choose(`${measure}<${number}`, reached, short),
    "=": choose(`${measure}<${number}`, short, choose(`${measure}<=${number}`, reached, unclear)),
    "~": choose(`${number}<=0`, unclear, choose(`${measure}<${rounded(`${number}*${ABOUT_MISSED}`)}`, short, choose(`${measure}<${rounded(`${number}*${ABOUT_KEPT}`)}`, unclear, reached))),
  });
  const within = (upper: number): string => choose(`${measure}<${number}`, short, choose(`${measure}<=${rounded(`${number}*${upper}`)}`, reached, unclear));
  // A number that is typed in place of a range has no upper end.
  const said = target.upper !== undefined && target.value ? choose(`${refs.newValue}=""`, within(target.upper / target.value), compared) : compared;
  return choose(`${measure}=""`, '""', choose(call("ISNUMBER", measure), said, unclear));
}

const ORDER = Object.keys(OPERATOR_WORDS) as readonly Operator[];
const LISTS = ORDER.map((operator) => `|${OPERATOR_WORDS[operator].join("|")}`);
const LIST = quoted(`${LISTS.join("")}|`);
const STARTS = `{${LISTS.map((_, index) => LISTS.slice(0, index).join("").length + 1).join(",")}}`;
const NUMBERS = `{${ORDER.map((_, index) => index + 1).join(",")}}`;

/** One of the texts by the operator that the cells name: the corrected one, or where it names none, the extracted one, or the one that was read. */
function byOperator(read: Operator, refs: AskedRefs, texts: Readonly<Record<Operator, string>>): string {
  const numberOf = (cell: string): string => call("LOOKUP", call("FIND", `"|"&${operatorFormIn(cell)}&"|"`, LIST), STARTS, NUMBERS);
  const number = call("IFERROR", numberOf(refs.newOperator), call("IFERROR", numberOf(refs.operator), String(ORDER.indexOf(read) + 1)));
  return call("CHOOSE", number, ...ORDER.map((operator) => texts[operator]));
}

/** Signs of either width. */
function operatorFormIn(cell: string): string {
  return [["＞", ">"], ["＜", "<"], ["＝", "="], ["～", "~"]].reduce((text, [wide = "", plain = ""]) => substitute(text, wide, plain), spacelessIn(cell));
}


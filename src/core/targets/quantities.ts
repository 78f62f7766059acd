/** Finds figures with their power and measure words in a folded text: 30万辆, 5%~95%, 三分之一, 一倍, 百分之八十. */
import { chineseNumber, powerWordAt, readNumber } from "../text/numerals";
import { unitAt, type UnitKind } from "./measureWords";

export interface Quantity {
  /** Where the figure begins, and where its unit ends. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The upper end of a range. */
  readonly upper: number | null;
  readonly scale: number;
  readonly unit: string | null;
  readonly kind: UnitKind;
  /** Written in Chinese, where many words only look like numbers. */
  readonly chinese: boolean;
  /** A power word without a figure: 千亿元. */
  readonly bare: boolean;
}

const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[一二两三四五六七八九十百千万亿零〇]+(?:点[一二三四五六七八九零]+)?/gu;
const POWERS_ONLY = /^[百千万亿]+$/u;
const RANGE = /^(?:-{1,2}|~|至|到)/u;
const MORE = /^[余多来几]/u;

/** The quantities that begin in [from, to), in order and apart from each other. */
export function findQuantities(text: string, from: number, to: number): readonly Quantity[] {
  const found: Quantity[] = [];
  NUMBER.lastIndex = from;
  for (let match = NUMBER.exec(text); match !== null && match.index < to; match = NUMBER.exec(text)) {
    const quantity = quantityAt(text, match.index, match[0]);
    if (quantity === null || quantity.end > to) continue;
    found.push(quantity);
    NUMBER.lastIndex = quantity.end;
  }
  return found;
}

function quantityAt(text: string, start: number, written: string): Quantity | null {
  const after = start + written.length;
  if (/\d/u.test(written.charAt(0))) return insideName(text, start, after) ? null : inDigits(text, start, written);
  return inChinese(text, start, written);
}

/** Letters, dots and signs that make a figure part of a name: IPv6, 5G, 1+N, 7×24, 第3批. */
function insideName(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (/[A-Za-z0-9.+×*第№#_]/u.test(before)) return true;
  return /[+×*_]/u.test(text.charAt(end));
}

function inDigits(text: string, start: number, written: string): Quantity | null {
  const end = start + written.length;
  const ratio = /^\/\d{1,3}[万亿]/u.exec(text.slice(end, end + 5))?.[0];
  if (ratio !== undefined) {
    return { start, end: end + ratio.length, value: Number(written), upper: null, scale: 1, unit: ratio, kind: "measure", chinese: false, bare: false };
  }
  const fraction = /^\/(\d{1,2})(?![\d/.])/u.exec(text.slice(end, end + 4));
  if (fraction) {
    return { start, end: end + fraction[0].length, value: Number(written) / Number(fraction[1]), upper: null, scale: 1, unit: null, kind: "percent", chinese: false, bare: false };
  }
  const value = readNumber(written);
  return value === null ? null : measured(text, start, end, value, false);
}

/** The figure with its power and measure words, and the second figure of a range. */
function measured(text: string, start: number, end: number, value: number, chinese: boolean): Quantity | null {
  const own = tail(text, end);
  const sign = RANGE.exec(text.slice(own?.end ?? end, (own?.end ?? end) + 2));
  const second = sign === null ? null : secondOf(text, (own?.end ?? end) + sign[0].length);
  if (second !== null && (own === null || own.unit === second.unit || own.unit === null)) {
    const { unit, kind, scale, end: last } = second;
    if (second.value > value) return { start, end: last, value, upper: second.value, scale, unit, kind, chinese, bare: false };
  }
  if (own === null && !chinese && PURE_END.test(text.slice(end, end + 2))) {
    return { start, end, value, upper: null, scale: 1, unit: null, kind: "pure", chinese, bare: false };
  }
  if (own?.unit === undefined || own.unit === null) return null;
  return { start, end: own.end, value, upper: null, scale: own.scale, unit: own.unit, kind: own.kind, chinese, bare: false };
}

/** What ends a figure without a unit. */
const PURE_END = /^(?:[，。；、)\n]|以上|以下|以内|左右|$)/u;

interface Tail {
  readonly scale: number;
  readonly unit: string | null;
  readonly kind: UnitKind;
  readonly end: number;
}

/** 余万辆 after the figure: its scale and unit; null where neither follows. */
function tail(text: string, at: number): Tail | null {
  const more = MORE.test(text.charAt(at)) ? 1 : 0;
  const power = powerWordAt(text, at + more);
  let end = at + more + (power?.[0].length ?? 0);
  if (power !== null && MORE.test(text.charAt(end))) end++;
  const unit = unitAt(text, end);
  if (unit !== null) return { scale: power?.[1] ?? 1, unit: unit.word, kind: unit.kind, end: unit.end };
  return power === null ? null : { scale: power[1], unit: null, kind: "count", end };
}

function secondOf(text: string, at: number): (Tail & { readonly value: number; readonly unit: string }) | null {
  NUMBER_HERE.lastIndex = at;
  const match = NUMBER_HERE.exec(text);
  const value = match === null ? null : readNumber(match[0]);
  if (match === null || value === null) return null;
  const rest = tail(text, at + match[0].length);
  return rest?.unit === undefined || rest.unit === null ? null : { ...rest, unit: rest.unit, value };
}

const NUMBER_HERE = new RegExp(NUMBER.source, "uy");

function inChinese(text: string, start: number, written: string): Quantity | null {
  if (text.charAt(start - 1) === "第") return null;
  const end = start + written.length;
  if (text.startsWith("分之", end)) return fractionAt(text, start, written, end + 2);
  if (written === "一" && text.charAt(end) === "半") {
    return { start, end: end + 1, value: 0.5, upper: null, scale: 1, unit: null, kind: "percent", chinese: true, bare: false };
  }
  if (POWERS_ONLY.test(written)) return barePower(text, start, written);
  const split = /^([一二两三四五六七八九十]{1,3})(万亿|千亿|百亿|千万|百万|[百千万亿])$/u.exec(written);
  const value = chineseNumber(split?.[1] ?? written);
  if (value === null || value === 0) return null;
  return measured(text, start, split === null ? end : start + (split[1]?.length ?? 0), value, true);
}

/** 三分之一 and 百分之八十. */
function fractionAt(text: string, start: number, below: string, at: number): Quantity | null {
  NUMBER_HERE.lastIndex = at;
  const above = NUMBER_HERE.exec(text)?.[0];
  const value = above === undefined ? null : readNumber(above);
  const whole = below === "百" ? 100 : chineseNumber(below);
  if (above === undefined || value === null || whole === null || whole === 0) return null;
  const base = { start, end: at + above.length, upper: null, scale: 1, kind: "percent" as const, chinese: true, bare: false };
  return whole === 100 ? { ...base, value, unit: "%" } : { ...base, value: value / whole, unit: null };
}

/** 千亿元: one of the power; only an operator before it makes it a figure (突破千亿元). */
function barePower(text: string, start: number, written: string): Quantity | null {
  const power = powerWordAt(text, start);
  if (power?.[0].length !== written.length) return null;
  const unit = unitAt(text, start + written.length);
  if (unit === null) return null;
  return { start, end: unit.end, value: 1, upper: null, scale: power[1], unit: unit.word, kind: unit.kind, chinese: true, bare: true };
}

/** What stands around a figure: its measure word, and whether it counts from the beginning or for the month alone. */
import type { CellMark, CellValue } from "../grid/grid";
import { unitAt } from "../targets/measureWords";
import { comparisonForm } from "../text/compare";
import { powerWordAt } from "../text/numerals";
import { Memo } from "../units/memo";
import { type NumberReading, readNumber } from "../text/readNumber";

/** total: 累计, since the beginning. month: 本月, 当月, 10月. */
export type Period = "total" | "month";

/** What a cell or its header says of a figure; absent where it says nothing. */
export interface FigureWords {
  /** As written, with its power word: "万元". */
  readonly measure?: string;
  readonly period?: Period;
}

export interface Figure {
  readonly value: number;
  /** Without its power word: 元 of 万元. "" where nothing is said. */
  readonly word: string;
  /** 1e4 for 万元; 1 without a power word. */
  readonly scale: number;
  readonly period: Period | null;
}

const TOTAL = /^(?:累计|累积|共计|总计|合计|今年以来|年初以来|年初至今|全年|截[至止]|至今|1(?:-|~|至|到)(?:\d{1,2}|本)月)/u;
const MONTH = /^(?:本月|当月|本期|当期|单月|上月|本季度?|当季度?|(?:1[0-2]|[1-9])月份?(?!底|末|\d))/u;
const IN_HEADER: readonly (readonly [RegExp, Period])[] = [
  [/累计|累积|今年以来|年初以来|至今|全年|截[至止]|1(?:-|~|至|到)(?:\d{1,2}|本)月/u, "total"],
  [/本月|当月|本期|当期|单月|本季|当季|月度|(?:1[0-2]|(?<!\d)[1-9])月(?!底|末)/u, "month"],
];
const BRACKETED = /[([](?:单位:)?([^()[\]]{1,10})[)\]]/gu;
const AFTER_PERIOD = /^(?:新增|完成|已完成|实现|达到?|为|:|,)*/u;
const LONGEST = 80;

const headers = new Memo<FigureWords>(500);

/** The words of a header: 累计完成值（万元） says 累计 and 万元. */
export function wordsOfHeader(header: string): FigureWords {
  return headers.get(header, readHeader);
}

function readHeader(header: string): FigureWords {
  const form = comparisonForm(header);
  if (form.length > LONGEST) return {};
  const period = IN_HEADER.find(([words]) => words.test(form))?.[1];
  const measure = [...form.matchAll(BRACKETED)].map(([, inside]) => inside ?? "").find(isMeasure);
  return words(measure, period);
}

/** The words that stand around a figure in its own cell. */
export function wordsOfCell(value: CellValue, mark?: CellMark): FigureWords {
  const { reading, period } = readFigure(value, mark);
  return words(reading?.measure, period ?? undefined);
}

/** The cell's own words before those of its header. */
export function joinWords(own: FigureWords, header: FigureWords): FigureWords {
  return words(own.measure ?? header.measure, own.period ?? header.period);
}

/** The figure that a kept value is, with what was said around it; null where it is none. */
export function figureOf(value: CellValue, said: FigureWords): Figure | null {
  const { reading, period } = readFigure(value);
  if (!reading) return null;
  const { word, scale } = splitMeasure(reading.measure === "" ? (said.measure ?? "") : reading.measure);
  return { value: reading.value, word, scale, period: period ?? said.period ?? null };
}

/** A measure without and with its power word: 万千瓦时 is 千瓦时 at 1e4. */
export function splitMeasure(measure: string): { readonly word: string; readonly scale: number } {
  const form = comparisonForm(measure);
  const power = powerWordAt(form, 0);
  return power ? { word: form.slice(power[0].length), scale: power[1] } : { word: form, scale: 1 };
}

function readFigure(value: CellValue, mark?: CellMark): { readonly reading: NumberReading | null; readonly period: Period | null } {
  if (typeof value !== "string") return { reading: readNumber(value, mark), period: null };
  const form = comparisonForm(value);
  if (form.length > LONGEST) return { reading: null, period: null };
  const total = TOTAL.exec(form);
  const month = total ? null : MONTH.exec(form);
  const before = total ?? month;
  const period: Period | null = total ? "total" : month ? "month" : null;
  const rest = before ? form.slice(before[0].length).replace(AFTER_PERIOD, "") : form;
  return { reading: readNumber(rest) ?? (before ? readNumber(form) : null), period };
}

function words(measure: string | undefined, period: Period | undefined): FigureWords {
  return { ...(measure === undefined || measure === "" ? {} : { measure }), ...(period === undefined ? {} : { period }) };
}

function isMeasure(text: string): boolean {
  const { word } = splitMeasure(text);
  return unitAt(word, 0)?.end === word.length && word !== "";
}

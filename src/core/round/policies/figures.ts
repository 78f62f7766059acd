/** Figures of several units, brought to one measure, or why they can't be. */
import { plainText } from "../../grid/grid";
import { type Figure, figureOf, splitMeasure } from "../figure";
import type { Voice } from "../voice";
import type { Doubt } from "./doubt";
import type { PolicyQuestion } from "./policy";

export interface Figures {
  /** What all count in, as written; "" where nobody says. */
  readonly measure: string;
  /** One a voice, in order; `value` counts in `measure`. */
  readonly said: readonly { readonly voice: Voice; readonly value: number; readonly word: string }[];
}

interface Read {
  readonly voice: Voice;
  readonly figure: Figure;
}

/** The figures in one measure. 万 and 亿 of one word are converted; different words, and 累计 beside 当月, are not. */
export function figuresOf({ voices, words, base, targetMeasure }: PolicyQuestion): Figures | Doubt {
  const read: Read[] = [];
  for (const voice of voices) {
    const figure = figureOf(voice.value, voice.words);
    if (!figure) return { kind: "notANumber", params: { unit: voice.unit, value: plainText(voice.value) } };
    read.push({ voice, figure });
  }
  const mixed = mixedPeriods(read, words.period ?? null, typeof base === "number");
  return mixed ?? inOneMeasure(read, words.measure ?? "", targetMeasure);
}

/** Units that say nothing of it mean what the column means: a total. */
function mixedPeriods(read: readonly Read[], column: Figure["period"], hasBase: boolean): Doubt | null {
  const months = read.filter(({ figure }) => figure.period === "month");
  if (months.length === 0 || column === "month") return column === "month" && read.some(({ figure }) => figure.period === "total") ? periods(read) : null;
  const unmixed = months.length === read.length && column === null && !hasBase;
  return unmixed ? null : periods(read);
}

function periods(read: readonly Read[]): Doubt {
  const said = { total: "累计", month: "当月" } as const;
  return { kind: "periods", params: { list: read.map(({ voice, figure }) => `${voice.unit}${figure.period ? said[figure.period] : "未注明"} ${figure.value}`).join("、") } };
}

function inOneMeasure(read: readonly Read[], column: string, target: string): Figures | Doubt {
  const known = read.filter(({ figure }) => measured(figure));
  const own = splitMeasure(column);
  const words = new Set([...known.map(({ figure }) => oneName(figure.word)), ...(column === "" ? [] : [oneName(own.word)])]);
  if (words.size > 1) return { kind: "measures", params: { list: known.map(({ voice, figure }) => `${voice.unit}“${measureName(figure)}”`).join("、") + (column === "" ? "" : `、本列“${column}”`) } };
  const aim = aimOf(known, column, target, [...words][0] ?? "");
  const bare = read.find(({ figure }) => !measured(figure));
  const scaled = known.find(({ figure }) => figure.scale !== 1);
  // Beside 万元 a figure without a measure could be either, unless the column says in what it counts.
  if (bare && scaled && column === "") return { kind: "scaleUnknown", params: { unit: bare.voice.unit, value: bare.figure.value, measure: measureName(scaled.figure) } };
  const to = splitMeasure(aim).scale;
  const said = read.map(({ voice, figure }) => ({ voice, word: figure.word, value: measured(figure) ? clean((figure.value * figure.scale) / to) : figure.value }));
  return { measure: aim, said };
}

/** The column's measure, else the target's where it is of the same word, else that of the first who says one. */
function aimOf(known: readonly Read[], column: string, target: string, word: string): string {
  if (column !== "") return column;
  const [first] = known;
  if (!first) return "";
  return known.length > 0 && target !== "" && oneName(splitMeasure(target).word) === word ? target : measureName(first.figure);
}

function measured({ word, scale }: Figure): boolean {
  return word !== "" || scale !== 1;
}

const POWERS: readonly (readonly [number, string])[] = [[1e12, "万亿"], [1e11, "千亿"], [1e10, "百亿"], [1e9, "十亿"], [1e8, "亿"], [1e7, "千万"], [1e6, "百万"], [1e5, "十万"], [1e4, "万"], [1e3, "千"], [100, "百"]];

function measureName({ word, scale }: Figure): string {
  return `${POWERS.find(([power]) => power === scale)?.[1] ?? ""}${word}`;
}

/** Names of one measure. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({ 千米: "公里", km: "公里", "㎡": "平方米", m2: "平方米", "m²": "平方米", kWh: "千瓦时", 度: "千瓦时", kg: "千克", 公斤: "千克", "台(套)": "台套", 人民币元: "元", 元人民币: "元" }));

function oneName(word: string): string {
  return NAMES.get(word) ?? word;
}

/** Twelve digits: 0.1 and 0.2 are 0.3 to a clerk. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

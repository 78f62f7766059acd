/**
 * What becomes of a value that is written into a cell. Excel reads texts as a person's typing, by American rules and,
 * in Chinese Excel, by Chinese ones too; where it is not known which apply, this host takes the reading that changes more.
 * The format that Excel gives to a day or a share besides is left out: the number alone shows that the text was lost.
 */
import { isDay, serialOfDay } from "../../src/core/grid/day";
import type { CellValue } from "../../src/core/grid/grid";

export type Entry =
  | { readonly kind: "clear" }
  /** `asText` remembers the apostrophe that said so. */
  | { readonly kind: "value"; readonly value: CellValue; readonly asText?: true }
  | { readonly kind: "error"; readonly code: string }
  /** Without "=". */
  | { readonly kind: "formula"; readonly formula: string };

const ERRORS: ReadonlySet<string> = new Set(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"]);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WIDE = /[\uff0b-\uff1a\uff05]/gu;

/** The entry for a text, number or truth value in a cell with this number format. */
export function entryOf(value: string | number | boolean, numberFormat: string): Entry {
  if (typeof value !== "string") return { kind: "value", value };
  if (value === "") return { kind: "clear" };
  if (value.startsWith("'")) return value === "'" ? { kind: "clear" } : { kind: "value", value: value.slice(1), asText: true };
  if (numberFormat === "@") return { kind: "value", value };
  return typed(value);
}

function typed(text: string): Entry {
  const plain = text.trim().replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const number = numberIn(plain);
  if (number !== null) return number;
  if (/^[=+\-@]/u.test(plain) && plain.length > 1) return { kind: "formula", formula: plain.startsWith("=") ? plain.slice(1) : plain };
  if (/^(?:true|false)$/iu.test(plain)) return { kind: "value", value: plain.toLowerCase() === "true" };
  if (ERRORS.has(plain.toUpperCase())) return { kind: "error", code: plain.toUpperCase() };
  return dayIn(plain) ?? timeIn(plain) ?? { kind: "value", value: text };
}

function numberIn(text: string): Entry | null {
  const inBrackets = /^\((.+)\)$/u.exec(text)?.[1];
  const found = /^([+-]?)[$¥￥]?(\d{1,3}(?:,\d{3})+|\d*)((?:\.\d*)?)((?:[eE][+-]?\d+)?)(%?)$/u.exec(inBrackets ?? text);
  const [, sign = "", whole = "", fraction = "", power = "", percent = ""] = found ?? [];
  if (found === null || !/\d/u.test(whole + fraction)) return null;
  const value = Number(`${sign}${whole.replaceAll(",", "")}${fraction}${power}`) * (inBrackets === undefined ? 1 : -1);
  const rounded = Number(value.toPrecision(15));
  return { kind: "value", value: percent === "" ? rounded : Number((rounded / 100).toPrecision(15)) };
}

/** Days as Americans, the standard and Chinese write them; a year that is left out becomes 2026, which no test may rely on. */
function dayIn(text: string): Entry | null {
  const iso = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?$/u.exec(text);
  const short = /^(\d{1,2})[-/月](\d{1,2})日?(?:[-/](\d{2,4}))?$/u.exec(text);
  const words = /^([a-z]{3})[a-z]*\.?[ -](\d{1,4})(?:,? *(\d{4}))?$/iu.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1));
  if (short) return day(Number(short[3] ?? 2026) % 2000 + 2000, Number(short[1]), Number(short[2]));
  const month = words ? MONTHS.indexOf((words[1] ?? "").toLowerCase()) : -1;
  if (words === null || month < 0) return null;
  return Number(words[2]) > 31 ? day(Number(words[2]), month + 1, 1) : day(Number(words[3] ?? 2026), month + 1, Number(words[2]));
}

function day(year: number, month: number, dayOfMonth: number): Entry | null {
  const found = { year, month, day: dayOfMonth };
  return isDay(found) ? { kind: "value", value: serialOfDay(found) } : null;
}

function timeIn(text: string): Entry | null {
  const found = /^(?:上午|下午)?(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})?秒?)?$/u.exec(text);
  if (found === null) return null;
  return { kind: "value", value: (Number(found[1]) * 60 + Number(found[2])) / 1440 };
}

/** The text that a cell shows, by its value and its number format, as far as ledgers go. */
import { type CellMark, type CellValue, plainText } from "../core/grid/grid";
import { type Day, dayOfSerial, isoDay } from "../core/grid/day";

/** What stands in the cell. */
export function shownValue(value: CellValue, mark: CellMark | undefined, format: string): string {
  if (typeof value !== "number") return plainText(value);
  if (mark?.date) {
    const day = dayOfSerial(value);
    return day ? shownDay(day, format) : plainText(value);
  }
  if (mark?.percent) return `${Number((value * 100).toPrecision(12))}%`;
  return plainText(value);
}

/** What a person typed, as a value: a figure where the cell is not a text. */
export function typedValue(text: string, format: string): CellValue {
  if (text === "") return null;
  return format !== "@" && /^-?\d{1,15}(?:\.\d{1,12})?$/u.test(text) ? Number(text) : text;
}

function shownDay(day: Day, format: string): string {
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(day.year), yy: String(day.year).slice(2), mm: String(day.month).padStart(2, "0"), m: String(day.month), dd: String(day.day).padStart(2, "0"), d: String(day.day),
  };
  if (!/[ymd]/iu.test(format)) return isoDay(day);
  return format
    .replace(/\[[^\]]*\]|;.*$/gu, "")
    .replace(/"([^"]*)"|\\(.)|(yyyy|yy|mm|m|dd|d)|[hs:]+|General/giu, (_all, quoted?: string, escaped?: string, part?: string) => quoted ?? escaped ?? (part === undefined ? "" : (parts[part.toLowerCase()] ?? "")))
    .trim();
}

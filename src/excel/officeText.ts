/** How values are handed to Excel, which reads every text as if a person typed it. */
import type { CellValue } from "../core/grid/grid";
import type { OwnCell } from "./port";

/** Text that begins so is nothing but text to every Excel: no sign, digit, month's name or truth value stands first. */
const ONLY_TEXT = /^[\p{Script=Han}“”‘’《》【】「」『』、，。；：！？…—·]/u;

/** Times and days that Chinese Excel knows in words. */
const CHINESE_TIME = /^(?:上午|下午|[〇○零一二三四五六七八九十]+[年月日时])/u;

/** What to write so that the cell holds exactly this value; "" clears it. An apostrophe before a text stays out of the cell's value. */
export function typedValue(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string" || value === "") return value;
  return ONLY_TEXT.test(value) && !CHINESE_TIME.test(value) ? value : `'${value}`;
}

/** The same for a cell of ours, whose formulas Excel calculates itself. */
export function typedOwnValue(value: OwnCell["value"]): string | number | boolean {
  return typeof value === "object" && value !== null ? `=${value.formula}` : typedValue(value);
}

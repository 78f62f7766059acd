/** A cell that names one day, in the spellings of returned files. */
import type { CellMark, CellValue } from "../grid/grid";
import { type Day, dayOfSerial, isDay } from "../grid/day";
import { comparisonForm } from "./compare";

const FULL = /^(\d{4})(?:年|[./\-])(\d{1,2})(?:月|[./\-])(\d{1,2})[日号]?(?:T?\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/u;
/** Serial numbers of 1954 to 2064: what a bare number in a date column can only mean. */
const SERIALS = { from: 20_000, to: 60_000 };

/** The day a cell names, by date mark, serial number or text; null where it names none or an impossible one. */
export function readDay(value: CellValue, mark?: CellMark): Day | null {
  if (typeof value === "number") {
    return mark?.date || (value >= SERIALS.from && value <= SERIALS.to) ? dayOfSerial(value) : null;
  }
  if (typeof value !== "string") return null;
  const text = comparisonForm(value);
  if (/^\d{5}$/u.test(text)) return readDay(Number(text));
  const found = FULL.exec(text) ?? PACKED.exec(text);
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return isDay(day) ? day : null;
}

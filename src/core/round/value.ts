/** Values of reply cells: in which form they are kept, and when two are the same. */
import type { CellMark, CellValue } from "../grid/grid";
import { isEmpty, plainText } from "../grid/grid";
import { isoDay, serialOfDay } from "../grid/day";
import { type ColumnKey, typeOf } from "../ledger/columns";
import { readStatus, type Status, statusWord } from "../lights/status";
import { comparisonForm } from "../text/compare";
import { readDay } from "../text/readDay";
import { readNumber } from "../text/readNumber";

/** Marks of programs that nobody sees: what a copy from a page or a mail carries along. */
const UNSEEN_SIGNS = ["\u200b", "\u2060", "\ufeff"] as const;
const UNSEEN = /[\u200b\u2060\ufeff]/gu;
const EDGE = /^[\s\u3000]+|[\s\u3000]+$/gu;

/** The form a reported value is kept and written in: figures as numbers, statuses as one of the four words, days as serials, texts without blank ends and marks that nobody sees. */
export function keptValue(column: ColumnKey, value: CellValue, mark?: CellMark): CellValue {
  if (isEmpty(value)) return null;
  switch (typeOf(column)) {
    case "number":
      return readNumber(value, mark)?.value ?? trimmed(value);
    case "date": {
      const day = readDay(value, mark);
      return day ? serialOfDay(day) : trimmed(value);
    }
    case "status": {
      const status = statusOf(value);
      return status ? statusWord(status) : trimmed(value);
    }
    case "serial":
    case "units":
    case "text":
      return mark?.date ? shownDay(value) : trimmed(value);
  }
}

const REMARK = /[(（][^()（）]{1,20}[)）]\s*$/u;

/** The status that a cell names, a remark in brackets behind it aside: 已完成（100%）. Null where the word is unknown. */
export function statusOf(value: CellValue): Status | null {
  const text = plainText(value);
  return readStatus(text) ?? readStatus(text.replace(REMARK, ""));
}

/** Equal texts mean equal values: what conflicts, decisions and edits are compared by. "" for an empty cell. */
export function valueForm(column: ColumnKey, value: CellValue, mark?: CellMark): string {
  const kept = keptValue(column, value, mark);
  if (kept === null) return "";
  return typeof kept === "number" ? String(kept) : comparisonForm(plainText(kept));
}

/** Whether two values of a column say the same. */
export function sameValue(column: ColumnKey, left: CellValue, right: CellValue): boolean {
  if (left === right) return true;
  if ((left === null && says(right)) || (right === null && says(left))) return false;
  return valueForm(column, left) === valueForm(column, right);
}

/** Whether a value is surely more than nothing. */
function says(value: CellValue): boolean {
  return typeof value === "number" || (typeof value === "string" && isInk(value.charCodeAt(0)));
}

function trimmed(value: CellValue): CellValue {
  if (typeof value !== "string") return value;
  const seen = UNSEEN_SIGNS.some((sign) => value.includes(sign)) ? value.replace(UNSEEN, "") : value;
  const whole = isInk(seen.charCodeAt(0)) && isInk(seen.charCodeAt(seen.length - 1)) ? seen : seen.replace(EDGE, "");
  return whole.includes("\r") ? whole.replace(/\r\n?/gu, "\n") : whole;
}

/** Whether a unit is surely no blank: most texts begin and end so. */
function isInk(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xfe00) || (unit > 0xff00 && unit < 0xffe0);
}

function shownDay(value: CellValue): CellValue {
  const day = readDay(value, { date: true });
  return day ? isoDay(day) : trimmed(value);
}

import { type CellValue, isEmpty, plainText } from "../grid/grid";
import { comparisonForm } from "../text/compare";

const CIRCLED = /^[\u2460-\u2473]$/u;

/** The 序号 as a string without dots and widths ("１、" is "1", 3 is "3"), any other text as it is, null where empty. */
export function readSerial(value: CellValue): string | null {
  if (isEmpty(value)) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1_000_000) return String(value);
  const text = comparisonForm(plainText(value));
  if (CIRCLED.test(text)) return String((text.codePointAt(0) ?? 0) - 0x245f);
  const number = /^(?:第|NO\.?)?(\d{1,6})(?:\.0+)?(?:[.、,:)]|项|号)?$/iu.exec(text) ?? /^\((\d{1,6})\)$/u.exec(text);
  return number ? String(Number(number[1])) : text;
}

/** Whether a 序号 is a plain number. */
export function isNumbered(serial: string | null): boolean {
  return serial !== null && /^\d+$/u.test(serial);
}

/** Whether an issued cell came back as it went out, widths, spaces and spellings of one unit aside. */
import type { CellMark, CellValue } from "../grid/grid";
import { plainText } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import { readSerial } from "../parse/serial";
import { comparisonForm } from "../text/compare";
import { keptValue } from "./value";

/** `unitsForm` gives one text for all spellings of one list of units. */
export function sameIssued(
  column: ColumnKey,
  base: CellValue,
  value: CellValue,
  mark: CellMark | undefined,
  unitsForm: (text: string) => string,
): boolean {
  const left = plainText(base);
  const right = plainText(value);
  if (left === right || comparisonForm(left) === comparisonForm(right)) return true;
  switch (typeOf(column)) {
    case "serial":
      return readSerial(base) === readSerial(value);
    case "units":
      return unitsForm(left) === unitsForm(right);
    case "number":
    case "date":
      return keptValue(column, base) === keptValue(column, value, mark);
    case "text":
    case "status":
      return false;
  }
}

import { isSheetName, LONGEST_FORMULA, LONGEST_TEXT } from "../core/grid/excelLimits";
import type { Batch, ExcelFault, OwnCell } from "./port";

/** At most so many native rules of ours stand on a sheet (DESIGN). */
const MOST_RULES = 8;

/** What can be refused by looking at the batch alone. */
export function refusedBatch({ changes, layers, sheets }: Batch): ExcelFault | null {
  for (const { at, to } of changes) {
    if (typeof to === "string" && to.length > LONGEST_TEXT) return { kind: "tooLong", at, length: to.length };
    if (typeof to === "number" && !Number.isFinite(to)) return { kind: "unsupported", what: "number" };
  }
  for (const { name, cells } of [...layers.map(({ sheet, cells: own }) => ({ name: sheet, cells: own })), ...sheets]) {
    const long = cells.find(({ value }) => textLength(value) > LONGEST_TEXT);
    if (long) return { kind: "tooLong", at: { sheet: name, row: long.row, col: long.col }, length: textLength(long.value) };
  }
  if ([...layers, ...sheets].some(({ cells }) => cells.some(({ value }) => formulaLength(value) > LONGEST_FORMULA))) return { kind: "unsupported", what: "formula" };
  if ([...layers, ...sheets].some(({ rules }) => (rules?.length ?? 0) > MOST_RULES)) return { kind: "unsupported", what: "rules" };
  if (sheets.some(({ name }) => !isSheetName(name))) return { kind: "unsupported", what: "sheetName" };
  return null;
}

function textLength(value: OwnCell["value"]): number {
  const shown = typeof value === "object" && value !== null ? value.cached : value;
  return typeof shown === "string" ? shown.length : 0;
}

function formulaLength(value: OwnCell["value"]): number {
  return typeof value === "object" && value !== null ? value.formula.length : 0;
}

import type { CellRef } from "../core/grid/grid";
import type { FileFault } from "../files/fault";

/** Why a workbook could not be opened, written or saved. Nothing was changed then. */
export type WorkbookFault =
  | FileFault
  | { readonly kind: "sheetMissing"; readonly sheet: string }
  | { readonly kind: "protected"; readonly sheet: string }
  | { readonly kind: "tooLong"; readonly at: CellRef; readonly length: number }
  /** The cell cannot be written alone: a many-cell array formula, the inside of a span, a header by which formulas know a table's column, cells of a table joined, a thread of comments. */
  | { readonly kind: "unwritable"; readonly at: CellRef; readonly reason: "arrayFormula" | "insideSpan" | "tableHeader" | "insideTable" | "thread" }
  /** Rows cannot come or go here: they would part an array formula, a table or a pivot table, or push cells off the sheet. */
  | { readonly kind: "rowsBlocked"; readonly sheet: string; readonly reason: "arrayFormula" | "table" | "pivotTable" | "full" }
  /** What we were about to write would make Excel repair the file: a bug of ours, stopped in time. */
  | { readonly kind: "invalid"; readonly part: string; readonly reason: string };

/** What the lights ask to be written, as plain data: the workbook's port takes the same shapes and knows how. */
import type { CellRef, CellValue } from "../grid/grid";

export interface FormulaCell {
  /** Without the leading "=". */
  readonly formula: string;
  /** What it comes to now. */
  readonly cached: CellValue;
}

export type Look = "text" | "wrapped" | "number" | "listed" | "listedNumber" | "date" | "helperHeader" | "helperDate" | "helperText" | "light" | "title" | "header" | "asOf";

export interface Paint {
  readonly fill: string;
  readonly font: string;
}

export interface LaidCell {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue | FormulaCell;
  readonly look: Look;
  readonly paint?: Paint;
}

export interface LaidColumn {
  readonly col: number;
  readonly width: number;
  readonly hidden?: true;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface LaidRule extends Paint {
  readonly areas: readonly Area[];
  /** For the first cell of the first area. */
  readonly formula: string;
}

/** Our columns beside one official table. */
export interface Layer {
  readonly sheet: string;
  readonly columns: readonly LaidColumn[];
  readonly cells: readonly LaidCell[];
  readonly rules: readonly LaidRule[];
  readonly asOf: CellRef | null;
}

/** A whole sheet of ours. */
export interface LaidSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden";
  readonly columns: readonly LaidColumn[];
  readonly cells: readonly LaidCell[];
  readonly rules: readonly LaidRule[];
  readonly headerRows: number;
}

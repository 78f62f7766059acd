/** What Excel told of a sheet as a grid. */
import type { CellMark, CellValue, Grid, GridRow, Span } from "../core/grid/grid";
import type { Area } from "./officeAreas";
import { kindOfFormat } from "./officeNumberFormat";

/** Part of a sheet, every matrix in its shape. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly values: Matrix;
  readonly formulas: Matrix;
  readonly types: Matrix;
  readonly formats: Matrix;
}

export type Matrix = readonly (readonly unknown[])[];

export interface SheetFacts {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  readonly hiddenRows: readonly Area[];
  readonly hiddenColumns: readonly Area[];
  readonly coloured: readonly Area[];
  readonly struck: readonly Area[];
  /** Days count from 1904. */
  readonly date1904: boolean;
}

/** What a serial number of the 1904 system lacks to that of the 1900 system. */
export const DAYS_1904 = 1462;

/** The grid of a sheet. Notes are not told: Excel's older versions do not know how. */
export function gridOf(facts: SheetFacts): Grid {
  const rows = new Map<number, { values: CellValue[]; marks: (CellMark | undefined)[] }>();
  const [coloured, struck] = [cellKeys(facts.coloured), cellKeys(facts.struck)];
  for (const block of facts.blocks) {
    block.values.forEach((line, i) =>
      line.forEach((_, j) => {
        const [row, col] = [block.top + i, block.left + j];
        const cell = cellOf(block, i, j, facts.date1904);
        if (cell.value === null && !cell.mark.formula) return;
        const found = rows.get(row) ?? { values: [], marks: [] };
        rows.set(row, found);
        found.values[col] = cell.value;
        const mark = shared({ ...cell.mark, ...(struck.has(keyOf(row, col)) ? { struck: true } : {}), ...(coloured.has(keyOf(row, col)) ? { coloured: true } : {}) });
        if (mark) found.marks[col] = mark;
      }),
    );
  }
  return {
    sheet: facts.name,
    visibility: facts.visibility,
    rows: [...rows].sort(([a], [b]) => a - b).map(([row, { values, marks }]): GridRow => ({
      row, values, marks: marks.length > 0 ? marks : null, hidden: facts.hiddenRows.some(({ top, bottom }) => top <= row && row <= bottom),
    })),
    spans: facts.spans,
    notes: [],
    hiddenColumns: facts.hiddenColumns.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => left + i)).sort((a, b) => a - b),
  };
}

function cellOf({ values, formulas, types, formats }: Block, i: number, j: number, date1904: boolean): { readonly value: CellValue; readonly mark: CellMark } {
  const told = values[i]?.[j];
  const formula = formulas[i]?.[j];
  const value = valueOf(told);
  const kind = typeof value === "number" ? kindOfFormat(textOf(formats[i]?.[j])) : null;
  const mark: CellMark = {
    ...(kind === "date" ? { date: true } : {}),
    ...(kind === "percent" ? { percent: true } : {}),
    // A text that begins with "=" is told alike as value and as formula.
    ...(typeof formula === "string" && formula.startsWith("=") && formula !== told ? { formula: true } : {}),
    ...(types[i]?.[j] === "Error" ? { error: true } : {}),
  };
  return { value: typeof value === "number" && kind === "date" && date1904 ? value + DAYS_1904 : value, mark };
}

/** Whether a number of the block is a day. */
export function hasDay({ values, formats }: Block): boolean {
  return values.some((line, i) => line.some((value, j) => typeof value === "number" && kindOfFormat(textOf(formats[i]?.[j])) === "date"));
}

/** A value as Excel tells it; nothing is "". */
export function valueOf(told: unknown): CellValue {
  if (typeof told === "number" || typeof told === "boolean") return told;
  return typeof told === "string" && told !== "" ? told : null;
}

function textOf(told: unknown): string {
  return typeof told === "string" ? told : "";
}

function keyOf(row: number, col: number): number {
  return row * 16_384 + col;
}

function cellKeys(areas: readonly Area[]): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) keys.add(keyOf(row, col));
  }
  return keys;
}

const MARKS = new Map<string, CellMark>();

/** One object for all cells with the same remarks; undefined for none. */
function shared(mark: CellMark): CellMark | undefined {
  const key = Object.keys(mark).sort().join(" ");
  if (key === "") return undefined;
  const known = MARKS.get(key) ?? Object.freeze(mark);
  MARKS.set(key, known);
  return known;
}

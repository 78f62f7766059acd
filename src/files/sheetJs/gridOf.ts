import type { CellObject, WorkBook } from "@e965/xlsx";
import type { CellMark, CellNote, CellValue, Grid, GridRow } from "../../core/grid/grid";
import { serialOfDay } from "../../core/grid/day";
import { DATE, ERROR, FORMULA, markOf, PERCENT } from "../cellMarks";
import { marksOfFormat } from "../numberFormat";
import { PartFault } from "../partFault";

/** A sheet as SheetJS keeps it when asked for dense ones; what may be missing in spite of its types, too. */
export interface DenseSheet {
  readonly "!data"?: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly "!merges"?: readonly { readonly s: { readonly r: number; readonly c: number }; readonly e: { readonly r: number; readonly c: number } }[];
  readonly "!rows"?: readonly (Hideable | undefined)[];
  readonly "!cols"?: readonly (Hideable | undefined)[];
  readonly "!type"?: string;
}

interface Hideable {
  readonly hidden?: boolean;
}

/** Marks of cells from another look at the same file, and how many cells it saw. */
export interface OtherMarks {
  readonly cells: number;
  marks(row: number, col: number): number;
}

export interface SheetAbout {
  readonly sheet: string;
  readonly visibility: Grid["visibility"];
  readonly date1904: boolean;
  readonly marks: OtherMarks | null;
}

const DAYS_1904 = 1462;
const ERRORS: Readonly<Record<number, string>> = {
  0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A", 0x2b: "#GETTING_DATA",
};

/** The sheet of that name, or null where it is missing. */
export function sheetOf(workbook: WorkBook, name: string): DenseSheet | null {
  return (new Map(Object.entries(workbook.Sheets)).get(name) as DenseSheet | undefined) ?? null;
}

/** A sheet of SheetJS as a grid of ours. */
export function gridOf(sheet: DenseSheet, about: SheetAbout): Grid {
  const rows: GridRow[] = [];
  const notes: CellNote[] = [];
  let cells = 0;
  let lastColumn = -1;
  for (const [row, line] of (sheet["!data"] ?? []).entries()) {
    const read = readLine(row, line ?? [], about, notes);
    cells += read.cells;
    if (read.values.length === 0) continue;
    lastColumn = Math.max(lastColumn, read.values.length - 1);
    rows.push({ row, values: read.values, marks: read.marks, hidden: sheet["!rows"]?.[row]?.hidden === true });
  }
  if (about.marks !== null && cells < about.marks.cells) throw new PartFault({ kind: "damagedPart", part: about.sheet });
  return {
    sheet: about.sheet,
    visibility: about.visibility,
    rows,
    spans: (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    notes,
    hiddenColumns: hiddenColumns(sheet, lastColumn),
  };
}

interface Line {
  readonly cells: number;
  readonly values: readonly (CellValue | undefined)[];
  readonly marks: GridRow["marks"];
}

function readLine(row: number, line: readonly (CellObject | undefined)[], about: SheetAbout, notes: CellNote[]): Line {
  const values: (CellValue | undefined)[] = [];
  let marks: (CellMark | undefined)[] | null = null;
  let cells = 0;
  line.forEach((cell, col) => {
    if (cell?.c !== undefined) notes.push({ row, col, text: cell.c.map(({ t }) => untilNul(t)).join("\n") });
    if (cell === undefined || cell.t === "z") return;
    cells++;
    const { value, bits } = readCell(cell, about.marks?.marks(row, col) ?? ownMarks(cell), about.date1904);
    values[col] = value;
    const mark = markOf(bits);
    if (mark !== undefined) (marks ??= [])[col] = mark;
  });
  return { cells, values, marks };
}

/** Notes of an .xls come with what follows them in the file. */
function untilNul(text: string): string {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

function ownMarks(cell: CellObject): number {
  return (cell.f === undefined ? 0 : FORMULA) | (typeof cell.z === "string" ? marksOfFormat(cell.z) : 0);
}

function readCell({ t, v }: CellObject, bits: number, date1904: boolean): { readonly value: CellValue; readonly bits: number } {
  const plain = bits & ~(DATE | PERCENT);
  if (t === "e") return { value: ERRORS[Number(v)] ?? String(v), bits: plain | ERROR };
  if (v instanceof Date) return { value: serialOf(v), bits: plain | DATE };
  if (typeof v === "number") return { value: v + (date1904 && (bits & DATE) !== 0 ? DAYS_1904 : 0), bits };
  return { value: v ?? null, bits: plain };
}

/** SheetJS keeps days in universal time. */
function serialOf(date: Date): number {
  const day = serialOfDay({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  return day + (date.getUTCHours() * 3600 + date.getUTCMinutes() * 60 + date.getUTCSeconds()) / 86_400;
}

function hiddenColumns(sheet: DenseSheet, lastColumn: number): readonly number[] {
  const hidden: number[] = [];
  sheet["!cols"]?.forEach((column, col) => {
    if (col <= lastColumn && column?.hidden === true) hidden.push(col);
  });
  return hidden;
}

import { placeName } from "../core/grid/a1";
import type { GridRow } from "../core/grid/grid";
import type { Remark } from "../core/grid/sourceFile";
import { DATE, ERROR, FORMULA, NUMBER_MARKS, TEXT_MARKS } from "./cellMarks";
import { fileRemark, type FileRemarkId } from "./remark";
import { RowBuilder } from "./rowBuilder";

/** Days between the first days of the two date systems. */
export const DAYS_1904 = 1462;

/** Error values by their codes in binary workbooks ([MS-XLS] 2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"], [0x07, "#DIV/0!"], [0x0f, "#VALUE!"], [0x17, "#REF!"], [0x1d, "#NAME?"], [0x24, "#NUM!"], [0x2a, "#N/A"], [0x2b, "#GETTING_DATA"],
]);

/** Gathers the cells of a sheet of a binary workbook, which come one after the other with their row and column. */
export class GridCells {
  private readonly builder = new RowBuilder();
  private readonly hiddenRows = new Set<number>();
  private readonly faults = new Map<FileRemarkId, { readonly count: number; readonly row: number; readonly col: number }>();
  private readonly hiddenRanges: { readonly first: number; readonly last: number }[] = [];
  private readonly date1904: boolean;
  private row = -1;

  constructor(date1904: boolean) {
    this.date1904 = date1904;
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumns(first: number, last: number): void {
    this.hiddenRanges.push({ first, last });
  }

  setNumber(row: number, col: number, value: number, bits: number): void {
    const shift = this.date1904 && (bits & DATE) !== 0 ? DAYS_1904 : 0;
    this.set(row, col, value + shift, bits & NUMBER_MARKS);
  }

  setText(row: number, col: number, text: string, bits: number): void {
    this.set(row, col, text, bits & TEXT_MARKS);
  }

  setBoolean(row: number, col: number, value: boolean, bits: number): void {
    this.set(row, col, value, bits & TEXT_MARKS);
  }

  setError(row: number, col: number, code: number, bits: number): void {
    this.set(row, col, ERRORS.get(code) ?? `#${code}`, (bits & TEXT_MARKS) | ERROR);
  }

  /** A formula whose value the file does not keep. */
  setUnknown(row: number, col: number): void {
    this.set(row, col, null, FORMULA);
  }

  /** Gives the text to a formula that was `setUnknown` last. */
  replaceText(row: number, col: number, text: string, bits: number): void {
    if (row === this.row) this.builder.replace(col, text, bits & TEXT_MARKS);
  }

  /** Something is wrong with a cell; counted, with the first place. */
  count(id: FileRemarkId, row: number, col: number): void {
    const seen = this.faults.get(id);
    this.faults.set(id, seen === undefined ? { count: 1, row, col } : { ...seen, count: seen.count + 1 });
  }

  finish(): { readonly rows: readonly GridRow[]; readonly hiddenColumns: readonly number[] } {
    this.builder.end();
    const rows = this.builder.finish();
    const hiddenColumns: number[] = [];
    for (let col = 0; col <= this.builder.lastColumn; col++) {
      if (this.hiddenRanges.some(({ first, last }) => first <= col && col <= last)) hiddenColumns.push(col);
    }
    return { rows, hiddenColumns };
  }

  /** After `finish`. */
  remarks(sheet: string): readonly Remark[] {
    const { twice } = this.builder;
    const all = [...this.faults, ...(twice.count > 0 ? [["cell/twice", twice] as const] : [])];
    return all.map(([id, { count, row, col }]) => fileRemark(id, { count }, placeName({ sheet, row, col })));
  }

  private set(row: number, col: number, value: string | number | boolean | null, bits: number): void {
    if (row !== this.row) {
      this.builder.end();
      this.builder.begin(this.hiddenRows.has(row));
      this.row = row;
    }
    this.builder.set(row, col, value, bits);
  }
}

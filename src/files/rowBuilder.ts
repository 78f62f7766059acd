import type { CellMark, CellValue, GridRow } from "../core/grid/grid";
import { markOf } from "./cellMarks";

/** How much room a row gets before its width is known. */
const USUAL_WIDTH = 64;

/** Gathers the cells of a sheet into rows that ascend, in whatever order the file has them. */
export class RowBuilder {
  /** Cells that were written more than once with different places in the file; the last that has a value is kept. */
  twice: { count: number; row: number; col: number } = { count: 0, row: 0, col: 0 };
  /** The last column that has a cell, -1 for none. */
  lastColumn = -1;
  private readonly rows: GridRow[] = [];
  private ascending = true;
  private width = 0;
  private row = -1;
  private hidden = false;
  private values: (CellValue | undefined)[] = [];
  private last = -1;
  /** Bits of the row's marks by column, up to `lastMarked`; zero behind it. */
  private bits = new Uint8Array(64);
  private lastMarked = -1;
  /** The marks of a row before and their bits: most rows of a sheet have the same, and share them. */
  private sharedBits = new Uint8Array();
  private sharedMarks: readonly (CellMark | undefined)[] | null = null;

  /** The row that cells are being added to. */
  get current(): (CellValue | undefined)[] {
    return this.values;
  }

  begin(hidden: boolean): void {
    this.hidden = hidden;
    this.values = new Array<CellValue | undefined>(Math.min(this.width, USUAL_WIDTH));
    this.last = -1;
  }

  set(row: number, col: number, value: CellValue, bits: number): void {
    this.row = row;
    if (this.values[col] !== undefined) {
      this.countTwice(row, col);
      if (value === null) return;
    }
    this.values[col] = value;
    if (col > this.last) this.last = col;
    if (bits !== 0 || col <= this.lastMarked) this.mark(col, bits);
  }

  /** Another value for a cell of the current row that was set already. */
  replace(col: number, value: CellValue, bits: number): void {
    this.values[col] = value;
    this.mark(col, bits);
  }

  end(): void {
    if (this.last < 0) return;
    const width = this.last + 1;
    if (this.values.length !== width) this.values.length = width;
    this.width = width;
    if (this.last > this.lastColumn) this.lastColumn = this.last;
    const before = this.rows[this.rows.length - 1];
    if (before !== undefined && before.row >= this.row) this.ascending = false;
    this.rows.push({ row: this.row, values: this.values, marks: this.takeMarks(), hidden: this.hidden });
  }

  /** All rows, each once. */
  finish(): readonly GridRow[] {
    return this.ascending ? this.rows : this.joined();
  }

  private mark(col: number, bits: number): void {
    if (col >= this.bits.length) this.widen(col);
    this.bits[col] = bits;
    if (col > this.lastMarked) this.lastMarked = col;
  }

  private widen(col: number): void {
    const wider = new Uint8Array(Math.max(this.bits.length * 4, col + 1));
    wider.set(this.bits);
    this.bits = wider;
  }

  /** The marks of the row, and none any more for the next. */
  private takeMarks(): GridRow["marks"] {
    const length = this.lastMarked + 1;
    if (length === 0) return null;
    const { bits, sharedBits } = this;
    let same = length === sharedBits.length;
    for (let col = 0; same && col < length; col++) same = bits[col] === sharedBits[col];
    if (!same) {
      this.sharedBits = bits.slice(0, length);
      this.sharedMarks = Array.from(this.sharedBits, markOf);
    }
    bits.fill(0, 0, length);
    this.lastMarked = -1;
    return this.sharedMarks;
  }

  private countTwice(row: number, col: number): void {
    if (this.twice.count === 0) this.twice = { count: 0, row, col };
    this.twice.count++;
  }

  private joined(): readonly GridRow[] {
    const byNumber = new Map<number, [GridRow, ...GridRow[]]>();
    for (const row of this.rows) {
      const same = byNumber.get(row.row);
      if (same === undefined) byNumber.set(row.row, [row]);
      else same.push(row);
    }
    return [...byNumber.values()].map((rows) => this.join(rows)).sort((a, b) => a.row - b.row);
  }

  /** One row of several with the same number; costs what their cells cost, however far apart they are. */
  private join(rows: readonly [GridRow, ...GridRow[]]): GridRow {
    const [first] = rows;
    if (rows.length === 1) return first;
    const values: (CellValue | undefined)[] = [];
    const marks: (CellMark | undefined)[] = [];
    let hasMarks = false;
    for (const row of rows) {
      for (const key of Object.keys(row.values)) {
        const col = Number(key);
        const value = row.values[col];
        if (value === undefined) continue;
        const before = values[col];
        if (before !== undefined) this.countTwice(row.row, col);
        if (before !== undefined && value === null) continue;
        values[col] = value;
        const mark = row.marks?.[col];
        if (mark !== undefined || marks[col] !== undefined) marks[col] = mark;
        hasMarks ||= mark !== undefined;
      }
    }
    return { row: first.row, values, marks: hasMarks ? marks : null, hidden: rows.some(({ hidden }) => hidden) };
  }
}

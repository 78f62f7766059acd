import type { CellMark, Grid, GridRow, Span } from "../../core/grid/grid";
import { markOf } from "../cellMarks";
import { XmlFault } from "../xml/xmlFault";

/** No table has more columns than a sheet. */
const LAST_COLUMN = 16_383;

export interface DocxCell {
  readonly text: string;
  /** Bits of `cellMarks`. */
  readonly marks: number;
  /** How many columns of the table it covers. */
  readonly width: number;
  /** Where it stands in a vertical span: its first cell, a further one, or in none. */
  readonly vertical: "first" | "further" | "none";
}

/** Lays out the rows of one table of a document, and the paragraphs around it, as a sheet. */
export class TableBuilder {
  private readonly rows: GridRow[] = [];
  private readonly spans: Span[] = [];
  /** Vertical spans that may go on in the next row, by their first column. */
  private open = new Map<number, Span>();
  private row = 0;

  /** A paragraph outside the table: a row of one cell. */
  addLine(text: string, marks: number): void {
    this.addRow([{ text, marks, width: 1, vertical: "none" }], 0);
  }

  /** A row of the table that begins `before` columns from the left. */
  addRow(cells: readonly DocxCell[], before: number): void {
    const values: string[] = [];
    const marks: (CellMark | undefined)[] = [];
    const open = new Map<number, Span>();
    let col = before;
    for (const cell of cells) {
      if (col > LAST_COLUMN) throw new XmlFault("damaged");
      if (cell.text !== "") values[col] = cell.text;
      const mark = markOf(cell.marks);
      if (mark !== undefined && cell.text !== "") marks[col] = mark;
      this.addSpan(cell, col, open);
      col += cell.width;
    }
    this.close(open);
    if (values.length > 0) this.rows.push({ row: this.row, values, marks: marks.length > 0 ? marks : null, hidden: false });
    this.row++;
  }

  finish(sheet: string): Grid {
    this.close(new Map());
    const spans = this.spans.sort((a, b) => a.top - b.top || a.left - b.left);
    return { sheet, visibility: "visible", rows: this.rows, spans, notes: [], hiddenColumns: [] };
  }

  private addSpan({ width, vertical }: DocxCell, col: number, open: Map<number, Span>): void {
    const right = col + width - 1;
    const above = vertical === "further" ? this.open.get(col) : undefined;
    if (above?.right === right) open.set(col, { ...above, bottom: this.row });
    else if (vertical !== "none") open.set(col, { top: this.row, left: col, bottom: this.row, right });
    else if (width > 1) this.spans.push({ top: this.row, left: col, bottom: this.row, right });
  }

  /** Keeps `next` as the spans that may go on; those that do not are done. */
  private close(next: Map<number, Span>): void {
    for (const [col, span] of this.open) {
      const goesOn = next.get(col)?.top === span.top;
      if (!goesOn && (span.top !== span.bottom || span.left !== span.right)) this.spans.push(span);
    }
    this.open = next;
  }
}

/** Writing one cell of the user's: its format stays, its formula goes, and what it held when the file was opened comes back whole. */
import { LONGEST_TEXT } from "../core/grid/excelLimits";
import type { CellRef, CellValue, Span } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { tagAttribute } from "./attributes";
import { cellXml, childText, formulaTag, styleOf, valueOf, withPlainFormula } from "./cellXml";
import type { Draft } from "./draft";
import type { WorkbookFault } from "./fault";
import { areaOf, movedFormula } from "./formula";
import { contentOf, needsTextMark } from "./newSheet";
import type { SheetData } from "./sheetData";
import { cellXmlAt, cellsOf, dropBareRow } from "./sheetData";
import { RowFit } from "./rowFit";
import { tableHeaders } from "./rows/shiftParts";
import type { SheetPart } from "./sheetPart";
import { tagEnd } from "./xml";

/** Writes into the cells of one sheet of a draft. */
export class CellWriter {
  private readonly draft: Draft;
  private readonly sheet: SheetPart;
  private readonly name: string;
  private readonly original: SheetData | null;
  private readonly spans: readonly Span[];
  private readonly arrays: readonly Span[];
  private readonly tableHeaders: readonly Span[];
  private readonly fit: RowFit;

  constructor(draft: Draft, sheet: SheetPart, name: string) {
    this.draft = draft;
    this.sheet = sheet;
    this.name = name;
    this.original = draft.originalRows(name);
    this.spans = sheet.spans();
    this.arrays = arrayAreas(sheet.data);
    this.fit = new RowFit(draft, sheet);
    const place = draft.place(name);
    this.tableHeaders = place ? tableHeaders(draft, place) : [];
  }

  /** Writes a value; null and "" clear the cell. A day is its serial number in the 1900 system, whatever the file uses. */
  write(row: number, col: number, value: CellValue): Result<null, WorkbookFault> {
    const fault = this.refusal(row, col, value);
    if (fault) return err(fault);
    const { draft, sheet, name, original } = this;
    const now = cellXmlAt(sheet.data, row, col);
    if (same(draft, now, value)) return ok(null);
    if (this.tableHeaders.some((area) => covers(area, row, col))) return err({ kind: "unwritable", at: { sheet: name, row, col }, reason: "tableHeader" });
    this.fit.note(row);
    if (now !== null) unshareFormula(sheet.data, now);
    const first = original && cellXmlAt(original, row, col);
    if (original && same(draft, first, value)) {
      draft.putCell(sheet, name, row, col, first);
      const slot = sheet.data.byRow.get(row);
      if (slot && !original.byRow.has(row)) dropBareRow(sheet.data, slot);
      return ok(null);
    }
    const style = this.styleFor(now, value);
    draft.putCell(sheet, name, row, col, cellXml(row, col, style, contentOf(draft.storedValue(value, style), draft.strings), sheet.prefix));
    return ok(null);
  }

  /** After the last write: rows whose height was made for what they held are as high as they must be now. */
  settle(): void {
    this.fit.settle();
  }

  /** The cell's own format. The mark of a text comes with a text that needs it, and goes with one; a mark that a person set stays. */
  private styleFor(now: string | null, value: CellValue): number {
    const style = now === null ? 0 : styleOf(now);
    const { styles, strings } = this.draft;
    if (needsTextMark(value)) return styles.withTextMark(style, true);
    const neededIt = now !== null && needsTextMark(valueOf(now, (index) => strings.textAt(index)));
    return neededIt ? styles.withTextMark(style, false) : style;
  }

  private refusal(row: number, col: number, value: CellValue): WorkbookFault | null {
    const at: CellRef = { sheet: this.name, row, col };
    if (typeof value === "string" && value.length > LONGEST_TEXT) return { kind: "tooLong", at, length: value.length };
    const isInside = this.spans.some((span) => covers(span, row, col) && (span.top !== row || span.left !== col));
    if (isInside) return { kind: "unwritable", at, reason: "insideSpan" };
    return this.arrays.some((area) => covers(area, row, col)) ? { kind: "unwritable", at, reason: "arrayFormula" } : null;
  }
}

function covers({ top, left, bottom, right }: Span, row: number, col: number): boolean {
  return top <= row && row <= bottom && left <= col && col <= right;
}

/** Whether a cell's element holds the value; no element, an empty one and an empty text are the same. */
function same(draft: Draft, cell: string | null, value: CellValue): boolean {
  if (cell === null) return value === null || value === "";
  const held = valueOf(cell, (index) => draft.strings.textAt(index));
  if (held === "") return value === null || value === "";
  return held === draft.storedValue(value === "" ? null : value, styleOf(cell));
}

/** Areas of more than one cell that one array formula fills. */
export function arrayAreas(data: SheetData): readonly Span[] {
  return data.rows
    .filter((row) => row.cells !== null || row.body.includes("array"))
    .flatMap((row) => cellsOf(row))
    .flatMap(({ xml }) => {
      const tag = xml.includes("array") ? formulaTag(xml) : null;
      const area = tag !== null && tagAttribute(tag, "t") === "array" ? areaOf(tagAttribute(tag, "ref") ?? "") : null;
      return area === null || (area.top === area.bottom && area.left === area.right) ? [] : [area];
    });
}

/** Where the cell is the one that a shared formula is written in, the others get the formula in full (ECMA-376 18.3.1.40). */
function unshareFormula(data: SheetData, master: string): void {
  const tag = formulaTag(master);
  const id = tag !== null && tagAttribute(tag, "t") === "shared" ? tagAttribute(tag, "si") : null;
  const formula = id === null ? null : childText(master, "f");
  if (id === null || formula === null || formula === "") return;
  const from = placeOf(master);
  for (const row of data.rows) {
    if (row.cells === null && !row.body.includes("shared")) continue;
    for (const cell of cellsOf(row)) {
      const other = cell.xml.includes("shared") ? formulaTag(cell.xml) : null;
      if (other === null || tagAttribute(other, "si") !== id || tagAttribute(other, "t") !== "shared" || cell.xml === master) continue;
      cell.xml = withPlainFormula(cell.xml, movedFormula(formula, row.row - from.row, cell.col - from.col));
    }
  }
}

function placeOf(cell: string): { readonly row: number; readonly col: number } {
  const area = areaOf(tagAttribute(cell.slice(0, tagEnd(cell, 0)), "r") ?? "A1");
  return { row: area?.top ?? 0, col: area?.left ?? 0 };
}

/**
 * The rows and cells of a sheet as text pieces. A row is taken apart only when one of its cells is wanted;
 * a row and a cell that nobody changed are written as they were read.
 */
import { cellName, parseCellName } from "../core/grid/a1";
import { attributesOf, tagAttribute, withTagAttribute } from "./attributes";
import { flatElementEnd, localName, skipMarkup, tagEnd, tagName } from "./xml";

export interface CellSlot {
  readonly col: number;
  /** White space and the like before the cell. */
  readonly before: string;
  /** The whole `<c>` element. */
  xml: string;
}

export interface RowSlot {
  readonly row: number;
  /** Whether the file leaves the row's number to be counted. */
  implicit: boolean;
  /** White space and the like before the row. */
  readonly before: string;
  open: string;
  body: string;
  readonly close: string;
  /** Filled when the row is taken apart; the body is then out of date. */
  cells: CellSlot[] | null;
  /** What follows the last cell of a row that was taken apart. */
  after: string;
}

export interface SheetData {
  readonly prefix: string;
  /** Ascending by row where the file is well ordered. */
  readonly rows: RowSlot[];
  /** By row number; the first where the file repeats one. */
  readonly byRow: Map<number, RowSlot>;
  readonly tail: string;
}

/** The next start tag with this local name from `from`, or null; comments and CDATA sections are passed over. */
export function nextTag(text: string, local: string, from: number): number | null {
  for (let at = text.indexOf("<", from); at >= 0; at = text.indexOf("<", at + 1)) {
    const mark = text.charAt(at + 1);
    if (mark === "/") continue;
    if (mark === "!" || mark === "?") {
      const after = skipMarkup(text, at);
      if (after < 0) return null;
      at = after - 1;
      continue;
    }
    if (localName(tagName(text, at)) === local) return at;
  }
  return null;
}

/** The rows inside `<sheetData>`, or null where the text is not well formed. */
export function parseSheetData(inner: string, prefix: string): SheetData | null {
  const rows: RowSlot[] = [];
  const byRow = new Map<number, RowSlot>();
  let at = 0;
  let previous = -1;
  for (let start = nextTag(inner, "row", 0); start !== null; start = nextTag(inner, "row", at)) {
    const end = flatElementEnd(inner, start);
    const opened = tagEnd(inner, start);
    if (end < 0 || opened < 0) return null;
    const open = inner.slice(start, opened);
    const number = tagAttribute(open, "r");
    const row = number === null ? previous + 1 : Number(number) - 1;
    const closeAt = end === opened ? end : inner.lastIndexOf("</", end - 1);
    const slot: RowSlot = {
      row, implicit: number === null, before: inner.slice(at, start), open,
      body: inner.slice(opened, closeAt), close: inner.slice(closeAt, end), cells: null, after: "",
    };
    rows.push(slot);
    if (!byRow.has(row)) byRow.set(row, slot);
    previous = row;
    at = end;
  }
  return { prefix, rows, byRow, tail: inner.slice(at) };
}

/** The cells of a row in order of the file. Taking a row apart gives every cell of it its own reference. */
export function cellsOf(row: RowSlot): CellSlot[] {
  if (row.cells) return row.cells;
  const cells: CellSlot[] = [];
  let previous = -1;
  let at = 0;
  for (let start = nextTag(row.body, "c", 0); start !== null; start = nextTag(row.body, "c", at)) {
    const end = flatElementEnd(row.body, start);
    if (end < 0) break;
    const xml = row.body.slice(start, end);
    const opened = tagEnd(xml, 0);
    const ref = tagAttribute(xml.slice(0, opened), "r");
    const col = (ref === null ? null : parseCellName(ref)?.col) ?? previous + 1;
    const told = ref === null ? withTagAttribute(xml.slice(0, opened), "r", cellName(row.row, col)) + xml.slice(opened) : xml;
    cells.push({ col, before: row.body.slice(at, start), xml: told });
    previous = col;
    at = end;
  }
  row.after = row.body.slice(at);
  row.cells = cells;
  return cells;
}

/** The cell's element as text, or null where the sheet has none there. */
export function cellXmlAt(data: SheetData, row: number, col: number): string | null {
  const slot = data.byRow.get(row);
  return slot ? (cellsOf(slot).find((cell) => cell.col === col)?.xml ?? null) : null;
}

/** Puts a cell's element at its place, in a new row where there is none yet; null takes the cell away. */
export function putCell(data: SheetData, row: number, col: number, xml: string | null): void {
  const slot = data.byRow.get(row) ?? (xml === null ? undefined : insertRow(data, row));
  if (slot === undefined) return;
  const cells = cellsOf(slot);
  const at = cells.findIndex((cell) => cell.col >= col);
  const found = at < 0 ? undefined : cells[at];
  if (found?.col === col) {
    if (xml === null) cells.splice(at, 1);
    else found.xml = xml;
  } else if (xml !== null) cells.splice(at < 0 ? cells.length : at, 0, { col, before: "", xml });
}

/** An empty row at its place. Rows that were only counted get their numbers first, or they would count anew. */
function insertRow(data: SheetData, row: number): RowSlot {
  numberRows(data);
  const slot: RowSlot = {
    row, implicit: false, before: "", open: `<${data.prefix}row r="${row + 1}">`, body: "", close: `</${data.prefix}row>`, cells: [], after: "",
  };
  const at = data.rows.findIndex((other) => other.row > row);
  data.rows.splice(at < 0 ? data.rows.length : at, 0, slot);
  data.byRow.set(row, slot);
  return slot;
}

/** Gives rows that were only counted their numbers. */
export function numberRows(data: SheetData): void {
  for (const slot of data.rows) {
    if (!slot.implicit) continue;
    slot.open = withTagAttribute(slot.open, "r", String(slot.row + 1));
    slot.implicit = false;
  }
}

/** Takes a row element away. */
function dropRow(data: SheetData, row: number): void {
  const slot = data.byRow.get(row);
  if (slot === undefined) return;
  numberRows(data);
  data.rows.splice(data.rows.indexOf(slot), 1);
  data.byRow.delete(row);
}

/** The row as text; `spans`, a hint of the row's first and last column, is kept true. */
function rowText(row: RowSlot): string {
  if (row.cells === null) return row.open + row.body + row.close;
  const open = withSpans(row.open, row.cells);
  const body = row.cells.map((cell) => cell.before + cell.xml).join("") + row.after;
  if (body === "") return row.close === "" ? open : open + row.close;
  if (row.close !== "") return open + body + row.close;
  return `${open.slice(0, -2).trimEnd()}>${body}</${tagName(open, 0)}>`;
}

function withSpans(open: string, cells: readonly CellSlot[]): string {
  const spans = tagAttribute(open, "spans");
  const [first, last] = [cells.at(0), cells.at(-1)];
  if (spans === null || first === undefined || last === undefined) return open;
  const [from, to] = spans.split(":").map(Number);
  if (from !== undefined && to !== undefined && from <= first.col + 1 && to >= last.col + 1) return open;
  return withTagAttribute(open, "spans", `${Math.min(from ?? 1, first.col + 1)}:${last.col + 1}`);
}

/** Takes away a row that holds nothing and says nothing: it was made for cells that are gone. */
export function dropBareRow(data: SheetData, row: RowSlot): void {
  const says = attributesOf(row.open).some(([name]) => name !== "r" && name !== "spans");
  if (!says && cellsOf(row).length === 0 && row.after.trim() === "") dropRow(data, row.row);
}

/** Ends the row's hint at a column again, where it was stretched beyond it. */
export function shortenSpans(row: RowSlot, end: number): void {
  const [from, to] = (tagAttribute(row.open, "spans") ?? "").split(":").map(Number);
  if (from === undefined || to === undefined || to <= end || from > end) return;
  row.open = withTagAttribute(row.open, "spans", `${from}:${end}`);
}

/** Rows whose cells are those of `original` again get its hint back too: Excel's covers blocks of rows and is not ours to guess. */
export function restoreSpans(data: SheetData, original: SheetData): void {
  for (const row of data.rows) {
    const before = row.cells === null ? undefined : original.byRow.get(row.row);
    const spans = before === undefined ? null : tagAttribute(before.open, "spans");
    if (before === undefined || row.cells === null || spans === null || tagAttribute(row.open, "spans") === spans) continue;
    const cells = cellsOf(before);
    const isSame = cells.length === row.cells.length && cells.every((cell, i) => cell.xml === row.cells?.[i]?.xml);
    if (isSame) row.open = withTagAttribute(row.open, "spans", spans);
  }
}

/** The content of `<sheetData>` as text. */
export function sheetDataText(data: SheetData): string {
  return data.rows.map((row) => row.before + rowText(row)).join("") + data.tail;
}

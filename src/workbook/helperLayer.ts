/**
 * Our columns beside the official table: put, replaced and taken away with no state but the workbook.
 * Two names of the sheet lead back to them; the rules are known by their formula.
 */
import { columnName, quotedSheet } from "../core/grid/a1";
import type { CellRef, Span } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import type { RuleStyle } from "./cellStyle";
import { cellXml, childText } from "./cellXml";
import { clearColumns, columnsHidden, groupColumns } from "./columns";
import type { ColumnSetting } from "./columns";
import { addRules, removeRules } from "./conditionalFormats";
import type { Draft, SheetPlace } from "./draft";
import type { WorkbookFault } from "./fault";
import { areaOf, fixedArea, formulaParts } from "./formula";
import type { NewCell } from "./newSheet";
import { LookIndexes, contentOf } from "./newSheet";
import type { SheetData } from "./sheetData";
import { cellXmlAt, cellsOf, dropBareRow, shortenSpans } from "./sheetData";
import type { SheetPart } from "./sheetPart";

/** Names of ours, one of each in the scope of a sheet. */
export const LAYER_NAME = "台账_辅助列";
export const AS_OF_NAME = "台账_截至日期";
const PRINT_AREA = "_xlnm.Print_Area";
const LAST_ROW = 1_048_575;

export interface LayerRule {
  readonly areas: readonly Span[];
  readonly formula: string;
  readonly style: RuleStyle;
}

export interface Layer {
  readonly sheet: string;
  readonly columns: readonly ColumnSetting[];
  readonly cells: readonly NewCell[];
  readonly rules: readonly LayerRule[];
  readonly asOf: CellRef | null;
  /** Which rules of the sheet are ours. */
  readonly isOurs: (formula: string) => boolean;
}

export interface LayerColumns {
  readonly first: number;
  readonly last: number;
}

/** The columns of our layer, first and last, or null where the sheet has none. */
export function layerColumns(draft: Draft, place: SheetPlace): LayerColumns | null {
  const formula = draft.book.nameOf(LAYER_NAME, place.index);
  const reference = formula === null ? undefined : formulaParts(formula).references[0];
  return reference ? { first: reference.area.left, last: reference.area.right } : null;
}

/** Places of other people's cells that a layer would write over. */
export function layerObstacles(draft: Draft, sheet: SheetPart, place: SheetPlace, layer: Layer): readonly CellRef[] {
  const own = layerColumns(draft, place);
  return layer.cells
    .filter(({ row, col }) => {
      if (own && own.first <= col && col <= own.last) return false;
      const cell = cellXmlAt(sheet.data, row, col);
      return cell !== null && ["v", "f", "is"].some((part) => childText(cell, part) !== null);
    })
    .map(({ row, col }) => ({ sheet: place.name, row, col }));
}

/** Puts a layer, in place of the one that is there. A group that a person closed stays closed. */
export function putLayer(draft: Draft, layer: Layer): Result<null, WorkbookFault> {
  const place = draft.place(layer.sheet);
  const part = draft.sheet(layer.sheet);
  if (!part.ok) return part;
  if (place === undefined) return err({ kind: "sheetMissing", sheet: layer.sheet });
  const sheet = part.value;
  const before = layerColumns(draft, place);
  const isClosed = before !== null && columnsHidden(sheet.root, before.first, before.last);
  takeAway(draft, sheet, place, layer.isOurs, null);
  const cols = [...layer.columns.map(({ col }) => col), ...layer.cells.map(({ col }) => col)];
  const first = cols.reduce((least, col) => Math.min(least, col), Infinity);
  if (first === Infinity) return ok(null);
  const last = cols.reduce((most, col) => Math.max(most, col), 0);
  groupColumns(sheet.root, layer.columns, isClosed);
  writeCells(draft, sheet, place.name, layer.cells);
  addRules(sheet.root, layer.rules.map(({ areas, formula, style }) => ({ areas, formula, format: draft.styles.ruleFormat(style) })));
  const quoted = quotedSheet(place.name);
  draft.book.setName(LAYER_NAME, place.index, `${quoted}!$${columnName(first)}:$${columnName(last)}`);
  if (layer.asOf) draft.book.setName(AS_OF_NAME, place.index, `${quoted}!$${columnName(layer.asOf.col)}$${layer.asOf.row + 1}`);
  if (first > 0) keepOutOfPrint(draft, place, first, last);
  return ok(null);
}

function writeCells(draft: Draft, sheet: SheetPart, name: string, cells: readonly NewCell[]): void {
  const looks = new LookIndexes(draft.styles);
  for (const cell of cells) {
    const { row, col, value } = cell;
    const style = looks.of(cell);
    draft.putCell(sheet, name, row, col, cellXml(row, col, style, contentOf(draft.storedValue(value, style), draft.strings), sheet.prefix));
  }
}

/** Takes our columns, rules and names away without a trace: cells that stood there when the file was opened come back. */
export function removeLayer(draft: Draft, name: string, isOurs: Layer["isOurs"]): Result<null, WorkbookFault> {
  const place = draft.place(name);
  const part = draft.sheet(name);
  if (!part.ok) return part;
  if (place === undefined) return err({ kind: "sheetMissing", sheet: name });
  // Where the file came with a layer, what stood there before it is not known.
  const before = draft.originalBook();
  const index = before?.sheets().findIndex((sheet) => sheet.name === place.name) ?? -1;
  const cameWithout = before !== null && index >= 0 && before.nameOf(LAYER_NAME, index) === null;
  takeAway(draft, part.value, place, isOurs, cameWithout ? draft.originalRows(name) : null);
  return ok(null);
}

function takeAway(draft: Draft, sheet: SheetPart, place: SheetPlace, isOurs: Layer["isOurs"], original: SheetData | null): void {
  removeRules(sheet.root, isOurs);
  const columns = layerColumns(draft, place);
  if (columns) {
    clearCells(draft, sheet, place.name, columns, original);
    clearColumns(sheet.root, columns.first, columns.last);
    const printed = draft.book.nameOf(PRINT_AREA, place.index);
    if (printed !== null && isOwnPrintArea(printed, columns.first)) draft.book.setName(PRINT_AREA, place.index, null);
  }
  draft.book.setName(LAYER_NAME, place.index, null);
  draft.book.setName(AS_OF_NAME, place.index, null);
}

function clearCells(draft: Draft, sheet: SheetPart, name: string, { first, last }: LayerColumns, original: SheetData | null): void {
  for (const row of [...sheet.data.rows]) {
    const own = cellsOf(row).filter(({ col }) => first <= col && col <= last);
    if (own.length === 0) continue;
    for (const { col } of own) draft.putCell(sheet, name, row.row, col, original && cellXmlAt(original, row.row, col));
    if (cellsOf(row).every(({ col }) => col < first)) shortenSpans(row, first);
    if (!original?.byRow.has(row.row)) dropBareRow(sheet.data, row);
  }
}

/** Whole columns up to ours: rows that are added later are printed too. Also the sign that the print area is of our making. */
function ownPrintArea(sheet: string, first: number): string {
  return `${quotedSheet(sheet)}!$A:$${columnName(first - 1)}`;
}

/** The same area however a program spells it: LibreOffice writes whole columns as $A$1:$H$1048576. */
function isOwnPrintArea(formula: string, first: number): boolean {
  const { references } = formulaParts(formula);
  const area = references.length === 1 ? references[0]?.area : undefined;
  return area !== undefined && area.top === 0 && area.bottom === LAST_ROW && area.left === 0 && area.right === first - 1;
}

/** Sets a print area that ends before our columns, or cuts them out of the one that is there. */
function keepOutOfPrint(draft: Draft, place: SheetPlace, first: number, last: number): void {
  const known = draft.book.nameOf(PRINT_AREA, place.index);
  if (known === null) {
    draft.book.setName(PRINT_AREA, place.index, ownPrintArea(place.name, first));
    return;
  }
  const { references } = formulaParts(known);
  if (!references.some(({ area }) => area.left <= last && area.right >= first)) return;
  const kept = references.flatMap(({ text, area }) => {
    if (area.left > last || area.right < first) return [text];
    const shortened = area.left < first ? areaOf(text) : null;
    return shortened ? [fixedArea({ ...shortened, right: first - 1 })] : [];
  });
  draft.book.setName(PRINT_AREA, place.index, kept.length === 0 ? null : kept.map((text) => `${quotedSheet(place.name)}!${text}`).join(","));
}

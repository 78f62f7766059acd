/** The formulas and rows inside `<sheetData>` after rows came or went. */
import type { Span } from "../../core/grid/grid";
import { tagAttribute, withTagAttribute } from "../attributes";
import { atPlace, cellXml, childText, formulaTag, styleOf, withFormula, withFormulaAttribute, withPlainFormula } from "../cellXml";
import { areaOf, movedFormula } from "../formula";
import type { CellSlot, RowSlot, SheetData } from "../sheetData";
import { cellsOf, numberRows, putCell } from "../sheetData";
import type { RowShift } from "./rowShift";
import { LAST_ROW, movedAreas, movedRow } from "./rowShift";
import { asksForPlaces, sameSheet, shiftFormula } from "./shiftFormula";

interface FormulaPlace {
  readonly row: number;
  readonly slot: CellSlot;
  readonly text: string;
}

interface SharedGroup {
  readonly first: FormulaPlace;
  readonly others: FormulaPlace[];
}

/** Rewrites the formulas of all cells, which still stand at their old places; gives the places of those whose result may be another now. */
export function shiftCellFormulas(data: SheetData, home: string, shift: RowShift): readonly { readonly row: number; readonly col: number }[] {
  const isHome = sameSheet(home, shift.sheet);
  const groups: SharedGroup[] = [];
  const byId = new Map<string, SharedGroup>();
  const unsettled: { row: number; col: number }[] = [];
  for (const row of data.rows) {
    if (row.cells === null && !/<(?:\w+:)?f[\s>/]/u.test(row.body)) continue;
    for (const slot of cellsOf(row)) {
      const tag = formulaTag(slot.xml);
      if (tag === null) continue;
      const place: FormulaPlace = { row: row.row, slot, text: childText(slot.xml, "f") ?? "" };
      const id = tagAttribute(tag, "t") === "shared" ? tagAttribute(tag, "si") : null;
      const group = id === null || place.text !== "" ? undefined : byId.get(id);
      if (group) group.others.push(place);
      else if (id !== null && place.text !== "") {
        const opened: SharedGroup = { first: place, others: [] };
        groups.push(opened);
        byId.set(id, opened);
      } else shiftPlain(place, tag, home, shift);
      if (isHome && asksForPlaces(group?.first.text ?? place.text)) unsettled.push({ row: row.row, col: slot.col });
    }
  }
  for (const group of groups) shiftShared(group, home, shift);
  return unsettled;
}

function shiftPlain({ slot, text }: FormulaPlace, tag: string, home: string, shift: RowShift): void {
  const next = text === "" ? text : shiftFormula(text, shift, home);
  if (next !== text) slot.xml = withFormula(slot.xml, next);
  if (!sameSheet(home, shift.sheet)) return;
  for (const name of ["ref", "r1", "r2"]) {
    const area = tagAttribute(tag, name);
    const moved = area === null ? "" : movedAreas(shift, area);
    if (moved !== "" && moved !== area) slot.xml = withFormulaAttribute(slot.xml, name, moved);
  }
}

/** A shared formula stays shared where its copies still are copies; else each cell gets its own. */
function shiftShared({ first, others }: SharedGroup, home: string, shift: RowShift): void {
  const isHome = sameSheet(home, shift.sheet);
  const placed = (row: number): number | null => (isHome ? movedRow(shift, row) : row);
  const moved = [first, ...others].map((place) => {
    const old = movedFormula(first.text, place.row - first.row, place.slot.col - first.slot.col);
    return { place, row: placed(place.row), text: shiftFormula(old, shift, home) };
  });
  const [head, ...rest] = moved;
  if (head === undefined) return;
  const top = head.row;
  const isShared = top !== null && rest.every(({ place, row, text }) => row === null || movedFormula(head.text, row - top, place.slot.col - first.slot.col) === text);
  if (!isShared) {
    for (const { place, text } of moved) place.slot.xml = withPlainFormula(place.slot.xml, text);
    return;
  }
  if (head.text !== first.text) first.slot.xml = withFormula(first.slot.xml, head.text);
  const ref = tagAttribute(formulaTag(first.slot.xml) ?? "", "ref");
  const area = ref === null || !isHome ? "" : movedAreas(shift, ref);
  if (area !== "" && area !== ref) first.slot.xml = withFormulaAttribute(first.slot.xml, "ref", area);
}

/** Areas of more than one row that one array formula or data table fills: nobody may part them. */
export function solidAreas(data: SheetData): readonly Span[] {
  return data.rows
    .filter((row) => row.cells !== null || /array|dataTable/u.test(row.body))
    .flatMap((row) => cellsOf(row))
    .flatMap(({ xml }) => {
      const tag = /array|dataTable/u.test(xml) ? formulaTag(xml) : null;
      const kind = tag === null ? null : tagAttribute(tag, "t");
      const area = tag !== null && (kind === "array" || kind === "dataTable") ? areaOf(tagAttribute(tag, "ref") ?? "") : null;
      return area !== null && area.top < area.bottom ? [area] : [];
    });
}

/** Moves the rows and gives their cells their new names. Where a span keeps rows below its first one, its value stays. */
export function shiftRows(data: SheetData, shift: RowShift, spans: readonly Span[]): void {
  numberRows(data);
  if (shift.kind === "remove") keepSpanValues(data, shift, spans);
  const rows: RowSlot[] = [];
  for (const slot of data.rows) {
    const to = movedRow(shift, slot.row);
    if (to === null) continue;
    rows.push(to === slot.row ? slot : movedSlot(slot, to));
  }
  data.rows.splice(0, data.rows.length, ...rows);
  data.byRow.clear();
  for (const slot of rows) data.byRow.set(slot.row, slot);
}

function movedSlot(slot: RowSlot, to: number): RowSlot {
  const cells = cellsOf(slot);
  for (const cell of cells) cell.xml = atPlace(cell.xml, to, cell.col);
  return { ...slot, row: to, open: withTagAttribute(slot.open, "r", String(to + 1)), cells, after: slot.after };
}

function keepSpanValues(data: SheetData, { at, count }: RowShift, spans: readonly Span[]): void {
  const end = at + count;
  for (const { top, left, bottom } of spans) {
    if (top < at || top >= end || bottom < end) continue;
    const first = data.byRow.get(top);
    const cell = first && cellsOf(first).find(({ col }) => col === left);
    if (cell) putCell(data, end, left, atPlace(cell.xml, end, left));
  }
}

/** Empty rows with the formats of another row; its heights and outline too, its values not. */
export function addRowsLike(data: SheetData, at: number, count: number, like: number): void {
  const model = data.byRow.get(like);
  if (model === undefined) return;
  const cells = cellsOf(model).flatMap(({ col, xml }) => {
    const style = styleOf(xml);
    return style === 0 ? [] : [{ col, style }];
  });
  const open = model.open.endsWith("/>") ? `${model.open.slice(0, -2).trimEnd()}>` : model.open;
  const close = model.close === "" ? `</${data.prefix}row>` : model.close;
  const added = Array.from({ length: count }, (_, i): RowSlot => {
    const row = at + i;
    const own = cells.map(({ col, style }) => ({ col, before: "", xml: cellXml(row, col, style, { kind: "blank" }, data.prefix) }));
    return { row, implicit: false, before: "", open: withTagAttribute(withTagAttribute(open, "hidden", null), "r", String(row + 1)), body: "", close, cells: own, after: "" };
  });
  const place = data.rows.findIndex(({ row }) => row > at);
  data.rows.splice(place < 0 ? data.rows.length : place, 0, ...added);
  for (const slot of added) data.byRow.set(slot.row, slot);
}

/** Whether rows can come in without pushing a row that says something off the sheet. */
export function hasRoom(data: SheetData, count: number): boolean {
  return (data.rows.at(-1)?.row ?? 0) + count <= LAST_ROW;
}

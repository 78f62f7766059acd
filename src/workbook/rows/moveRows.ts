/** Rows into a sheet and out of it, as a person does it in Excel: everything that names a place still means what it meant. */
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { Draft, SheetPlace } from "../draft";
import type { WorkbookFault } from "../fault";
import type { SheetPart } from "../sheetPart";
import { noteStaleFormulas } from "../staleFormulas";
import type { RowShift } from "./rowShift";
import { movedRow } from "./rowShift";
import { addRowsLike, hasRoom, shiftCellFormulas, shiftRows, solidAreas } from "./shiftCells";
import { shiftElement } from "./shiftElements";
import { livingPieces, shiftFormula } from "./shiftFormula";
import { mayName, shiftParts, solidParts } from "./shiftParts";

/** Puts empty rows before row `at`. `like` is a row, counted before, whose formats and height they take; null for none. */
export function insertRows(draft: Draft, sheet: string, at: number, count: number, like: number | null): Result<null, WorkbookFault> {
  const shift: RowShift = { kind: "insert", sheet, at, count };
  const moved = moveRows(draft, shift);
  if (!moved.ok) return moved;
  const { data } = moved.value;
  const model = like === null ? null : movedRow(shift, like);
  if (model !== null) addRowsLike(data, at, count, model);
  draft.changed.addRows(sheet, at, at + count - 1);
  return ok(null);
}

/** Takes rows out with all they hold; formulas that read them lose their values, and those that named them alone say #REF!. */
export function removeRows(draft: Draft, sheet: string, at: number, count: number): Result<null, WorkbookFault> {
  const found = draft.sheet(sheet);
  if (!found.ok) return found;
  const shift: RowShift = { kind: "remove", sheet, at, count };
  const why = obstacle(draft, shift, found.value);
  if (why) return err(why);
  draft.changed.addRows(sheet, at, at + count - 1);
  noteStaleFormulas(draft);
  const moved = moveRows(draft, shift);
  return moved.ok ? ok(null) : moved;
}

function moveRows(draft: Draft, shift: RowShift): Result<SheetPart, WorkbookFault> {
  const found = draft.sheet(shift.sheet);
  const place = draft.place(shift.sheet);
  if (!found.ok) return found;
  if (place === undefined) return err({ kind: "sheetMissing", sheet: shift.sheet });
  const sheet = found.value;
  const why = obstacle(draft, shift, sheet);
  if (why) return err(why);
  const others = shiftOtherSheets(draft, shift, place);
  if (!others.ok) return others;
  for (const { row, col } of shiftCellFormulas(sheet.data, place.name, shift)) draft.unsettled.add(place.name, row, col);
  const spans = sheet.spans();
  shiftElement(sheet.root, { shift, home: place.name });
  shiftRows(sheet.data, shift, spans);
  shiftParts(draft, shift);
  shiftNames(draft, shift);
  draft.moveRows(place, (row) => movedRow(shift, row));
  return ok(sheet);
}

function shiftOtherSheets(draft: Draft, shift: RowShift, place: SheetPlace): Result<null, WorkbookFault> {
  for (const other of draft.sheets()) {
    if (other.part === null || other.name === place.name) continue;
    const text = draft.isOpened(other.part) ? null : draft.text(other.part);
    if (text?.ok && !mayName(text.value, place.name)) continue;
    const sheet = draft.sheet(other.name);
    // A sheet that we may not write keeps formulas that would now mean other cells: then nothing moves.
    if (!sheet.ok) return sheet;
    shiftCellFormulas(sheet.value.data, other.name, shift);
    shiftElement(sheet.value.root, { shift, home: other.name });
  }
  return ok(null);
}

/** Names that Excel itself gives mean nothing without cells; a person's own name says #REF!. */
function shiftNames({ book }: Draft, shift: RowShift): void {
  for (const { name, sheet, formula } of book.names()) {
    const next = shiftFormula(formula, shift, "", { kind: "name" });
    if (next !== formula) book.setName(name, sheet, name.toLowerCase().startsWith("_xlnm.") ? livingPieces(next) : next);
  }
}

/** Why rows cannot come or go there. */
function obstacle(draft: Draft, shift: RowShift, sheet: SheetPart): WorkbookFault | null {
  const place = draft.place(shift.sheet);
  const blocked = (reason: Extract<WorkbookFault, { kind: "rowsBlocked" }>["reason"]): WorkbookFault => ({ kind: "rowsBlocked", sheet: shift.sheet, reason });
  const [first, end] = [shift.at, shift.at + shift.count];
  if (shift.kind === "insert" && !hasRoom(sheet.data, shift.count)) return blocked("full");
  const parts = (top: number, bottom: number): boolean =>
    shift.kind === "insert" ? top < first && first <= bottom : top < end && first <= bottom && !(first <= top && bottom < end);
  if (solidAreas(sheet.data).some(({ top, bottom }) => parts(top, bottom))) return blocked("arrayFormula");
  for (const { kind, area, needed } of place ? solidParts(draft, place) : []) {
    const isHit = kind === "table" ? needed.some((row) => first <= row && row < end) : area.top < end && first <= area.bottom;
    const isEmptied = kind === "table" && area.bottom - area.top + 1 - needed.length <= Math.min(end, area.bottom + 1) - Math.max(first, area.top);
    if (shift.kind === "remove" ? isHit || isEmptied : kind === "pivotTable" && parts(area.top, area.bottom)) return blocked(kind);
  }
  return null;
}

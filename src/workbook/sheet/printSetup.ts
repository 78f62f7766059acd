/** How a sheet that is there already is printed: paper's lie, breadth, rows on every page, the area (ECMA-376 18.3.1.63, 18.2.5). */
import { quotedSheet } from "../../core/grid/a1";
import type { Span } from "../../core/grid/grid";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import { setAttribute } from "../attributes";
import type { Draft, SheetPlace } from "../draft";
import type { WorkbookFault } from "../fault";
import { fixedArea } from "../formula";
import { SHEET_ORDER } from "../sheetOrder";
import { childNamed } from "../xml";
import type { XmlElement } from "../xml";
import { elementFor, insertInOrder, xml } from "../xmlBuild";
import type { ElementChange } from "./elementChange";
import { takeBackElements, trackElements } from "./elementChange";

/** What is left out stays as it is; null is Excel's own choice. */
export interface PrintChange {
  readonly orientation?: "portrait" | "landscape" | null;
  /** Over how many pages the sheet runs in breadth, as long as it likes; null prints it in its own size. */
  readonly pagesWide?: number | null;
  /** Inclusive rows that are printed on every page; columns that are stay so. */
  readonly titleRows?: { readonly first: number; readonly last: number } | null;
  /** Areas that are printed, each from a page of its own. */
  readonly areas?: readonly Span[] | null;
}

/** A change of print setup, to be taken back by `takeBackPrint`. */
export interface PrintReceipt {
  readonly elements: readonly ElementChange[];
  readonly names: readonly { readonly name: string; readonly before: string | null; readonly after: string | null }[];
}

const TITLES = "_xlnm.Print_Titles";
const AREA = "_xlnm.Print_Area";
/** ECMA-376 18.3.1.82. */
const SETTINGS_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];

/** Changes how the sheet is printed. */
export function setPrint(draft: Draft, name: string, change: PrintChange): Result<PrintReceipt, WorkbookFault> {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return sheet;
  const place = draft.place(name);
  if (place === undefined) return err({ kind: "sheetMissing", sheet: name });
  const { root } = sheet.value;
  const names = [TITLES, AREA].map((one) => ({ name: one, before: draft.book.nameOf(one, place.index) }));
  const elements = trackElements(root, ["sheetPr", "pageSetup"], () => {
    if (change.orientation !== undefined) setOnPage(root, "orientation", change.orientation);
    if (change.pagesWide !== undefined) setFit(root, change.pagesWide);
  });
  if (change.titleRows !== undefined) draft.repeatRows(name, change.titleRows);
  if (change.areas !== undefined) draft.book.setName(AREA, place.index, areaFormula(place, change.areas ?? []));
  return ok({
    elements,
    names: names.map((one) => ({ ...one, after: draft.book.nameOf(one.name, place.index) })).filter(({ before, after }) => before !== after),
  });
}

/** Prints the sheet as before; false, and nothing done, where somebody has changed the same since. */
export function takeBackPrint(draft: Draft, name: string, { elements, names }: PrintReceipt): Result<boolean, WorkbookFault> {
  const sheet = draft.sheet(name);
  if (!sheet.ok) return sheet;
  const place = draft.place(name);
  if (place === undefined || names.some((one) => draft.book.nameOf(one.name, place.index) !== one.after)) return ok(false);
  if (!takeBackElements(sheet.value.root, elements)) return ok(false);
  for (const one of names) draft.book.setName(one.name, place.index, one.before);
  return ok(true);
}

function areaFormula(place: SheetPlace, areas: readonly Span[]): string | null {
  return areas.length === 0 ? null : areas.map((area) => `${quotedSheet(place.name)}!${fixedArea(area)}`).join(",");
}

function setFit(root: XmlElement, pagesWide: number | null): void {
  if (pagesWide !== null) setAttribute(settings(root), "fitToPage", "1");
  else {
    const holder = childNamed(root, "sheetPr");
    const known = holder && childNamed(holder, "pageSetUpPr");
    if (known) setAttribute(known, "fitToPage", null);
  }
  setOnPage(root, "fitToWidth", pagesWide === 1 ? null : pagesWide);
  setOnPage(root, "fitToHeight", pagesWide === null ? null : 0);
}

/** The element that says whether a sheet is fitted to pages; put in where it is missing. */
function settings(root: XmlElement): XmlElement {
  const holder = childNamed(root, "sheetPr") ?? elementFor(root, xml("sheetPr"));
  if (!root.children.includes(holder)) insertInOrder(root, holder, SHEET_ORDER);
  const known = childNamed(holder, "pageSetUpPr") ?? elementFor(holder, xml("pageSetUpPr"));
  if (!holder.children.includes(known)) insertInOrder(holder, known, SETTINGS_ORDER);
  return known;
}

function setOnPage(root: XmlElement, key: string, value: string | number | null): void {
  const known = childNamed(root, "pageSetup");
  if (known) setAttribute(known, key, value);
  else if (value !== null) insertInOrder(root, elementFor(root, xml("pageSetup", { [key]: String(value) })), SHEET_ORDER);
}

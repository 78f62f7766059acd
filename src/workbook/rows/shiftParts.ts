/** The other parts of a package that name places on a sheet: tables, charts, pivot tables, drawings, notes, controls. */
import type { Span } from "../../core/grid/grid";
import { attribute } from "../attributes";
import type { Draft, SheetPlace } from "../draft";
import { areaOf } from "../formula";
import { childElements, documentText, escapeText, localName, parseXml, textOf } from "../xml";
import type { XmlElement } from "../xml";
import type { RowShift } from "./rowShift";
import { shiftElement } from "./shiftElements";
import { sameSheet, shiftFormula } from "./shiftFormula";
import { shiftVml, shiftVmlFormulas } from "./shiftVml";

/** Kinds of relations from a sheet to parts that name its places. */
const OF_SHEET: ReadonlySet<string> = new Set(["table", "comments", "threadedComment", "drawing", "pivotTable", "tableSingleCells", "namedSheetView", "ctrlProp"]);
const CHART = /(?:chart|chartex)\+xml$/u;
const PIVOT_SOURCE = /pivotCacheDefinition\+xml$/u;

/** Rewrites every part but worksheets and the workbook part itself. */
export function shiftParts(draft: Draft, shift: RowShift): void {
  for (const place of draft.sheets()) {
    if (place.part === null) continue;
    for (const { kind, target } of draft.relationsOf(place.part)) {
      if (target === null) continue;
      const isHome = sameSheet(place.name, shift.sheet);
      if (OF_SHEET.has(kind)) draft.rewritePart(target, (text) => shiftXml(text, shift, place.name));
      else if (kind === "vmlDrawing") draft.rewritePart(target, (text) => (isHome ? shiftVml : shiftVmlFormulas)(text, shift, place.name));
    }
  }
  for (const part of draft.partsOfType(CHART)) draft.rewritePart(part, (text) => shiftChart(text, shift));
  for (const part of draft.partsOfType(PIVOT_SOURCE)) draft.rewritePart(part, (text) => shiftXml(text, shift, ""));
}

function shiftXml(text: string, shift: RowShift, home: string): string {
  const document = parseXml(text);
  if (document === null) return text;
  shiftElement(document.root, { shift, home });
  return documentText(document);
}

/** Charts name their cells in full, in `f` elements and in the `sqref` of their extensions; nothing else in them is a place. */
function shiftChart(text: string, shift: RowShift): string {
  const document = parseXml(text);
  if (document === null) return text;
  shiftChartFormulas(document.root, shift);
  return documentText(document);
}

function shiftChartFormulas(element: XmlElement, shift: RowShift): void {
  const name = localName(element.name);
  if (name === "f" || name === "sqref") {
    const formula = textOf(element);
    const next = shiftFormula(formula, shift, "");
    if (next !== formula) element.children.splice(0, element.children.length, escapeText(next));
  }
  for (const child of childElements(element)) shiftChartFormulas(child, shift);
}

/** Areas of a sheet that are more than cells, with what they are. */
export interface SolidPart {
  readonly kind: "table" | "pivotTable";
  readonly area: Span;
  /** The rows of a table that it cannot be without: its header and its totals. */
  readonly needed: readonly number[];
}

/** The tables and pivot tables of a sheet. */
export function solidParts(draft: Draft, { part }: SheetPlace): readonly SolidPart[] {
  if (part === null) return [];
  return draft.relationsOf(part).flatMap(({ kind, target }): readonly SolidPart[] => {
    if (target === null || (kind !== "table" && kind !== "pivotTable")) return [];
    const text = draft.text(target);
    const root = text.ok ? parseXml(text.value)?.root : undefined;
    const holder = kind === "table" ? root : root && childElements(root).find((child) => localName(child.name) === "location");
    const area = holder === undefined ? null : areaOf(attribute(holder, "ref") ?? "");
    return holder === undefined || area === null ? [] : [{ kind, area, needed: neededRows(holder, area) }];
  });
}

/** The header rows of a sheet's tables. */
export function tableHeaders(draft: Draft, place: SheetPlace): readonly Span[] {
  return solidParts(draft, place).flatMap(({ kind, area, needed }) => (kind === "table" && needed.includes(area.top) && area.top < area.bottom ? [{ ...area, bottom: area.top }] : []));
}

function neededRows(table: XmlElement, { top, bottom }: Span): readonly number[] {
  const header = attribute(table, "headerRowCount") === "0" ? [] : [top];
  return (attribute(table, "totalsRowCount") ?? "0") === "0" ? header : [...header, bottom];
}

/** Whether a part's text names the sheet in a formula; a sheet that nobody names need not be taken apart. */
export function mayName(text: string, sheet: string): boolean {
  const lower = text.toLowerCase();
  return [sheet, sheet.replaceAll("'", "''")].some((name) => lower.includes(escapeText(name).toLowerCase()));
}

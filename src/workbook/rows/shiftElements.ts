/** Everything in a worksheet part around its rows that names places (ECMA-376 18.3.1 and the extensions of Excel 2010). */
import { attribute, numberAttribute, setAttribute } from "../attributes";
import { areaName, areaOf } from "../formula";
import { childElements, childNamed, escapeText, localName, removeChild, textOf } from "../xml";
import type { XmlElement } from "../xml";
import type { RowShift } from "./rowShift";
import { keptRow, movedArea, movedAreas, movedRow, movedStart } from "./rowShift";
import type { Relative } from "./shiftFormula";
import { IN_CELL, placeIn, sameSheet, shiftFormula } from "./shiftFormula";

/** Which attribute of an element holds its areas; an element whose areas are all gone goes too. */
const AREAS: Readonly<Record<string, string>> = {
  mergeCell: "ref", hyperlink: "ref", protectedRange: "sqref", conditionalFormatting: "sqref", dataValidation: "sqref", ignoredError: "sqref",
  cellWatch: "r", inputCells: "r", autoFilter: "ref", sortState: "ref", sortCondition: "ref", scenarios: "sqref", singleXmlCell: "r",
  comment: "ref", threadedComment: "ref", nsvFilter: "ref", location: "ref", table: "ref",
};
/** Attributes that name one cell which must not go. */
const CELLS: Readonly<Record<string, string>> = { sheetView: "topLeftCell", customSheetView: "topLeftCell", pane: "topLeftCell" };
const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula"]);
/** Lists that must not be empty, and whose number of members is told. */
const LISTS: ReadonlySet<string> = new Set([
  "mergeCells", "hyperlinks", "protectedRanges", "conditionalFormattings", "dataValidations", "ignoredErrors", "cellWatches",
  "sortState", "rowBreaks", "sparklines", "sparklineGroup", "sparklineGroups", "scenario", "scenarios", "ext", "extLst",
]);
/** Elements in which other parts name cells in a formula's way. */
const LINKS: readonly string[] = ["textlink", "fmlaLink", "fmlaRange", "fmlaTxbx"];

export interface Scope {
  readonly shift: RowShift;
  /** The sheet on which the elements stand. */
  readonly home: string;
}

/** Rewrites the places in an element and everything in it; false where nothing of it is left and it is to be taken away. */
export function shiftElement(element: XmlElement, scope: Scope, relative: Relative = IN_CELL): boolean {
  const name = localName(element.name);
  if (name === "sheetData") return true;
  const inner = name === "conditionalFormatting" || name === "dataValidation" ? ruleOf(element, scope) : relative;
  if (sameSheet(scope.home, scope.shift.sheet)) {
    if (!shiftPlaces(element, name, scope.shift)) return false;
  }
  if (FORMULAS.has(name)) shiftText(element, scope, inner);
  shiftLinks(element, name, scope, inner);
  shiftAnchor(element, scope);
  return shiftChildren(element, name, scope, inner);
}

/** How formulas of a rule are meant: by their distance from its first cell, which may move. */
function ruleOf(element: XmlElement, { shift, home }: Scope): Relative {
  if (!sameSheet(home, shift.sheet)) return IN_CELL;
  const own = childElements(element).find((child) => localName(child.name) === "sqref");
  const start = movedStart(shift, attribute(element, "sqref") ?? (own ? textOf(own) : ""));
  return start === null ? IN_CELL : { kind: "rule", by: start.to - start.from };
}

function shiftPlaces(element: XmlElement, name: string, shift: RowShift): boolean {
  const holder = AREAS[name];
  const areas = holder === undefined ? null : attribute(element, holder);
  if (holder !== undefined && areas !== null) {
    const moved = movedAreas(shift, areas);
    const isSingle = name === "mergeCell" && moved !== areas && areaOf(moved) !== null && !moved.includes(":");
    if ((moved === "" && areas.trim() !== "") || isSingle) return false;
    if (moved !== areas.trim()) setAttribute(element, holder, moved);
  }
  const corner = CELLS[name];
  const cell = corner === undefined ? null : attribute(element, corner);
  if (corner !== undefined && cell !== null) setMoved(element, corner, keptCells(shift, cell));
  if (name === "selection") for (const key of ["activeCell", "sqref"]) setMoved(element, key, keptCells(shift, attribute(element, key) ?? ""));
  if (name === "pane") shiftPane(element, shift);
  if (name === "sqref") return shiftListText(element, shift);
  return name !== "brk" || shiftBreak(element, shift);
}

/** Places of a selection: what is gone leaves the place where it was. */
function keptCells(shift: RowShift, list: string): string {
  return list.split(" ").map((text) => {
    const area = areaOf(text);
    if (area === null) return text;
    return movedAreas(shift, text) || areaName({ ...area, top: shift.at, bottom: shift.at });
  }).join(" ");
}

function setMoved(element: XmlElement, key: string, moved: string): void {
  if (moved !== "" && moved !== attribute(element, key)) setAttribute(element, key, moved);
}

/** Rows that come above the line of frozen rows are frozen as well. */
function shiftPane(pane: XmlElement, shift: RowShift): void {
  const split = numberAttribute(pane, "ySplit");
  if (split === null || split < 1 || !(attribute(pane, "state") ?? "").startsWith("frozen")) return;
  const moved = movedArea(shift, { top: 0, left: 0, bottom: split - 1, right: 0 });
  const rows = moved === null ? 0 : moved.bottom + 1;
  // Where rows come in above all others, they come in above the frozen ones.
  const next = shift.kind === "insert" && shift.at === 0 ? split + shift.count : rows;
  if (next !== split && next > 0) setAttribute(pane, "ySplit", next);
}

function shiftListText(element: XmlElement, shift: RowShift): boolean {
  const list = textOf(element).trim();
  const moved = movedAreas(shift, list);
  if (moved !== list) element.children.splice(0, element.children.length, moved);
  return moved !== "" || list === "";
}

/** A page break belongs to the row below it. */
function shiftBreak(element: XmlElement, shift: RowShift): boolean {
  const id = numberAttribute(element, "id");
  if (id === null) return true;
  const to = movedRow(shift, id);
  if (to !== null && to !== id) setAttribute(element, "id", to);
  return to !== null;
}

function shiftText(element: XmlElement, { shift, home }: Scope, relative: Relative): void {
  const formula = textOf(element);
  const next = shiftFormula(formula, shift, home, relative);
  if (next !== formula) element.children.splice(0, element.children.length, escapeText(next));
}

function shiftLinks(element: XmlElement, name: string, scope: Scope, relative: Relative): void {
  const { shift, home } = scope;
  for (const key of LINKS) {
    const link = attribute(element, key);
    if (link !== null && link !== "") setMoved(element, key, shiftFormula(link, shift, home));
  }
  if (name === "cfvo") {
    const value = attribute(element, "val");
    if (value !== null && !/^[-+.\d]/u.test(value)) setMoved(element, "val", shiftFormula(value, shift, home, relative));
  }
  const target = name === "hyperlink" ? attribute(element, "location") : null;
  if (target !== null && placeIn(target) !== null) {
    const moved = shiftFormula(target, shift, home);
    if (!moved.includes("#REF!")) setMoved(element, "location", moved);
  }
  if (name === "worksheetSource" || name === "dataRef") shiftSource(element, scope);
}

/** A source of cells that names its sheet beside them. */
function shiftSource(element: XmlElement, { shift }: Scope): void {
  const sheet = attribute(element, "sheet");
  if (sheet !== null && sameSheet(sheet, shift.sheet)) setMoved(element, "ref", movedAreas(shift, attribute(element, "ref") ?? ""));
}

/** Pictures, charts and controls move with their rows, and grow with them where they are meant to. */
function shiftAnchor(element: XmlElement, { shift, home }: Scope): void {
  const from = childNamed(element, "from");
  const first = from && childNamed(from, "row");
  const kind = attribute(element, "editAs") ?? "twoCell";
  if (first === undefined || !sameSheet(home, shift.sheet) || kind === "absolute") return;
  const row = Number(textOf(first));
  const to = childNamed(element, "to");
  const last = to && childNamed(to, "row");
  setRow(first, keptRow(shift, row));
  if (last) setRow(last, kind === "oneCell" ? Number(textOf(last)) + keptRow(shift, row) - row : keptRow(shift, Number(textOf(last))));
}

function setRow(element: XmlElement, row: number): void {
  if (Number.isInteger(row) && String(row) !== textOf(element).trim()) element.children.splice(0, element.children.length, String(row));
}

function shiftChildren(element: XmlElement, name: string, scope: Scope, relative: Relative): boolean {
  const children = childElements(element);
  let gone = 0;
  for (const child of children) {
    if (shiftElement(child, scope, relative)) continue;
    if (ONLY_WITH.has(`${name}/${localName(child.name)}`)) return false;
    removeChild(element, child);
    gone++;
  }
  if (gone === 0) return true;
  const left = childElements(element);
  if (left.length === 0 && LISTS.has(name)) return false;
  if (attribute(element, "count") !== null) setAttribute(element, "count", left.length);
  if (name === "rowBreaks") setAttribute(element, "manualBreakCount", left.filter((one) => attribute(one, "man") === "1").length);
  return true;
}

/** Children without which their parent means nothing: the places of an extended rule, validation or sparkline. */
const ONLY_WITH: ReadonlySet<string> = new Set(["conditionalFormatting/sqref", "dataValidation/sqref", "sparkline/sqref"]);

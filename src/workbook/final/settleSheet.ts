/** One sheet as it leaves the house: values, the look it has, the way it prints, and nothing else. */
import { columnName } from "../../core/grid/a1";
import type { CellRef } from "../../core/grid/grid";
import { attribute, flagAttribute, numberAttribute, relationId, setAttribute, tagAttribute, withTagAttribute } from "../attributes";
import { cellOpen, cellXml, childText, formulaTag, styleOf, valueOf } from "../cellXml";
import type { Draft } from "../draft";
import { cellsOf } from "../sheetData";
import type { SheetPart } from "../sheetPart";
import { childElements, childNamed, childrenNamed, localName, removeChild } from "../xml";
import type { XmlElement } from "../xml";

/** What stays of a sheet besides its cells: how it looks and how it prints. */
const KEPT: ReadonlySet<string> = new Set([
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells", "phoneticPr", "hyperlinks",
  "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "picture", "tableParts",
]);

export interface SettledSheet {
  readonly formulas: number;
  /** Formulas whose result the file does not hold: their cells are empty now. */
  readonly unvalued: readonly CellRef[];
  /** Cells that show an error. */
  readonly errors: readonly CellRef[];
  /** Hidden rows that had something in them and can be seen now, from 0. */
  readonly shownRows: readonly number[];
  /** Letters of hidden columns whose cells are empty now. */
  readonly clearedColumns: readonly string[];
}

/** Turns the sheet into what a reader sees of it. `keeps` says which relations of it stay. */
export function settleSheet(draft: Draft, sheet: SheetPart, name: string, keeps: (relation: string) => boolean): SettledSheet {
  const hidden = hiddenColumns(sheet.root);
  const cleared = new Set<number>();
  const shownRows: number[] = [];
  const unvalued: CellRef[] = [];
  const errors: CellRef[] = [];
  let formulas = 0;
  for (const row of sheet.data.rows) {
    let hasContent = false;
    for (const cell of cellsOf(row)) {
      const value = valueOf(cell.xml, (index) => draft.strings.textAt(index));
      const at = { sheet: name, row: row.row, col: cell.col };
      if (hidden.has(cell.col)) {
        if (value !== null) cleared.add(cell.col);
        cell.xml = blank(cell.xml, at, sheet.prefix);
        continue;
      }
      hasContent ||= value !== null && value !== "";
      if (tagAttribute(cellOpen(cell.xml), "t") === "e") errors.push(at);
      if (formulaTag(cell.xml) !== null) {
        formulas += 1;
        if (childText(cell.xml, "v") === null) unvalued.push(at);
        cell.xml = asValue(cell.xml, at, value, sheet.prefix);
      }
      cell.xml = withoutMetadata(cell.xml);
    }
    if (showRow(row) && hasContent) shownRows.push(row.row);
  }
  settleElements(sheet.root, keeps);
  return { formulas, unvalued, errors, shownRows, clearedColumns: [...cleared].sort((left, right) => left - right).map(columnName) };
}

function asValue(cell: string, { row, col }: CellRef, value: ReturnType<typeof valueOf>, prefix: string): string {
  const style = styleOf(cell);
  if (tagAttribute(cellOpen(cell), "t") === "e") return withoutFormula(cell);
  if (value === null || (typeof value === "string" && value === "")) return cellXml(row, col, style, { kind: "blank" }, prefix);
  if (typeof value === "number") return cellXml(row, col, style, { kind: "number", value }, prefix);
  if (typeof value === "boolean") return cellXml(row, col, style, { kind: "boolean", value }, prefix);
  return cellXml(row, col, style, { kind: "inline", text: value }, prefix);
}

function blank(cell: string, { row, col }: CellRef, prefix: string): string {
  return cellXml(row, col, styleOf(cell), { kind: "blank" }, prefix);
}

/** An error cell: its code stays, as it was seen. */
function withoutFormula(cell: string): string {
  return cell.replace(/<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^]*?<\/(?:\w+:)?f>)/u, "");
}

/** Numbers that lead into parts that stay behind: of dynamic arrays and rich values. */
function withoutMetadata(cell: string): string {
  const open = cellOpen(cell);
  if (!/\s[cv]m\s*=/u.test(open)) return cell;
  return withTagAttribute(withTagAttribute(open, "cm", null), "vm", null) + cell.slice(open.length);
}

/** Takes the hiding off a row; whether it was hidden. */
function showRow(row: { open: string }): boolean {
  const isHidden = isOn(tagAttribute(row.open, "hidden")) || tagAttribute(row.open, "ht") === "0";
  if (!isHidden) return false;
  row.open = withTagAttribute(row.open, "hidden", null);
  if (tagAttribute(row.open, "ht") === "0") row.open = withTagAttribute(withTagAttribute(row.open, "ht", null), "customHeight", null);
  return true;
}

function isOn(flag: string | null): boolean {
  return flag === "1" || flag === "true";
}

function hiddenColumns(root: XmlElement): { readonly has: (col: number) => boolean } {
  const holder = childNamed(root, "cols");
  const ranges = (holder ? childrenNamed(holder, "col") : [])
    .filter((col) => flagAttribute(col, "hidden") || attribute(col, "width") === "0")
    .map((col) => [(numberAttribute(col, "min") ?? 1) - 1, (numberAttribute(col, "max") ?? 1) - 1] as const);
  return { has: (col) => ranges.some(([from, to]) => col >= from && col <= to) };
}

function settleElements(root: XmlElement, keeps: (relation: string) => boolean): void {
  for (const element of childElements(root)) {
    const name = localName(element.name);
    const relation = relationId(element);
    if (!KEPT.has(name) || ((name === "drawing" || name === "picture") && (relation === null || !keeps(relation)))) removeChild(root, element);
  }
  const properties = childNamed(root, "sheetPr");
  if (properties) for (const name of ["codeName", "filterMode", "syncHorizontal", "syncVertical", "syncRef"]) setAttribute(properties, name, null);
  for (const view of childrenNamed(childNamed(root, "sheetViews") ?? root, "sheetView")) setAttribute(view, "showFormulas", null);
  const setup = childNamed(root, "pageSetup");
  if (setup) setAttribute(setup, relationName(setup), null);
  keepRelated(root, "hyperlinks", (link) => attribute(link, "location") !== null && relationId(link) === null ? true : keeps(relationId(link) ?? ""));
  keepRelated(root, "tableParts", (table) => keeps(relationId(table) ?? ""));
  const margins = childNamed(root, "headerFooter");
  // The path of a file is no one else's business (&Z); what else stands there is printed as it was.
  if (margins) for (const line of childElements(margins)) line.children.splice(0, line.children.length, ...line.children.map((text) => (typeof text === "string" ? text.replaceAll("&amp;Z", "") : text)));
}

function relationName(element: XmlElement): string {
  return /\s([\w.-]+:id)\s*=/u.exec(element.open)?.[1] ?? "r:id";
}

function keepRelated(root: XmlElement, name: string, keeps: (child: XmlElement) => boolean): void {
  const holder = childNamed(root, name);
  if (!holder) return;
  for (const child of childElements(holder)) if (!keeps(child)) removeChild(holder, child);
  const left = childElements(holder).length;
  if (left === 0) removeChild(root, holder);
  else if (attribute(holder, "count") !== null) setAttribute(holder, "count", left);
}

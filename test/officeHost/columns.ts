/** Widths, hiding and grouping of columns, set one property at a time as the API does (ECMA-376 18.3.1.13). */
import { attribute, flagAttribute, numberAttribute, setAttribute } from "../../src/workbook/attributes";
import { SHEET_ORDER } from "../../src/workbook/sheetOrder";
import { childElements, childNamed, cloneElement, removeChild } from "../../src/workbook/xml";
import type { XmlElement } from "../../src/workbook/xml";
import { elementFor, insertInOrder, xml } from "../../src/workbook/xmlBuild";
import { HostFault } from "./hostFault";

/** Points for one character of the default font: 8 pixels, as in Chinese Excel. */
export const POINTS_PER_CHARACTER = 6;
const STANDARD_WIDTH = 9;

export interface ColumnState {
  /** In characters; null for the standard width. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly level: number;
}

export function columnState(root: XmlElement, col: number): ColumnState {
  const entry = entryAt(root, col);
  return {
    width: entry && flagAttribute(entry, "customWidth") ? numberAttribute(entry, "width") : null,
    hidden: entry !== undefined && flagAttribute(entry, "hidden"),
    level: (entry && numberAttribute(entry, "outlineLevel")) ?? 0,
  };
}

export function pointsOf({ width }: ColumnState): number {
  return (width ?? STANDARD_WIDTH) * POINTS_PER_CHARACTER;
}

/** Changes one column; an entry that says nothing any more goes. */
export function changeColumn(root: XmlElement, col: number, change: Partial<ColumnState>): void {
  const state = { ...columnState(root, col), ...change };
  const style = entryAt(root, col);
  const kept = style && numberAttribute(style, "style");
  const holder = holderOf(root);
  carve(holder, col + 1);
  const entry = elementFor(root, xml("col", {
    min: col + 1, max: col + 1, width: state.width ?? STANDARD_WIDTH, style: kept ?? null, hidden: state.hidden,
    customWidth: state.width !== null, outlineLevel: state.level > 0 ? state.level : null,
  }));
  if (state.width !== null || state.hidden || state.level > 0 || kept) {
    const at = holder.children.findIndex((other) => typeof other !== "string" && (numberAttribute(other, "min") ?? 0) > col + 1);
    holder.children.splice(at < 0 ? holder.children.length : at, 0, entry);
  }
  if (childElements(holder).length === 0) removeChild(root, holder);
  noteLevels(root);
}

/** Deeper by one; Excel knows eight levels. */
export function groupColumn(root: XmlElement, col: number): void {
  const { level } = columnState(root, col);
  if (level >= 7) throw new HostFault("InvalidOperation", "group");
  changeColumn(root, col, { level: level + 1 });
}

export function ungroupColumn(root: XmlElement, col: number): void {
  const { level } = columnState(root, col);
  if (level === 0) throw new HostFault("InvalidOperation", "ungroup");
  changeColumn(root, col, { level: level - 1 });
}

function holderOf(root: XmlElement): XmlElement {
  const known = childNamed(root, "cols");
  if (known) return known;
  const made = elementFor(root, xml("cols"));
  insertInOrder(root, made, SHEET_ORDER);
  return made;
}

function entryAt(root: XmlElement, col: number): XmlElement | undefined {
  const holder = childNamed(root, "cols");
  return holder && childElements(holder).find((entry) => (numberAttribute(entry, "min") ?? 0) <= col + 1 && col + 1 <= (numberAttribute(entry, "max") ?? 0));
}

/** Cuts one column out of the entry that covers it. */
function carve(holder: XmlElement, number: number): void {
  for (const entry of childElements(holder)) {
    const [min, max] = [numberAttribute(entry, "min") ?? 0, numberAttribute(entry, "max") ?? 0];
    if (number < min || number > max) continue;
    if (number < max) {
      const rest = cloneElement(entry);
      setAttribute(rest, "min", number + 1);
      holder.children.splice(holder.children.indexOf(entry) + 1, 0, rest);
    }
    if (number > min) setAttribute(entry, "max", number - 1);
    else removeChild(holder, entry);
  }
}

function noteLevels(root: XmlElement): void {
  const holder = childNamed(root, "cols");
  const level = holder ? childElements(holder).reduce((most, entry) => Math.max(most, numberAttribute(entry, "outlineLevel") ?? 0), 0) : 0;
  const format = childNamed(root, "sheetFormatPr");
  if (format) setAttribute(format, "outlineLevelCol", level === 0 ? null : level);
  else if (level > 0) insertInOrder(root, elementFor(root, xml("sheetFormatPr", { defaultRowHeight: "14.4", outlineLevelCol: level })), SHEET_ORDER);
}

/** Whether the row is hidden, by hand or by a filter. */
export function isRowHidden(open: string | undefined): boolean {
  return open !== undefined && attribute({ name: "row", open, children: [], close: "" }, "hidden") === "1";
}

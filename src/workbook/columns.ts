/** The `<cols>` of a sheet (ECMA-376 18.3.1.13): widths and outline of columns, the others' entries untouched. */
import { attribute, attributesOf, numberAttribute, setAttribute } from "./attributes";
import { SHEET_ORDER } from "./sheetOrder";
import { childElements, childNamed, cloneElement, removeChild } from "./xml";
import type { XmlElement } from "./xml";
import { elementFor, insertInOrder, xml } from "./xmlBuild";

const LAST = 16_384;

export interface ColumnSetting {
  readonly col: number;
  /** In characters of the default font. */
  readonly width: number;
  readonly hidden?: true;
}

/** Gives columns their width and puts them into one outline group, closed or open; entries of theirs are replaced. */
export function groupColumns(root: XmlElement, columns: readonly ColumnSetting[], isClosed: boolean): void {
  for (const { col, width, hidden } of columns) {
    putColumn(root, col, { width, hidden: isClosed || hidden === true, customWidth: true, outlineLevel: 1 });
  }
  const format = childNamed(root, "sheetFormatPr") ?? addFormat(root);
  setAttribute(format, "outlineLevelCol", Math.max(1, numberAttribute(format, "outlineLevelCol") ?? 0));
}

function addFormat(root: XmlElement): XmlElement {
  const format = elementFor(root, xml("sheetFormatPr", { defaultRowHeight: "14.4" }));
  insertInOrder(root, format, SHEET_ORDER);
  return format;
}

/** Whether every one of these columns is hidden: a group that was closed stays closed. */
export function columnsHidden(root: XmlElement, first: number, last: number): boolean {
  for (let col = first; col <= last; col++) {
    const entry = entries(root).find((one) => min(one) <= col + 1 && col + 1 <= max(one));
    if (entry === undefined || attribute(entry, "hidden") !== "1") return false;
  }
  return true;
}

/** Takes the settings of columns away; neighbours that were one entry before become one again. */
export function clearColumns(root: XmlElement, first: number, last: number): void {
  const holder = childNamed(root, "cols");
  if (holder) {
    carve(holder, first + 1, last + 1);
    rejoin(holder, first + 1, last + 1);
    if (entries(root).length === 0) removeChild(root, holder);
  }
  const format = childNamed(root, "sheetFormatPr");
  if (format === undefined || attribute(format, "outlineLevelCol") === null) return;
  const level = Math.max(0, ...entries(root).map((entry) => numberAttribute(entry, "outlineLevel") ?? 0));
  // Programs that write one level of outline as 0 write the other so too.
  const none = attribute(format, "outlineLevelRow") === "0" ? 0 : null;
  setAttribute(format, "outlineLevelCol", level === 0 ? none : level);
}

function putColumn(root: XmlElement, col: number, values: Readonly<Record<string, number | boolean>>): void {
  let holder = childNamed(root, "cols");
  if (holder === undefined) {
    holder = elementFor(root, xml("cols"));
    insertInOrder(root, holder, SHEET_ORDER);
  }
  carve(holder, col + 1, col + 1);
  const entry = elementFor(root, xml("col", { min: col + 1, max: col + 1, ...values }));
  const at = holder.children.findIndex((other) => typeof other !== "string" && min(other) > col + 1);
  holder.children.splice(at < 0 ? holder.children.length : at, 0, entry);
}

/** Cuts columns out of the entries that cover them. */
function carve(holder: XmlElement, first: number, last: number): void {
  for (const entry of childElements(holder)) {
    const [from, to] = [min(entry), max(entry)];
    if (to < first || from > last) continue;
    if (from < first && to > last) {
      const rest = cloneElement(entry);
      setAttribute(rest, "min", last + 1);
      holder.children.splice(holder.children.indexOf(entry) + 1, 0, rest);
    }
    if (from < first) setAttribute(entry, "max", first - 1);
    else if (to > last) setAttribute(entry, "min", last + 1);
    else removeChild(holder, entry);
  }
}

/** Closes a gap between two like entries, and lets an entry that runs to the sheet's end begin where it once began. */
function rejoin(holder: XmlElement, first: number, last: number): void {
  const left = childElements(holder).find((entry) => max(entry) === first - 1);
  const right = childElements(holder).find((entry) => min(entry) === last + 1);
  if (right === undefined) return;
  if (left && likeness(left) === likeness(right)) {
    setAttribute(left, "max", max(right));
    removeChild(holder, right);
  } else if (max(right) === LAST) setAttribute(right, "min", first);
}

function likeness(entry: XmlElement): string {
  return attributesOf(entry.open).filter(([name]) => name !== "min" && name !== "max").map(([name, value]) => `${name}=${value}`).sort().join(" ");
}

function entries(root: XmlElement): readonly XmlElement[] {
  const holder = childNamed(root, "cols");
  return holder ? childElements(holder) : [];
}

function min(entry: XmlElement): number {
  return numberAttribute(entry, "min") ?? 0;
}

function max(entry: XmlElement): number {
  return numberAttribute(entry, "max") ?? 0;
}

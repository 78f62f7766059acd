/** One `<c>` element: its value, and the element for a value of ours (ECMA-376 18.3.1.4). */
import { cellName } from "../core/grid/a1";
import type { CellValue } from "../core/grid/grid";
import { tagAttribute, withTagAttribute } from "./attributes";
import { escapeText, flatElementEnd, rawToText, tagEnd, tagName } from "./xml";
import { nextTag } from "./sheetData";
import { withPrefix, xml } from "./xmlBuild";

/**
 * What a cell of ours holds. A text that the table of shared strings has is referred to; any other stands in the cell, so that
 * a workbook's bytes tell what it holds and not in which order it came to hold it.
 */
export type CellContent =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "shared"; readonly index: number }
  | { readonly kind: "inline"; readonly text: string }
  | { readonly kind: "formula"; readonly formula: string; readonly cached: CellValue };

/** The element, with a style index (0 is left out). */
export function cellXml(row: number, col: number, style: number, content: CellContent, prefix: string): string {
  const r = cellName(row, col);
  const s = style === 0 ? null : style;
  switch (content.kind) {
    case "blank":
      return withPrefix(xml("c", { r, s }), prefix);
    case "number":
      return withPrefix(xml("c", { r, s }, `<v>${numberText(content.value)}</v>`), prefix);
    case "boolean":
      return withPrefix(xml("c", { r, s, t: "b" }, `<v>${content.value ? 1 : 0}</v>`), prefix);
    case "shared":
      return withPrefix(xml("c", { r, s, t: "s" }, `<v>${content.index}</v>`), prefix);
    case "inline":
      return withPrefix(xml("c", { r, s, t: "inlineStr" }, xml("is", {}, textXml(content.text))), prefix);
    case "formula":
      return withPrefix(xml("c", { r, s, t: cachedType(content.cached) }, `<f>${escapeText(content.formula)}</f>${cachedXml(content.cached)}`), prefix);
  }
}

/** A `<t>` element that keeps its blanks. */
export function textXml(text: string): string {
  return xml("t", { "xml:space": /^\s|\s$|[\n\t]/u.test(text) ? "preserve" : null }, escapeText(escapeControls(text)));
}

/** A number as the format wants it: the shortest digits that read back as the same number. */
function numberText(value: number): string {
  return String(Object.is(value, -0) ? 0 : value);
}

function cachedType(cached: CellValue): string | null {
  return typeof cached === "string" ? "str" : typeof cached === "boolean" ? "b" : null;
}

function cachedXml(cached: CellValue): string {
  if (cached === null) return "";
  if (typeof cached === "string") return `<v>${escapeText(escapeControls(cached))}</v>`;
  return `<v>${typeof cached === "boolean" ? Number(cached) : numberText(cached)}</v>`;
}

/** Characters that XML cannot hold, and text that looks like an escape, in the format's own spelling (ECMA-376 22.9.2.19). */
function escapeControls(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The format's escapes as characters. */
export function unescapeControls(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The start tag of a cell's element. */
export function cellOpen(cell: string): string {
  return cell.slice(0, tagEnd(cell, 0));
}

/** The style index of a cell's element, 0 where it names none. */
export function styleOf(cell: string): number {
  return Number(tagAttribute(cellOpen(cell), "s") ?? 0) || 0;
}

/** The text of the first child with this local name, or null. */
export function childText(cell: string, local: string): string | null {
  const start = nextTag(cell, local, tagEnd(cell, 0));
  if (start === null) return null;
  const end = flatElementEnd(cell, start);
  const opened = tagEnd(cell, start);
  if (end < 0) return null;
  return opened === end ? "" : rawToText(cell.slice(opened, cell.lastIndexOf("</", end - 1)));
}

/** The `<f>` element's start tag, or null for a cell without a formula. */
export function formulaTag(cell: string): string | null {
  const at = nextTag(cell, "f", tagEnd(cell, 0));
  return at === null ? null : cell.slice(at, tagEnd(cell, at));
}

/** The cell's element with another formula text; how the formula is shared or spread stays. */
export function withFormula(cell: string, formula: string): string {
  return replaceFormula(cell, formula, formulaTag(cell) ?? "<f>");
}

/** The cell's element with a formula that is its alone. */
export function withPlainFormula(cell: string, formula: string): string {
  return replaceFormula(cell, formula, `<${tagName(formulaTag(cell) ?? "<f>", 0)}>`);
}

/** The cell's element with an attribute of its formula set. */
export function withFormulaAttribute(cell: string, name: string, value: string): string {
  const at = nextTag(cell, "f", tagEnd(cell, 0));
  return at === null ? cell : cell.slice(0, at) + withTagAttribute(cell.slice(at, tagEnd(cell, at)), name, value) + cell.slice(tagEnd(cell, at));
}

/** The cell's element at another place. */
export function atPlace(cell: string, row: number, col: number): string {
  const end = tagEnd(cell, 0);
  return withTagAttribute(cell.slice(0, end), "r", cellName(row, col)) + cell.slice(end);
}

/** The cell's element without its value: format and formula stay. */
export function withoutValue(cell: string): string {
  const at = nextTag(cell, "v", tagEnd(cell, 0));
  if (at === null) return cell;
  const open = tagEnd(cell, 0);
  return withTagAttribute(cell.slice(0, open), "t", null) + cell.slice(open, at) + cell.slice(flatElementEnd(cell, at));
}

function replaceFormula(cell: string, formula: string, tag: string): string {
  const at = nextTag(cell, "f", tagEnd(cell, 0)) ?? cell.length;
  const open = tag.endsWith("/>") ? `${tag.slice(0, -2).trimEnd()}>` : tag;
  return `${cell.slice(0, at)}${open}${escapeText(formula)}</${tagName(tag, 0)}>${cell.slice(flatElementEnd(cell, at))}`;
}

/** The index into the shared strings that a cell's element shows, or null. */
export function sharedIndex(cell: string): number | null {
  if (tagAttribute(cellOpen(cell), "t") !== "s") return null;
  const index = Number(childText(cell, "v") ?? Number.NaN);
  return Number.isInteger(index) ? index : null;
}

/** The value of a cell's element; an error comes as its text. `shared` gives the text of a shared string. */
export function valueOf(cell: string, shared: (index: number) => string): CellValue {
  const type = tagAttribute(cellOpen(cell), "t") ?? "n";
  if (type === "inlineStr") return unescapeControls(inlineText(cell));
  const text = childText(cell, "v");
  if (text === null) return null;
  if (type === "s") return shared(Number(text));
  if (type === "b") return text.trim() === "1" || text.trim() === "true";
  if (type === "n") return text.trim() === "" || Number.isNaN(Number(text)) ? null : Number(text);
  return unescapeControls(text);
}

function inlineText(cell: string): string {
  const start = nextTag(cell, "is", 0);
  if (start === null) return "";
  return stringText(cell.slice(start, flatElementEnd(cell, start)));
}

/** The text of an `<si>` or `<is>`: its runs joined, phonetic runs left out. */
export function stringText(item: string): string {
  const pieces: string[] = [];
  let phoneticEnd = -1;
  for (let at = nextTag(item, "t", 0), phonetic = nextTag(item, "rPh", 0); at !== null; at = nextTag(item, "t", at + 1)) {
    while (phonetic !== null && phonetic < at) {
      phoneticEnd = flatElementEnd(item, phonetic);
      phonetic = nextTag(item, "rPh", phoneticEnd);
    }
    const opened = tagEnd(item, at);
    const end = flatElementEnd(item, at);
    if (at >= phoneticEnd && end > opened) pieces.push(rawToText(item.slice(opened, item.lastIndexOf("</", end - 1))));
  }
  return pieces.join("");
}

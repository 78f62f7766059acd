/** The old drawing language of notes and form controls (VML). Excel writes it not quite as XML, so it is changed as text. */
import { rawToText, escapeText } from "../xml";
import type { RowShift } from "./rowShift";
import { keptRow, movedRow } from "./rowShift";
import { shiftFormula } from "./shiftFormula";

const SHAPE = /<v:shape\s[^]*?<\/v:shape>\s*/gu;
const ROW = /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/u;
const ANCHOR = /(<x:Anchor>)([^<]*)(<\/x:Anchor>)/u;
const FORMULA = /(<x:Fmla(?:Link|Range|Txbx|Group)>)([^<]*)(<\/)/gu;

/** The part's text after rows came or went; shapes of notes in rows that are gone go with them. */
export function shiftVml(text: string, shift: RowShift, home: string): string {
  return text.replace(SHAPE, (shape) => {
    const row = ROW.exec(shape)?.[2];
    const to = row === undefined ? null : movedRow(shift, Number(row));
    if (row !== undefined && to === null) return "";
    const placed = row === undefined || to === null ? shape : shape.replace(ROW, (_, open: string, __, close: string) => `${open}${to}${close}`);
    const by = row === undefined || to === null ? null : to - Number(row);
    return placed
      .replace(ANCHOR, (_, open: string, numbers: string, close: string) => `${open}${movedAnchor(numbers, shift, by)}${close}`)
      .replace(FORMULA, (_, open: string, formula: string, close: string) => `${open}${escapeText(shiftFormula(rawToText(formula), shift, home))}${close}`);
  });
}

/** Rows from formulas of controls on other sheets. */
export function shiftVmlFormulas(text: string, shift: RowShift, home: string): string {
  return text.replace(FORMULA, (_, open: string, formula: string, close: string) => `${open}${escapeText(shiftFormula(rawToText(formula), shift, home))}${close}`);
}

/** Left column, offset, top row, offset, right column, offset, bottom row, offset. A note's box stays as high as it was. */
function movedAnchor(numbers: string, shift: RowShift, by: number | null): string {
  const parts = numbers.split(",");
  return parts.map((part, i) => {
    if (i !== 2 && i !== 6) return part;
    const row = Number(part);
    return Number.isInteger(row) ? part.replace(/\d+/u, String(by === null ? keptRow(shift, row) : Math.max(0, row + by))) : part;
  }).join(",");
}

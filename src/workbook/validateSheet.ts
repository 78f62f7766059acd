/** What is wrong with a worksheet part (ECMA-376 18.3.1): order, places, indexes, rules, validations. */
import { parseCellName } from "../core/grid/a1";
import type { Span } from "../core/grid/grid";
import { attribute, numberAttribute, tagAttribute } from "./attributes";
import { cellOpen, sharedIndex, styleOf } from "./cellXml";
import { areaOf } from "./formula";
import { cellsOf } from "./sheetData";
import { SheetPart } from "./sheetPart";
import { SHEET_ORDER } from "./sheetOrder";
import { childElements, childNamed, childrenNamed, localName } from "./xml";
import type { XmlElement } from "./xml";
import type { StyleSizes } from "./validateStyles";

export interface SheetLimits extends StyleSizes {
  readonly strings: number;
}

const TALLEST_ROW = 409.5;

export function sheetProblems(text: string, limits: SheetLimits): readonly string[] {
  const sheet = SheetPart.parse(text);
  if (sheet === null) return ["not a well-formed worksheet"];
  return [...orderProblems(sheet.root), ...cellProblems(sheet, limits), ...columnProblems(sheet.root), ...spanProblems(sheet), ...ruleProblems(sheet.root, limits), ...validationProblems(sheet.root)];
}

function orderProblems(root: XmlElement): readonly string[] {
  const ranks = childElements(root).map(({ name }) => SHEET_ORDER.indexOf(localName(name))).filter((rank) => rank >= 0);
  return ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0)) ? [] : ["elements out of order"];
}

function cellProblems(sheet: SheetPart, limits: SheetLimits): readonly string[] {
  const problems: string[] = [];
  let lastRow = -1;
  for (const row of sheet.data.rows) {
    if (row.row <= lastRow) problems.push(`row ${row.row + 1} out of order`);
    lastRow = row.row;
    if (Number(tagAttribute(row.open, "ht") ?? 0) > TALLEST_ROW) problems.push(`row ${row.row + 1} too high`);
    let lastCol = -1;
    for (const { col, xml } of cellsOf(row)) {
      const name = tagAttribute(cellOpen(xml), "r") ?? "";
      if (col <= lastCol || parseCellName(name)?.row !== row.row) problems.push(`cell ${name} out of order`);
      lastCol = col;
      if (styleOf(xml) > 0 && styleOf(xml) >= limits.cellFormats) problems.push(`cell ${name} has no such style`);
      const shared = sharedIndex(xml);
      if (shared !== null && shared >= limits.strings) problems.push(`cell ${name} has no such text`);
    }
  }
  return problems;
}

function columnProblems(root: XmlElement): readonly string[] {
  const holder = childNamed(root, "cols");
  if (holder === undefined) return [];
  let last = 0;
  for (const entry of childElements(holder)) {
    const [from, to] = [numberAttribute(entry, "min") ?? 0, numberAttribute(entry, "max") ?? 0];
    if (from <= last || to < from || to > 16_384) return ["columns overlap"];
    last = to;
  }
  return last === 0 ? ["empty cols"] : [];
}

function spanProblems(sheet: SheetPart): readonly string[] {
  return anyOverlap(sheet.spans()) ? ["spans overlap"] : [];
}

function ruleProblems(root: XmlElement, { ruleFormats }: SheetLimits): readonly string[] {
  const problems: string[] = [];
  const priorities = new Set<number>();
  for (const holder of childrenNamed(root, "conditionalFormatting")) {
    const rules = childrenNamed(holder, "cfRule");
    if (rules.length === 0) problems.push("conditional formatting without a rule");
    if (areasOf(holder) === null) problems.push("rule without an area");
    for (const rule of rules) {
      const priority = numberAttribute(rule, "priority") ?? 0;
      if (priority < 1) problems.push("rule without a priority");
      if (priorities.has(priority)) problems.push(`two rules of priority ${priority}`);
      priorities.add(priority);
      const format = numberAttribute(rule, "dxfId");
      if (format !== null && format >= ruleFormats) problems.push(`rule without its format ${format}`);
      if (attribute(rule, "type") === "expression" && childNamed(rule, "formula") === undefined) problems.push("rule without its formula");
    }
  }
  return problems;
}

function validationProblems(root: XmlElement): readonly string[] {
  const holder = childNamed(root, "dataValidations");
  if (holder === undefined) return [];
  const validations = childrenNamed(holder, "dataValidation");
  const areas = validations.map(areasOf);
  const problems = areas.includes(null) ? ["validation without an area"] : [];
  if (validations.length === 0) problems.push("empty dataValidations");
  const count = numberAttribute(holder, "count");
  if (count !== null && count !== validations.length) problems.push("count of validations");
  return anyOverlap(areas.flatMap((one) => one ?? [])) ? [...problems, "validations overlap"] : problems;
}

/** The areas of a `sqref`, or null where one cannot be read or there is none. */
function areasOf(element: XmlElement): readonly Span[] | null {
  const texts = (attribute(element, "sqref") ?? "").split(" ").filter((text) => text !== "");
  const areas = texts.flatMap((text) => areaOf(text) ?? []);
  return areas.length === texts.length && areas.length > 0 ? areas : null;
}

/** Whether two areas share a cell; sorted by their first row, so that long lists of small areas stay cheap. */
function anyOverlap(areas: readonly Span[]): boolean {
  const open: Span[] = [];
  for (const area of [...areas].sort((a, b) => a.top - b.top)) {
    for (let i = open.length - 1; i >= 0; i--) {
      const other = open[i];
      if (other === undefined) continue;
      if (other.bottom < area.top) open.splice(i, 1);
      else if (other.left <= area.right && area.left <= other.right) return true;
    }
    open.push(area);
  }
  return false;
}

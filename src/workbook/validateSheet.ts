/** What is wrong with a worksheet part (ECMA-376 18.3.1): order, places, indexes, rules, validations. */
import { parseCellName } from "../core/grid/a1";
import type { Span } from "../core/grid/grid";
import { attribute, numberAttribute, tagAttribute } from "./attributes";
import { cellOpen, sharedIndex, styleOf } from "./cellXml";
import { areasOfList } from "./sheet/areas";
import { contentProblems } from "./validateParts";
import { cellsOf } from "./sheetData";
import { SheetPart } from "./sheetPart";
import { SHEET_ORDER } from "./sheetOrder";
import { childElements, childNamed, childrenNamed, localName, textOf } from "./xml";
import type { XmlElement } from "./xml";
import type { StyleSizes } from "./validateStyles";

export interface SheetLimits extends StyleSizes {
  readonly strings: number;
}

const TALLEST_ROW = 409.5;

export function sheetProblems(text: string, limits: SheetLimits): readonly string[] {
  const sheet = SheetPart.parse(text);
  return sheet === null ? ["not a well-formed worksheet"] : problemsOfSheet(sheet, limits);
}

/** The same for a sheet that is taken apart already. */
export function problemsOfSheet(sheet: SheetPart, limits: SheetLimits): readonly string[] {
  return [...orderProblems(sheet.root), ...cellProblems(sheet, limits), ...columnProblems(sheet.root), ...spanProblems(sheet), ...ruleProblems(sheet.root, limits), ...validationProblems(sheet.root), ...emptyProblems(sheet.root)];
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
      problems.push(...contentProblems(xml));
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
  const spans = sheet.spans();
  const holder = childNamed(sheet.root, "mergeCells");
  const count = holder === undefined ? null : numberAttribute(holder, "count");
  const problems = anyOverlap(spans) ? ["spans overlap"] : [];
  if (holder !== undefined && childElements(holder).length === 0) problems.push("empty mergeCells");
  if (count !== null && count !== spans.length) problems.push("count of spans");
  return problems;
}

/** Lists that are empty, in the sheet or its extensions, and must not be. */
function emptyProblems(element: XmlElement): readonly string[] {
  return childElements(element).flatMap((child) => {
    const name = localName(child.name);
    if (name === "sheetData") return [];
    return MUST_HAVE.has(name) && childElements(child).length === 0 ? [`empty ${name}`] : emptyProblems(child);
  });
}

const MUST_HAVE: ReadonlySet<string> = new Set(["hyperlinks", "protectedRanges", "ignoredErrors", "cellWatches", "tableParts", "conditionalFormattings", "sparklines", "sparklineGroups", "controls", "oleObjects"]);

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
  for (const validation of validations) {
    const list = attribute(validation, "type") === "list" ? childNamed(validation, "formula1") : null;
    if (list === undefined) problems.push("list without its entries");
    else if (list && isTooLongList(textOf(list))) problems.push("list of more than 255 characters");
  }
  const count = numberAttribute(holder, "count");
  if (count !== null && count !== validations.length) problems.push("count of validations");
  return anyOverlap(areas.flatMap((one) => one ?? [])) ? [...problems, "validations overlap"] : problems;
}

/** Excel takes entries in quotes up to 255 characters only. */
function isTooLongList(formula: string): boolean {
  return formula.startsWith('"') && formula.length > 257;
}

/** The areas of a `sqref`, or null where one cannot be read or there is none. */
function areasOf(element: XmlElement): readonly Span[] | null {
  return areasOfList(attribute(element, "sqref") ?? "");
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

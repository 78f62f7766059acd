/** Conditional formats of a sheet as the object model shows them: one list for the sheet, in the order of their priority. */
import type { Span } from "../../src/core/grid/grid";
import { attribute, numberAttribute, setAttribute } from "../../src/workbook/attributes";
import type { Draft } from "../../src/workbook/draft";
import { areaName, areaOf, movedFormula } from "../../src/workbook/formula";
import { SHEET_ORDER } from "../../src/workbook/sheetOrder";
import { childElements, childNamed, childrenNamed, escapeText, localName, removeChild, textOf } from "../../src/workbook/xml";
import type { XmlElement } from "../../src/workbook/xml";
import { elementFor, insertInOrder, xml } from "../../src/workbook/xmlBuild";
import { HostFault, NotImplemented } from "./hostFault";
import { intersection } from "./rangeRef";

export interface Rule {
  readonly holder: XmlElement;
  readonly element: XmlElement;
}

interface Colors {
  fill?: string;
  font?: string;
}

const ids = new WeakMap<XmlElement, string>();
const colors = new WeakMap<XmlElement, Colors>();
const added = new WeakSet<XmlElement>();
let lastId = 0;

/** Excel's id of a rule: kept while the workbook is open. */
export function ruleId({ element }: Rule): string {
  const known = ids.get(element) ?? `{CF-${++lastId}}`;
  ids.set(element, known);
  return known;
}

/** Rules whose areas touch one of the given ones, strongest first. */
export function rulesIn(root: XmlElement, areas: readonly Span[]): readonly Rule[] {
  return childrenNamed(root, "conditionalFormatting")
    .filter((holder) => ruleAreas(holder).some((area) => areas.some((other) => intersection(area, other))))
    .flatMap((holder) => childrenNamed(holder, "cfRule").map((element) => ({ holder, element })))
    .sort((a, b) => priorityOf(a.element) - priorityOf(b.element));
}

export function ruleAreas(holder: XmlElement): readonly Span[] {
  return (attribute(holder, "sqref") ?? "").split(" ").flatMap((text) => areaOf(text) ?? []);
}

const TYPES: Readonly<Record<string, string>> = {
  expression: "Custom", cellIs: "CellValue", colorScale: "ColorScale", dataBar: "DataBar", iconSet: "IconSet", top10: "TopBottom",
  containsText: "ContainsText", notContainsText: "ContainsText", beginsWith: "ContainsText", endsWith: "ContainsText",
};

export function ruleType({ element }: Rule): string {
  return TYPES[attribute(element, "type") ?? ""] ?? "PresetCriteria";
}

/** With "="; "" while it has none. */
export function ruleFormula({ element }: Rule): string {
  const formula = childNamed(element, "formula");
  return formula ? `=${textOf(formula)}` : "";
}

/** The formula counts from the first cell of the first area; other programs count from the corner of all. */
export function setRuleFormula({ holder, element }: Rule, formula: string): void {
  if (!formula.startsWith("=")) throw new HostFault("InvalidArgument", "formula");
  const areas = ruleAreas(holder);
  const [first, corner] = [areas[0], [...areas].sort((a, b) => a.top - b.top || a.left - b.left)[0]];
  const moved = first && corner ? movedFormula(formula.slice(1), corner.top - first.top, corner.left - first.left) : formula.slice(1);
  const before = childNamed(element, "formula");
  if (before) removeChild(element, before);
  element.children.push(elementFor(element, xml("formula", {}, escapeText(moved))));
}

/** Adds a rule before all others, as Excel does; its formula and colours follow. */
export function addRule(root: XmlElement, areas: readonly Span[]): Rule {
  for (const element of ruleElements(root)) setAttribute(element, "priority", priorityOf(element) + 1);
  const holder = elementFor(root, xml("conditionalFormatting", { sqref: areas.map(areaName).join(" ") }, xml("cfRule", { type: "expression", priority: 1 })));
  insertInOrder(root, holder, SHEET_ORDER);
  const [element] = childrenNamed(holder, "cfRule");
  if (element === undefined) throw new Error("a rule that was added is not there");
  added.add(element);
  return { holder, element };
}

export function deleteRule(root: XmlElement, { holder, element }: Rule): void {
  closeGap(root, element);
  removeChild(holder, element);
  if (childrenNamed(holder, "cfRule").length === 0) removeChild(root, holder);
}

/** Counts from 0. Beyond the last means last; a negative one counts from the end. */
export function setRulePriority(root: XmlElement, { element }: Rule, priority: number): void {
  const others = ruleElements(root).filter((other) => other !== element);
  const at = priority < 0 ? Math.max(0, others.length + 1 + priority) : Math.min(priority, others.length);
  closeGap(root, element);
  for (const other of others.slice(at)) setAttribute(other, "priority", priorityOf(other) + 1);
  const before = others[at - 1];
  setAttribute(element, "priority", before ? priorityOf(before) + 1 : 1);
}

/** Counts from 0 among all rules of the sheet. */
export function rulePriority(root: XmlElement, { element }: Rule): number {
  return ruleElements(root).indexOf(element);
}

function closeGap(root: XmlElement, element: XmlElement): void {
  const gap = priorityOf(element);
  for (const other of ruleElements(root)) if (priorityOf(other) > gap) setAttribute(other, "priority", priorityOf(other) - 1);
}

/** All rules, those that newer Excels keep in the extensions too, strongest first. */
function ruleElements(root: XmlElement): readonly XmlElement[] {
  const found = (element: XmlElement): readonly XmlElement[] => (localName(element.name) === "cfRule" ? [element] : childElements(element).flatMap(found));
  return [...found(root)].sort((a, b) => priorityOf(a) - priorityOf(b));
}

export function setRuleColor({ element }: Rule, part: "fill" | "font", color: string, draft: Draft): void {
  const known = colors.get(element) ?? {};
  known[part] = color;
  colors.set(element, known);
  if (known.fill !== undefined && known.font !== undefined) setAttribute(element, "dxfId", draft.styles.ruleFormat({ fill: known.fill, font: known.font }));
}

/** A rule that was begun and not finished would colour nothing, or break the file. */
export function unfinishedRule(root: XmlElement): Rule | undefined {
  return childrenNamed(root, "conditionalFormatting")
    .flatMap((holder) => childrenNamed(holder, "cfRule").map((element) => ({ holder, element })))
    .find((rule) => added.has(rule.element) && (ruleFormula(rule) === "" || attribute(rule.element, "dxfId") === null));
}

/** What Excel makes of a rule whose batch failed before it was finished nobody tells; here it is not there. */
export function dropUnfinishedRules(root: XmlElement): void {
  for (let rule = unfinishedRule(root); rule; rule = unfinishedRule(root)) deleteRule(root, rule);
}

/** Cuts an area out of every rule: what clearing formats does to them. */
export function carveRules(root: XmlElement, area: Span): void {
  for (const holder of childrenNamed(root, "conditionalFormatting")) {
    const before = ruleAreas(holder);
    const after = before.flatMap((one) => without(one, area));
    if (after.length === before.length && after.every((one, i) => areaName(one) === areaName(before[i] ?? one))) continue;
    if (after.length === 0) removeChild(root, holder);
    else if (after[0]?.top !== before[0]?.top || after[0]?.left !== before[0]?.left) throw new NotImplemented("moving the formula of a rule whose first cell was cleared");
    else setAttribute(holder, "sqref", after.map(areaName).join(" "));
  }
}

function without(area: Span, cut: Span): readonly Span[] {
  const inner = intersection(area, cut);
  if (inner === null) return [area];
  return [
    { ...area, bottom: inner.top - 1 },
    { ...area, top: inner.top, bottom: inner.bottom, right: inner.left - 1 },
    { ...area, top: inner.top, bottom: inner.bottom, left: inner.right + 1 },
    { ...area, top: inner.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

function priorityOf(element: XmlElement): number {
  return numberAttribute(element, "priority") ?? 0;
}

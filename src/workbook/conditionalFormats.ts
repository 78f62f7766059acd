/** Native rules (ECMA-376 18.3.1.18): ours are added after everyone else's and found again by their formula. */
import type { Span } from "../core/grid/grid";
import { numberAttribute } from "./attributes";
import { areaName, movedFormula } from "./formula";
import { SHEET_ORDER } from "./sheetOrder";
import { childElements, childNamed, childrenNamed, escapeText, localName, removeChild, textOf } from "./xml";
import type { XmlElement } from "./xml";
import { elementFor, insertInOrder, xml } from "./xmlBuild";

export interface SheetRule {
  /** Inclusive areas; at least one. */
  readonly areas: readonly Span[];
  /** For the first cell of the first area, without "=". */
  readonly formula: string;
  /** Index of the differential format. */
  readonly format: number;
}

/** Adds rules that colour by a formula, in their order, weaker than every rule the sheet already has. */
export function addRules(root: XmlElement, rules: readonly SheetRule[]): void {
  let priority = highestPriority(root);
  for (const { areas, formula, format } of rules) {
    if (areas.length === 0) continue;
    const anchored = anchoredRule(areas, formula);
    priority++;
    const rule = xml("cfRule", { type: "expression", dxfId: format, priority }, `<formula>${escapeText(anchored.formula)}</formula>`);
    insertInOrder(root, elementFor(root, xml("conditionalFormatting", { sqref: anchored.areas.map(areaName).join(" ") }, rule)), SHEET_ORDER);
  }
}

/** Programs differ in which corner a rule counts from; where the first area has the corner of all areas they agree. */
export function anchoredRule(areas: readonly Span[], formula: string): Pick<SheetRule, "areas" | "formula"> {
  const sorted = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
  const [first, anchor] = [areas[0], sorted[0]];
  if (first === undefined || anchor === undefined) return { areas, formula };
  return { areas: sorted, formula: movedFormula(formula, anchor.top - first.top, anchor.left - first.left) };
}

/** Takes away the rules whose formula is ours, and with the last rule its empty holder. */
export function removeRules(root: XmlElement, isOurs: (formula: string) => boolean): void {
  for (const holder of childrenNamed(root, "conditionalFormatting")) {
    const rules = childrenNamed(holder, "cfRule");
    const ours = rules.filter((rule) => {
      const formula = childNamed(rule, "formula");
      return formula !== undefined && isOurs(textOf(formula));
    });
    if (ours.length === 0) continue;
    if (ours.length === rules.length) removeChild(root, holder);
    else for (const rule of ours) removeChild(holder, rule);
  }
}

/** The largest priority number of any rule, those in extensions included; 0 where there is none. */
function highestPriority(element: XmlElement): number {
  const own = localName(element.name) === "cfRule" ? (numberAttribute(element, "priority") ?? 0) : 0;
  return childElements(element).reduce((highest, child) => Math.max(highest, highestPriority(child)), own);
}

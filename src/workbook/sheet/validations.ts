/** What may be typed into cells (ECMA-376 18.3.1.32): ours beside those of others, one for each cell. */
import type { Span } from "../../core/grid/grid";
import { attribute, setAttribute } from "../attributes";
import { areaName, movedFormula } from "../formula";
import { SHEET_ORDER } from "../sheetOrder";
import { childElements, childNamed, childrenNamed, cloneElement, escapeText, removeChild, textOf } from "../xml";
import type { XmlElement } from "../xml";
import { elementFor, insertInOrder, xml } from "../xmlBuild";
import { areasOfList, areasWithout, overlap } from "./areas";
import type { ElementChange } from "./elementChange";
import { trackElements } from "./elementChange";

export type Allowed =
  /** A list: words in quotes ("甲,乙", 255 characters at most) or cells, as Excel writes it, without "=". */
  | { readonly kind: "list"; readonly source: string }
  /** Whole numbers, bounds included. */
  | { readonly kind: "whole"; readonly min: number; readonly max: number };

export interface SheetValidation {
  /** Inclusive areas that share no cell; at least one. */
  readonly areas: readonly Span[];
  readonly allowed: Allowed;
  /** What is said to somebody who types something else. */
  readonly remark: string;
  /** Whether something else is refused; otherwise it is asked about and may stay. */
  readonly isStrict: boolean;
}

/** The source of a list of words. A word must hold no comma: Excel parts the list there. */
export function listSource(words: readonly string[]): string {
  return `"${words.join(",").replaceAll('"', '""')}"`;
}

/** Adds ours; validations of others, extended ones too, keep every cell that ours does not take. What changed can be taken back. */
export function addValidation(root: XmlElement, validation: SheetValidation): readonly ElementChange[] {
  return trackElements(root, ["dataValidations", "extLst"], () => {
    cutExtended(root, validation.areas);
    let holder = childNamed(root, "dataValidations");
    if (holder) cutAll(holder, validation.areas);
    if (holder === undefined) {
      holder = elementFor(root, xml("dataValidations", { count: 1 }));
      insertInOrder(root, holder, SHEET_ORDER);
    }
    holder.children.push(elementFor(holder, validationXml(validation)));
    recount(holder);
  });
}

/** Takes away the validations whose first formula is ours, and with the last validation its empty holder. Cells that they took from others stay free. */
export function removeValidations(root: XmlElement, isOurs: (formula: string) => boolean): void {
  const holder = childNamed(root, "dataValidations");
  if (holder === undefined) return;
  for (const validation of childrenNamed(holder, "dataValidation")) {
    const formula = childNamed(validation, "formula1");
    if (formula && isOurs(textOf(formula))) removeChild(holder, validation);
  }
  if (childElements(holder).length === 0) removeChild(root, holder);
  else recount(holder);
}

function validationXml({ areas, allowed, remark, isStrict }: SheetValidation): string {
  const formulas = allowed.kind === "list" ? [allowed.source] : [String(allowed.min), String(allowed.max)];
  const shared = { errorStyle: isStrict ? null : "warning", allowBlank: true, showErrorMessage: true, error: remark, sqref: areas.map(areaName).join(" ") };
  return xml("dataValidation", { type: allowed.kind, ...shared }, formulas.map((formula, i) => xml(`formula${i + 1}`, {}, escapeText(formula))).join(""));
}

function recount(holder: XmlElement): void {
  if (attribute(holder, "count") !== null) setAttribute(holder, "count", childrenNamed(holder, "dataValidation").length);
}

/** Cuts areas out of the validations in a holder. */
function cutAll(holder: XmlElement, taken: readonly Span[]): void {
  for (const validation of childrenNamed(holder, "dataValidation")) {
    const areas = areasOfList(sqrefOf(validation));
    if (areas === null || !areas.some((area) => taken.some((one) => overlap(area, one)))) continue;
    const left = areasWithout(areas, taken);
    holder.children.splice(holder.children.indexOf(validation), 1, ...pieces(validation, areas, left));
  }
}

/** The validation over what is left. Formulas count from its first cell: where they are relative, each area has its own. */
function pieces(validation: XmlElement, areas: readonly Span[], left: readonly Span[]): readonly XmlElement[] {
  const isRelative = formulasOf(validation).some((element) => movedFormula(textOf(element), 1, 1) !== textOf(element));
  const over = (those: readonly Span[]): XmlElement => {
    const piece = cloneElement(validation);
    setSqref(piece, those.map(areaName).join(" "));
    return piece;
  };
  if (left.length === 0) return [];
  if (!isRelative) return [over(left)];
  const top = Math.min(...areas.map((area) => area.top));
  const start = Math.min(...areas.map((area) => area.left));
  return left.map((area) => {
    const piece = over([area]);
    for (const element of formulasOf(piece)) {
      element.children.splice(0, element.children.length, escapeText(movedFormula(textOf(element), area.top - top, area.left - start)));
    }
    return piece;
  });
}

/** The elements whose text is a formula: directly in formula1 and formula2, or in the `f` of those of an extension. */
function formulasOf(validation: XmlElement): readonly XmlElement[] {
  return ["formula1", "formula2"].flatMap((name) => childrenNamed(validation, name)).map((element) => childNamed(element, "f") ?? element);
}

function sqrefOf(validation: XmlElement): string {
  const own = childNamed(validation, "sqref");
  return own ? textOf(own) : (attribute(validation, "sqref") ?? "");
}

function setSqref(validation: XmlElement, list: string): void {
  const own = childNamed(validation, "sqref");
  if (own) own.children.splice(0, own.children.length, list);
  else setAttribute(validation, "sqref", list);
}

/** The validations of Excel 2010 stand in an extension; lists there that become empty go with their holders. */
function cutExtended(root: XmlElement, taken: readonly Span[]): void {
  const list = childNamed(root, "extLst");
  for (const ext of list ? childrenNamed(list, "ext") : []) {
    const holder = childNamed(ext, "dataValidations");
    if (list === undefined || holder === undefined) continue;
    cutAll(holder, taken);
    if (childrenNamed(holder, "dataValidation").length > 0) recount(holder);
    else removeChild(list, ext);
  }
  if (list && childElements(list).length === 0) removeChild(root, list);
}

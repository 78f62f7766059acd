/** Taking a whole sheet away: what refers to it elsewhere says so, as in Excel. A reference into nothing would be repaired. */
import type { Draft } from "./draft";
import { childText, withFormula } from "./cellXml";
import { formulaParts, replaceReferences } from "./formula";
import { cellsOf } from "./sheetData";
import type { SheetPart } from "./sheetPart";
import { childElements, escapeText, localName, textOf } from "./xml";
import type { XmlElement } from "./xml";

/** Elements whose text is a formula, besides those of cells: of rules, validations and their extensions. */
const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);

/** Removes a sheet and everything that only it led to. References to it become #REF!. A sheet that is not there is none. */
export function removeSheet(draft: Draft, name: string): void {
  const place = draft.place(name);
  if (place === undefined) return;
  const gone = place.name.toLowerCase();
  draft.dropCalculationChain();
  draft.removeSheet(place);
  draft.changed.addSheet(place.name);
  const rewritten = (formula: string): string | null => {
    if (!formulaParts(formula).references.some(({ sheet }) => sheet?.toLowerCase() === gone)) return null;
    return replaceReferences(formula, ({ sheet }) => (sheet?.toLowerCase() === gone ? "#REF!" : null));
  };
  draft.book.rewriteNames(({ formula }) => rewritten(formula));
  for (const other of draft.sheets()) {
    const text = other.part === null || draft.isOpened(other.part) ? null : draft.text(other.part);
    if (other.part === null || (text?.ok && !text.value.includes(escapeText(place.name)))) continue;
    const sheet = draft.sheet(other.name);
    if (sheet.ok) rewriteSheet(sheet.value, rewritten);
  }
}

function rewriteSheet(sheet: SheetPart, rewritten: (formula: string) => string | null): void {
  for (const row of sheet.data.rows) {
    for (const cell of cellsOf(row)) {
      const formula = childText(cell.xml, "f");
      const next = formula === null || formula === "" ? null : rewritten(formula);
      if (next !== null) cell.xml = withFormula(cell.xml, next);
    }
  }
  rewriteElements(sheet.root, rewritten);
}

function rewriteElements(element: XmlElement, rewritten: (formula: string) => string | null): void {
  for (const child of childElements(element)) {
    const next = FORMULAS.has(localName(child.name)) ? rewritten(textOf(child)) : null;
    if (next !== null) child.children.splice(0, child.children.length, escapeText(next));
    else rewriteElements(child, rewritten);
  }
}

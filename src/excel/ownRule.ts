/**
 * How a native rule of ours is known again, by every adapter and after any program has saved the file: its formula
 * carries a comparison that is always true. Excel, WPS and LibreOffice keep the text of a formula as it is.
 */
const MARK = '"台账助手"<>""';

/** A rule's formula with our mark. */
export function markedRule(formula: string): string {
  return `AND(${formula},${MARK})`;
}

/** Whether the rule with this formula is ours. */
export function isOwnRule(formula: string): boolean {
  return formula.replaceAll(/\s/gu, "").includes(MARK);
}

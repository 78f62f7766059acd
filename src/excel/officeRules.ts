/** Formulas of rules: programs differ in which corner a rule counts from; where the first area has the corner of all, they agree. */
import { columnName, parseCellName } from "../core/grid/a1";
import type { OwnRule } from "./port";

/** Texts and quoted sheets; cells with their dollars; other words whole, so that no cell is seen inside of one. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])|[\p{L}\p{N}_.$]+/gu;

/** The rule with the upper left area first, and its formula counted from there. */
export function anchored({ areas, formula }: OwnRule): Pick<OwnRule, "areas" | "formula"> {
  const sorted = [...areas].sort((a, b) => a.top - b.top || a.left - b.left);
  const [from, to] = [areas[0], sorted[0]];
  if (from === undefined || to === undefined) return { areas, formula };
  return { areas: sorted, formula: movedFormula(formula, to.top - from.top, to.left - from.left) };
}

/** The formula as it reads so many rows and columns on: parts with a dollar stay. */
export function movedFormula(formula: string, rows: number, cols: number): string {
  if (rows === 0 && cols === 0) return formula;
  return formula.replace(PIECE, (whole, colFixed?: string, letters?: string, rowFixed?: string, digits?: string) => {
    const place = letters === undefined || digits === undefined ? null : parseCellName(letters + digits);
    if (place === null) return whole;
    const row = rowFixed === "$" ? place.row : place.row + rows;
    const col = colFixed === "$" ? place.col : place.col + cols;
    return row < 0 || col < 0 ? "#REF!" : `${colFixed ?? ""}${columnName(col)}${rowFixed ?? ""}${row + 1}`;
  });
}

/** Formulas after rows came or went: each reference still means the cells that it meant. */
import { areaOf, replaceReferences } from "../formula";
import type { Reference } from "../formula";
import type { RowShift } from "./rowShift";
import { LAST_ROW, keptRow, movedArea } from "./rowShift";

/**
 * How the parts of a reference that carry no `$` are meant. In a cell they mean a cell, as the others do. In a rule they mean
 * a distance from the rule's first cell, and in a defined name one from wherever it is used.
 */
export type Relative = { readonly kind: "cell" } | { readonly kind: "rule"; readonly by: number } | { readonly kind: "name" };

export const IN_CELL: Relative = { kind: "cell" };

/** The formula afterwards, without "="; `home` is the sheet that it stands on. References to rows that are gone become #REF!. */
export function shiftFormula(formula: string, shift: RowShift, home: string, relative: Relative = IN_CELL): string {
  const isHome = sameSheet(home, shift.sheet);
  return replaceReferences(formula, (reference) => {
    if (reference.sheet === null ? !isHome : !sameSheet(reference.sheet, shift.sheet)) return null;
    const moved = shiftReference(reference, shift, relative);
    return moved === reference.text ? null : formula.slice(reference.start, reference.end - reference.text.length) + moved;
  });
}

/** Whether two names mean one sheet: Excel does not mind capitals. */
export function sameSheet(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const CORNER = /^((?:\$?[A-Za-z]{1,3})?)(\$?)(\d*)$/u;

interface Corner {
  /** The letters of the column with their `$`. */
  readonly col: string;
  readonly mark: string;
  readonly row: number;
}

function shiftReference({ text, area }: Reference, shift: RowShift, relative: Relative): string {
  const corners = text.split(":").map((corner): Corner | null => {
    const found = CORNER.exec(corner);
    return found?.[3] === undefined || found[3] === "" ? null : { col: found[1] ?? "", mark: found[2] ?? "", row: Number(found[3]) - 1 };
  });
  const [first, second] = corners;
  if (first === null || first === undefined || second === null) return text;
  const rows = second === undefined ? [movedCorner(first, shift, relative)] : movedPair(first, second, area, shift, relative);
  if (rows.some((row) => row === null || row < 0 || row > LAST_ROW)) return "#REF!";
  return [first, ...(second === undefined ? [] : [second])].map(({ col, mark }, i) => `${col}${mark}${(rows[i] ?? 0) + 1}`).join(":");
}

/** Both ends of a range; ends that mean cells are moved as one area. */
function movedPair(first: Corner, second: Corner, area: Reference["area"], shift: RowShift, relative: Relative): readonly (number | null)[] {
  if (!meansCell(first, relative) || !meansCell(second, relative)) return [first, second].map((corner) => movedCorner(corner, shift, relative) ?? keptRow(shift, corner.row));
  const moved = movedArea(shift, area);
  if (moved === null) return [null, null];
  return first.row <= second.row ? [moved.top, moved.bottom] : [moved.bottom, moved.top];
}

function movedCorner(corner: Corner, shift: RowShift, relative: Relative): number | null {
  if (meansCell(corner, relative)) return movedArea(shift, { top: corner.row, left: 0, bottom: corner.row, right: 0 })?.top ?? null;
  return relative.kind === "rule" ? corner.row + relative.by : corner.row;
}

function meansCell({ mark }: Corner, { kind }: Relative): boolean {
  return kind === "cell" || mark === "$";
}

/** Whether the formula's text alone makes it depend on where things stand. */
export function asksForPlaces(formula: string): boolean {
  return /(?:^|[^\p{L}\p{N}_.])(?:ROW|CELL|SHEETS?)\s*\(/iu.test(formula);
}

/** The pieces of a list of references ("A!$1:$2,A!$A:$B") that still mean cells; null where none does. */
export function livingPieces(formula: string): string | null {
  const pieces = formula.split(",").filter((piece) => !piece.includes("#REF!"));
  return pieces.length === 0 ? null : pieces.join(",");
}

/** The area of a sheet that the text names, "" for no sheet; null for any other text. */
export function placeIn(text: string): { readonly sheet: string; readonly area: string } | null {
  const cut = text.lastIndexOf("!");
  const area = text.slice(cut + 1);
  const sheet = text.slice(0, Math.max(0, cut)).replace(/^'(.*)'$/u, "$1").replaceAll("''", "'");
  return areaOf(area) === null ? null : { sheet, area };
}

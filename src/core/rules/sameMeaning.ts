/** What `safe` promises, checked for every fix: the number, the date, the serial, the list of units that the cell means stay equal. */
import { type CellValue, plainText } from "../grid/grid";
import { readSerial } from "../parse/serial";
import { comparisonForm } from "../text/compare";
import { readNumber } from "../text/readNumber";
import type { CheckContext } from "./context";
import type { CellKind } from "./cell";

/** Whether two values of a cell of this kind mean the same to everything that reads it. */
export function sameMeaning(kind: CellKind, from: CellValue, to: CellValue, context: CheckContext): boolean {
  switch (kind) {
    case "units":
      return sameList(namesIn(plainText(from), context), namesIn(plainText(to), context));
    case "serial":
      return readSerial(from) === readSerial(to);
    case "number":
      return typeof to === "number" ? readNumber(from)?.value === to : sameText(from, to);
    case "text":
    case "date":
    case "status":
    case "heading":
    case "margin":
      return sameText(from, to);
  }
}

function sameText(from: CellValue, to: CellValue): boolean {
  return comparisonForm(plainText(from)) === comparisonForm(plainText(to));
}

/** Units and classes without layout, each once, in order. */
function namesIn(text: string, { units }: CheckContext): ReadonlySet<string> {
  const list = units.listOf(text);
  return new Set([...list.units, ...list.classes].map((part) => comparisonForm(part.text)));
}

function sameList(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((name) => right.has(name));
}

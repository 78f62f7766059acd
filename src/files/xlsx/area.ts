import { parseCellName } from "../../core/grid/a1";
import type { Span } from "../../core/grid/grid";

/** The area of "A1:C3", "B2", "A:C" or "1:3", or null where the text is none. */
export function parseArea(text: string): Span | null {
  const [first = "", second = first] = text.split(":");
  const from = parseCellName(first) ?? parseCellName(`${first}1`) ?? parseCellName(`A${first}`);
  const to = parseCellName(second) ?? parseCellName(`${second}1048576`) ?? parseCellName(`XFD${second}`);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.col, to.col),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.col, to.col),
  };
}

/**
 * A change holds values that are already computed: applying one only swaps them in, undoing one only swaps them back.
 */
import type { CellValue } from "../grid/grid";
import type { CellRef } from "../grid/grid";

export interface SetCell {
  readonly kind: "setCell";
  readonly at: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** The only change of the user's own cells that a plan may hold. Our own columns and rules are written as a layer (see `lights`). */
export type Change = SetCell;

/** The change that takes this one back: `invert(invert(c))` equals `c`. */
export function invert(change: Change): Change {
  return { ...change, from: change.to, to: change.from };
}

/** Takes back a whole list, last change first. */
export function invertAll(changes: readonly Change[]): readonly Change[] {
  return changes.map(invert).reverse();
}

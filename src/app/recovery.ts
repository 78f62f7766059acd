/** How far a write that was cut off has come: what was done of it the cells themselves say. */
import { type CellRef, type CellValue, type Grid, sameValue, valueAt } from "../core/grid/grid";
import type { Change } from "../core/plan/change";
import type { Master } from "./master";

export type Way = "finish" | "takeBack";

export interface Recovery {
  /** Cells that hold their new value, cells that still hold the old one, and cells that hold neither: those are a person's. */
  readonly written: readonly Change[];
  readonly open: readonly Change[];
  readonly left: readonly CellRef[];
  readonly lights: boolean;
  /** False where the record itself was being written: then everything is done but that, and it can only be finished. Undo takes it back afterwards. */
  readonly canTakeBack: boolean;
}

/** How far the write that was cut off has come; null where none was. */
export function recoveryOf(master: Master): Recovery | null {
  const { interrupted } = master;
  if (!interrupted) return null;
  const written: Change[] = [];
  const open: Change[] = [];
  const left: CellRef[] = [];
  for (const change of interrupted.changes) {
    const now = held(master.grids, change.at);
    if (sameValue(now, change.to)) written.push(change);
    else if (sameValue(now, change.from)) open.push(change);
    else left.push(change.at);
  }
  return { written, open, left, lights: interrupted.lights, canTakeBack: interrupted.before !== null };
}

function held(grids: readonly Grid[], { sheet, row, col }: CellRef): CellValue {
  const grid = grids.find((one) => one.sheet === sheet);
  return grid ? valueAt(grid, row, col) : null;
}

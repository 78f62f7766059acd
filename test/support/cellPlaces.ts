import { placeName } from "../../src/core/grid/a1";
import type { Grid } from "../../src/core/grid/grid";
import { eachCell } from "../../src/core/round/outsideCells";

/** The places of all cells that a merge has to account for. */
export function cellPlaces(grid: Grid): readonly string[] {
  const places: string[] = [];
  eachCell(grid, (row, col) => places.push(placeName({ sheet: grid.sheet, row, col })));
  return places;
}

/** The colours that our native rules give on screen: by the word in the row's light cell, as Excel does. */
import { type Grid, plainText } from "../core/grid/grid";
import { helpersOf, withoutHelpers } from "../core/lights/helperColumns";
import { LIGHTS } from "../core/lights/light";
import { DEFAULT_SETTINGS } from "../core/lights/settings";
import { findHeader } from "../core/parse/findHeader";

export interface Tint {
  readonly fill: string;
  readonly font: string;
}

/** The tint of a cell, or undefined; worked out once for a sheet. */
export function tintsOf(grid: Grid): (row: number, col: number) => Tint | undefined {
  const header = findHeader(withoutHelpers(grid));
  const light = header ? helpersOf(grid, header.top)?.places.light : undefined;
  if (!header || light === undefined) return () => undefined;
  const serial = header.columns.find(({ key }) => key === "serial")?.col;
  const spanned = new Set(grid.spans.filter((span) => span.left === serial && span.bottom > span.top).flatMap((span) => rowsOf(span.top, span.bottom)));
  const byRow = new Map<number, Tint>();
  for (const { row, values } of grid.rows) {
    const word = plainText(values[light]);
    const found = row > header.bottom ? LIGHTS.find((own) => word === DEFAULT_SETTINGS.looks[own].word || word.startsWith(`${DEFAULT_SETTINGS.looks[own].word}（`)) : undefined;
    if (found) byRow.set(row, DEFAULT_SETTINGS.looks[found]);
  }
  return (row, col) => (col === light || (col === serial && !spanned.has(row)) ? byRow.get(row) : undefined);
}

function rowsOf(top: number, bottom: number): readonly number[] {
  return Array.from({ length: Math.min(bottom - top, 2_000) + 1 }, (_, index) => top + index);
}

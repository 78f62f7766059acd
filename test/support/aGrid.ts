import type { CellValue, Grid, Span } from "../../src/core/grid/grid";

/** A visible sheet of plain values; a cell of "" or null is empty. */
export function aGrid(lines: readonly (readonly CellValue[])[], options: { sheet?: string; spans?: readonly Span[] } = {}): Grid {
  return {
    sheet: options.sheet ?? "Sheet1",
    visibility: "visible",
    rows: lines.map((line, row) => ({ row, values: line.map((value) => (value === "" ? null : value)), marks: null, hidden: false })),
    spans: options.spans ?? [],
    notes: [],
    hiddenColumns: [],
  };
}

/** The grid of tab-separated text, as the ledger's source is kept. */
export function gridOfText(text: string, sheet = "文本"): Grid {
  return aGrid(text.split(/\r?\n/u).map((line) => line.split("\t")), { sheet });
}

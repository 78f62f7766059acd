import * as XLSX from "@e965/xlsx";
import type { Grid } from "../../src/core/grid/grid";

/** A sheet in a form in which two readers can be compared: what a person would see in each cell, spans, what is hidden. */
export interface ComparedSheet {
  readonly sheet: string;
  readonly visibility: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly spans: readonly string[];
  readonly hiddenRows: readonly number[];
}

const area = (top: number, left: number, bottom: number, right: number): string => [top, left, bottom, right].join(" ");

type DenseRows = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

/** How SheetJS reads these bytes. Cells without a value and error codes are told as our reader tells them. */
export function bySheetJs(bytes: Uint8Array): readonly ComparedSheet[] {
  const book = XLSX.read(bytes, { type: "array", dense: true, cellStyles: true, WTF: true });
  return book.SheetNames.map((sheet, i) => {
    const read = book.Sheets[sheet] as XLSX.WorkSheet & { readonly "!data"?: DenseRows };
    const cells: Record<string, unknown> = {};
    (read["!data"] as DenseRows | undefined)?.forEach((line, row) =>
      line?.forEach((cell, col) => {
        if (cell !== undefined && cell.t !== "z") cells[`${row} ${col}`] = cell.t === "e" ? cell.w : cell.v;
      }),
    );
    return {
      sheet,
      visibility: book.Workbook?.Sheets?.[i]?.Hidden ?? 0,
      cells,
      spans: (read["!merges"] ?? []).map(({ s, e }) => area(s.r, s.c, e.r, e.c)).sort(),
      hiddenRows: Object.keys(cells).map((key) => Number(key.split(" ")[0])).filter((row, at, all) => all.indexOf(row) === at && read["!rows"]?.[row]?.hidden === true),
    };
  });
}

/** The same of our grids. SheetJS turns CR LF into LF even where the CR was escaped. */
export function compared(grids: readonly Grid[]): readonly ComparedSheet[] {
  return grids.map((grid) => ({
    sheet: grid.sheet,
    visibility: { visible: 0, hidden: 1, veryHidden: 2 }[grid.visibility],
    cells: Object.fromEntries(grid.rows.flatMap(({ row, values }) => values.flatMap((value, col) => (value === undefined || value === null ? [] : [[`${row} ${col}`, typeof value === "string" ? value.replaceAll("\r\n", "\n") : value] as const])))),
    spans: grid.spans.map(({ top, left, bottom, right }) => area(top, left, bottom, right)).sort(),
    hiddenRows: grid.rows.filter(({ hidden, values }) => hidden && values.some((value) => value !== null && value !== undefined)).map(({ row }) => row),
  }));
}

/** Names of places, made once: a thousand files of one form name the same places. */
import { columnName, placeName, quotedSheet } from "../grid/a1";

/** Places further down are named anew each time: they are few, or the file is one of a kind. */
const ROWS = 4096;
const SHEETS = 64;

export class PlaceNames {
  private readonly sheets = new Map<string, (string | undefined)[][]>();

  /** `sheet!A1`, as `placeName` has it. */
  of(sheet: string, row: number, col: number): string {
    const columns = this.sheets.get(sheet) ?? this.begin(sheet);
    if (columns === null || row >= ROWS) return placeName({ sheet, row, col });
    const names = (columns[col] ??= []);
    return (names[row] ??= `${quotedSheet(sheet)}!${columnName(col)}${row + 1}`);
  }

  private begin(sheet: string): (string | undefined)[][] | null {
    if (this.sheets.size >= SHEETS) return null;
    const columns: (string | undefined)[][] = [];
    this.sheets.set(sheet, columns);
    return columns;
  }
}

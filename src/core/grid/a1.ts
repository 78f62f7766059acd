import type { CellRef } from "./grid";

/** "A" for 0, "AA" for 26. */
export function columnName(col: number): string {
  let name = "";
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** "B7" for row 6, column 1. */
export function cellName(row: number, col: number): string {
  return `${columnName(col)}${row + 1}`;
}

/** A sheet name as formulas write it: in quotes where Excel needs them. */
export function quotedSheet(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/u.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

/** `sheet!A1`, quoted as in Excel: the way a place is written everywhere people see one. */
export function placeName(at: CellRef): string {
  return `${quotedSheet(at.sheet)}!${cellName(at.row, at.col)}`;
}

/** The place of "B7", or null where the text is none. Dollar signs are allowed. */
export function parseCellName(name: string): { readonly row: number; readonly col: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(name);
  const letters = found?.[1];
  if (letters === undefined) return null;
  let col = 0;
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  const row = Number(found?.[2]) - 1;
  return row >= 0 && row < 1_048_576 && col <= 16_384 ? { row, col: col - 1 } : null;
}

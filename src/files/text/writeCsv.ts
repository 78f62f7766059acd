/** Rows as .csv: what Excel, WPS and LibreOffice open by a double click, in Chinese and without a formula. */
import type { CellValue } from "../../core/grid/grid";
import { guardedText } from "../../core/text/formulaLike";

const MARK = "\ufeff";

/**
 * UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 wants. Texts that a program would take for a formula get an
 * apostrophe; numbers stay numbers, days are to be given as text. Rows are as long as the longest.
 */
export function csvBytes(rows: readonly (readonly CellValue[])[]): Uint8Array {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = rows.map((row) => Array.from({ length: width }, (_, col) => csvCell(row[col] ?? null)).join(","));
  return new TextEncoder().encode(MARK + lines.map((line) => `${line}\r\n`).join(""));
}

function csvCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // A character that no text may hold ends the file for some programs.
  const text = guardedText(value).replaceAll("\u0000", "");
  return /[",;\t\r\n]|^\s|\s$|^'/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

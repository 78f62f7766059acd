/** Reads from the workbook's file what an old Excel does not tell, as the task pane does. */
import type { FileFacts } from "../../src/excel/officeExcel";
import { opened } from "../workbook/books";

export function inspect(bytes: Uint8Array): FileFacts | null {
  const book = opened(bytes);
  const sheets = book.sheets();
  const grids = sheets.ok ? book.read(sheets.value.map(({ name }) => name)) : sheets;
  return grids.ok ? { spans: new Map(grids.value.map(({ sheet, spans }) => [sheet, spans])) } : null;
}


/** The sheets of a workbook in memory as grids. */
import type { CellMark, CellValue, Grid, GridRow } from "../core/grid/grid";
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import { tagAttribute } from "./attributes";
import { styleOf, valueOf, cellOpen } from "./cellXml";
import { Draft } from "./draft";
import type { WorkbookFault } from "./fault";
import type { Package } from "./package";
import { cellsOf } from "./sheetData";
import { formulaTag } from "./cellWriter";

export function readGrids(parts: Package, names: readonly string[]): Result<readonly Grid[], WorkbookFault> {
  const draft = Draft.open(parts);
  if (!draft.ok) return draft;
  const { strings, styles, book } = draft.value;
  const grids: Grid[] = [];
  for (const name of names) {
    const place = draft.value.place(name);
    const sheet = draft.value.sheet(name);
    if (!sheet.ok) return sheet;
    if (!place) return err({ kind: "sheetMissing", sheet: name });
    const rows = sheet.value.data.rows.map((slot): GridRow => {
      const values: (CellValue | undefined)[] = [];
      const marks: (CellMark | undefined)[] = [];
      for (const { col, xml } of cellsOf(slot)) {
        const value = valueOf(xml, (index) => strings.textAt(index));
        const date = typeof value === "number" && styles.isDate(styleOf(xml));
        values[col] = typeof value === "number" && date && book.date1904 ? value + 1462 : value;
        const mark: CellMark = {
          ...(date ? { date: true as const } : {}), ...(formulaTag(xml) === null ? {} : { formula: true as const }),
          ...(tagAttribute(cellOpen(xml), "t") === "e" ? { error: true as const } : {}),
        };
        if (Object.keys(mark).length > 0) marks[col] = mark;
      }
      return { row: slot.row, values, marks: marks.length > 0 ? marks : null, hidden: tagAttribute(slot.open, "hidden") === "1" };
    });
    grids.push({ sheet: place.name, visibility: place.visibility, rows, spans: sheet.value.spans(), notes: [], hiddenColumns: [] });
  }
  return ok(grids);
}

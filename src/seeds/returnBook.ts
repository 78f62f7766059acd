/** A returned form as a workbook, the way a department's program would write it. */
import type { CellValue } from "../core/grid/grid";
import type { SampleTable } from "../core/sample/sampleTable";
import { ok, type Result } from "../core/result";
import { emptyBook } from "../workbook/emptyBook";
import type { WorkbookFault } from "../workbook/fault";
import { columnWidth } from "../workbook/newLedgerBook";
import { type NewCell, newSheetXml } from "../workbook/newSheet";
import { heightOf, lineCount } from "../core/form/rowHeight";
import { Workbook } from "../workbook/workbook";

const BODY_SIZE = 11;

/** The workbook; the form stands on Sheet1, a guide on a sheet of its own. */
export function returnBook(table: SampleTable): Result<Workbook, WorkbookFault> {
  const widths = table.columns.map(({ key }) => columnWidth(key));
  const { cells, heights } = layOut(table, widths);
  const book = new Workbook(emptyBook());
  const written = book.edit((draft) => {
    const plain = { spans: [], print: null };
    const form = newSheetXml(
      { ...plain, columns: widths.map((width, col) => ({ col, width })), cells, heights, frozen: { rows: table.titles.length + 1, cols: 0 } },
      draft.styles,
      draft.strings,
    );
    draft.putSheet("Sheet1", "visible", form);
    if (table.guide.length > 0) {
      const lines = table.guide.map((value, row): NewCell => ({ row, col: 0, value, look: "outline" }));
      draft.putSheet("填报说明", "visible", newSheetXml({ ...plain, columns: [{ col: 0, width: 60 }], cells: lines, heights: new Map(), frozen: { rows: 0, cols: 0 } }, draft.styles, draft.strings));
    }
    return ok(null);
  });
  return written.ok ? ok(new Workbook(book.parts())) : written;
}

function layOut(table: SampleTable, widths: readonly number[]): { readonly cells: readonly NewCell[]; readonly heights: ReadonlyMap<number, number> } {
  const cells: NewCell[] = [];
  const heights = new Map<number, number>();
  let row = 0;
  const line = (values: readonly CellValue[], look: NewCell["look"]): void => {
    values.forEach((value, col) => cells.push({ row, col, value, look }));
    row += 1;
  };
  const header = table.columns.map((column) => column.header);
  for (const title of table.titles) line([title], "outline");
  line(header, "header");
  table.rows.forEach((values, at) => {
    if (table.headerAgainBefore.includes(at)) line(header, "header");
    const lines = values.map((value, col) => (typeof value === "string" ? lineCount(value, widths[col] ?? 10, BODY_SIZE) : 1));
    heights.set(row, heightOf(Math.max(1, ...lines), BODY_SIZE));
    line(values, "body");
  });
  for (const footer of table.footers) line([footer], "outline");
  return { cells, heights };
}

/** The report as a workbook: a sheet for the units, one for those to urge, one for what goes back. */
import type { Report } from "../core/round/report";
import { reportBlocks } from "../core/round/report";
import type { CellValue } from "../core/grid/grid";
import { ok, type Result } from "../core/result";
import { emptyBook } from "./emptyBook";
import type { WorkbookFault } from "./fault";
import { LOOKS } from "./cellStyle";
import { type NewCell, newSheetXml } from "./newSheet";
import { MARGINS } from "./page";
import { heightOf, lineCount } from "../core/form/rowHeight";
import { Workbook } from "./workbook";

interface Table {
  readonly sheet: string;
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The workbook. */
export function reportBook(report: Report): Result<Workbook, WorkbookFault> {
  const book = new Workbook(emptyBook());
  const written = book.edit((draft) => {
    for (const table of tablesOf(report)) {
      const cells = [table.header, ...table.rows].flatMap((values, row) => values.map((value, col): NewCell => ({ row, col, value, look: row === 0 ? "header" : typeof value === "number" ? "centred" : "body" })));
      const heights = new Map(table.rows.map((values, row) => [row + 1, heightOf(Math.max(...values.map((value, col) => lineCount(String(value ?? ""), table.widths[col] ?? 10, LOOKS.body.font.size))), LOOKS.body.font.size)]));
      const columns = table.widths.map((width, col) => ({ col, width }));
      const print = { paper: 9, pagesWide: 1, margins: MARGINS, footer: "&C第 &P 页 共 &N 页" } as const;
      draft.putSheet(table.sheet, "visible", newSheetXml({ columns, cells, heights, frozen: { rows: 1, cols: 1 }, spans: [], print }, draft.styles, draft.strings));
      draft.repeatRows(table.sheet, { first: 0, last: 0 });
    }
    return ok(null);
  });
  return written.ok ? ok(new Workbook(book.parts())) : written;
}

function tablesOf(report: Report): readonly Table[] {
  const units = reportBlocks(report).find((block) => block.kind === "table");
  const own = units?.kind === "table" ? units : { header: [], rows: [] };
  return [
    { sheet: "报送情况", widths: own.header.map((_, col) => (col === 0 ? 30 : col === 1 ? 18 : 9)), header: own.header, rows: own.rows },
    { sheet: "催报清单", widths: [28, 12, 30, 60], header: ["单位", "报送", "未报项", "催报用语"], rows: report.urge.map(({ unit, state, missing, text }) => [unit, state, missing.join("、"), text]) },
    { sheet: "退回单", widths: [28, 30, 10, 12, 60], header: ["单位", "文件", "项", "列", "退回原因"], rows: report.slips.flatMap(({ unit, reasons }) => reasons.map(({ file, row, column, message }) => [unit, file, row ?? "", column ?? "", message])) },
  ];
}

import { aWorkbook, type WorkbookXml } from "../aWorkbook";

/** A workbook with something odd in it, made the same way every time. */
export interface OddWorkbook {
  /** Maker and oddity, unique: "xml/text/shared/CDATA". */
  readonly name: string;
  /** Of the file: "xlsx", "xls", "ods", … */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** One made from hand-written XML. */
export function oddXml(name: string, workbook: WorkbookXml): OddWorkbook {
  return { name: `xml/${name}`, extension: "xlsx", bytes: aWorkbook(workbook) };
}

/** One whose first sheet has these rows, and this before and behind them. */
export function oddSheet(name: string, rows: string, { before = "", after = "", ...workbook }: Partial<WorkbookXml> & { readonly before?: string; readonly after?: string } = {}): OddWorkbook {
  return oddXml(name, { sheets: [{ xml: `${before}<sheetData>${rows}</sheetData>${after}` }], ...workbook });
}

/** One whose first sheet has one row with these cells. */
export function oddRow(name: string, cells: string, workbook: Parameters<typeof oddSheet>[2] = {}): OddWorkbook {
  return oddSheet(name, `<row r="1">${cells}</row>`, workbook);
}

import type { Grid } from "../core/grid/grid";
import { ok, type Result } from "../core/result";
import type { ExcelFault, ExcelPort } from "../excel/port";

/** All sheets of a workbook, hidden ones too, as one reading. */
export async function readBook(port: ExcelPort): Promise<Result<readonly Grid[], ExcelFault>> {
  const sheets = await port.sheets();
  if (!sheets.ok) return sheets;
  return sheets.value.length === 0 ? ok([]) : port.read(sheets.value.map(({ name }) => name));
}

/** The workbook that a command works in: an .xlsx as it is, any other ledger as a new workbook made from it. */
import { sayExcelFault, sayProblem } from "../app/sayFault";
import { importLedger } from "../app/importLedger";
import { findLedger } from "../core/parse/parseLedger";
import { err, ok, type Result } from "../core/result";
import { type MemoryExcel, memoryExcel } from "../excel/memoryExcel";
import { baseName } from "../files/readFile";
import { nodePacker } from "../nodePacker";
import { openWorkbook } from "../workbook/workbook";
import { newLedgerBook } from "../workbook/newLedgerBook";
import { READ_OPTIONS, readBytes, readSourceBytes } from "./open";
import type { VerbContext } from "./verb";

export interface Book {
  /** As the file stands on disk, or as the new workbook was made. */
  readonly bytes: Uint8Array;
  readonly excel: MemoryExcel;
  /** The finished file, or the sentence that says why there is none. */
  save(): Result<Uint8Array, string>;
}

/** Opens it, or says why not. */
export async function openBook(path: string, context: VerbContext): Promise<Result<Book, string>> {
  const bytes = await readBytes(path, context);
  if (!bytes.ok) return bytes;
  const name = baseName(path);
  const source = await readSourceBytes(name, bytes.value);
  if (!source.ok) return err(`无法读取“${name}”：${source.error}`);
  if (source.value.format === "xlsx" || source.value.format === "xlsm") {
    const workbook = openWorkbook(bytes.value, READ_OPTIONS);
    if (!workbook.ok) return err(`无法打开“${name}”：文件内部结构有问题，未作任何改动。请在 Excel 或 WPS 中打开并另存后再试。`);
    return ok(bookOf(bytes.value, memoryExcel(workbook.value)));
  }
  const found = findLedger(source.value.grids);
  if (!found.ok) return err(sayProblem(found.error));
  const made = newLedgerBook(importLedger(found.value.grid, found.value.ledger));
  if (!made.ok) return err(`无法用“${name}”生成工作簿，未写入任何文件。`);
  const excel = memoryExcel(made.value);
  const saved = excel.save();
  return saved.ok ? ok(bookOf(saved.value, excel)) : err(sayExcelFault(saved.error));
}

function bookOf(bytes: Uint8Array, excel: MemoryExcel): Book {
  return {
    bytes,
    excel,
    save: () => {
      const saved = excel.save(nodePacker);
      return saved.ok ? saved : err(sayExcelFault(saved.error));
    },
  };
}

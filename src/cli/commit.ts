/** Writing into a book that no program calculates: the batch, then the values of our own formulas that depend on it. */
import { openMaster } from "../app/master";
import { planRelight } from "../app/relight";
import { sayExcelFault } from "../app/sayFault";
import { ok, err, type Result } from "../core/result";
import type { Batch } from "../excel/port";
import type { Book } from "./openBook";

/** The finished file, or the sentence that says why there is none. */
export async function commitTo(book: Book, batch: Batch): Promise<Result<Uint8Array, string>> {
  const receipt = await book.excel.commit(batch);
  if (!receipt.ok) return err(sayExcelFault(receipt.error));
  const after = await openMaster(book.excel);
  const lights = after.ok ? planRelight(after.value) : null;
  if (lights) {
    const lit = await book.excel.commit(lights);
    if (!lit.ok) return err(sayExcelFault(lit.error));
  }
  const saved = book.save();
  return saved.ok ? ok(saved.value) : saved;
}

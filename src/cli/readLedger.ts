/** The ledger of a file together with the file around it: what `check` looks at. */
import { type Master, understand } from "../app/master";
import { sayMasterFault, sayStoreProblem } from "../app/sayFault";
import { err, ok, type Result } from "../core/result";
import type { Book } from "../core/rules/book";
import { STORE_SHEET } from "../core/store/store";
import { baseName } from "../files/readFile";
import { readForm } from "../files/readForm";
import { READ_OPTIONS, readBytes, readSourceBytes } from "./open";
import type { VerbContext } from "./verb";

export type CheckedLedger = Master & {
  readonly book: Book;
  /** It has settings of its own: a returned file has none, and its master's count. */
  readonly carries: boolean;
};

/** Reads it, or says why there is none. The form is read of .xlsx and .xlsm only. */
export async function readLedger(path: string, context: VerbContext): Promise<Result<CheckedLedger, string>> {
  const bytes = await readBytes(path, context);
  if (!bytes.ok) return bytes;
  const file = baseName(path);
  const source = await readSourceBytes(file, bytes.value);
  if (!source.ok) return err(`无法读取“${file}”：${source.error}`);
  const { grids, properties, remarks, format } = source.value;
  const found = understand(grids);
  if (!found.ok) return err(sayMasterFault(found.error));
  if (found.value.storeProblem) context.say(sayStoreProblem(found.value.storeProblem));
  const form = format === "xlsx" || format === "xlsm" ? readForm(bytes.value, [found.value.grid.sheet], READ_OPTIONS) : null;
  return ok({ ...found.value, book: { file, grids, properties, remarks, form }, carries: grids.some(({ sheet }) => sheet === STORE_SHEET) });
}

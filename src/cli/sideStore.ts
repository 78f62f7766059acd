/** The store in a file beside the workbook. */
import type { Master } from "../app/master";
import { isIdle } from "../app/storeWrites";
import { err, ok, type Result } from "../core/result";
import { type Store, STORE_SHEET } from "../core/store/store";
import type { Batch } from "../excel/port";
import { writeOut } from "./open";
import { readStoreFile, storeFile } from "./storeFile";
import type { VerbContext } from "./verb";

/** The master with the store of the file; as it is where no file is named or there is none yet. */
export async function withSideStore(master: Master, path: string | null, context: VerbContext): Promise<Result<Master, string>> {
  const read = path === null ? null : await context.files.read(path);
  if (read === null || !("bytes" in read)) return ok(master);
  const store = readStoreFile(read.bytes);
  if (store.ok) return ok({ ...master, store: store.value, storeProblem: null });
  return store.error.kind === "notOurs" ? err(`“${path ?? ""}”不是台账助手的存储文件。`) : ok({ ...master, storeProblem: store.error });
}

/** The batch without the store's sheet where a file keeps the store; null where nothing is left to write. */
export function besideStore(batch: Batch | null, path: string | null): Batch | null {
  if (path === null || batch === null) return batch;
  const own: Batch = { ...batch, journal: null, sheets: batch.sheets.filter(({ name }) => name !== STORE_SHEET), removeSheets: batch.removeSheets.filter((name) => name !== STORE_SHEET) };
  return isIdle(own) ? null : own;
}

/** Writes the store into its file where one is named; the sentence where that fails. */
export async function writeSideStore(store: Store, path: string | null, context: VerbContext): Promise<string | null> {
  if (path === null) return null;
  return writeOut(path, storeFile(store), context);
}

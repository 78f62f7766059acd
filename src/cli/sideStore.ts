/** The store in a file beside the workbook: one line of JSON a row, the first line warns whoever opens it. */
import type { CellValue } from "../core/grid/grid";
import type { Master } from "../app/master";
import { isIdle } from "../app/storeWrites";
import { err, ok, type Result } from "../core/result";
import { recordGrid } from "../core/store/journal";
import { type Store, STORE_SHEET } from "../core/store/store";
import { readStore, storeRows } from "../core/store/storeRows";
import type { Batch } from "../excel/port";
import { writeOut } from "./open";
import type { VerbContext } from "./verb";

/** The master with the store of the file; as it is where no file is named or there is none yet. */
export async function withSideStore(master: Master, path: string | null, context: VerbContext): Promise<Result<Master, string>> {
  const read = path === null ? null : await context.files.read(path);
  if (read === null || !("bytes" in read)) return ok(master);
  const rows = linesOf(new TextDecoder().decode(read.bytes));
  if (!rows) return err(`“${path ?? ""}”不是台账助手的存储文件。`);
  const store = readStore(recordGrid(rows));
  return ok({ ...master, ...(store.ok ? { store: store.value, storeProblem: null } : { storeProblem: store.error }) });
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
  const text = storeRows(store).map((row) => JSON.stringify(row)).join("\n");
  return writeOut(path, new TextEncoder().encode(`${text}\n`), context);
}

function linesOf(text: string): readonly (readonly CellValue[])[] | null {
  try {
    const rows = text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as unknown);
    return rows.every(isLine) ? rows : null;
  } catch {
    return null;
  }
}

function isLine(row: unknown): row is readonly CellValue[] {
  return Array.isArray(row) && row.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value));
}

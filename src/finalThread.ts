/** Composition: 定稿 in a thread of its own, so that the page answers while the copy is made. */
import { wrap } from "comlink";
import type { FinalCopy } from "./app/finalCopy";
import type { Result } from "./core/result";
import type { FinalDesk } from "./finalWorker";

/** The copy of a workbook's bytes. The thread ends with it; one that can't be started rejects. */
export async function finalCopyApart(bytes: Uint8Array, ledgerSheet: string, today: string): Promise<Result<FinalCopy, unknown>> {
  const thread = new Worker(new URL("./finalWorker.ts", import.meta.url));
  const broken = new Promise<never>((_, reject) => {
    thread.addEventListener("error", ({ message }) => reject(new Error(`the thread of the clean copy broke: ${message || "it could not be started"}`)));
  });
  try {
    return await Promise.race([wrap<FinalDesk>(thread).make(bytes, ledgerSheet, today), broken]);
  } finally {
    thread.terminate();
  }
}

/** The thread in which a clean copy is made. */
import "./app/oldBrowser";
import { expose, transfer } from "comlink";
import type { FinalCopy } from "./app/finalCopy";
import { ok, type Result } from "./core/result";
import { PANE_LIMITS } from "./files/limits";
import { makeFinalCopy } from "./finalCopy";

const DESK = {
  make(bytes: Uint8Array, ledgerSheet: string, today: string): Result<FinalCopy, unknown> {
    const made = makeFinalCopy(bytes, ledgerSheet, today, { limits: PANE_LIMITS });
    return made.ok ? transfer(ok(made.value), [made.value.bytes.buffer as ArrayBuffer]) : made;
  },
};

export type FinalDesk = typeof DESK;

expose(DESK);

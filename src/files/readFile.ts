import type { SourceFile } from "../core/grid/sourceFile";
import { err, type Result } from "../core/result";
import type { FileFault } from "./fault";
import { FORMATS } from "./formats";
import { openInput, type ReadOptions } from "./input";
import { refusePlain, refuseWrapped } from "./refusals";

/**
 * Reads one file of any kind into sheets of plain values, or says why not. The kind is told by the bytes, never by the
 * name; nothing that the file contains is run, fetched or believed. `name` is kept without its folder.
 */
export async function readFile(name: string, bytes: Uint8Array, options: ReadOptions): Promise<Result<SourceFile, FileFault>> {
  const input = openInput(baseName(name), bytes, options);
  if (!input.ok) return input;
  if (input.value.wrapping.kind === "none") {
    const refusal = refusePlain(bytes);
    if (refusal !== null) return err(refusal);
  }
  for (const format of FORMATS) {
    const read = format.recognize(input.value);
    if (read !== null) return read();
  }
  return err(refuseWrapped(input.value));
}

/** "b.xlsx" for "a/b.xlsx" and "a\b.xlsx". */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** One file is read, or given up: a file that takes too long must not keep the others waiting. */
import type { GivenFile } from "../files/readMany";
import { sayFileFault } from "../files/sayFileFault";
import type { ReadFiles } from "./engine";
import type { DeskEngine } from "./sessionDesk";

/** What the file holds; after so many seconds the engine's thread is ended and the file is refused. */
export async function readWithin(engine: DeskEngine, file: GivenFile, seconds: number): Promise<ReadFiles> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), seconds * 1000);
  });
  try {
    const read = await Promise.race([engine.readFiles([file]), late]);
    if (read) return read;
    engine.cancel?.();
    return { sources: [], refused: [{ name: file.name, reason: sayFileFault({ kind: "tooSlow", seconds }) }] };
  } finally {
    clearTimeout(timer);
  }
}

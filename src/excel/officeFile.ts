/** The whole workbook as Excel would save it now, through the oldest of its interfaces. */
import { OfficeTimeout, PortFault } from "./officeFault";

interface Slices {
  readonly sliceCount: number;
  getSliceAsync(index: number, done: (result: Answer<{ readonly data: readonly number[] }>) => void): void;
  closeAsync(done: () => void): void;
}

interface Answer<T> {
  readonly status: unknown;
  readonly value: T;
}

/** The bytes of the open workbook, changes that are not saved yet included. */
export async function wholeFile(deadline: number): Promise<Uint8Array> {
  const file = await answered<Slices>(deadline, (done) => Office.context.document.getFileAsync(Office.FileType.Compressed, done));
  const parts: Uint8Array[] = [];
  for (let index = 0; index < file.sliceCount; index++) {
    const slice = await answered<{ readonly data: readonly number[] }>(deadline, (done) => file.getSliceAsync(index, done));
    parts.push(Uint8Array.from(slice.data));
  }
  // Excel keeps at most two files open in memory; nobody waits for it to let go.
  file.closeAsync(() => undefined);
  return joined(parts);
}

function answered<T>(deadline: number, ask: (done: (result: Answer<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OfficeTimeout()), deadline);
    ask((result) => {
      clearTimeout(timer);
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new PortFault({ kind: "unsupported", what: "file" }));
    });
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import type { OddWorkbook } from "./oddWorkbook";

const EPOCH = new Date(Date.UTC(2000, 0, 1));

/**
 * Many workbooks in few bytes: packages are stored without compression, one behind the other, and compressed together,
 * for most of their parts are alike.
 */
export function packKept(workbooks: readonly OddWorkbook[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const { name, extension, bytes } of [...workbooks].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = extension === "xls" ? bytes : zipSync(unzipSync(bytes), { level: 0, mtime: EPOCH });
    const head = new TextEncoder().encode(`${JSON.stringify([name, extension, content.length])}\n`);
    pieces.push(head, content);
  }
  const whole = Buffer.concat(pieces);
  return brotliCompressSync(whole, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
  });
}

/** The workbooks that `packKept` packed, ready to be read. */
export function unpackKept(packed: Uint8Array): readonly OddWorkbook[] {
  const whole = new Uint8Array(brotliDecompressSync(packed));
  const workbooks: OddWorkbook[] = [];
  for (let at = 0; at < whole.length; ) {
    const end = whole.indexOf(0x0a, at);
    const [name, extension, length] = JSON.parse(new TextDecoder().decode(whole.subarray(at, end))) as [string, string, number];
    workbooks.push({ name, extension, bytes: whole.slice(end + 1, end + 1 + length) });
    at = end + 1 + length;
  }
  return workbooks;
}

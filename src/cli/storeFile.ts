/**
 * The file of a store beside the workbook. Its first line warns whoever opens it, the second names the format of the file;
 * then come blocks of lines, each packed by itself and led by its length, so that a large store is written and read piece by
 * piece. Files of format 1 were the readable lines themselves; they are read for ever.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { err, type Result } from "../core/result";
import { packedLines, unpackedLines } from "../core/store/packedLines";
import type { Line } from "../core/store/roundLines";
import { type Store, STORE_WARNING } from "../core/store/store";
import { readStoreLines, type StoreProblem } from "../core/store/storeRows";

const FORMAT_WORD = "存储文件";
export const FILE_FORMAT = 2;

/** So many UTF-16 units make a block, or as many more as the last line needs. */
const BLOCK = 1 << 20;
/** No block unpacks to more: what claims to is damaged. */
const LARGEST = 1 << 28;
const LENGTH_BYTES = 4;
/** The fastest that still finds repeated sentences: a store is written on every run. */
const PACKING = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** The bytes of a store's file, piece by piece. */
export function* storeFile(store: Store): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${JSON.stringify([STORE_WARNING])}\n${JSON.stringify([FORMAT_WORD, FILE_FORMAT])}\n`);
  let block = "";
  for (const line of packedLines(store)) {
    block += `${JSON.stringify(line)}\n`;
    if (block.length < BLOCK) continue;
    yield* packed(encoder.encode(block));
    block = "";
  }
  yield* packed(encoder.encode(block));
}

function* packed(bytes: Uint8Array): Generator<Uint8Array> {
  const own = brotliCompressSync(bytes, PACKING);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, own.length, true);
  yield length;
  yield own;
}

/** The store of a file. "notOurs": no store, or damaged. */
export function readStoreFile(bytes: Uint8Array): Result<Store, StoreProblem | { readonly kind: "notOurs" }> {
  const first = bytes.indexOf(LINE_END);
  const second = bytes.indexOf(LINE_END, first + 1);
  const format = formatOf(bytes.subarray(first + 1, second < 0 ? bytes.length : second));
  if (format !== null && format > FILE_FORMAT) return err({ kind: "newerStore", format });
  try {
    return readStoreLines(format === null ? linesOf(bytes) : unpackedLines(unpackedBlocks(bytes.subarray(second + 1))));
  } catch (error) {
    if (error instanceof DamagedFile) return err({ kind: "notOurs" });
    throw error;
  }
}

const LINE_END = 0x0a;

class DamagedFile extends Error {}

/** What the second line says; null in files of format 1. */
function formatOf(line: Uint8Array): number | null {
  try {
    const cells: unknown = JSON.parse(new TextDecoder().decode(line));
    return Array.isArray(cells) && cells[0] === FORMAT_WORD ? Number(cells[1]) : null;
  } catch {
    return null;
  }
}

function* unpackedBlocks(bytes: Uint8Array): Generator<Line> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length;) {
    const length = at + LENGTH_BYTES <= bytes.length ? view.getUint32(at, true) : Infinity;
    const end = at + LENGTH_BYTES + length;
    if (end > bytes.length) throw new DamagedFile();
    yield* linesOf(unpackedBytes(bytes.subarray(at + LENGTH_BYTES, end)));
    at = end;
  }
}

function unpackedBytes(block: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(block, { maxOutputLength: LARGEST });
  } catch {
    throw new DamagedFile();
  }
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(LINE_END, at);
    const end = found < 0 ? bytes.length : found;
    if (end > at) yield lineOf(decoder.decode(bytes.subarray(at, end)));
    at = end + 1;
  }
}

function lineOf(text: string): Line {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    throw new DamagedFile();
  }
  if (!isLine(line)) throw new DamagedFile();
  return line;
}

function isLine(line: unknown): line is Line {
  return Array.isArray(line) && line.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value));
}

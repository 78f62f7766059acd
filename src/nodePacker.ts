import * as zlib from "node:zlib";
import type { PackedText, TextPacker } from "./workbook/zipWriter";

/** So many UTF-16 units are packed at once: a text of a hundred megabytes never stands twice in memory. */
const PIECE = 1 << 20;
/** An empty last block (RFC 1951 3.2.6). */
const LAST_BLOCK = Uint8Array.of(0x03, 0x00);
const OPTIONS = { level: 6, finishFlush: zlib.constants.Z_FULL_FLUSH };

/** Node's own deflate, for composition roots that run in Node. Every piece is packed by itself, the pieces follow each other. */
export const nodePacker: TextPacker = (text) => ("crc32" in zlib ? packed(text, zlib.crc32) : null);

function packed(text: string, crc32: (bytes: Uint8Array, before?: number) => number): PackedText {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  for (let at = 0; at < text.length;) {
    const end = pieceEnd(text, at);
    const bytes = encoder.encode(text.slice(at, end));
    crc = crc32(bytes, crc);
    size += bytes.length;
    pieces.push(zlib.deflateRawSync(bytes, OPTIONS));
    at = end;
  }
  return { crc, size, packed: new Uint8Array(Buffer.concat([...pieces, LAST_BLOCK])) };
}

/** A pair of surrogates is one character and stays in one piece. */
function pieceEnd(text: string, start: number): number {
  const end = Math.min(text.length, start + PIECE);
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}

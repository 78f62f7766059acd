import { asciiText } from "../bytes";
import { crc32 } from "./crc32";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const GBK = new TextDecoder("gb18030");

const UTF8_FLAG = 0x0800;
const UNICODE_PATH = 0x7075;

/**
 * The name of an entry: UTF-8 where the flag or the Unicode path field says so or the bytes can be it, else GBK, which
 * is what Chinese Windows and its packers write without saying it.
 */
export function entryName(raw: Uint8Array, flags: number, extra: Uint8Array): string {
  const path = (flags & UTF8_FLAG) === 0 ? unicodePath(raw, extra) : null;
  const bytes = path ?? raw;
  const plain = asciiText(bytes);
  if (plain !== null) return plain;
  try {
    return UTF8.decode(bytes);
  } catch {
    return GBK.decode(bytes);
  }
}

/** APPNOTE 4.6.9: the field holds only while the checksum of the plain name is still right. */
function unicodePath(raw: Uint8Array, extra: Uint8Array): Uint8Array | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5 && at + 4 + size <= extra.length) {
      if (view.getUint32(at + 5, true) === crc32(raw)) return extra.subarray(at + 9, at + 4 + size);
    }
    at += 4 + size;
  }
  return null;
}

/** Backslashes of careless packers as slashes, and no leading "./". */
export function tidyName(name: string): string {
  const slashed = name.replaceAll("\\", "/");
  return slashed.startsWith("./") ? slashed.slice(2) : slashed;
}

/** Whether the name stays in the folder it is unpacked into: not absolute, no drive, no way up, no NUL. */
export function staysInside(name: string): boolean {
  if (name.startsWith("/") || name.includes("\0") || /^[A-Za-z]:/u.test(name)) return false;
  return !name.split("/").includes("..");
}

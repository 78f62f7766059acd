/** Writes a zip archive without a clock: entries packed before are copied, texts of ours are deflated. */
import { deflateSync } from "fflate";
import { crc32 } from "../files/zip/crc32";

export interface PackedEntry {
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01, the first day that the format knows. */
const FIXED_DATE = 0x21;
const UTF8_NAME = 0x800;
const VERSION = 20;

/** A text as an entry has it. */
export interface PackedText {
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** Packs a large text as the machine does it best, piece by piece; null where it can't. */
export type TextPacker = (text: string) => PackedText | null;

/** Ordinary parts come out the same everywhere, whoever packs them; only texts that are longer go to a `TextPacker`. */
const LARGE = 1 << 22;

/** An entry of ours; the same bytes give the same entry. */
export function packBytes(name: string, bytes: Uint8Array): PackedEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateSync(bytes, { level: 6 }) };
}

export function packText(name: string, text: string, packer?: TextPacker): PackedEntry {
  const packed = packer && text.length > LARGE ? packer(text) : null;
  if (packed) return { name, method: 8, ...packed };
  return packBytes(name, new TextEncoder().encode(text));
}

/** The archive of these entries, in their order. */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  const named = entries.map((entry) => ({ entry, name: new TextEncoder().encode(entry.name) }));
  const start = named.reduce((sum, { entry, name }) => sum + 30 + name.length + entry.packed.length, 0);
  const size = named.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const out = new Uint8Array(start + size + 22);
  const view = new DataView(out.buffer);
  let local = 0;
  let central = start;
  for (const { entry, name } of named) {
    view.setUint32(local, LOCAL, true);
    writeCommon(view, local + 4, entry, name.length);
    out.set(name, local + 30);
    out.set(entry.packed, local + 30 + name.length);
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, VERSION, true);
    writeCommon(view, central + 6, entry, name.length);
    view.setUint32(central + 42, local, true);
    out.set(name, central + 46);
    local += 30 + name.length + entry.packed.length;
    central += 46 + name.length;
  }
  view.setUint32(central, END, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, size, true);
  view.setUint32(central + 16, start, true);
  return out;
}

/** The fields that both headers of an entry share, from "version needed" to the length of the name. */
function writeCommon(view: DataView, at: number, entry: PackedEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

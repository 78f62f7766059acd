import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import type { Limits } from "../limits";
import { entryName, staysInside, tidyName } from "./entryName";

/** One entry as the central directory tells it (APPNOTE 4.3.12), with the place of its packed bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** MS-DOS time in the low, date in the high 16 bits, as stored. */
  readonly dosTime: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Uint8Array;
  readonly externalAttributes: number;
  readonly headerStart: number;
  readonly packedStart: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x0001 | 0x0040;

interface End {
  readonly entries: number;
  readonly start: number;
  readonly size: number;
  /** Where the records at the end begin, so where the directory must end. */
  readonly at: number;
}

interface Central {
  readonly entry: Omit<ZipEntry, "packedStart">;
  readonly next: number;
}

/** Every entry, in the directory's order, or why the package is refused. Nothing is unpacked yet. */
export function readDirectory(bytes: Uint8Array, limits: Limits): Result<readonly ZipEntry[], FileFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null || end.start + end.size > bytes.length) return err({ kind: "truncated" });
  if (end.entries > limits.entries) {
    return err({ kind: "tooManyEntries", entries: end.entries, limit: limits.entries });
  }
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = end.start;
  for (let i = 0; i < end.entries; i++) {
    const central = readCentral(bytes, view, at);
    if (central === null) return err({ kind: "damagedZip" });
    const { entry } = central;
    const fault = refuse(entry, names);
    if (fault) return err(fault);
    names.add(entry.name);
    const packedStart = findPacked(view, bytes, entry);
    if (packedStart === null) return err({ kind: "damagedPart", part: entry.name });
    entries.push({ ...entry, packedStart });
    at = central.next;
  }
  // Entries that the end does not count would be lost in silence.
  if (at !== end.start + end.size || at !== end.at) return err({ kind: "damagedZip" });
  const overlap = findOverlap(entries, end.start);
  return overlap ? err({ kind: "overlap", name: overlap.name }) : ok(entries);
}

function refuse(entry: Central["entry"], names: ReadonlySet<string>): FileFault | null {
  if (!staysInside(entry.name)) return { kind: "badName", name: entry.name };
  if (names.has(entry.name)) return { kind: "duplicateName", name: entry.name };
  if ((entry.flags & ENCRYPTED) !== 0) return { kind: "encryptedZip" };
  return null;
}

function findEnd(view: DataView): End | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const entries = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const is64 = entries === 0xffff || size === 0xffffffff || start === 0xffffffff;
    return (is64 ? findEnd64(view, at) : null) ?? { entries, start, size, at };
  }
  return null;
}

function findEnd64(view: DataView, end: number): End | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = wide(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  return { entries: wide(view, at + 32), size: wide(view, at + 40), start: wide(view, at + 48), at };
}

/** Far beyond any file's length the sum is inexact, and still far beyond it. */
function wide(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

function readCentral(bytes: Uint8Array, view: DataView, at: number): Central | null {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const rawName = bytes.subarray(at + 46, nameEnd);
  const extra = bytes.subarray(nameEnd, extraEnd);
  const flags = view.getUint16(at + 8, true);
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    headerStart: view.getUint32(at + 42, true),
  };
  const entry = {
    name: tidyName(entryName(rawName, flags, extra)),
    rawName,
    flags,
    method: view.getUint16(at + 10, true),
    dosTime: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    extra,
    externalAttributes: view.getUint32(at + 38, true),
    ...widened(sizes, extra),
  };
  return { entry, next };
}

interface Sizes {
  readonly size: number;
  readonly packedSize: number;
  readonly headerStart: number;
}

/** APPNOTE 4.5.3: the zip64 field holds, in this order, only those values that the record has no room for. */
function widened(sizes: Sizes, extra: Uint8Array): Sizes {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x0001 && end <= extra.length) {
      let place = at + 4;
      const take = (small: number): number => {
        if (small !== 0xffffffff || place + 8 > end) return small;
        place += 8;
        return wide(view, place - 8);
      };
      const size = take(sizes.size);
      const packedSize = take(sizes.packedSize);
      return { size, packedSize, headerStart: take(sizes.headerStart) };
    }
    at = end;
  }
  return sizes;
}

/** Where the packed bytes begin; null where the entry's own header is missing, another's, or its bytes run out. */
function findPacked(view: DataView, bytes: Uint8Array, entry: Central["entry"]): number | null {
  const at = entry.headerStart;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null;
  const nameLength = view.getUint16(at + 26, true);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length || nameLength !== entry.rawName.length) return null;
  for (let i = 0; i < nameLength; i++) if (bytes[at + 30 + i] !== entry.rawName[i]) return null;
  return start;
}

function findOverlap(entries: readonly ZipEntry[], directoryStart: number): ZipEntry | null {
  const sorted = [...entries].sort((a, b) => a.headerStart - b.headerStart);
  let end = 0;
  for (const entry of sorted) {
    if (entry.headerStart < end) return entry;
    end = entry.packedStart + entry.packedSize;
  }
  const last = sorted[sorted.length - 1];
  return last !== undefined && end > directoryStart ? last : null;
}

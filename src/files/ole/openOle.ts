import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";

/**
 * The compound file ([MS-CFB]) in which .xls, .doc, .et, .wps and encrypted workbooks lie: a small file system of
 * sectors. Read here: the names of its streams, and whether all their sectors are there.
 */
export interface OleFile {
  /** Names of all streams and storages, without their folders. */
  names(): readonly string[];
  /** The bytes of the first stream of that name, whatever its case; undefined where there is none. */
  read(name: string): Result<Uint8Array, FileFault> | undefined;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly isRoot: boolean;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Values of the allocation table at and above this are no sectors. */
const LAST_SECTOR = 0xfffffffa;
const UNUSED = 0xffffffff;
/** Streams of fewer bytes lie in small sectors inside the root's own stream. */
const SMALLEST_LARGE = 4096;
const NAME = new TextDecoder("utf-16le");

/** Whether the bytes begin as a compound file. */
export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** Opens a compound file; a chain of sectors that leaves the file or runs in a circle refuses it. */
export function openOle(bytes: Uint8Array): Result<OleFile, FileFault> {
  if (bytes.length < 512) return err({ kind: "truncated" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectors = new Sectors(view);
  const directory = sectors.chain(view.getUint32(0x30, true));
  if (directory === null || !sectors.isWhole(directory)) return err({ kind: "truncated" });
  const entries = readEntries(sectors.join(directory));
  const large = entries.filter(({ isStream, isRoot, size }) => (isStream && size >= SMALLEST_LARGE) || (isRoot && size > 0));
  /** Streams share no bytes, so they can't be longer than the file. */
  if (large.reduce((sum, { size }) => sum + size, 0) > bytes.length) return err({ kind: "truncated" });
  if (!large.every(({ start, size }) => sectors.hold(start, size))) return err({ kind: "truncated" });
  return ok({
    names: () => entries.map(({ name }) => name),
    read(name) {
      const entry = entries.find((each) => each.isStream && each.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined) return undefined;
      const stream = readStream(sectors, entry, entries.find(({ isRoot }) => isRoot), view.getUint32(0x3c, true));
      return stream === null ? err({ kind: "truncated" }) : ok(stream);
    },
  });
}

class Sectors {
  private readonly view: DataView;
  private readonly size: number;
  private readonly table: Uint32Array;

  constructor(view: DataView) {
    this.view = view;
    this.size = view.getUint16(0x1e, true) === 12 ? 4096 : 512;
    this.table = this.readTable();
  }

  /** The sectors of a chain in order, or null where it leaves the file or runs in a circle. */
  chain(first: number): readonly number[] | null {
    const chain: number[] = [];
    for (let sector = first; sector < LAST_SECTOR; sector = this.table[sector] ?? UNUSED) {
      if (!this.has(sector) || chain.length > this.table.length) return null;
      chain.push(sector);
    }
    return chain;
  }

  /** The bytes of a chain; fewer than its sectors promise where the file ends within the last. */
  join(chain: readonly number[]): Uint8Array {
    const out = new Uint8Array(chain.length * this.size);
    let length = 0;
    for (const sector of chain) {
      const bytes = this.bytesOf(sector);
      out.set(bytes, length);
      length += bytes.length;
    }
    return out.subarray(0, length);
  }

  /** Whether every sector of a chain is in the file to its last byte. */
  isWhole(chain: readonly number[]): boolean {
    return chain.every((sector) => this.bytesOf(sector).length === this.size);
  }

  /** Whether a chain is all in the file and has room for so many bytes. */
  hold(first: number, size: number): boolean {
    const chain = this.chain(first);
    return chain !== null && chain.reduce((sum, sector) => sum + this.bytesOf(sector).length, 0) >= size;
  }

  private has(sector: number): boolean {
    return (sector + 1) * this.size < this.view.byteLength;
  }

  /** The last sector of a file may be cut short where its end is unused. */
  private bytesOf(sector: number): Uint8Array {
    const start = (sector + 1) * this.size;
    const end = Math.min(start + this.size, this.view.byteLength);
    return new Uint8Array(this.view.buffer, this.view.byteOffset + start, Math.max(0, end - start));
  }

  private readTable(): Uint32Array {
    const places: number[] = [];
    for (let i = 0; i < 109; i++) places.push(this.view.getUint32(0x4c + i * 4, true));
    const perSector = this.size / 4;
    let next = this.view.getUint32(0x44, true);
    for (let seen = 0; this.has(next) && next < LAST_SECTOR && seen * this.size < this.view.byteLength; seen++) {
      const at = (next + 1) * this.size;
      if (at + this.size > this.view.byteLength) break;
      for (let i = 0; i < perSector - 1; i++) places.push(this.view.getUint32(at + i * 4, true));
      next = this.view.getUint32(at + this.size - 4, true);
    }
    const used = places.filter((sector) => sector < LAST_SECTOR && this.has(sector));
    const table = new Uint32Array(used.length * perSector).fill(UNUSED);
    for (const [i, sector] of used.entries()) {
      const bytes = this.bytesOf(sector);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let j = 0; j < Math.floor(bytes.length / 4); j++) table[i * perSector + j] = view.getUint32(j * 4, true);
    }
    return table;
  }
}

function readEntries(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const kind = view.getUint8(at + 0x42);
    const length = view.getUint16(at + 0x40, true);
    if (kind === 0 || length < 2 || length > 64) continue;
    entries.push({
      name: NAME.decode(directory.subarray(at, at + length - 2)),
      isStream: kind === 2,
      isRoot: kind === 5,
      start: view.getUint32(at + 0x74, true),
      size: view.getUint32(at + 0x78, true),
    });
  }
  return entries;
}

function readStream(sectors: Sectors, entry: Entry, root: Entry | undefined, smallTableStart: number): Uint8Array | null {
  if (entry.size >= SMALLEST_LARGE) return cut(sectors, entry.start, entry.size);
  const chain = sectors.chain(smallTableStart);
  const small = root === undefined ? null : cut(sectors, root.start, root.size);
  if (chain === null || small === null) return null;
  const tableBytes = sectors.join(chain);
  const table = new DataView(tableBytes.buffer, tableBytes.byteOffset, tableBytes.byteLength);
  const out = new Uint8Array(Math.ceil(entry.size / 64) * 64);
  let sector = entry.start;
  for (let at = 0; at < entry.size; at += 64) {
    if (sector * 64 >= small.length || sector * 4 + 4 > tableBytes.length) return null;
    out.set(small.subarray(sector * 64, sector * 64 + 64), at);
    sector = table.getUint32(sector * 4, true);
  }
  return out.subarray(0, entry.size);
}

function cut(sectors: Sectors, start: number, size: number): Uint8Array | null {
  const chain = sectors.chain(start);
  if (chain === null) return null;
  const bytes = sectors.join(chain);
  return bytes.length < size ? null : bytes.subarray(0, size);
}

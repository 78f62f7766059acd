import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import type { Limits } from "../limits";
import { readDirectory, type ZipEntry } from "./directory";
import { PORTABLE_UNPACKER, type Unpacker } from "./unpack";

/** An entry as it lies in the package, for copying it unchanged. */
export interface RawEntry extends ZipEntry {
  readonly packed: Uint8Array;
}

export interface ZipPackage {
  /** In the directory's order; folders end with "/". */
  names(): readonly string[];
  has(name: string): boolean;
  /** The unpacked bytes, proved by length and checksum. What was read once does not count twice against the limits. */
  read(name: string): Result<Uint8Array, FileFault>;
  rawEntry(name: string): RawEntry | undefined;
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip package without trusting it: real output is counted, never the declared sizes; checksums are compared;
 * names that leave the folder, doubled names, shared bytes, encryption and too many entries refuse the package.
 */
export function openZip(bytes: Uint8Array, limits: Limits, unpacker: Unpacker = PORTABLE_UNPACKER): Result<ZipPackage, FileFault> {
  const directory = readDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]));
  const counted = new Set<string>();
  let packedSoFar = 0;
  let unpackedSoFar = 0;

  function unpack(entry: ZipEntry): Result<Uint8Array, FileFault> {
    const first = !counted.has(entry.name);
    const byRatio = Math.max(limits.ratioAfter, limits.ratio * (packedSoFar + (first ? entry.packedSize : 0)));
    const max = first ? Math.min(limits.unpacked, byRatio) - unpackedSoFar : entry.size;
    const unpacked = unpackEntry(bytes, entry, max, unpacker);
    if (unpacked === "tooLarge") {
      return err(
        byRatio < limits.unpacked
          ? { kind: "zipBomb", part: entry.name, ratio: limits.ratio }
          : { kind: "tooLarge", limit: limits.unpacked },
      );
    }
    if (unpacked === "unknownMethod") return err({ kind: "unsupported", what: `zip method ${entry.method}` });
    if (unpacked === "damaged" || unpacked.length !== entry.size || unpacker.crc32(unpacked) !== entry.crc) {
      return err({ kind: "crc", part: entry.name });
    }
    if (first) {
      counted.add(entry.name);
      packedSoFar += entry.packedSize;
      unpackedSoFar += unpacked.length;
    }
    return ok(unpacked);
  }

  return ok({
    names: () => [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      return entry === undefined ? err({ kind: "missingPart", part: name }) : unpack(entry);
    },
    rawEntry(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      return { ...entry, packed: bytes.subarray(entry.packedStart, entry.packedStart + entry.packedSize) };
    },
  });
}

function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  max: number,
  unpacker: Unpacker,
): Uint8Array | "damaged" | "tooLarge" | "unknownMethod" {
  const packed = bytes.subarray(entry.packedStart, entry.packedStart + entry.packedSize);
  if (entry.method === STORED) return packed.length > max ? "tooLarge" : packed;
  if (entry.method !== DEFLATED) return "unknownMethod";
  return unpacker.inflate(packed, entry.size, max);
}

import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import type { Limits } from "../limits";
import { readDirectory, type ZipEntry } from "./directory";
import { MOST, PORTABLE_UNPACKER, type Unpacker } from "./unpack";

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

/** Bytes that no packing is held to. */
const SLACK = 64;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip package without trusting it: declared sizes are held against the limits, and what really comes out against
 * the declared sizes; checksums are compared; names that leave the folder, doubled names, shared bytes, encryption and
 * too many entries refuse the package.
 */
export function openZip(bytes: Uint8Array, limits: Limits, unpacker: Unpacker = PORTABLE_UNPACKER): Result<ZipPackage, FileFault> {
  const directory = readDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]));
  const counted = new Set<string>();
  let packedSoFar = 0;
  let unpackedSoFar = 0;

  /** By the declared sizes, which the bytes that come out must keep. */
  function beyondLimits({ name, size, packedSize }: ZipEntry): FileFault | null {
    if (size > packedSize * MOST + SLACK) return { kind: "falseSize", part: name };
    const unpacked = unpackedSoFar + size;
    if (unpacked > Math.max(limits.ratioAfter, limits.ratio * (packedSoFar + packedSize))) return { kind: "zipBomb", part: name, ratio: limits.ratio };
    return unpacked > limits.unpacked ? { kind: "tooLarge", limit: limits.unpacked } : null;
  }

  function unpack(entry: ZipEntry): Result<Uint8Array, FileFault> {
    const first = !counted.has(entry.name);
    const fault = first ? beyondLimits(entry) : null;
    if (fault !== null) return err(fault);
    // No byte beyond the declared size is ever unpacked: who declares too little is refused for that.
    const unpacked = unpackEntry(bytes, entry, unpacker);
    if (unpacked === "tooLarge") return err({ kind: "falseSize", part: entry.name });
    if (unpacked === "unknownMethod") return err({ kind: "unsupported", what: `zip method ${entry.method}` });
    if (unpacked !== "damaged" && unpacked.length !== entry.size) return err({ kind: "falseSize", part: entry.name });
    if (unpacked === "damaged" || unpacker.crc32(unpacked) !== entry.crc) return err({ kind: "crc", part: entry.name });
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

function unpackEntry(bytes: Uint8Array, entry: ZipEntry, unpacker: Unpacker): Uint8Array | "damaged" | "tooLarge" | "unknownMethod" {
  const packed = bytes.subarray(entry.packedStart, entry.packedStart + entry.packedSize);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) return "unknownMethod";
  return unpacker.inflate(packed, entry.size, entry.size);
}

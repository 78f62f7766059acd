/**
 * An .xlsx package as immutable parts. A part that nobody changed keeps its packed bytes;
 * a changed one is text, packed when the package is saved.
 */
import type { Result } from "../core/result";
import { err, ok } from "../core/result";
import type { FileFault } from "../files/fault";
import type { ReadOptions } from "../files/input";
import { openInput } from "../files/input";
import { refusePlain, refuseWrapped } from "../files/refusals";
import type { RawEntry } from "../files/zip/openZip";
import type { PackedEntry, TextPacker } from "./zipWriter";
import { packText, writeZip } from "./zipWriter";

/** One part: as it came, or as we wrote it. */
export type Part =
  | { readonly kind: "kept"; readonly entry: RawEntry; readonly text: () => Result<string, FileFault>; readonly bytes: () => Result<Uint8Array, FileFault> }
  | {
      readonly kind: "written";
      readonly text: string;
      /** Rows of the sheet have moved since the file was opened: its places are no longer those of the file. */
      readonly moved?: true;
    };

/** Parts by name ("xl/workbook.xml"), in the order of the archive; new parts come last. */
export type Package = ReadonlyMap<string, Part>;

/** The parts of an archive, none of them unpacked yet; any other file says what it is. */
export function openPackage(bytes: Uint8Array, options: ReadOptions): Result<Package, FileFault> {
  const input = openInput("", bytes, options);
  if (!input.ok) return input;
  const { wrapping } = input.value;
  if (wrapping.kind !== "zip") return err((wrapping.kind === "none" ? refusePlain(bytes) : null) ?? refuseWrapped(input.value));
  const { zip } = wrapping;
  const parts = new Map<string, Part>();
  for (const name of zip.names()) {
    const entry = zip.rawEntry(name);
    if (entry === undefined || name.endsWith("/")) continue;
    let known: string | null = null;
    const unpack = (): Result<Uint8Array, FileFault> => zip.read(name);
    const text = (): Result<string, FileFault> => {
      if (known !== null) return ok(known);
      const unpacked = unpack();
      if (!unpacked.ok) return unpacked;
      known = decodeXml(unpacked.value);
      return ok(known);
    };
    parts.set(name, { kind: "kept", entry, text, bytes: unpack });
  }
  return ok(parts);
}

/** The part's XML as text (UTF-8, or UTF-16 by its mark). */
export function partText(parts: Package, name: string): Result<string, FileFault> {
  const part = parts.get(name);
  if (part === undefined) return err({ kind: "missingPart", part: name });
  return part.kind === "written" ? ok(part.text) : part.text();
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return asUtf8(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return asUtf8(new TextDecoder("utf-16be").decode(bytes));
  return new TextDecoder("utf-8").decode(bytes);
}

/** What we write is UTF-8, so the declaration must say so. */
function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*encoding=)(?:"[^"]*"|'[^']*')/u, '$1"UTF-8"');
}

/** The name a part really has where capitals differ (part names are compared without case, ECMA-376-2 9.1.1.3), or null. */
export function findPart(parts: Package, name: string): string | null {
  if (parts.has(name)) return name;
  const wanted = name.toLowerCase();
  for (const known of parts.keys()) if (known.toLowerCase() === wanted) return known;
  return null;
}

/** The archive of the parts: kept ones byte for byte, the same input in the same bytes. */
export function savePackage(parts: Package, packer?: TextPacker): Uint8Array {
  return writeZip([...parts].map(([name, part]): PackedEntry => (part.kind === "kept" ? part.entry : packText(name, part.text, packer))));
}

import { latin1 } from "./bytes";
import type { FileFault } from "./fault";
import { extensionOf, type FileInput } from "./input";

/** Files that begin with these bytes are none of ours; each has a sentence that says what to do. */
const SIGNATURES: readonly (readonly [string, FileFault])[] = [
  ["Rar!\x1a\x07", { kind: "archive", format: "rar" }],
  ["7z\xbc\xaf\x27\x1c", { kind: "archive", format: "7z" }],
  ["\x1f\x8b", { kind: "archive", format: "gzip" }],
  ["\xfd7zXZ", { kind: "archive", format: "xz" }],
  ["\x28\xb5\x2f\xfd", { kind: "archive", format: "zstd" }],
  ["MSCF\0\0\0\0", { kind: "archive", format: "cab" }],
  ["\x78\x9f\x3e\x22", { kind: "mail" }],
  ["\x89PNG", { kind: "picture", format: "PNG" }],
  ["\xff\xd8\xff", { kind: "picture", format: "JPEG" }],
  ["GIF8", { kind: "picture", format: "GIF" }],
  ["BM", { kind: "picture", format: "BMP" }],
  ["II*\0", { kind: "picture", format: "TIFF" }],
  ["MM\0*", { kind: "picture", format: "TIFF" }],
  ["{\\rtf", { kind: "rtf" }],
  ["\x09\x00\x04\x00", { kind: "unsupported", what: "Excel 2.1" }],
  ["\x09\x02\x06\x00", { kind: "unsupported", what: "Excel 3.0" }],
  ["\x09\x04\x06\x00", { kind: "unsupported", what: "Excel 4.0" }],
  ["\x09\x08\x08\x00", { kind: "unsupported", what: "Excel 5.0/95" }],
  ["ID;P", { kind: "unsupported", what: "SYLK" }],
  ["PK\x03", { kind: "truncated" }],
  ["\xd0\xcf\x11", { kind: "truncated" }],
];

/** Text that looks like this, behind blanks and in small letters, is a page, a mail or an archive of one under another name. */
const PAGES: readonly (readonly [RegExp, FileFault])[] = [
  [/^%pdf-/u, { kind: "pdf" }],
  [/^(?:[a-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?mime-version:[^]*multipart\/related/u, { kind: "mhtNamedXls" }],
  [/^(?:mime-version:|(?:[a-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?snapshot-content-location:)/u, { kind: "mhtNamedXls" }],
  [/^(?:(?:received|return-path|delivered-to|from|date|message-id|subject|to|x-[a-z-]{1,30}):[^\n]*\n(?:[ \t][^\n]*\n)*){2}/u, { kind: "mail" }],
  [/^(?:<!doctype html|<(?:html|head|meta|table|style|body|div|center|script)[\s>]|<!--)/u, { kind: "htmlNamedXls" }],
  [/^<\?xml[^]*<html[\s>]/u, { kind: "htmlNamedXls" }],
  [/^<\?xml/u, { kind: "xmlNamedXls" }],
];

/** Why a file without a wrapping is refused by its first bytes, or null. */
export function refusePlain(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0 || bytes.every((byte) => byte === 0)) return { kind: "empty" };
  const head = latin1(headOf(bytes));
  const signature = SIGNATURES.find(([first]) => head.startsWith(first));
  if (signature !== undefined) return signature[1];
  if (/^RIFF.{4}WEBP/su.test(head)) return { kind: "picture", format: "WebP" };
  if (/^.{4}ftyp(?:hei|mif)/su.test(head)) return { kind: "picture", format: "HEIC" };
  if (/^BZh[1-9]1AY/u.test(head)) return { kind: "archive", format: "bzip2" };
  if (head.slice(257, 262) === "ustar") return { kind: "archive", format: "tar" };
  const text = head.replace(/^(?:\xef\xbb\xbf)?[\s\0]*/u, "").toLowerCase();
  return PAGES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The first bytes; of UTF-16 every second, which are those that tell. */
function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) return bytes.subarray(0, 1024);
  return bytes.subarray(2, 2050).filter((_, i) => i % 2 === 0);
}

/** Why a wrapped file that no format recognises is refused. */
export function refuseWrapped({ name, wrapping }: FileInput): FileFault {
  if (wrapping.kind === "none") return { kind: "notWorkbook" };
  if (wrapping.kind === "ole") {
    const streams = wrapping.ole.names();
    if (streams.includes("EncryptedPackage")) return { kind: "encryptedWorkbook" };
    if (streams.includes("WordDocument")) return extensionOf(name) === "wps" ? { kind: "wps" } : { kind: "doc" };
    if (streams.includes("PowerPoint Document")) return { kind: "presentation" };
    if (streams.some((name) => name.startsWith("__substg1.0_") || name === "__properties_version1.0")) return { kind: "mail" };
    return { kind: "notWorkbook" };
  }
  const parts = wrapping.zip.names();
  if (parts.some((part) => part.startsWith("ppt/"))) return { kind: "presentation" };
  if (parts.some((part) => /^ofd\.xml$/iu.test(part))) return { kind: "ofd" };
  if (parts.some((part) => part.startsWith("xl/"))) return { kind: "missingPart", part: "xl/workbook.xml" };
  return parts.some((part) => part === "[Content_Types].xml" || part === "mimetype") ? { kind: "notWorkbook" } : { kind: "zipOfFiles" };
}

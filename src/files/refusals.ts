import { latin1 } from "./bytes";
import type { FileFault } from "./fault";
import { extensionOf, type FileInput } from "./input";

/** Files that begin with these bytes are none of ours; each has a sentence that says what to do. */
const SIGNATURES: readonly (readonly [string, FileFault])[] = [
  ["%PDF", { kind: "pdf" }],
  ["Rar!\x1a\x07", { kind: "archive", format: "rar" }],
  ["7z\xbc\xaf\x27\x1c", { kind: "archive", format: "7z" }],
  ["\x1f\x8b", { kind: "archive", format: "gzip" }],
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
  ["PK\x03", { kind: "truncated" }],
  ["\xd0\xcf\x11", { kind: "truncated" }],
];

/** Text that begins like this, behind blanks, is a page or an archive of one under another name. */
const PAGES: readonly (readonly [RegExp, FileFault])[] = [
  [/^mime-version:/u, { kind: "mhtNamedXls" }],
  [/^(?:<!doctype html|<html|<head|<meta|<table|<style|<body)/u, { kind: "htmlNamedXls" }],
  [/^<\?xml[^>]*>[^<]{0,40}(?:<!doctype html[^>]{0,200}>[^<]{0,40})?<html/u, { kind: "htmlNamedXls" }],
  [/^<\?xml/u, { kind: "xmlNamedXls" }],
];

/** Why a file without a wrapping is refused by its first bytes, or null. */
export function refusePlain(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0 || bytes.every((byte) => byte === 0)) return { kind: "empty" };
  const head = latin1(bytes.subarray(0, 1024));
  const signature = SIGNATURES.find(([first]) => head.startsWith(first));
  if (signature !== undefined) return signature[1];
  if (/^RIFF.{4}WEBP/su.test(head)) return { kind: "picture", format: "WebP" };
  if (/^.{4}ftyp(?:hei|mif)/su.test(head)) return { kind: "picture", format: "HEIC" };
  const text = head.replace(/^(?:\xef\xbb\xbf)?[\s\0]*/u, "").toLowerCase();
  return PAGES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Why a wrapped file that no format recognises is refused. */
export function refuseWrapped({ name, wrapping }: FileInput): FileFault {
  if (wrapping.kind === "none") return { kind: "notWorkbook" };
  if (wrapping.kind === "ole") {
    const streams = wrapping.ole.names();
    if (streams.includes("EncryptedPackage")) return { kind: "encryptedWorkbook" };
    if (streams.includes("WordDocument")) return extensionOf(name) === "wps" ? { kind: "wps" } : { kind: "doc" };
    if (streams.includes("PowerPoint Document")) return { kind: "presentation" };
    return { kind: "notWorkbook" };
  }
  const parts = wrapping.zip.names();
  if (parts.some((part) => part.startsWith("ppt/"))) return { kind: "presentation" };
  if (parts.some((part) => part.startsWith("xl/"))) return { kind: "missingPart", part: "xl/workbook.xml" };
  return parts.some((part) => part === "[Content_Types].xml" || part === "mimetype") ? { kind: "notWorkbook" } : { kind: "zipOfFiles" };
}

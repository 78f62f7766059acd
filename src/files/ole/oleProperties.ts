import { viewOf } from "../bytes";
import type { OleFile } from "./openOle";

/** FMTID_UserDefinedProperties ([MS-OLEPS] 2.23) as its bytes lie in the file. */
const USER_DEFINED = [0x05, 0xd5, 0xcd, 0xd5, 0x9c, 0x2e, 0x1b, 0x10, 0x93, 0x97, 0x08, 0x00, 0x2b, 0x2c, 0xf9, 0xae];
const [CODE_PAGE, DICTIONARY] = [1, 0];
const [TYPE_I2, TYPE_I4, TYPE_BOOL, TYPE_STRING, TYPE_WIDE_STRING] = [2, 3, 11, 30, 31];
const UTF16_PAGE = 1200;
const MOST_PROPERTIES = 1000;
const WIDE = new TextDecoder("utf-16le");

/** The custom document properties of a compound file as text, by name; none where they can't be read. */
export function readOleProperties(ole: OleFile): ReadonlyMap<string, string> {
  const stream = ole.read("\u0005DocumentSummaryInformation");
  if (stream?.ok !== true) return new Map();
  try {
    return readSet(stream.value);
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

/** Reading beyond the end is a `RangeError` of the view. */
function readSet(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = viewOf(bytes);
  const count = Math.min(2, view.getUint32(24, true));
  for (let i = 0; i < count; i++) {
    const at = 28 + i * 20;
    if (USER_DEFINED.every((byte, j) => bytes[at + j] === byte)) return readSection(bytes, view.getUint32(at + 16, true));
  }
  return new Map();
}

function readSection(bytes: Uint8Array, section: number): ReadonlyMap<string, string> {
  const view = viewOf(bytes);
  const places = new Map<number, number>();
  for (let i = 0; i < Math.min(MOST_PROPERTIES, view.getUint32(section + 4, true)); i++) {
    places.set(view.getUint32(section + 8 + i * 8, true), section + view.getUint32(section + 12 + i * 8, true));
  }
  const pageAt = places.get(CODE_PAGE);
  const page = pageAt === undefined ? 936 : view.getUint16(pageAt + 4, true);
  const dictionary = places.get(DICTIONARY);
  const properties = new Map<string, string>();
  if (dictionary === undefined) return properties;
  for (const [id, name] of readNames(bytes, dictionary, page)) {
    const at = places.get(id);
    const value = at === undefined ? null : readValue(bytes, at, page);
    if (value !== null) properties.set(name, value);
  }
  return properties;
}

function readNames(bytes: Uint8Array, start: number, page: number): readonly (readonly [number, string])[] {
  const view = viewOf(bytes);
  const names: (readonly [number, string])[] = [];
  let at = start + 4;
  for (let i = 0; i < Math.min(MOST_PROPERTIES, view.getUint32(start, true)); i++) {
    const id = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true) * (page === UTF16_PAGE ? 2 : 1);
    names.push([id, decode(bytes.subarray(at + 8, at + 8 + size), page)]);
    at += 8 + (page === UTF16_PAGE ? Math.ceil(size / 4) * 4 : size);
  }
  return names;
}

function readValue(bytes: Uint8Array, at: number, page: number): string | null {
  const view = viewOf(bytes);
  switch (view.getUint16(at, true)) {
    case TYPE_STRING:
      return decode(bytes.subarray(at + 8, at + 8 + view.getUint32(at + 4, true)), page);
    case TYPE_WIDE_STRING:
      return decode(bytes.subarray(at + 8, at + 8 + view.getUint32(at + 4, true) * 2), UTF16_PAGE);
    case TYPE_I2:
      return String(view.getInt16(at + 4, true));
    case TYPE_I4:
      return String(view.getInt32(at + 4, true));
    case TYPE_BOOL:
      return String(view.getInt16(at + 4, true) !== 0);
    default:
      return null;
  }
}

function decode(bytes: Uint8Array, page: number): string {
  const text = page === UTF16_PAGE ? WIDE.decode(bytes) : new TextDecoder(page === 65001 ? "utf-8" : page === 1252 ? "windows-1252" : "gb18030").decode(bytes);
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

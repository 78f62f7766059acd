import { constants, deflateRawSync } from "node:zlib";
import { aWorkbook, workbookParts } from "./aWorkbook";
import { aZip, type ZipPart } from "./aZip";

const MB = 1024 * 1024;
const BOOK = { sheets: [{ xml: `<sheetData><row><c><v>1</v></c></row></sheetData>` }] };

function parts(change: (part: ZipPart) => ZipPart = (part) => part, more: readonly ZipPart[] = []): readonly ZipPart[] {
  return [...Object.entries(workbookParts(BOOK)).map(([name, content]) => change({ name, content })), ...more];
}

const sheetOnly = (change: (part: ZipPart) => ZipPart) => (part: ZipPart): ZipPart => (part.name === "xl/worksheets/sheet1.xml" ? change(part) : part);
const asXml = (declaration: string) => aWorkbook({ sheets: [{ xml: `<?xml version="1.0"?>${declaration}<worksheet><sheetData><row><c t="inlineStr"><is><t>&lol9;&x;</t></is></c></row></sheetData></worksheet>` }] });

/** A deflate stream of one piece again and again, made without ever having the whole. */
function packedPieces(piece: string, times: number): Uint8Array {
  const packed = deflateRawSync(piece, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => packed), Uint8Array.from([0x03, 0x00])]);
}

/** A million rows in a file of a megabyte and a half that unpack to 624 MB, and which a lying header may belittle. */
function bomb(declaredSize: number): Uint8Array {
  const row = `<row r="1" spans="1:3"><c r="A1" s="1"/></row>`;
  const piece = row.repeat(Math.floor((624 * 1024) / row.length));
  const packed = packedPieces(piece, 1024);
  return aZip(parts(sheetOnly((part) => ({ ...part, content: packed, packedAlready: true, declaredSize }))));
}

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join("");
const fullSheet = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9" hidden="1"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048575"/></mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"a"</formula1></dataValidation></dataValidations>`;

/** Files that are meant to do harm, or do it without being meant: what the reader says, null where it reads them. */
export const HOSTILE: readonly (readonly [what: string, fault: string | null, make: () => Uint8Array])[] = [
  ["1.5 MB that unpack to 624 MB", "zipBomb", () => bomb(624 * MB)],
  ["the same under a header that says 500 bytes", "falseSize", () => bomb(500)],
  ["a header that says 5 bytes", "falseSize", () => aZip(parts(sheetOnly((part) => ({ ...part, declaredSize: 5 }))))],
  ["a header that says 2 GB", "falseSize", () => aZip(parts(sheetOnly((part) => ({ ...part, declaredSize: 2 ** 31 }))))],
  ["a checksum that is another's", "crc", () => aZip(parts(sheetOnly((part) => ({ ...part, declaredCrc: 7 }))))],
  ["billion laughs", "doctype", () => asXml(`<!DOCTYPE lolz [<!ENTITY lol0 "lol">${laughs}]>`)],
  ["an external entity", "externalEntity", () => asXml(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`)],
  ["a cell at XFD1048576 under rules of the whole sheet", null, () => aWorkbook({ sheets: [{ xml: fullSheet }] })],
  ["1,001 entries", "tooManyEntries", () => aZip(parts(undefined, Array.from({ length: 1001 - parts().length }, (_, i): ZipPart => ({ name: `xl/media/${i}.png`, content: "", stored: true }))))],
  ["a name that leads out of its folder", "badName", () => aZip(parts(undefined, [{ name: "../../evil.xml", content: "" }]))],
  ["two parts of one name", "duplicateName", () => aZip([...parts(), ...parts().slice(-1)])],
  ["a million tags inside each other", "damagedPart", () => aWorkbook({ sheets: [{ xml: `<?xml version="1.0"?>${"<a>".repeat(1_000_000)}` }] })],
  ["an attribute of 9 MB", null, () => aWorkbook({ sheets: [{ xml: `<sheetData><row r="1" x="${"y".repeat(9 * MB)}"><c><v>1</v></c></row></sheetData>` }] })],
  ["a hundred thousand spans over one another", null, () => aWorkbook({ sheets: [{ xml: `<sheetData/><mergeCells>${`<mergeCell ref="A1:XFD1048576"/>`.repeat(100_000)}</mergeCells>` }] })],
];

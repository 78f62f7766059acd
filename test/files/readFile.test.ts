import { strToU8, zipSync } from "fflate";
import { PANE_LIMITS } from "../../src/files/limits";
import { openOle } from "../../src/files/ole/openOle";
import { baseName, readFile } from "../../src/files/readFile";
import { anOle } from "../support/anOle";
import { aWorkbook, workbookParts } from "../support/aWorkbook";
import { aZip, type ZipPart } from "../support/aZip";

async function faultOf(name: string, bytes: Uint8Array | string): Promise<unknown> {
  const read = await readFile(name, typeof bytes === "string" ? Uint8Array.from(bytes, (char) => char.charCodeAt(0)) : bytes, { limits: PANE_LIMITS });
  return read.ok ? `read as ${read.value.format}` : read.error;
}

const BOOK = { sheets: [{ xml: `<sheetData><row><c><v>1</v></c></row></sheetData>` }] };

describe("the kind is told by the bytes", () => {
  test.each([
    ["an .xlsx named .xls", "a.xls", aWorkbook(BOOK), "read as xlsx"],
    ["an .xlsx named .txt", "a.txt", aWorkbook(BOOK), "read as xlsx"],
    ["an .xlsx named .zip", "a.zip", aWorkbook(BOOK), "read as xlsx"],
    ["text named .xls", "a.xls", strToU8("序号\t任务\n1\t推进\n"), "read as txt"],
    ["text named .xlsx", "a.xlsx", strToU8("a,b\n1,2\n3,4\n"), "read as csv"],
  ])("%s", async (_what, name, bytes, outcome) => {
    expect(await faultOf(name, bytes)).toBe(outcome);
  });
});

describe("what is none of ours has its own fault", () => {
  test.each<[string, string, Uint8Array | string, object]>([
    ["nothing", "a.xlsx", "", { kind: "empty" }],
    ["zeros", "a.xlsx", "\0".repeat(3000), { kind: "empty" }],
    ["a page", "a.xls", "\n<HTML xmlns:x='urn'><table><tr><td>1</td></tr></table>", { kind: "htmlNamedXls" }],
    ["a page with a mark", "a.xls", "\xef\xbb\xbf<!DOCTYPE html><html>", { kind: "htmlNamedXls" }],
    ["a page that says it is XML", "a.xls", `<?xml version="1.0"?>\n<html>`, { kind: "htmlNamedXls" }],
    ["a bare table", "a.xls", "<table border=1>", { kind: "htmlNamedXls" }],
    ["a page behind a comment", "a.xls", "<!-- saved from url --><html>", { kind: "htmlNamedXls" }],
    ["a page that begins with a block", "a.xls", "<div id=1><table>", { kind: "htmlNamedXls" }],
    ["a page in UTF-16", "a.xls", "\xff\xfe<\0t\0a\0b\0l\0e\0>\0", { kind: "htmlNamedXls" }],
    ["a web archive", "a.xls", "MIME-Version: 1.0\r\n", { kind: "mhtNamedXls" }],
    ["a web archive of WPS", "a.xls", "From: <Saved by WPS>\r\nSubject: \r\nDate: Mon\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=text/html", { kind: "mhtNamedXls" }],
    ["a web archive of a browser", "a.mht", "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/\r\nSubject: x\r\n", { kind: "mhtNamedXls" }],
    ["a mail", "a.eml", "Received: from x by y;\r\n\tMon\r\nFrom: a@b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed", { kind: "mail" }],
    ["a mail of Outlook", "a.msg", anOle(["__properties_version1.0"]), { kind: "mail" }],
    ["winmail.dat", "winmail.dat", "\x78\x9f\x3e\x22\x01\0", { kind: "mail" }],
    ["PDF behind a byte order mark", "a.pdf", "\xef\xbb\xbf%PDF-1.4\n", { kind: "pdf" }],
    ["OFD", "a.ofd", zipSync({ "OFD.xml": strToU8("<a/>"), "Doc_0/Document.xml": strToU8("<a/>") }), { kind: "ofd" }],
    ["tar", "a.tar", `a.xlsx${"\0".repeat(251)}ustar\0`, { kind: "archive", format: "tar" }],
    ["bzip2", "a.bz2", "BZh91AY&SY", { kind: "archive", format: "bzip2" }],
    ["SYLK", "a.slk", "ID;PWXL;N;E\r\n", { kind: "unsupported", what: "SYLK" }],
    ["XML of 2003", "a.xls", `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>`, { kind: "xmlNamedXls" }],
    ["PDF", "a.xlsx", "%PDF-1.7 ...", { kind: "pdf" }],
    ["RAR", "a.zip", "Rar!\x1a\x07\x01\x00", { kind: "archive", format: "rar" }],
    ["7z", "a.zip", "7z\xbc\xaf\x27\x1c", { kind: "archive", format: "7z" }],
    ["gzip", "a.gz", "\x1f\x8b\x08", { kind: "archive", format: "gzip" }],
    ["PNG", "a.xlsx", "\x89PNG\r\n", { kind: "picture", format: "PNG" }],
    ["JPEG", "a.jpg", "\xff\xd8\xff\xe0", { kind: "picture", format: "JPEG" }],
    ["WebP", "a.webp", "RIFF\x10\0\0\0WEBP", { kind: "picture", format: "WebP" }],
    ["HEIC", "a.heic", "\0\0\0\x18ftypheic", { kind: "picture", format: "HEIC" }],
    ["RTF", "a.doc", "{\\rtf1", { kind: "rtf" }],
    ["Excel 4", "a.xls", "\x09\x04\x06\x00\0\0\x10\0", { kind: "unsupported", what: "Excel 4.0" }],
    ["noise", "a.xlsx", "\x01\x02\x03\0\x04", { kind: "notWorkbook" }],
    ["an encrypted workbook", "a.xlsx", anOle(["EncryptionInfo", "EncryptedPackage"]), { kind: "encryptedWorkbook" }],
    ["Word of old", "a.doc", anOle(["WordDocument", "1Table"]), { kind: "doc" }],
    ["Word of old named .xls", "a.xls", anOle(["WordDocument"]), { kind: "doc" }],
    ["WPS", "a.wps", anOle(["WordDocument"]), { kind: "wps" }],
    ["PowerPoint of old", "a.ppt", anOle(["PowerPoint Document"]), { kind: "presentation" }],
    ["an unknown compound file", "a.msi", anOle(["Other"]), { kind: "notWorkbook" }],
    ["PowerPoint", "a.pptx", zipSync({ "[Content_Types].xml": strToU8("<a/>"), "ppt/presentation.xml": strToU8("<a/>") }), { kind: "presentation" }],
    ["an .xlsx without its workbook", "a.xlsx", zipSync({ "[Content_Types].xml": strToU8("<a/>"), "xl/styles.xml": strToU8("<a/>") }), { kind: "missingPart", part: "xl/workbook.xml" }],
    ["files in a .zip", "a.zip", zipSync({ "a.txt": strToU8("a") }), { kind: "zipOfFiles" }],
    ["the beginning of a .zip", "a.xlsx", "PK\x03\x04 and no more", { kind: "truncated" }],
    ["three bytes of a .zip", "a.xlsx", "PK\x03", { kind: "truncated" }],
    ["the beginning of an .xls", "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", { kind: "truncated" }],
  ])("%s", async (_what, name, bytes, fault) => {
    expect(await faultOf(name, bytes)).toEqual(fault);
  });
});

describe("compound files", () => {
  test("a stream is read whole, by a name in any case", () => {
    const bytes = anOle(["Workbook", "Other"]);
    bytes.fill(7, 512 * 3, 512 * 11);
    const ole = openOle(bytes);
    expect(ole.ok && ole.value.names()).toEqual(["Root Entry", "Workbook", "Other"]);
    expect(ole.ok && ole.value.read("WORKBOOK")).toEqual({ ok: true, value: new Uint8Array(4096).fill(7) });
    expect(ole.ok && ole.value.read("Nothing")).toBeUndefined();
  });

  test("cut anywhere, or with sectors that run in a circle, it is refused", () => {
    const bytes = anOle(["Workbook"]);
    for (let length = 0; length < bytes.length; length += 100) expect(openOle(bytes.subarray(0, length)).ok).toBe(false);
    new DataView(bytes.buffer).setUint32(512 + 4 * 9, 2, true);
    expect(openOle(bytes)).toEqual({ ok: false, error: { kind: "truncated" } });
  });
});

describe("hostile workbooks", () => {
  const parts = (extra: readonly ZipPart[] = []): ZipPart[] => [...Object.entries(workbookParts(BOOK)).map(([name, content]): ZipPart => ({ name, content })), ...extra];

  test("a sheet of 40 MB of blanks in 40 KB", async () => {
    const blanks = `<?xml version="1.0"?><worksheet>${" ".repeat(40 * 1024 * 1024)}</worksheet>`;
    const bomb = parts().map((part) => (part.name === "xl/worksheets/sheet1.xml" ? { ...part, content: blanks, declaredSize: 500 } : part));
    expect(await faultOf("a.xlsx", aZip(bomb))).toEqual({ kind: "falseSize", part: "xl/worksheets/sheet1.xml" });
    const honest = bomb.map(({ name, content }) => ({ name, content }));
    expect(await faultOf("a.xlsx", aZip(honest))).toEqual({ kind: "zipBomb", part: "xl/worksheets/sheet1.xml", ratio: 200 });
  });

  test("1,001 entries", async () => {
    const many = Array.from({ length: 1001 }, (_, i): ZipPart => ({ name: `xl/media/${i}.png`, content: "", stored: true }));
    expect(await faultOf("a.xlsx", aZip(parts(many)))).toMatchObject({ kind: "tooManyEntries", limit: 1000 });
  });

  test("a name that leads out, though nobody reads the part", async () => {
    expect(await faultOf("a.xlsx", aZip(parts([{ name: "../../evil.xml", content: "" }])))).toEqual({ kind: "badName", name: "../../evil.xml" });
  });

  test("a million empty styled rows and a dimension of the whole sheet", async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1"/>`).join("");
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData>${rows}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>末</t></is></c></row></sheetData>`;
    const read = await readFile("a.xlsx", aWorkbook({ sheets: [{ xml }] }), { limits: PANE_LIMITS });
    expect(read.ok && read.value.grids[0]?.rows.map(({ row }) => row)).toEqual([1_048_575]);
  });

  test.each(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])("a DOCTYPE in %s", async (part) => {
    const given = workbookParts({ ...BOOK, strings: "<si/>", styles: "<fonts/>" });
    given[part] = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${given[part]?.replace(/^<\?xml[^>]*>/u, "") ?? ""}`;
    const bytes = zipSync(Object.fromEntries(Object.entries(given).map(([name, xml]) => [name, strToU8(xml)])));
    expect(await faultOf("a.xlsx", bytes)).toEqual({ kind: "doctype", part });
  });
});

test("names are kept without their folders", () => {
  expect(["a/b.xlsx", "a\\b.xlsx", "b.xlsx", "C:\\a/b.xlsx"].map(baseName)).toEqual(Array(4).fill("b.xlsx"));
});

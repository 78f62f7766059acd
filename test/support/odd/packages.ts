import { strToU8, zipSync, type Zippable } from "fflate";
import { aWorkbook, workbookParts, type WorkbookXml } from "../aWorkbook";
import { aZip, type ZipPart, type ZipShape } from "../aZip";
import { type OddWorkbook, oddXml } from "./oddWorkbook";

const CELLS = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>中文</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>`;
const BOOK: WorkbookXml = { sheets: [{ name: "台账", xml: CELLS }], strings: "<si><t>序号</t></si>" };
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

const odd = (name: string, parts: Readonly<Record<string, string | null>>): OddWorkbook => oddXml(`package/${name}`, { ...BOOK, parts });
const made = (name: string, bytes: Uint8Array): OddWorkbook => ({ name: `xml/package/${name}`, extension: "xlsx", bytes });

/** The usual parts, each changed by `change` on its way from text to bytes. */
function encoded(name: string, change: (xml: string, part: string) => Uint8Array): OddWorkbook {
  const parts: Zippable = Object.fromEntries(Object.entries(workbookParts(BOOK)).map(([part, xml]) => [part, change(xml, part)]));
  return made(name, zipSync(parts));
}

function zipped(name: string, change: (part: ZipPart, i: number) => ZipPart, shape: ZipShape = {}, more: readonly ZipPart[] = []): OddWorkbook {
  const parts = Object.entries(workbookParts(BOOK)).map(([part, content], i) => change({ name: part, content }, i));
  return made(name, aZip([...parts, ...more], shape));
}

const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${xml.replace(`version="1.0"`, `version="1.0" encoding="UTF-16"`)}`, "utf16le"));
const isContent = (part: string): boolean => part.startsWith("xl/");
const mainTo = (prefix: string) => (xml: string): string => xml.replaceAll(/<(\/?)(?=[a-zA-Z])/gu, `<$1${prefix}:`).replace(/ xmlns="/u, ` xmlns:${prefix}="`);

/** Packages as mail clients, phones, WPS, old servers and careless programs make them. */
export function oddPackages(): readonly OddWorkbook[] {
  const backslashed = Object.entries(workbookParts(BOOK)).map(([name, content]): ZipPart => ({ name: name.replaceAll("/", "\\"), content }));
  return [
    odd("absolute targets", { "xl/_rels/workbook.xml.rels": rels([["rId1", "worksheet", "/xl/worksheets/sheet1.xml"], ["rIdT", "sharedStrings", "/xl/sharedStrings.xml"]]) }),
    odd("targets with dots", { "xl/_rels/workbook.xml.rels": rels([["rId1", "worksheet", "./worksheets/../worksheets/sheet1.xml"], ["rIdT", "sharedStrings", "../xl/sharedStrings.xml"]]) }),
    odd("relations that lead outside", { "xl/_rels/workbook.xml.rels": rels([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rIdT", "sharedStrings", "sharedStrings.xml"]]).replace("</Relationships>", `<Relationship Id="rIdX" Type="${RELATIONS}/hyperlink" Target="http://127.0.0.1/x" TargetMode="External"/></Relationships>`) }),
    odd("relations to parts that are missing", { "xl/_rels/workbook.xml.rels": rels([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rIdT", "sharedStrings", "sharedStrings.xml"], ["rIdC", "calcChain", "calcChain.xml"]]) }),
    odd("a target in a folder of another name", { "xl/_rels/workbook.xml.rels": rels([["rId1", "worksheet", "worksheets/工作表.xml"], ["rIdT", "sharedStrings", "sharedStrings.xml"]]), "xl/worksheets/sheet1.xml": null, "xl/worksheets/工作表.xml": workbookParts(BOOK)["xl/worksheets/sheet1.xml"] ?? "" }),
    odd("a document part that the package names elsewhere", { "_rels/.rels": rels([["rId1", "officeDocument", "/xl/workbook.xml"]]) }),
    odd("names in other capitals", { "xl/sharedStrings.xml": null, "xl/SharedStrings.xml": workbookParts(BOOK)["xl/sharedStrings.xml"] ?? "" }),
    odd("parts of WPS", { "docProps/custom.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0</vt:lpwstr></property></Properties>`, "xl/cellimages.xml": `<?xml version="1.0"?><etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`, "xl/woinfos.xml": "<a/>" }),
    odd("a workbook of another program", { "docProps/app.xml": `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>` }),
    oddXml("package/no table of strings and none needed", { sheets: [{ xml: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>` }] }),
    oddXml("package/a false count of strings", { sheets: [{ xml: CELLS }], parts: { "xl/sharedStrings.xml": `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="9999" uniqueCount="9999"><si><t>序号</t></si></sst>` }, strings: "" }),
    oddXml("package/strict", { ...BOOK, strict: true }),
    oddXml("package/1904", { ...BOOK, date1904: true }),
    encoded("byte order marks", (xml) => strToU8(`\ufeff${xml}`)),
    encoded("UTF-16 parts", (xml, part) => (isContent(part) && !part.endsWith(".rels") ? utf16(xml) : strToU8(xml))),
    encoded("blank lines between the elements", (xml) => strToU8(xml.replaceAll(/>(?=<(?!\/(?:t|v)>))/gu, ">\r\n  "))),
    encoded("declarations with everything in them", (xml) => strToU8(xml.replace(`<?xml version="1.0"?>`, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- 说明 -->`))),
    encoded("no declarations", (xml) => strToU8(xml.replace(`<?xml version="1.0"?>`, ""))),
    encoded("a prefix on every element", (xml, part) => strToU8(isContent(part) && !part.endsWith(".rels") ? mainTo("x")(xml) : xml)),
    made("backslashes in names", aZip(backslashed)),
    zipped("stored, not packed", (part) => ({ ...part, stored: true })),
    zipped("zip64", (part) => ({ ...part, zip64: true }), { zip64: true }),
    zipped("a comment on the package", (part) => part, { comment: "由某单位 OA 系统导出" }),
    zipped("entries for the folders", (part) => part, {}, [{ name: "xl/", content: "", stored: true }, { name: "xl/worksheets/", content: "", stored: true }]),
    zipped("extra fields", (part) => ({ ...part, extra: Uint8Array.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]), localExtra: Uint8Array.from([0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]) })),
    zipped("another part in front", (part) => part, {}, [{ name: "readme.txt", content: "由系统生成" }]),
    made("bytes behind the package", new Uint8Array([...aWorkbook(BOOK), ...strToU8("\r\n")])),
    zipped("data descriptors", (part) => ({ ...part, descriptor: true })),
  ];
}

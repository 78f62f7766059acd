import type * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { aWorkbook, type WorkbookXml } from "../support/aWorkbook";
import { bookOf, someTables } from "../support/someTables";
import { bySheetJs, compared, type ComparedSheet } from "../support/bySheetJs";

async function ours(bytes: Uint8Array, name = "a.xlsx"): Promise<readonly ComparedSheet[]> {
  const read = await readFile(name, bytes, { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compared(read.value.grids);
}

test.each<[string, XLSX.WritingOptions]>([
  ["texts in the cells", { bookType: "xlsx" }],
  ["shared texts", { bookType: "xlsx", bookSST: true }],
  ["compressed", { bookType: "xlsx", compression: true, bookSST: true }],
  ["with macros", { bookType: "xlsm" }],
  ["binary", { bookType: "xlsb", bookSST: true }],
  ["binary, texts in the cells", { bookType: "xlsb" }],
  ["of Excel 97", { bookType: "biff8", bookSST: true }],
  ["of Excel 97, texts in the cells", { bookType: "biff8" }],
])("workbooks of SheetJS read the same here and there: %s", async (_what, options) => {
  await fc.assert(
    fc.asyncProperty(someTables, async (tables) => {
      const bytes = bookOf(tables, options);
      expect(await ours(bytes)).toEqual(bySheetJs(bytes));
    }),
    { numRuns: 40 },
  );
});

const inline = (xml: string): WorkbookXml => ({ sheets: [{ xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${xml}</t></is></c></row></sheetData>` }] });
const shared = (xml: string): WorkbookXml => ({ sheets: [{ xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>` }], strings: `<si><t>${xml}</t></si>` });
const cell = (place: string, type: string, content: string): string => `<c r="${place}"${type && ` t="${type}"`}>${content}</c>`;

test.each<[string, WorkbookXml]>([
  ["runs and phonetic runs", { sheets: [{ xml: `<sheetData><row r="1">${cell("A1", "s", "<v>0</v>")}${cell("B1", "s", "<v>1</v>")}</row></sheetData>` }], strings: `<si><r><t>一</t></r><r><t xml:space="preserve"> 二 </t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t>三</t><phoneticPr fontId="1"/></si>` }],
  ["inline texts and texts of formulas", { sheets: [{ xml: `<sheetData><row r="2">${cell("B2", "inlineStr", "<is><t>甲 &amp; 乙</t></is>")}${cell("C2", "str", "<f>B2</f><v>丙</v>")}</row></sheetData>` }] }],
  ["every plain type", { sheets: [{ xml: `<sheetData><row r="1">${cell("A1", "b", "<v>1</v>")}${cell("B1", "e", "<v>#N/A</v>")}${cell("C1", "n", "<v>1e-7</v>")}${cell("D1", "", "<v>0.30000000000000004</v>")}</row></sheetData>` }] }],
  ["cells and rows without a place", { sheets: [{ xml: `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>` }] }],
  ["a false dimension", { sheets: [{ xml: `<dimension ref="A1"/><sheetData><row r="5">${cell("C5", "", "<v>1</v>")}</row></sheetData>` }] }],
  ["blanks at the ends of a text", { sheets: [{ xml: `<sheetData><row r="1">${cell("A1", "s", "<v>0</v>")}</row></sheetData>` }], strings: `<si><t xml:space="preserve"> 一 </t></si>` }],
  ["CDATA", inline("<![CDATA[一<二]]>")],
  ["halves of a pair written apart", shared("&#xD83D;&#xDE00;")],
  ["what is no reference", shared("a&nbsp;b")],
  ["an escaped escape", shared("_x005F_x000D_")],
  ["a prefix", { sheets: [{ xml: `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>` }] }],
  ["an ISO date", { sheets: [{ xml: `<sheetData><row r="1"><c r="A1" t="d"><v>2025-12-01</v></c></row></sheetData>` }] }],
  ["rows in disorder", { sheets: [{ xml: `<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>` }] }],
  ["a `>` in an attribute", { sheets: [{ xml: `<sheetData><row r="1" x="a>b"><c r="A1" y=">"><v>1</v></c></row></sheetData>` }] }],
])("hand-written: %s", async (_what, workbook) => {
  const bytes = aWorkbook(workbook);
  expect(await ours(bytes)).toEqual(bySheetJs(bytes));
});

/** Where SheetJS reads something else: what is right by the standard, and what it reads. */
test.each<[string, WorkbookXml, unknown, unknown]>([
  ["a comment inside a text", shared("一<!-- x -->二"), "一二", "一<!-- x -->二"],
  ["a lone CR", shared("一\r二"), "一\n二", "一\r二"],
  ["a decimal reference beyond 65,535", shared("&#128512;"), "😀", "\uf600"],
  ["a number that is none", { sheets: [{ xml: `<sheetData><row r="1"><c r="A1"><v>abc</v></c></row></sheetData>` }] }, "abc", NaN],
  ["blanks inside tags", { sheets: [{ xml: `<sheetData><row r = '1' ><c\nr='A1' ><v >1</v ></c></row></sheetData>` }] }, 1, undefined],
])("SheetJS differs: %s", async (_what, workbook, right, theirs) => {
  const bytes = aWorkbook(workbook);
  const firstOf = (sheets: readonly ComparedSheet[]): unknown => Object.values(sheets[0]?.cells ?? {})[0];
  expect([firstOf(await ours(bytes)), firstOf(bySheetJs(bytes))]).toEqual([right, theirs]);
});

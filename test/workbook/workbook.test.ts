import { valueAt } from "../../src/core/grid/grid";
import { ok } from "../../src/core/result";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { crc32 } from "../../src/files/zip/crc32";
import { openZip } from "../../src/files/zip/openZip";
import { CellWriter } from "../../src/workbook/cellWriter";
import type { CellValue } from "../../src/core/grid/grid";
import { putOwnSheet } from "../../src/workbook/ownSheet";
import { packageProblems } from "../../src/workbook/validate";
import type { Workbook } from "../../src/workbook/workbook";
import { openWorkbook } from "../../src/workbook/workbook";
import { packBytes, packText, writeZip } from "../../src/workbook/zipWriter";
import { STYLES, bookOf, bookParts, opened, packageOf, partsOf, saved, worksheet } from "./books";

const SHEET = worksheet(
  '<dimension ref="A1:C3"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>\n' +
    '<row r="1" spans="1:3" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>\n' +
    '<row r="3" spans="1:3"><c r="A3"><v>7</v></c><c r="B3" s="3" t="s"><v>2</v></c><c r="C3" s="2"><v>46000</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
);
const book = (): Workbook => opened(bookOf({ sheets: { 工作台账: SHEET, 说明: worksheet("<sheetData/>") }, strings: ["序号", "重点任务", "<si><r><rPr><b/></rPr><t>推动</t></r><r><t>改造</t></r></si>"] }));

function write(target: Workbook, cells: readonly (readonly [row: number, col: number, value: CellValue])[]): void {
  const done = target.edit((draft) => {
    const sheet = draft.sheet("工作台账");
    if (!sheet.ok) return sheet;
    const writer = new CellWriter(draft, sheet.value, "工作台账");
    for (const [row, col, value] of cells) {
      const written = writer.write(row, col, value);
      if (!written.ok) return written;
    }
    return ok(null);
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

test("a workbook that nobody changed is saved part for part as it was", () => {
  const bytes = bookOf({ sheets: { 工作台账: SHEET } });
  expect(partsOf(saved(opened(bytes)))).toEqual(partsOf(bytes));
});

test("a written text keeps the cell's format; everything else keeps its bytes", () => {
  const before = partsOf(saved(book()));
  const target = book();
  write(target, [[2, 1, "加快改造"]]);
  const after = partsOf(saved(target));
  expect(after["xl/worksheets/sheet1.xml"]).toBe(before["xl/worksheets/sheet1.xml"]?.replace('<c r="B3" s="3" t="s"><v>2</v></c>', '<c r="B3" s="3" t="inlineStr"><is><t>加快改造</t></is></c>'));
  expect(after["xl/sharedStrings.xml"]).not.toContain("推动");
  expect(after["xl/worksheets/sheet2.xml"]).toBe(before["xl/worksheets/sheet2.xml"]);
  expect(after["xl/styles.xml"]).toBe(before["xl/styles.xml"]);
});

test("writing back what was there gives the file as it was, rich text included", () => {
  const target = book();
  const before = saved(target);
  write(target, [[2, 1, "加快改造"], [1, 0, "新行"], [4, 2, 5], [2, 2, null]]);
  write(target, [[2, 1, "推动改造"], [1, 0, null], [4, 2, null], [2, 2, 46000]]);
  expect(saved(target)).toEqual(before);
});

test("missing rows and cells are put where they belong", () => {
  const target = book();
  write(target, [[1, 2, 5], [1, 0, true], [2, 3, "末"], [9, 0, 1]]);
  const sheet = partsOf(saved(target))["xl/worksheets/sheet1.xml"] ?? "";
  expect([...sheet.matchAll(/ r="([A-Z]*\d+)"/gu)].map((found) => found[1])).toEqual(["1", "A1", "B1", "2", "A2", "C2", "3", "A3", "B3", "C3", "D3", "10", "A10"]);
  expect(sheet).toContain('<row r="3" spans="1:4">');
  expect(sheet).toContain('<dimension ref="A1:D10"/>');
});

test("the same changes give the same bytes", () => {
  const [one, two] = [book(), book()];
  for (const target of [one, two]) write(target, [[2, 1, "甲"], [5, 5, 0.1]]);
  expect(saved(one)).toEqual(saved(two));
});

test.each(["=1+1", "+86", "-一般事项", "@all", "＝1"])("%s stays text, also after a person has edited the cell", (text) => {
  const target = book();
  write(target, [[2, 1, text]]);
  const parts = partsOf(saved(target));
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B3" s="4" t="inlineStr">');
  expect(parts["xl/styles.xml"]).toContain('<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"><alignment wrapText="1"/></xf>');
});

test("the mark of a text goes with the text that needed it, and stays where a person set it", () => {
  const target = book();
  write(target, [[2, 1, "=1+1"]]);
  const later = opened(saved(target));
  write(later, [[2, 1, "推动改造"]]);
  expect(partsOf(saved(later))["xl/worksheets/sheet1.xml"]).toContain('<c r="B3" s="3"');
  const marked = opened(bookOf({ sheets: { 工作台账: worksheet('<sheetData><row r="3"><c r="B3" s="1" t="s"><v>0</v></c></row></sheetData>') }, strings: ["0012"], styles: STYLES.replace('applyFont="1"/>', 'applyFont="1" quotePrefix="1"/>') }));
  write(marked, [[2, 1, "0013"]]);
  expect(partsOf(saved(marked))["xl/worksheets/sheet1.xml"]).toContain('<c r="B3" s="1"');
});

test("parts that nobody changed keep their packed bytes, however they were packed", () => {
  const parts = bookParts({ sheets: { 工作台账: SHEET, 说明: worksheet("<sheetData/>") }, strings: ["序号", "重点任务", "推动"] });
  const stored = writeZip(
    Object.entries(parts).map(([name, text]) => {
      const bytes = new TextEncoder().encode(text);
      return { name, method: 0, crc: crc32(bytes), size: bytes.length, packed: bytes };
    }),
  );
  const target = opened(stored);
  write(target, [[2, 0, 8]]);
  const zip = openZip(saved(target), COMMAND_LINE_LIMITS);
  if (!zip.ok) throw new Error(zip.error.kind);
  const methods = Object.fromEntries(zip.value.names().map((name) => [name, zip.value.rawEntry(name)?.method]));
  expect(methods).toEqual({ ...Object.fromEntries(Object.keys(parts).map((name) => [name, 0])), "xl/worksheets/sheet1.xml": 8 });
  expect(zip.value.names()).toEqual(Object.keys(parts));
});

test.each([
  ["nothing at all", new Uint8Array(), "empty"],
  ["a text", new TextEncoder().encode("序号,重点任务"), "notWorkbook"],
  ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "truncated"],
  ["a zip of files", writeZip([packText("a.txt", "甲")]), "notWorkbook"],
  ["a cut workbook", bookOf({ sheets: { 工作台账: SHEET } }).subarray(0, 900), "truncated"],
  ["a package without its workbook", packageOf(without("xl/workbook.xml")), "notWorkbook"],
  ["a package without types", packageOf(without("[Content_Types].xml")), "missingPart"],
  ["a workbook part that is none", packageOf({ ...without(""), "xl/workbook.xml": "<workbook>" }), "damagedPart"],
  ["a workbook part with a document type", packageOf({ ...without(""), "xl/workbook.xml": "<!DOCTYPE a><workbook/>" }), "damagedPart"],
])("%s is refused", (_, bytes, kind) => {
  const book = openWorkbook(bytes, { limits: COMMAND_LINE_LIMITS });
  expect(book.ok ? "opened" : book.error.kind).toBe(kind);
});

function without(part: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bookParts({ sheets: { 工作台账: SHEET } })).filter(([name]) => name !== part));
}

test("a sheet that cannot be read refuses what would write it, and nothing else", () => {
  const target = opened(bookOf({ sheets: { 工作台账: "<worksheet><sheetData><row>", 说明: worksheet("<sheetData/>") } }));
  const done = target.edit((draft) => draft.sheet("工作台账"));
  expect(done.ok ? "written" : done.error.kind).toBe("damagedPart");
  expect(target.edit((draft) => draft.sheet("说明")).ok).toBe(true);
});

test("a sheet that has a row twice is not written: nobody can tell which of them counts", () => {
  const target = opened(bookOf({ sheets: { 工作台账: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row></sheetData>') } }));
  expect(target.edit((draft) => draft.sheet("工作台账"))).toEqual({ ok: false, error: { kind: "damagedPart", part: "xl/worksheets/sheet1.xml" } });
});

test("a part in UTF-16 is written in UTF-8, and says so", () => {
  const parts = bookParts({ sheets: { 工作台账: SHEET } });
  const text = (parts["xl/worksheets/sheet1.xml"] ?? "").replace('encoding="UTF-8"', 'encoding="UTF-16"');
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(2 + i * 2, text.charCodeAt(i), true);
  const target = opened(writeZip(Object.entries(parts).map(([name, part]) => (name === "xl/worksheets/sheet1.xml" ? packBytes(name, bytes) : packText(name, part)))));
  write(target, [[2, 0, 8]]);
  expect(partsOf(saved(target))["xl/worksheets/sheet1.xml"]).toContain('encoding="UTF-8"');
  const grids = target.read(["工作台账"]);
  expect(grids.ok && grids.value[0] && valueAt(grids.value[0], 2, 0)).toBe(8);
});

test("a file of the strict form gets parts of the strict form", () => {
  const strict = Object.fromEntries(
    Object.entries(bookParts({ sheets: { 工作台账: SHEET }, strings: ["序号", "重点任务", "推动"] })).map(([name, text]) => [
      name,
      text.replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]),
  );
  const target = opened(packageOf(strict));
  const done = target.edit((draft) => {
    putOwnSheet(draft, { name: "目标清单", visibility: "visible", columns: [], cells: [{ row: 0, col: 0, value: "指标", look: "text" }], headerRows: 1 });
    return ok(null);
  });
  expect(done.ok).toBe(true);
  const text = Object.values(partsOf(saved(target))).join("");
  expect(text).toContain("指标");
  expect(text.replaceAll("http://schemas.openxmlformats.org/package/", "")).not.toContain("http://schemas.openxmlformats.org/");
});

test("a workbook without styles and strings gets them when they are needed", () => {
  const all = Object.entries(bookParts({ sheets: { 工作台账: worksheet("<sheetData/>") } }));
  const parts: Record<string, string> = Object.fromEntries(all.filter(([name]) => name !== "xl/styles.xml" && name !== "xl/sharedStrings.xml"));
  parts["[Content_Types].xml"] = (parts["[Content_Types].xml"] ?? "").replaceAll(/<Override PartName="\/xl\/(?:styles|sharedStrings).xml"[^>]*>/gu, "");
  parts["xl/_rels/workbook.xml.rels"] = (parts["xl/_rels/workbook.xml.rels"] ?? "").replaceAll(/<Relationship Id="rId9[01]"[^>]*>/gu, "");
  const target = opened(packageOf(parts));
  write(target, [[0, 0, "=甲"]]);
  expect(packageProblems(target.parts())).toEqual([]);
  const after = partsOf(saved(target));
  expect(after["xl/styles.xml"]).toContain('quotePrefix="1"');
  expect(after["xl/_rels/workbook.xml.rels"]).toContain('Target="styles.xml"');
});

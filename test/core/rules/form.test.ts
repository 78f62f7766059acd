/** Rules of form over real files: the standard ledger that we write passes whole, and each fault that is planted into it is told once. */
import { strToU8 } from "fflate";
import { importLedger } from "../../../src/app/importLedger";
import { readForm } from "../../../src/files/readForm";
import { ledgerOf } from "../../support/aLedger";
import { FORM_OPTIONS, formIssues, inPart, packed, type Parts, SHEET, standardBook, styled, unpacked } from "../../support/formFaults";
import { CLEAN } from "../../support/realLedger";

const { grid, ledger } = ledgerOf(CLEAN);

const STANDARD = standardBook(importLedger(grid, ledger));
const edited = (edit: (parts: Parts) => Parts): Uint8Array => packed(edit(unpacked(STANDARD)));

test("the ledger that we write passes whole, also held to the standard form", async () => {
  expect(await formIssues(STANDARD)).toEqual([]);
  expect(await formIssues(STANDARD, { formStyle: "standard" })).toEqual([]);
});

test.each<readonly [string, (parts: Parts) => Parts, readonly string[]]>([
  ["another font", styled("fontId", "fresh"), ["form/font 1"]],
  ["a fill left over", styled("fillId", "fresh"), ["form/fill 1"]],
  ["no lines", styled("borderId", "0"), ["form/borders 1"]],
  ["not wrapped", styled("wrapText", "0"), ["form/wrap 1"]],
  ["a clipped row", inPart(SHEET, /(<row r="16" ht=")[\d.]+"/u, '$115"'), ["form/clipped 1"]],
  ["a column of hashes", inPart(SHEET, /(<col min="8" max="8" width=")[\d.]+"/u, '$11"'), ["form/narrow 66"]],
  ["frozen elsewhere", inPart(SHEET, 'ySplit="3"', 'ySplit="6"'), ["form/freeze 1"]],
  ["not frozen", inPart(SHEET, /<pane[^>]*\/>/u, ""), ["form/freeze 1"]],
  ["upright", inPart(SHEET, 'orientation="landscape"', 'orientation="portrait"'), ["form/page 1", "form/print-size 1"]],
  ["letter paper", inPart(SHEET, /paperSize="\d+"/u, 'paperSize="11"'), ["form/page 1", "form/print-size 1"]],
  ["not fitted", (parts) => inPart(SHEET, /(<col min="3" max="3" width=")[\d.]+"/u, '$1250"')(inPart(SHEET, 'fitToPage="1"', 'fitToPage="0"')(parts)), ["form/page 1"]],
  ["half size", (parts) => inPart(SHEET, "<pageSetup ", '<pageSetup scale="50" ')(inPart(SHEET, 'fitToPage="1"', 'fitToPage="0"')(parts)), ["form/print-size 1"]],
  ["no repeated header", inPart("xl/workbook.xml", /<definedNames>.*<\/definedNames>/u, ""), ["form/repeat-header 1"]],
  ["another row repeated", inPart("xl/workbook.xml", "$3:$3", "$5:$5"), ["form/repeat-header 1"]],
  ["no page numbers", inPart(SHEET, /<headerFooter>.*<\/headerFooter>/u, ""), ["form/page-numbers 1"]],
  ["a print area that is too small", inPart("xl/workbook.xml", "</definedNames>", '<definedName name="_xlnm.Print_Area" localSheetId="0">工作台账!$A$1:$O$100</definedName></definedNames>'), ["form/print-area 4"]],
  ["a heading parted from its tasks", inPart(SHEET, "</headerFooter>", '</headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>'), ["form/page-break 1"]],
  ["a hidden row", inPart(SHEET, '<row r="16" ', '<row r="16" hidden="1" '), ["rows/hidden 1"]],
  ["a hidden column", inPart(SHEET, '<col min="4" max="4" ', '<col min="4" max="4" hidden="1" '), ["rows/hidden 1"]],
  ["an author", (parts) => ({ ...parts, "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:creator>张三</dc:creator></cp:coreProperties>', "_rels/.rels": (parts["_rels/.rels"] ?? "").replace("</Relationships>", '<Relationship Id="rP" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>') }), ["book/properties 1"]],
])("%s", async (_, edit, expected) => {
  expect([...(await formIssues(edited(edit)))].sort()).toEqual(expected);
});

test("a bare sheet is held to nothing, unless the standard form is asked for", async () => {
  const bare = edited((parts) => ({
    ...parts,
    "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(/<definedNames>.*<\/definedNames>/u, ""),
    [SHEET]: (parts[SHEET] ?? "").replace(/<printOptions.*<\/headerFooter>/u, "").replace(/<sheetPr>.*<\/sheetPr>/u, "").replace(/<pane[^>]*\/>/u, ""),
  }));
  expect(await formIssues(bare)).toEqual([]);
  expect([...(await formIssues(bare, { formStyle: "standard" }))].sort()).toEqual(["form/freeze 1", "form/page 2", "form/page-numbers 1", "form/repeat-header 1"].flatMap((one) => (one === "form/page 2" ? ["form/page 1", "form/page 1"] : [one])));
  expect(await formIssues(STANDARD, { formStyle: "none" })).toEqual([]);
});

test("a file that tells no form is held to none", () => {
  expect(readForm(strToU8("序号,任务"), ["文本"], FORM_OPTIONS)).toBeNull();
  expect(readForm(STANDARD.slice(0, 400), ["工作台账"], FORM_OPTIONS)).toBeNull();
});

/** Rules of form over a ledger as WPS Office writes it: a well-set one passes whole, each fault that is planted into it is told once. */
import { importLedger } from "../../../src/app/importLedger";
import { ledgerOf } from "../../support/aLedger";
import { formIssues, inPart, packed, type Parts, SHEET, styled } from "../../support/formFaults";
import { CLEAN } from "../../support/realLedger";
import { wpsParts } from "../../support/wpsBook";

const { grid, ledger } = ledgerOf(CLEAN);
const WPS: Parts = wpsParts(importLedger(grid, ledger));
const last = ledger.columns.length;

test("a well-set ledger passes whole", async () => {
  expect(await formIssues(packed(WPS))).toEqual([]);
  expect(await formIssues(packed(WPS), { formStyle: "standard" })).toEqual([]);
});

test.each<readonly [string, (parts: Parts) => Parts]>([
  ["heights that the program fitted are no one’s", inPart(SHEET, /(<row r="16" ht=")[\d.]+"/u, '$115"')],
  ["empty cells are left out and take the style of their row", (parts) => inPart(SHEET, /<row r="16" /u, '<row r="16" s="4" customFormat="1" ')(inPart(SHEET, /<c r="K16" s="\d+"\/>/u, "")(parts))],
  ["empty cells are left out and take the style of their column", inPart(SHEET, /<c r="K16" s="\d+"\/>/u, "")],
  ["the sheet was scrolled when it was frozen", inPart(SHEET, 'workbookViewId="0"><pane ySplit="3"', 'topLeftCell="A2" workbookViewId="0"><pane ySplit="2"')],
  ["a fill that is white", (parts) => inPart("xl/styles.xml", '<patternFill patternType="none"/>', '<patternFill patternType="solid"><fgColor theme="0"/><bgColor indexed="64"/></patternFill>')(parts)],
])("%s", async (_, edit) => {
  expect(await formIssues(packed(edit(WPS)))).toEqual([]);
});

test.each<readonly [string, (parts: Parts) => Parts, readonly string[]]>([
  ["another font", styled("fontId", "fresh"), ["form/font 1"]],
  ["a fill left over", styled("fillId", "fresh"), ["form/fill 1"]],
  ["no lines", styled("borderId", "0"), ["form/borders 1"]],
  ["not wrapped", styled("wrapText", "0"), ["form/wrap 1"]],
  ["a clipped row", inPart(SHEET, /(<row r="16" ht=")[\d.]+"/u, '$115" customHeight="1"'), ["form/clipped 1"]],
  ["a run of columns of hashes", inPart(SHEET, /(<col min="7" max="9" width=")[\d.]+"/u, '$11"'), ["form/narrow 66"]],
  ["frozen elsewhere", inPart(SHEET, 'ySplit="3"', 'ySplit="5"'), ["form/freeze 1"]],
  ["not frozen", inPart(SHEET, /<pane[^>]*\/>/u, ""), ["form/freeze 1"]],
  ["upright", inPart(SHEET, 'orientation="landscape" ', ""), ["form/page 1", "form/print-size 1"]],
  ["no paper is named, and A4 is what printers have", inPart(SHEET, ' paperSize="8"', ""), ["form/print-size 1"]],
  ["a small sheet", inPart(SHEET, 'paperSize="8"', 'paperSize="11"'), ["form/page 1", "form/print-size 1"]],
  ["two pages wide", inPart(SHEET, 'fitToHeight="0"', 'fitToWidth="2" fitToHeight="0"'), ["form/page 1"]],
  ["half size", (parts) => inPart(SHEET, "<pageSetup ", '<pageSetup scale="45" ')(inPart(SHEET, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', "<sheetPr/>")(parts)), ["form/print-size 1"]],
  ["no repeated header", inPart("xl/workbook.xml", /<definedName name="_xlnm.Print_Titles".*?<\/definedName>/u, ""), ["form/repeat-header 1"]],
  ["another row repeated", inPart("xl/workbook.xml", "$3:$3", "$1:$2"), ["form/repeat-header 1"]],
  ["no page numbers", inPart(SHEET, /<headerFooter>.*<\/headerFooter>/u, "<headerFooter/>"), ["form/page-numbers 1"]],
  ["a print area that is too small", inPart("xl/workbook.xml", /(Print_Area" localSheetId="0">[^<]*\$)\d+</u, "$1100<"), ["form/print-area 4"]],
  ["a print area without the last columns", inPart("xl/workbook.xml", /\$A\$1:\$O/u, "$A$1:$M"), ["form/print-area 2"]],
  ["a heading parted from its tasks", inPart(SHEET, "</headerFooter>", '</headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>'), ["form/page-break 1"]],
  ["a hidden row", inPart(SHEET, '<row r="16" ', '<row r="16" hidden="1" '), ["rows/hidden 1"]],
  ["a hidden column in a run", inPart(SHEET, /<col min="4" max="5" /u, '<col min="4" max="5" hidden="1" '), ["rows/hidden 2"]],
  ["a filter that is on", (parts) => inPart(SHEET, '<row r="16" ', '<row r="16" hidden="1" ')(inPart(SHEET, "</sheetData>", '</sheetData><autoFilter ref="A3:O104"><filterColumn colId="3"><filters><filter val="市商务局"/></filters></filterColumn></autoFilter>')(parts)), ["rows/hidden 1"]],
  ["an author", inPart("docProps/core.xml", "<dcterms:created", "<dc:creator>张三</dc:creator><dcterms:created"), ["book/properties 1"]],
])("%s", async (_, edit, expected) => {
  expect(last).toBe(15);
  expect([...(await formIssues(packed(edit(WPS))))].sort()).toEqual(expected);
});

import * as XLSX from "@e965/xlsx";
import { areaOf } from "../../../src/workbook/formula";
import type { PrintChange } from "../../../src/workbook/sheet/printSetup";
import { setPrint, takeBackPrint } from "../../../src/workbook/sheet/printSetup";
import { bookOf, opened, partsOf } from "../books";
import { everythingBook, LEDGER } from "../everythingBook";
import { differing, edit, file, tenRows } from "./editing";

const ALL: PrintChange = { orientation: "landscape", pagesWide: 2, titleRows: { first: 0, last: 1 }, areas: ["A1:F10", "H1"].flatMap((text) => areaOf(text) ?? []) };
const NOTHING: PrintChange = { orientation: null, pagesWide: null, titleRows: null, areas: null };
const names = (bytes: Uint8Array): readonly string[] => (XLSX.read(bytes).Workbook?.Names ?? []).filter(({ Name }) => Name.startsWith("_xlnm.Print")).map(({ Name, Sheet, Ref }) => `${Name} ${Sheet ?? ""} ${Ref}`);
const sheetOf = (bytes: Uint8Array): string => partsOf(bytes)["xl/worksheets/sheet1.xml"] ?? "";

test("a sheet without a word on printing gets one, and none again", () => {
  const book = opened(bookOf({ sheets: { "1 月's": tenRows() } }));
  const before = file(book);
  edit(book, (draft) => setPrint(draft, "1 月's", ALL));
  const after = file(book);
  expect(differing(before, after)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  expect(sheetOf(after)).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetData>');
  expect(sheetOf(after)).toContain('</sheetData><pageSetup orientation="landscape" fitToWidth="2" fitToHeight="0"/></worksheet>');
  expect(names(after)).toEqual(["_xlnm.Print_Titles 0 '1 月''s'!$1:$2", "_xlnm.Print_Area 0 '1 月''s'!$A$1:$F$10,'1 月''s'!$H$1"]);
  const receipt = edit(book, (draft) => setPrint(draft, "1 月's", NOTHING));
  expect(names(file(book))).toEqual([]);
  expect(sheetOf(file(book))).toContain("<sheetPr><pageSetUpPr/></sheetPr>");
  edit(book, (draft) => takeBackPrint(draft, "1 月's", receipt));
  expect(differing(after, file(book))).toEqual([]);
});

test.each([
  ["nothing", tenRows()],
  ["empty elements", tenRows('<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup/>', "<sheetPr/>")],
  ["settings of others", tenRows('<pageSetup paperSize="8" orientation="portrait" fitToHeight="3"/><headerFooter/>', '<sheetPr><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/></sheetPr>')],
])("taken back to the letter, from the saved file as well: %s", (_, xml) => {
  const book = opened(bookOf({ sheets: { 甲: xml, 乙: tenRows() } }));
  const before = file(book);
  const receipt = edit(book, (draft) => setPrint(draft, "甲", ALL));
  const again = opened(file(book));
  expect(edit(again, (draft) => takeBackPrint(draft, "甲", receipt))).toBe(true);
  expect(differing(before, file(again))).toEqual([]);
  expect(edit(again, (draft) => takeBackPrint(draft, "甲", receipt))).toBe(false);
});

test("only what is named changes; title columns stay; another person's change is not undone", () => {
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">甲!$A:$B,甲!$1:$1</definedName></definedNames>`;
  const book = opened(bookOf({ sheets: { 甲: tenRows('<pageSetup paperSize="9"/>') }, afterSheets: titles }));
  const before = file(book);
  const receipt = edit(book, (draft) => setPrint(draft, "甲", { titleRows: { first: 1, last: 2 } }));
  expect(differing(before, file(book))).toEqual(["xl/workbook.xml"]);
  expect(names(file(book))).toEqual(["_xlnm.Print_Titles 0 甲!$A:$B,甲!$2:$3"]);
  edit(book, (draft) => setPrint(draft, "甲", { titleRows: null }));
  expect(names(file(book))).toEqual(["_xlnm.Print_Titles 0 甲!$A:$B"]);
  expect(edit(book, (draft) => takeBackPrint(draft, "甲", receipt))).toBe(false);
});

test("a ledger with everything keeps the rest of its page", () => {
  const book = opened(everythingBook());
  const before = file(book);
  const receipt = edit(book, (draft) => setPrint(draft, LEDGER, { orientation: "portrait", pagesWide: 1, areas: null }));
  expect(sheetOf(file(book))).toContain('<pageSetup paperSize="8" orientation="portrait" fitToHeight="0" r:id="rId5"/>');
  expect(differing(before, file(book))).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  edit(book, (draft) => takeBackPrint(draft, LEDGER, receipt));
  expect(differing(before, file(book)).filter((part) => part !== "xl/workbook.xml")).toEqual([]);
});

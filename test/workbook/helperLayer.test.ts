import { ok } from "../../src/core/result";
import { addRules, removeRules } from "../../src/workbook/conditionalFormats";
import type { Layer } from "../../src/workbook/helperLayer";
import { layerColumns, putLayer, removeLayer } from "../../src/workbook/helperLayer";
import type { Workbook } from "../../src/workbook/workbook";
import { elementText, parseXml } from "../../src/workbook/xml";
import type { XmlElement } from "../../src/workbook/xml";
import { MAIN, bookOf, opened, packageOf, partsOf, saved, worksheet } from "./books";

const isOurs = (formula: string): boolean => formula.includes('"我"<>""');
const LAYER: Layer = {
  sheet: "台账 一",
  columns: [{ col: 3, width: 12 }, { col: 4, width: 8 }],
  cells: [{ row: 0, col: 3, value: 46_000, look: "asOf" }, { row: 1, col: 4, value: { formula: "D1>1", cached: true }, look: "light" }],
  rules: [{ areas: [{ top: 1, left: 4, bottom: 9, right: 4 }], formula: 'AND($E2="逾期","我"<>"")', style: { fill: "FFC7CE", font: "9C0006" } }],
  asOf: { sheet: "台账 一", row: 0, col: 3 },
  isOurs,
};
const PLAIN = worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');

function book(sheet = PLAIN, names = ""): Workbook {
  return opened(bookOf({ sheets: { 别的: worksheet("<sheetData/>"), "台账 一": sheet }, afterSheets: names === "" ? "" : `<definedNames>${names}</definedNames>` }));
}

function put(target: Workbook, layer = LAYER): Record<string, string> {
  const done = target.edit((draft) => putLayer(draft, layer));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return partsOf(saved(target));
}

function remove(target: Workbook): Record<string, string> {
  const done = target.edit((draft) => removeLayer(draft, LAYER.sheet, isOurs));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return partsOf(saved(target));
}

const printArea = (parts: Record<string, string>): string | undefined => /<definedName name="_xlnm.Print_Area"[^>]*>([^<]*)</u.exec(parts["xl/workbook.xml"] ?? "")?.[1];
const area = (formula: string): string => `<definedName name="_xlnm.Print_Area" localSheetId="1">${formula}</definedName>`;

test.each([
  // the user's print area, with our layer, after it has gone
  ["", "'台账 一'!$A:$C", undefined],
  ["'台账 一'!$A$1:$C$20", "'台账 一'!$A$1:$C$20", "'台账 一'!$A$1:$C$20"],
  ["'台账 一'!$A$1:$F$20", "'台账 一'!$A$1:$C$20", "'台账 一'!$A$1:$C$20"],
  ["'台账 一'!$A$1:$B$9,'台账 一'!$E$1:$F$9", "'台账 一'!$A$1:$B$9", "'台账 一'!$A$1:$B$9"],
])("the print area %s", (before, during, after) => {
  const target = book(PLAIN, before === "" ? "" : area(before));
  expect(printArea(put(target))).toBe(during);
  expect(printArea(remove(target))).toBe(after);
});

test("a print area of ours is known in the spelling of LibreOffice", () => {
  const parts = remove(opened(bookOf({ sheets: { 别的: worksheet("<sheetData/>"), "台账 一": PLAIN }, afterSheets: `<definedNames>${area("'台账 一'!$A$1:$C$1048576")}<definedName name="台账_辅助列" localSheetId="1">'台账 一'!$D$1:$E$1048576</definedName></definedNames>` })));
  expect(parts["xl/workbook.xml"]).not.toContain("definedName");
});

test("names lead back to the columns, also after columns were inserted before them", () => {
  const target = book(PLAIN, '<definedName name="台账_辅助列" localSheetId="1">\'台账 一\'!$F:$H</definedName><definedName name="台账_辅助列" localSheetId="0">#REF!</definedName>');
  const found = target.edit((draft) => ok(draft.sheets().map((place) => layerColumns(draft, place))));
  expect(found).toEqual({ ok: true, value: [null, { first: 5, last: 7 }] });
});

test("a group that a person closed stays closed when the layer is put again", () => {
  const parts = put(book());
  const sheet = "xl/worksheets/sheet2.xml";
  const closed = { ...parts, [sheet]: (parts[sheet] ?? "").replaceAll('customWidth="1" outlineLevel="1"', 'hidden="1" customWidth="1" outlineLevel="1"') };
  expect(put(opened(packageOf(closed)))[sheet]).toBe(closed[sheet]);
  expect(put(opened(packageOf(parts)))[sheet]).toBe(parts[sheet]);
});

test("a sheet written with a prefix keeps it", () => {
  const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>\n<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>\n</x:sheetData>\n<x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/></x:worksheet>`;
  const target = book(prefixed);
  const sheet = put(target)["xl/worksheets/sheet2.xml"] ?? "";
  expect(sheet.replaceAll(/<\/?x:/gu, "").match(/<\/?[a-z]+/gu)).toBeNull();
  expect(sheet).toContain("<x:f>D1&gt;1</x:f>");
  const grids = target.read(["台账 一"]);
  expect(grids.ok && grids.value[0]?.rows.map(({ values }) => values.filter((value) => value !== undefined))).toEqual([[1, 46_000], [true]]);
  expect(remove(target)["xl/worksheets/sheet2.xml"]).toBe(prefixed.replace("<x:sheetData>", '<x:sheetFormatPr defaultRowHeight="14.4"/><x:sheetData>'));
});

function root(inner: string): XmlElement {
  const parsed = parseXml(`<worksheet><sheetData/>${inner}</worksheet>`);
  if (parsed === null) throw new Error("not well formed");
  return parsed.root;
}

test("rules are weaker than everyone else's, those of extensions included, and stand before the validations", () => {
  const sheet = root('<conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="7"/></conditionalFormatting>\n<dataValidations/><extLst><ext><x14:cfRule priority="9"/></ext></extLst>');
  addRules(sheet, [{ areas: [{ top: 0, left: 0, bottom: 0, right: 0 }], formula: "A1>1", format: 0 }, { areas: [], formula: "1", format: 0 }]);
  expect(elementText(sheet)).toContain('</conditionalFormatting><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="10"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>\n<dataValidations/>');
});

test("a rule's formula is counted from the cell that all programs count from", () => {
  const sheet = root("");
  addRules(sheet, [{ areas: [{ top: 4, left: 9, bottom: 8, right: 9 }, { top: 2, left: 0, bottom: 3, right: 1 }], formula: "J5>$J$1", format: 0 }]);
  expect(elementText(sheet)).toContain('sqref="A3:B4 J5:J9"><cfRule type="expression" dxfId="0" priority="1"><formula>A3&gt;$J$1</formula>');
});

test("only our rules go; a holder that keeps a rule stays", () => {
  const ours = '<cfRule type="expression" priority="2"><formula>AND(1,"我"&lt;&gt;"")</formula></cfRule>';
  const theirs = '<cfRule type="expression" priority="1"><formula>"我"="他"</formula></cfRule>';
  const sheet = root(`<conditionalFormatting sqref="A1">${theirs}${ours}</conditionalFormatting><conditionalFormatting sqref="B1">${ours}</conditionalFormatting>`);
  removeRules(sheet, isOurs);
  expect(elementText(sheet)).toBe(elementText(root(`<conditionalFormatting sqref="A1">${theirs}</conditionalFormatting>`)));
});

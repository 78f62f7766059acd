import { openPackage } from "../../src/workbook/package";
import type { Package } from "../../src/workbook/package";
import { tableHead, tableNameProblems } from "../../src/workbook/validateParts";
import { isSheetName } from "../../src/core/grid/excelLimits";
import { packageProblems, validatePackage } from "../../src/workbook/validate";
import { sheetProblems } from "../../src/workbook/validateSheet";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { LEDGER_XML, featureParts } from "./featureBook";
import { packageOf, worksheet } from "./books";

const LIMITS = { cellFormats: 4, ruleFormats: 1, strings: 10 };

test("a sheet with everything in it has no problem", () => expect(sheetProblems(LEDGER_XML, LIMITS)).toEqual([]));

test.each([
  ["not a well-formed worksheet", "<worksheet><sheetData></worksheet>"],
  ["not a well-formed worksheet", "<chartsheet/>"],
  ["elements out of order", worksheet('<sheetData/><cols><col min="1" max="1" width="9"/></cols>')],
  ["elements out of order", worksheet('<sheetData/><dataValidations/><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>')],
  ["conditional formatting without a rule", worksheet('<sheetData/><conditionalFormatting sqref="B3:B62"/>')],
  ["rule without an area", worksheet('<sheetData/><conditionalFormatting sqref=""><cfRule type="duplicateValues" priority="1"/></conditionalFormatting>')],
  ["rule without a priority", worksheet('<sheetData/><conditionalFormatting sqref="A1"><cfRule type="duplicateValues" priority="0"/></conditionalFormatting>')],
  ["two rules of priority 1", worksheet('<sheetData/><conditionalFormatting sqref="A1"><cfRule type="duplicateValues" priority="1"/><cfRule type="duplicateValues" priority="1"/></conditionalFormatting>')],
  ["rule without its format 1", worksheet('<sheetData/><conditionalFormatting sqref="A1"><cfRule type="duplicateValues" dxfId="1" priority="1"/></conditionalFormatting>')],
  ["rule without its formula", worksheet('<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"/></conditionalFormatting>')],
  ["validations overlap", worksheet('<sheetData/><dataValidations count="2"><dataValidation sqref="H10:H62"/><dataValidation sqref="A1 H3:H62"/></dataValidations>')],
  ["count of validations", worksheet('<sheetData/><dataValidations count="2"><dataValidation sqref="A1"/></dataValidations>')],
  ["empty dataValidations", worksheet("<sheetData/><dataValidations/>")],
  ["spans overlap", worksheet('<sheetData/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>')],
  ["columns overlap", worksheet('<cols><col min="1" max="3" width="9"/><col min="3" max="4" width="9"/></cols><sheetData/>')],
  ["empty cols", worksheet("<cols/><sheetData/>")],
  ["row 2 out of order", worksheet('<sheetData><row r="3"/><row r="2"/></sheetData>')],
  ["row 3 out of order", worksheet('<sheetData><row r="3"/><row r="3"/></sheetData>')],
  ["row 1 too high", worksheet('<sheetData><row r="1" ht="410" customHeight="1"/></sheetData>')],
  ["cell A1 out of order", worksheet('<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>')],
  ["cell A2 out of order", worksheet('<sheetData><row r="1"><c r="A2"/></row></sheetData>')],
  ["cell A1 has no such style", worksheet('<sheetData><row r="1"><c r="A1" s="4"/></row></sheetData>')],
  ["cell A1 has no such text", worksheet('<sheetData><row r="1"><c r="A1" t="s"><v>10</v></c></row></sheetData>')],
  ["empty mergeCells", worksheet("<sheetData/><mergeCells/>")],
  ["count of spans", worksheet('<sheetData/><mergeCells count="2"><mergeCell ref="A1:B1"/></mergeCells>')],
  ["empty hyperlinks", worksheet("<sheetData/><hyperlinks/>")],
  ["empty sparklines", worksheet('<sheetData/><extLst><ext uri="{1}" xmlns:x14="urn:x"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines/></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>')],
  ["list without its entries", worksheet('<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1"/></dataValidations>')],
  ["list of more than 255 characters", worksheet(`<sheetData/><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"${"甲".repeat(256)}"</formula1></dataValidation></dataValidations>`)],
  ['<c r="A1"> holds no figure', worksheet('<sheetData><row r="1"><c r="A1"><v>NaN</v></c></row></sheetData>')],
])("%s", (problem, text) => expect(sheetProblems(text, LIMITS)).toContain(problem));

function pack(change: (parts: Record<string, string>) => void = () => undefined): Package {
  const parts = featureParts();
  change(parts);
  const opened = openPackage(packageOf(parts), { limits: COMMAND_LINE_LIMITS });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}

const replace = (part: string, from: string, to: string) => (parts: Record<string, string>): void => {
  const text = parts[part] ?? "";
  if (!text.includes(from)) throw new Error(`${part} has no ${from}`);
  parts[part] = text.replace(from, to);
};

test("a whole workbook has no problem", () => expect(packageProblems(pack())).toEqual([]));

test.each<readonly [part: string, problem: string, change: (parts: Record<string, string>) => void]>([
  ["xl/workbook.xml", 'sheet name "a/b"', replace("xl/workbook.xml", 'name="底稿"', 'name="a/b"')],
  ["xl/workbook.xml", "two sheets of one name", replace("xl/workbook.xml", 'name="底稿"', 'name="单位"')],
  ["xl/workbook.xml", "two sheets of one sheetId", replace("xl/workbook.xml", 'sheetId="3"', 'sheetId="2"')],
  ["xl/workbook.xml", 'sheet "底稿" leads nowhere', replace("xl/workbook.xml", 'r:id="rId3"', 'r:id="rId33"')],
  ["xl/workbook.xml", "name 名单 of a missing sheet", replace("xl/workbook.xml", 'name="名单" localSheetId="1"', 'name="名单" localSheetId="3"')],
  ["xl/workbook.xml", "one name defined twice", replace("xl/workbook.xml", '<definedName name="进度">', '<definedName name="名单" localSheetId="1">')],
  ["xl/workbook.xml", "no workbook", replace("xl/workbook.xml", "</workbook>", "")],
  ["xl/_rels/workbook.xml.rels", "relation to a missing part xl/worksheets/sheet9.xml", replace("xl/_rels/workbook.xml.rels", "sheet3.xml", "sheet9.xml")],
  ["xl/_rels/workbook.xml.rels", "two relations of one id", replace("xl/_rels/workbook.xml.rels", 'Id="rId3"', 'Id="rId2"')],
  ["[Content_Types].xml", "type of a missing part xl/other.xml", replace("[Content_Types].xml", "</Types>", '<Override PartName="/xl/other.xml" ContentType="a/b"/></Types>')],
  ["xl/printerSettings/printerSettings1.bin", "no content type", replace("[Content_Types].xml", '<Override PartName="/xl/printerSettings', '<Override PartName="/xl/printerSettings2')],
  ["xl/styles.xml", "count of cellXfs", replace("xl/styles.xml", '<cellXfs count="4">', '<cellXfs count="3">')],
  ["[Content_Types].xml", "two types of one part", replace("[Content_Types].xml", "</Types>", '<Override PartName="/XL/workbook.xml" ContentType="a/b"/></Types>')],
  ["xl/workbook.xml", 'name "B2"', replace("xl/workbook.xml", '<definedName name="进度">', '<definedName name="B2">')],
  ["xl/workbook.xml", 'name "进 度"', replace("xl/workbook.xml", '<definedName name="进度">', '<definedName name="进 度">')],
  ["xl/workbook.xml", "name 空 means nothing", replace("xl/workbook.xml", "</definedNames>", '<definedName name="空"></definedName></definedNames>')],
  ["xl/workbook.xml", "activeTab of a missing sheet", replace("xl/workbook.xml", 'activeTab="0"', 'activeTab="3"')],
  ["xl/worksheets/sheet1.xml", "tablePart leads nowhere: rId13", replace("xl/worksheets/sheet1.xml", '<tablePart r:id="rId3"/>', '<tablePart r:id="rId13"/>')],
  ["xl/worksheets/sheet1.xml", "hyperlink leads nowhere: rId4", replace("xl/worksheets/_rels/sheet1.xml.rels", 'Id="rId4"', 'Id="rId14"')],
  ["xl/worksheets/sheet1.xml", "header A2 is not its table's", replace("xl/tables/table1.xml", 'ref="A3:F5" headerRowCount="0"><tableColumns count="6"><tableColumn id="1" name="序号"', 'ref="A2:F5"><tableColumns count="6"><tableColumn id="1" name="编号"')],
  ["xl/tables/table1.xml", "two columns of one name", replace("xl/tables/table1.xml", 'name="目标值"', 'name="序号"')],
  ["xl/tables/table1.xml", "table has not one column for each of its area", replace("xl/tables/table1.xml", 'ref="A3:F5"', 'ref="A3:G5"')],
  ["xl/tables/table1.xml", "table without a row", replace("xl/tables/table1.xml", 'ref="A3:F5" headerRowCount="0"', 'ref="A2:F2"')],
  ["xl/tables/table1.xml", "table without an area", replace("xl/tables/table1.xml", 'ref="A3:F5"', 'ref=""')],
  ["xl/tables/table1.xml", "filter outside its table", replace("xl/tables/table1.xml", "<tableColumns", '<autoFilter ref="A2:F9"/><tableColumns')],
  ["xl/tables/table1.xml", "table name 进度 is taken", replace("xl/tables/table1.xml", 'name="表1" displayName="表1"', 'name="进度" displayName="进度"')],
  ["xl/comments1.xml", "note on B3 out of place", replace("xl/comments1.xml", "</commentList>", '<comment ref="B3" authorId="0"><text/></comment></commentList>')],
  ["xl/comments1.xml", "note on B3 without its author", replace("xl/comments1.xml", 'authorId="0"', 'authorId="1"')],
  ["xl/comments1.xml", "not well formed", replace("xl/comments1.xml", "</comments>", "")],
  ["xl/worksheets/sheet1.xml", "cell C3 has no such text", replace("xl/worksheets/sheet1.xml", "<v>7</v>", "<v>70</v>")],
])("%s: %s", (part, reason, change) => expect(packageProblems(pack(change))).toContainEqual({ part, reason }));

test("a changed part is refused for a new problem, not for one that the file came with", () => {
  const before = pack();
  const broken = new Map(before).set("xl/worksheets/sheet3.xml", { kind: "written", text: worksheet('<sheetData><row r="1"><c r="A1" s="9"/></row></sheetData>') });
  expect(validatePackage(broken, before)).toEqual({ ok: false, error: { kind: "invalid", part: "xl/worksheets/sheet3.xml", reason: "cell A1 has no such style" } });
  const odd = pack((parts: Record<string, string>) => void (parts["xl/worksheets/sheet3.xml"] = worksheet('<sheetData><row r="1"><c r="A1" s="9"/></row></sheetData>')));
  const changed = new Map(odd).set("xl/worksheets/sheet3.xml", { kind: "written", text: worksheet('<sheetData><row r="1"><c r="A1" s="9"/><c r="B1"><v>1</v></c></row></sheetData>') });
  expect(validatePackage(changed, odd)).toEqual({ ok: true, value: null });
  expect(validatePackage(before, before)).toEqual({ ok: true, value: null });
});

test.each<readonly [string, boolean]>([["工作台账", true], ["a".repeat(31), true], ["", false], ["a".repeat(32), false], ["a:b", false], ["[a]", false], ["'a", false], ["a'", false], ["a'b", true], ["a\nb", false]])("%j is a sheet's name: %s", (name, isName) => expect(isSheetName(name)).toBe(isName));

test("two tables of one id", () => {
  const table = (name: string): string => `<?xml version="1.0"?><table xmlns="urn:x" id="1" name="${name}" displayName="${name}" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="a"/></tableColumns></table>`;
  expect(tableNameProblems(["a", "b"].flatMap((name) => tableHead(`${name}.xml`, table(name)) ?? []), new Set(["b"]))).toEqual([
    { part: "b.xml", reason: "two tables of id 1" },
    { part: "b.xml", reason: "table name b is taken" },
  ]);
});

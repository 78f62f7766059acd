import { ok } from "../../src/core/result";
import { putOwnSheet } from "../../src/workbook/ownSheet";
import { removeSheet } from "../../src/workbook/removeSheet";
import type { Workbook } from "../../src/workbook/workbook";
import { bookOf, opened, packageOf, partsOf, saved, worksheet } from "./books";
import { LEDGER, featureParts } from "./featureBook";

function remove(book: Workbook, name: string): Record<string, string> {
  const done = book.edit((draft) => {
    removeSheet(draft, name);
    return ok(null);
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return partsOf(saved(book));
}

test("everything that only the sheet led to goes with it; what others use stays", () => {
  const before = featureParts();
  before["xl/worksheets/_rels/sheet3.xml.rels"] = (before["xl/drawings/_rels/drawing1.xml.rels"] ?? "").replace('Id="rId1"', 'Id="rId7"');
  const after = remove(opened(packageOf(before)), LEDGER);
  const gone = Object.keys(before).filter((part) => after[part] === undefined);
  expect(gone.sort()).toEqual([
    "xl/calcChain.xml", "xl/comments1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml", "xl/drawings/vmlDrawing1.vml",
    "xl/printerSettings/printerSettings1.bin", "xl/tables/table1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet1.xml",
  ]);
  for (const part of gone) expect(after["[Content_Types].xml"]).not.toContain(`"/${part}"`);
});

test("positions that names give move up, and references to the sheet become #REF!", () => {
  const after = remove(opened(packageOf(featureParts())), LEDGER);
  const book = after["xl/workbook.xml"] ?? "";
  expect(book).toContain('<definedName name="进度">#REF!</definedName><definedName name="名单" localSheetId="0">单位!$A$1:$A$3</definedName>');
  expect(book).not.toContain("Print_Titles");
  expect(after["xl/worksheets/sheet2.xml"]).toContain("<f>#REF!*2</f>");
  expect(after["docProps/app.xml"]).toContain('<vt:i4>2</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>单位</vt:lpstr>');
});

test("rules and validations that refer to the sheet say so too, those of extensions included", () => {
  const after = remove(opened(packageOf(featureParts())), "单位");
  expect(after["xl/worksheets/sheet1.xml"]).toContain("<xm:f>#REF!</xm:f>");
});

test("tabs in front of the others stay in front", () => {
  const view = '<bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews>';
  const sheets = { 甲: worksheet("<sheetData/>"), 乙: worksheet("<sheetData/>"), 丙: worksheet("<sheetData/>") };
  const tabs = (name: string): string => /<workbookView[^>]*>/u.exec(remove(opened(bookOf({ sheets, beforeSheets: view })), name)["xl/workbook.xml"] ?? "")?.[0] ?? "";
  expect(tabs("甲")).toBe('<workbookView activeTab="1" firstSheet="0"/>');
  expect(tabs("丙")).toBe('<workbookView activeTab="1" firstSheet="1"/>');
});

test("the last visible sheet stays", () => {
  const book = opened(bookOf({ sheets: { 甲: worksheet("<sheetData/>") } }));
  const done = book.edit((draft) => {
    removeSheet(draft, "甲");
    return ok(null);
  });
  expect(done).toEqual({ ok: false, error: { kind: "invalid", part: "xl/workbook.xml", reason: "no visible sheet" } });
  expect(removed(book)).toEqual(["甲"]);
});

function removed(book: Workbook): readonly string[] {
  const sheets = book.sheets();
  return sheets.ok ? sheets.value.map(({ name }) => name) : [];
}

test("a sheet that is put and taken away leaves the file as it was", () => {
  const book = opened(packageOf(featureParts()));
  const before = saved(book);
  const done = book.edit((draft) => {
    putOwnSheet(draft, { name: "目标清单", visibility: "visible", columns: [], cells: [{ row: 0, col: 0, value: "甲", look: "text" }], headerRows: 1 });
    removeSheet(draft, "目标清单");
    return ok(null);
  });
  expect(done.ok).toBe(true);
  const [one, two] = [partsOf(before), partsOf(saved(book))];
  expect(Object.keys(one).filter((part) => one[part] !== two[part]).sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", "xl/styles.xml"]);
});

import { takeBackElements } from "../../../src/workbook/sheet/elementChange";
import { frozenOf, setFrozen } from "../../../src/workbook/sheet/frozen";
import { bookOf, opened, partsOf } from "../books";
import { everythingBook, LEDGER } from "../everythingBook";
import { differing, editSheet, file, sheetJs, tenRows } from "./editing";

const NONE = { rows: 0, cols: 0 };
const sheetOf = (bytes: Uint8Array): string => partsOf(bytes)["xl/worksheets/sheet1.xml"] ?? "";
const view = (inner: string, attributes = ""): string => tenRows("", `<sheetViews><sheetView${attributes} workbookViewId="0"${inner === "" ? "/>" : `>${inner}</sheetView>`}</sheetViews>`);

test.each([
  ["no view", tenRows()],
  ["a bare view", view("")],
  ["a view with a selection", view('<selection activeCell="C5" sqref="C5:D6"/>', ' showGridLines="0"')],
  ["a view scrolled down", view("", ' topLeftCell="A8"')],
])("rows stay in sight, and it can be taken back: %s", (_, xml) => {
  const book = opened(bookOf({ sheets: { 甲: xml } }));
  const before = file(book);
  const changes = editSheet(book, "甲", ({ root }) => setFrozen(root, { rows: 2, cols: 1 }));
  const after = file(book);
  expect(differing(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(sheetOf(after)).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>');
  expect(sheetOf(after)).not.toContain('topLeftCell="A8"');
  expect(sheetJs(after, "甲")["!ref"]).toBe("A1:F10");
  const again = opened(after);
  editSheet(again, "甲", ({ root }) => {
    expect(frozenOf(root)).toEqual({ rows: 2, cols: 1 });
    expect(takeBackElements(root, changes)).toBe(true);
    expect(frozenOf(root)).toEqual(NONE);
  });
  expect(differing(before, file(again))).toEqual([]);
});

test("what is frozen is let go and the selection stays; letting go of nothing changes nothing", () => {
  const book = opened(bookOf({ sheets: { 甲: view('<selection activeCell="C5" sqref="C5:D6"/>') } }));
  const before = file(book);
  editSheet(book, "甲", ({ root }) => setFrozen(root, { rows: 0, cols: 2 }));
  expect(sheetOf(file(book))).toContain('<pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/><selection activeCell="C5" sqref="C5:D6" pane="topRight"/>');
  editSheet(book, "甲", ({ root }) => setFrozen(root, NONE));
  expect(differing(before, file(book))).toEqual([]);
  editSheet(book, "甲", ({ root }) => setFrozen(root, NONE));
  expect(differing(before, file(book))).toEqual([]);
});

test("panes of others are replaced and come back", () => {
  const book = opened(everythingBook());
  const before = file(book);
  const changes = editSheet(book, LEDGER, ({ root }) => setFrozen(root, { rows: 3, cols: 0 }));
  expect(sheetOf(file(book))).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C5" sqref="C5:D6"/></sheetView>');
  editSheet(book, LEDGER, ({ root }) => { expect(takeBackElements(root, changes)).toBe(true); });
  expect(differing(before, file(book))).toEqual([]);
});

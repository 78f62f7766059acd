import fc from "fast-check";
import type { Span } from "../../../src/core/grid/grid";
import { areaOf } from "../../../src/workbook/formula";
import { areasOfList, areasWithout, overlap } from "../../../src/workbook/sheet/areas";
import { takeBackElements } from "../../../src/workbook/sheet/elementChange";
import type { SheetValidation } from "../../../src/workbook/sheet/validations";
import { addValidation, listSource, removeValidations } from "../../../src/workbook/sheet/validations";
import { bookOf, opened, partsOf } from "../books";
import { everythingBook, LEDGER } from "../everythingBook";
import { differing, editSheet, file, grid, tenRows } from "./editing";

const SOURCE = listSource(["已完成", "进行中", "未启动"]);
const list = (...areas: readonly string[]): SheetValidation => ({ areas: areas.flatMap((area) => areaOf(area) ?? []), allowed: { kind: "list", source: SOURCE }, remark: "请从列表中选择", isStrict: false });
const whole = (...areas: readonly string[]): SheetValidation => ({ ...list(...areas), allowed: { kind: "whole", min: 0, max: 100 }, isStrict: true });
const sheetOf = (bytes: Uint8Array): string => partsOf(bytes)["xl/worksheets/sheet1.xml"] ?? "";
const validationsOf = (bytes: Uint8Array): readonly string[] => [...sheetOf(bytes).matchAll(/<dataValidation\s[^]*?(?:<\/dataValidation>|\/>)/gu)].map(([one]) => one);
const theirs = (inner: string, count = ""): Uint8Array => bookOf({ sheets: { 甲: tenRows(`<dataValidations${count}>${inner}</dataValidations>`) } });

test("a first validation, and the file as it was when it goes either way", () => {
  const bytes = bookOf({ sheets: { 甲: tenRows() } });
  for (const how of ["taken back", "removed"]) {
    const book = opened(bytes);
    const before = file(book);
    const changes = editSheet(book, "甲", ({ root }) => [...addValidation(root, list("B2:B10", "D2")), ...addValidation(root, whole("C2:C10"))]);
    const after = file(book);
    expect(sheetOf(after)).toContain(
      '</sheetData><dataValidations count="2"><dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" error="请从列表中选择" sqref="B2:B10 D2"><formula1>"已完成,进行中,未启动"</formula1></dataValidation>' +
        '<dataValidation type="whole" allowBlank="1" showErrorMessage="1" error="请从列表中选择" sqref="C2:C10"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>',
    );
    expect(grid(after, "甲").rows).toEqual(grid(before, "甲").rows);
    editSheet(book, "甲", ({ root }) => {
      if (how === "removed") removeValidations(root, (formula) => formula === SOURCE || formula === "0");
      else for (const change of [...changes].reverse()) expect(takeBackElements(root, [change])).toBe(true);
    });
    expect(differing(before, file(book))).toEqual([]);
  }
});

test("those of others keep what ours do not take, and get it back", () => {
  const book = opened(theirs('\n <dataValidation type="decimal" sqref="A1:F10" operator="greaterThan"><formula1>$A$1</formula1></dataValidation>\n <dataValidation type="list" sqref="H1"><formula1>"甲"</formula1></dataValidation>\n', ' count="2"'));
  const before = file(book);
  const changes = editSheet(book, "甲", ({ root }) => addValidation(root, list("B3:C4", "H1:H2")));
  const after = file(book);
  expect(validationsOf(after)[0]).toBe('<dataValidation type="decimal" sqref="A1:F2 A3:A4 D3:F4 A5:F10" operator="greaterThan"><formula1>$A$1</formula1></dataValidation>');
  expect(validationsOf(after)).toHaveLength(2);
  expect(sheetOf(after)).toContain('<dataValidations count="2">');
  const reopened = opened(after);
  editSheet(reopened, "甲", ({ root }) => { expect(takeBackElements(root, changes)).toBe(true); });
  expect(differing(before, file(reopened))).toEqual([]);
});

test("a formula that counts from its first cell still means the same cells", () => {
  const book = opened(theirs('<dataValidation type="custom" sqref="B2:C5"><formula1>A2&gt;$A2+A$2</formula1></dataValidation>'));
  editSheet(book, "甲", ({ root }) => addValidation(root, list("B2")));
  const after = file(book);
  expect(validationsOf(after).slice(0, 2)).toEqual([
    '<dataValidation type="custom" sqref="C2"><formula1>B2&gt;$A2+B$2</formula1></dataValidation>',
    '<dataValidation type="custom" sqref="B3:C5"><formula1>A3&gt;$A3+A$2</formula1></dataValidation>',
  ]);
  expect(sheetOf(after)).toContain("<dataValidations><");
});

test("what somebody changed since is not put back over their work", () => {
  const book = opened(theirs('<dataValidation type="list" sqref="A1"><formula1>"甲"</formula1></dataValidation>', ' count="1"'));
  const changes = editSheet(book, "甲", ({ root }) => addValidation(root, list("B1")));
  editSheet(book, "甲", ({ root }) => addValidation(root, whole("C1")));
  const between = file(book);
  editSheet(book, "甲", ({ root }) => { expect(takeBackElements(root, changes)).toBe(false); });
  expect(differing(between, file(book))).toEqual([]);
});

test("extended validations of Excel 2010 too: cut, gone with their extension, and back", () => {
  for (const [area, left] of [["D4", "D3 D5:D6"], ["D3:D6", null]] as const) {
    const book = opened(everythingBook());
    const before = file(book);
    const changes = editSheet(book, LEDGER, ({ root }) => addValidation(root, list(area)));
    const after = file(book);
    expect(differing(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
    if (left === null) expect(sheetOf(after)).not.toContain("x14:dataValidation");
    else expect(sheetOf(after)).toContain(`<xm:sqref>${left}</xm:sqref></x14:dataValidation>`);
    expect(sheetOf(after)).toContain("x14:sparklineGroup");
    editSheet(book, LEDGER, ({ root }) => { expect(takeBackElements(root, changes)).toBe(true); });
    expect(differing(before, file(book))).toEqual([]);
  }
});

const span: fc.Arbitrary<Span> = fc.record({ top: fc.nat(7), left: fc.nat(7), rows: fc.nat(4), cols: fc.nat(4) }).map(({ top, left, rows, cols }) => ({ top, left, bottom: top + rows, right: left + cols }));
const cells = (areas: readonly Span[]): readonly string[] =>
  areas.flatMap(({ top, left, bottom, right }) => Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, i) => `${top + Math.floor(i / (right - left + 1))} ${left + (i % (right - left + 1))}`));

test("areas without others: every cell that was not taken, once", () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 4 }), (area, holes) => {
      const taken = new Set(cells(holes));
      const left = areasWithout([area], holes);
      expect([...cells(left)].sort()).toEqual(cells([area]).filter((cell) => !taken.has(cell)).sort());
      expect(left.some((a, i) => left.some((b, j) => i < j && overlap(a, b)))).toBe(false);
    }),
    { numRuns: 300 },
  );
  expect([areasOfList("A1  B2:C3"), areasOfList(""), areasOfList("A1 甲")].map((one) => one?.length ?? null)).toEqual([2, null, null]);
});

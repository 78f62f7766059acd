import { areaOf } from "../../../src/workbook/formula";
import { addSpan, removeSpan } from "../../../src/workbook/sheet/spans";
import type { Span } from "../../../src/core/grid/grid";
import { bookOf, opened, partsOf } from "../books";
import { everythingBook, LEDGER } from "../everythingBook";
import { differing, edit, file, grid, sheetJs, tenRows } from "./editing";

function area(text: string): Span {
  const found = areaOf(text);
  if (found === null) throw new Error(text);
  return found;
}

test.each([
  ["the first of a sheet", bookOf({ sheets: { [LEDGER]: tenRows() } }), ["B2:C3"]],
  ["beside that of others", everythingBook(), ["A1:J1", "B5:C6"]],
  ["beside one whose list tells no count", bookOf({ sheets: { [LEDGER]: tenRows('<mergeCells>\n<mergeCell ref="A1:B1"/>\n</mergeCells>') } }), ["A1:B1", "B5:C6"]],
])("a span comes and goes: %s", (_, bytes, wanted) => {
  const ours = area(wanted.at(-1) ?? "");
  const book = opened(bytes);
  const before = file(book);
  edit(book, (draft) => addSpan(draft, LEDGER, ours));
  const after = file(book);
  expect(differing(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
  expect(grid(after, LEDGER).spans).toEqual(wanted.map(area));
  expect(sheetJs(after, LEDGER)["!merges"]).toEqual(wanted.map(area).map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } })));
  const again = opened(after);
  edit(again, (draft) => removeSpan(draft, LEDGER, ours));
  expect(differing(before, file(again))).toEqual([]);
});

test("what Excel would repair is refused: over another span, a table, an array formula", () => {
  const book = opened(everythingBook());
  const reason = (sheet: string, text: string): unknown => {
    const done = book.edit((draft) => addSpan(draft, sheet, area(text)));
    return done.ok ? null : "reason" in done.error ? done.error.reason : done.error.kind;
  };
  expect(reason(LEDGER, "J1:K2")).toBe("insideSpan");
  expect(reason("明细", "A3:B3")).toBe("insideTable");
  expect(reason("没有", "A3:B3")).toBe("sheetMissing");
  const array = opened(bookOf({ sheets: { 甲: tenRows().replace('<c r="B2"><v>1</v></c><c r="C2"><v>1</v></c>', '<c r="B2"><f t="array" ref="B2:C2">A1:B1</f><v>1</v></c><c r="C2"><v>1</v></c>') } }));
  expect(array.edit((draft) => addSpan(draft, "甲", area("C2:C4")))).toMatchObject({ ok: false, error: { reason: "arrayFormula" } });
});

test("one cell is no span, and a span that is not there is none", () => {
  const book = opened(everythingBook());
  const before = partsOf(file(book));
  edit(book, (draft) => addSpan(draft, LEDGER, area("C5")));
  edit(book, (draft) => removeSpan(draft, LEDGER, area("A1:B1")));
  expect(partsOf(file(book))).toEqual(before);
});

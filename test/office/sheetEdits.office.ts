import { areaOf } from "../../src/workbook/formula";
import type { Span } from "../../src/core/grid/grid";
import { setFrozen } from "../../src/workbook/sheet/frozen";
import { putNote } from "../../src/workbook/sheet/notes";
import { setPrint } from "../../src/workbook/sheet/printSetup";
import { addSpan } from "../../src/workbook/sheet/spans";
import { addValidation, listSource } from "../../src/workbook/sheet/validations";
import { bookOf, opened } from "../workbook/books";
import { everythingBook, LEDGER } from "../workbook/everythingBook";
import { edit, editSheet, file, tenRows } from "../workbook/sheet/editing";
import { Office } from "./libreOffice";

const office = new Office();
afterAll(() => office.close());

const areas = (list: string): readonly Span[] => list.split(" ").flatMap((text) => areaOf(text) ?? []);

/** A sheet with a note, a list, a span, frozen rows and a page of ours. */
function edited(bytes: Uint8Array): Uint8Array {
  const book = opened(bytes);
  edit(book, (draft) => putNote(draft, LEDGER, { row: 3, col: 2, text: "请核实\n第二行" }, "督查室"));
  for (const area of areas("B8:C9")) edit(book, (draft) => addSpan(draft, LEDGER, area));
  editSheet(book, LEDGER, ({ root }) => addValidation(root, { areas: areas("D4 E3:E4"), allowed: { kind: "list", source: listSource(["甲", "乙"]) }, remark: "请选择", isStrict: true }));
  editSheet(book, LEDGER, ({ root }) => setFrozen(root, { rows: 2, cols: 0 }));
  edit(book, (draft) => setPrint(draft, LEDGER, { orientation: "landscape", pagesWide: 1, titleRows: { first: 1, last: 1 }, areas: areas("A1:F9") }));
  return file(book);
}

test.each([["plain", bookOf({ sheets: { [LEDGER]: tenRows() } }), 0], ["everything", everythingBook(), 1]] as const)("LibreOffice understands what was added to a sheet: %s", (name, bytes, notes) => {
  const before = office.read(`${name}.xlsm`, bytes);
  const after = office.read(`${name}-edited.xlsm`, edited(bytes));
  const { xml } = after;
  expect(before.xml.split("<office:annotation ").length - 1).toBe(notes);
  expect(xml.split("<office:annotation ").length - 1).toBe(notes + 1);
  expect(xml).toMatch(/请核实<\/text:p>\s*<text:p[^>]*>第二行/u);
  expect(xml).toContain('of:cell-content-is-in-list(&quot;甲&quot;;&quot;乙&quot;)');
  expect(xml).toContain('table:number-columns-spanned="2" table:number-rows-spanned="2"');
  expect(xml).toContain(`table:print-ranges="${LEDGER}.A1:${LEDGER}.F9"`);
  expect(xml).toContain("<table:table-header-rows>");
  expect(xml).toContain('style:scale-to-X="1"');
  for (const [sheet, cells] of before.sheets) for (const [at, cell] of cells) expect([sheet, at, after.sheets.get(sheet)?.get(at)]).toEqual([sheet, at, cell]);
});

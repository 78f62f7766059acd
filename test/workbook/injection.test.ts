import * as XLSX from "@e965/xlsx";
import { valueAt } from "../../src/core/grid/grid";
import { isFormulaLike } from "../../src/core/text/formulaLike";
import { CellWriter } from "../../src/workbook/cellWriter";
import { newLedgerBook } from "../../src/workbook/newLedgerBook";
import { ok } from "../../src/core/result";
import { putOwnSheet } from "../../src/workbook/ownSheet";
import type { Workbook } from "../../src/workbook/workbook";
import { bookOf, opened, partsOf, saved, worksheet } from "./books";
import { INJECTIONS } from "../support/injections";

/** Every way in which a text that came from a file gets into a workbook, with the sheet and the column it then stands in. */
const WAYS: readonly (readonly [way: string, sheet: string, firstRow: number, make: () => Workbook])[] = [
  ["written into a cell", "工作台账", 0, () => edited(opened(bookOf({ sheets: { 工作台账: worksheet("<sheetData/>") } })))],
  ["written into a cell that is told to be a number", "工作台账", 0, () => edited(opened(bookOf({ sheets: { 工作台账: worksheet(`<sheetData>${INJECTIONS.map((_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="2"><v>1</v></c></row>`).join("")}</sheetData>`) } })))],
  ["in a new ledger", "工作台账", 1, newBook],
  ["on a sheet of ours", "目标清单", 0, withOwnSheet],
];

function edited(book: Workbook): Workbook {
  const done = book.edit((draft) => {
    const sheet = draft.sheet("工作台账");
    if (!sheet.ok) return sheet;
    const writer = new CellWriter(draft, sheet.value, "工作台账");
    for (const [row, text] of INJECTIONS.entries()) {
      const one = writer.write(row, 0, text);
      if (!one.ok) return one;
    }
    return ok(null);
  });
  if (!done.ok) throw new Error(done.error.kind);
  return book;
}

function newBook(): Workbook {
  const book = newLedgerBook({
    sheet: "工作台账", titleLines: [], columns: [{ key: "content", header: "工作内容" }],
    rows: INJECTIONS.map((text) => ({ kind: "task", values: [text] })),
  });
  if (!book.ok) throw new Error(book.error.kind);
  return book.value;
}

function withOwnSheet(): Workbook {
  const book = opened(bookOf({ sheets: { 工作台账: worksheet("<sheetData/>") } }));
  book.edit((draft) => {
    putOwnSheet(draft, { name: "目标清单", visibility: "visible", columns: [], cells: INJECTIONS.map((value, row) => ({ row, col: 0, value, look: "text" })), headerRows: 0 });
    return ok(null);
  });
  return book;
}

test.each(WAYS)("a text stays a text: %s", (_, name, firstRow, make) => {
  const bytes = saved(make());
  const sheets = Object.entries(partsOf(bytes)).filter(([part]) => part.startsWith("xl/worksheets/sheet"));
  for (const [, text] of sheets) expect(text).not.toMatch(/<(?:\w+:)?f[\s>/]/u);
  const grids = opened(bytes).read([name]);
  const theirs = XLSX.read(bytes, { cellStyles: true, cellNF: true }).Sheets[name] as Record<string, XLSX.CellObject>;
  for (const [i, text] of INJECTIONS.entries()) {
    expect(grids.ok && grids.value[0] && valueAt(grids.value[0], firstRow + i, 0)).toBe(text);
    const cell = theirs[`A${firstRow + i + 1}`];
    expect([cell?.t, cell?.v, cell?.f]).toEqual(["s", text, undefined]);
  }
});

test.each(WAYS)("a person who opens the cell and leaves it again has made no formula: %s", (_, name, firstRow, make) => {
  const parts = partsOf(saved(make()));
  const index = name === "目标清单" ? 2 : 1;
  const marked = [...(parts["xl/styles.xml"] ?? "").replace(/^[^]*<cellXfs/u, "").replace(/<\/cellXfs>[^]*$/u, "").matchAll(/<xf [^>]*>/gu)].map((found) => found[0].includes('quotePrefix="1"'));
  const styles = new Map([...(parts[`xl/worksheets/sheet${index}.xml`] ?? "").matchAll(/<c r="A(\d+)"(?: s="(\d+)")?/gu)].map((found) => [Number(found[1]), Number(found[2] ?? 0)]));
  for (const [i, text] of INJECTIONS.entries()) expect([text, marked[styles.get(firstRow + i + 1) ?? 0]]).toEqual([text, isFormulaLike(text)]);
});

import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { cellName } from "../../src/core/grid/a1";
import type { CellValue } from "../../src/core/grid/grid";
import { valueAt } from "../../src/core/grid/grid";
import { ok } from "../../src/core/result";
import { CellWriter } from "../../src/workbook/cellWriter";
import { insertRows, removeRows } from "../../src/workbook/rows/moveRows";
import { settleFormulas } from "../../src/workbook/staleFormulas";
import { INJECTIONS } from "../support/injections";
import { bookOf, opened, partsOf, saved, worksheet } from "./books";
import { everythingBook } from "./everythingBook";
import { LEDGER, featureBook } from "./featureBook";

const ROWS = 8;
const COLS = 5;
const PLAIN = worksheet(
  `<sheetData>${Array.from({ length: ROWS }, (_, row) => (row % 3 === 1 ? "" : `<row r="${row + 1}">${Array.from({ length: COLS }, (__, col) => ((row + col) % 3 === 0 ? "" : `<c r="${cellName(row, col)}"${col === 1 ? ' s="3"' : ""}><v>${row * 10 + col}</v></c>`)).join("")}</row>`)).join("")}</sheetData>`,
);
const bytes = bookOf({ sheets: { 甲: PLAIN, 乙: PLAIN } });

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null), fc.boolean(), fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((number) => (number === 0 ? 0 : number)),
  fc.string({ unit: fc.constantFrom("甲", "a", " ", "\n", "&", "<", '"', "_x000D_", "\u0007", "😀", "1"), minLength: 1, maxLength: 6 }), fc.constantFrom(...INJECTIONS),
);
const edits = fc.array(fc.record({ row: fc.nat(ROWS + 2), col: fc.nat(COLS + 1), value }), { maxLength: 12 });

test("random edits, saved and opened again by our reader and by SheetJS, are the edits and nothing else", () => {
  const first = opened(bytes).read(["甲", "乙"]);
  fc.assert(
    fc.property(edits, (list) => {
      const book = opened(bytes);
      const done = book.edit((draft) => {
        const sheet = draft.sheet("甲");
        if (!sheet.ok) return sheet;
        const writer = new CellWriter(draft, sheet.value, "甲");
        for (const edit of list) {
          const one = writer.write(edit.row, edit.col, edit.value);
          if (!one.ok) return one;
        }
        settleFormulas(draft);
        return ok(null);
      });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      const after = saved(book);
      const wanted = new Map(list.map((edit) => [cellName(edit.row, edit.col), edit.value]));
      const ours = opened(after).read(["甲", "乙"]);
      if (!ours.ok || !first.ok) throw new Error("not read");
      const theirs = XLSX.read(after, { raw: true }).Sheets;
      for (const [i, name] of ["甲", "乙"].entries()) {
        for (let row = 0; row <= ROWS + 3; row++) for (let col = 0; col <= COLS + 2; col++) {
          const at = cellName(row, col);
          const before = first.value[i] ? valueAt(first.value[i], row, col) : null;
          const expected = i === 0 && wanted.has(at) ? (wanted.get(at) ?? null) : before;
          expect([name, at, ours.value[i] ? valueAt(ours.value[i], row, col) : null]).toEqual([name, at, expected]);
          const cell = (theirs[name] as Record<string, XLSX.CellObject> | undefined)?.[at];
          expect([name, at, typeof cell?.v, cell?.f]).toEqual([name, at, expected === null ? "undefined" : typeof expected, undefined]);
          if (typeof expected === "number") expect(cell?.v).toBe(expected);
        }
      }
      if (list.length === 0) expect(Buffer.compare(after, saved(opened(bytes)))).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test.each([["one of every feature", featureBook()], ["one with macros", everythingBook()], ["a plain one", bytes]])("a workbook that was opened and saved is the same, part for part and byte for byte: %s", (_, whole) => {
  expect(saved(opened(whole))).toEqual(saved(opened(saved(opened(whole)))));
  expect(partsOf(saved(opened(whole)))).toEqual(partsOf(whole));
  expect(Buffer.compare(saved(opened(bytes)), bytes)).toBe(0);
});

test("edits and rows that come in, in any order, reach the same cells", () => {
  fc.assert(
    fc.property(fc.nat(ROWS), fc.integer({ min: 1, max: 3 }), fc.nat(ROWS), fc.nat(COLS), (at, count, row, col) => {
      const moved = row < at ? row : row + count;
      const made = [true, false].map((isFirst) => {
        const book = opened(bytes);
        book.edit((draft) => {
          const sheet = draft.sheet("甲");
          if (!sheet.ok) return sheet;
          if (isFirst) insertRows(draft, "甲", at, count, null);
          const done = new CellWriter(draft, sheet.value, "甲").write(isFirst ? moved : row, col, "新");
          if (!isFirst) insertRows(draft, "甲", at, count, null);
          return done;
        });
        return partsOf(saved(book))["xl/worksheets/sheet1.xml"];
      });
      expect(made[0]).toBe(made[1]);
    }),
    { numRuns: 100 },
  );
});

test("rows that go take their cells and nothing else", () => {
  const book = opened(featureBook());
  const done = book.edit((draft) => removeRows(draft, LEDGER, 3, 1));
  expect(done.ok).toBe(true);
  const [before, after] = [opened(featureBook()).read([LEDGER]), book.read([LEDGER])];
  if (!before.ok || !after.ok || !before.value[0] || !after.value[0]) throw new Error("not read");
  for (let col = 0; col < 6; col++) expect(valueAt(after.value[0], 2, col)).toBe(valueAt(before.value[0], 2, col));
  for (let col = 0; col < 3; col++) expect(valueAt(after.value[0], 3, col)).toBe(valueAt(before.value[0], 4, col));
});

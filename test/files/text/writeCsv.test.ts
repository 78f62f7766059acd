import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import type { CellValue } from "../../../src/core/grid/grid";
import { guardedText, isFormulaLike } from "../../../src/core/text/formulaLike";
import { parseDelimited } from "../../../src/core/text/parseDelimited";
import { csvBytes } from "../../../src/files/text/writeCsv";
import { INJECTIONS } from "../../support/injections";

const text = (rows: readonly (readonly CellValue[])[]): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(csvBytes(rows));

test("a mark, commas, line ends of Windows, rows of one length", () => {
  expect(text([["序号", "内容", "数"], [1, '他说"好"，不', -2.5], [true], ["甲,乙", "一\n二", null]])).toBe('\ufeff序号,内容,数\r\n1,"他说""好""，不",-2.5\r\nTRUE,,\r\n"甲,乙","一\n二",\r\n');
});

test.each(INJECTIONS.filter(isFormulaLike))("%j gets an apostrophe, and no program a formula", (payload) => {
  expect(guardedText(payload)).toBe(`'${payload}`);
  const csv = text([["甲", payload, "乙"]]);
  const sheet = XLSX.read(csv, { type: "string", raw: false }).Sheets["Sheet1"] as Record<string, { f?: string; t?: string }>;
  for (const cell of Object.values(sheet)) expect(cell.f).toBeUndefined();
  expect(sheet["B1"]?.t).toBe("s");
});

test.each(["市发展改革委", "1-6月", "“=”号", "'已是引号", "（=1+1）", "100%"])("%j stays as it is", (plain) => expect(guardedText(plain)).toBe(plain));

test("our own reader gives back what was written, an apostrophe before what looks like a formula aside", () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "＝", '"', ",", ";", "\t", "\n", "'", " ", "甲", "1") }), fc.constantFrom(...INJECTIONS));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
      const read = parseDelimited(text(rows).slice(1), ",");
      for (const [i, row] of rows.entries()) {
        const values = read.rows.find((one) => one.row === i)?.values ?? [];
        row.forEach((value, col) => expect(values[col] ?? "").toBe(guardedText(value)));
      }
    }),
    { numRuns: 500 },
  );
});

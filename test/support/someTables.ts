import * as XLSX from "@e965/xlsx";
import fc from "fast-check";

const text = fc.string({ unit: fc.constantFrom("a", "Z", "0", "序", "号", "😀", "𠮷", " ", "\n", "\t", "&", "<", ">", '"', "'", "_", "x", "_x000D_", "　", "，", "%"), maxLength: 12 });
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null));

/** Tables of texts with everything that has to be escaped, of numbers and of truth values. */
export const someTables = fc.array(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 8 }), { minLength: 1, maxLength: 3 });

/** A workbook of SheetJS with a sheet for each table, with spans, hidden rows and hidden sheets. */
export function bookOf(tables: readonly (readonly (readonly unknown[])[])[], options: XLSX.WritingOptions): Uint8Array {
  const book = XLSX.utils.book_new();
  tables.forEach((rows, i) => {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][]);
    sheet["!merges"] = [{ s: { r: i, c: 0 }, e: { r: i + 2, c: i + 1 } }];
    sheet["!rows"] = rows.map((_, row) => ({ hidden: row % 3 === 2 }));
    XLSX.utils.book_append_sheet(book, sheet, `表 ${i}`);
  });
  book.Workbook = { Sheets: tables.map((_, i) => ({ Hidden: (i % 3) as 0 | 1 | 2 })) };
  return new Uint8Array(XLSX.write(book, { ...options, type: "array" }) as ArrayBuffer);
}

/** Sheets as a file of any kind, written by a library that the product does not use. */
import * as XLSX from "@e965/xlsx";
import type { Grid } from "../../src/core/grid/grid";
import type { PackageDamage } from "../../src/core/sample/damages/packages";
import { gbk } from "./month/gbk";

const BOOK_TYPES = { xlsx: "xlsx", xls: "biff8", xlsb: "xlsb", ods: "ods" } as const;

export function damagedFile(grids: readonly Grid[], { content, encoding, cut }: PackageDamage): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const grid of grids) XLSX.utils.book_append_sheet(book, sheetOf(grid), grid.sheet);
  const [first = ""] = book.SheetNames;
  const sheet = book.Sheets[first] ?? {};
  switch (content) {
    case "nothing":
      return new Uint8Array();
    case "csv":
      return encoded(XLSX.utils.sheet_to_csv(sheet), encoding);
    case "tabs":
      return encoded(XLSX.utils.sheet_to_csv(sheet, { FS: "\t" }), encoding);
    case "html":
      return encoded(XLSX.utils.sheet_to_html(sheet), encoding);
    case "xlsx":
    case "xls":
    case "xlsb":
    case "ods": {
      const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: BOOK_TYPES[content], compression: true }) as ArrayBuffer);
      return cut ? bytes.slice(0, Math.floor(bytes.length * 0.7)) : bytes;
    }
  }
}

function sheetOf(grid: Grid): XLSX.WorkSheet {
  const lines: unknown[][] = Array.from({ length: (grid.rows.at(-1)?.row ?? -1) + 1 }, () => []);
  for (const { row, values } of grid.rows) lines[row] = Array.from(values, (value) => value ?? null);
  return XLSX.utils.aoa_to_sheet(lines);
}

function encoded(text: string, encoding: PackageDamage["encoding"]): Uint8Array {
  switch (encoding) {
    case "gbk":
      return gbk(text);
    case "utf-16":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    case "utf-8 with mark":
      return new Uint8Array(Buffer.from(`\ufeff${text}`));
    case "utf-8":
    case undefined:
      return new Uint8Array(Buffer.from(text));
  }
}

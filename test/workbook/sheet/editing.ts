/** Edits of a workbook in tests, and what they come to in the file. */
import * as XLSX from "@e965/xlsx";
import type { Grid } from "../../../src/core/grid/grid";
import type { Result } from "../../../src/core/result";
import { ok } from "../../../src/core/result";
import type { Draft } from "../../../src/workbook/draft";
import type { WorkbookFault } from "../../../src/workbook/fault";
import type { SheetPart } from "../../../src/workbook/sheetPart";
import { packageProblems } from "../../../src/workbook/validate";
import type { Workbook } from "../../../src/workbook/workbook";
import { opened, partsOf, saved, worksheet } from "../books";

/** Changes a workbook as a whole; a fault fails the test. */
export function edit<T>(book: Workbook, write: (draft: Draft) => Result<T, WorkbookFault>): T {
  const done = book.edit(write);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

/** Changes one sheet of a workbook. */
export function editSheet<T>(book: Workbook, name: string, write: (sheet: SheetPart) => T): T {
  return edit(book, (draft) => {
    const sheet = draft.sheet(name);
    return sheet.ok ? ok(write(sheet.value)) : sheet;
  });
}

/** The file as a workbook saves it, proved by our validator. */
export function file(book: Workbook): Uint8Array {
  const bytes = saved(book);
  expect(packageProblems(opened(bytes).parts())).toEqual([]);
  return bytes;
}

export function grid(bytes: Uint8Array, name: string): Grid {
  const read = opened(bytes).read([name]);
  const [first] = read.ok ? read.value : [];
  if (first === undefined) throw new Error("not read");
  return first;
}

export function sheetJs(bytes: Uint8Array, name: string): XLSX.WorkSheet {
  const sheet = XLSX.read(bytes, { cellStyles: true }).Sheets[name];
  if (sheet === undefined) throw new Error("not read");
  return sheet;
}

/** The parts that differ between two files, those of only one included. */
export function differing(one: Uint8Array, two: Uint8Array): readonly string[] {
  const [a, b] = [partsOf(one), partsOf(two)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
}

/** A sheet of ten rows and six columns with the given XML behind its rows. */
export function tenRows(after = "", before = ""): string {
  const rows = Array.from({ length: 10 }, (_, i) => `<row r="${i + 1}">${["A", "B", "C", "D", "E", "F"].map((col) => `<c r="${col}${i + 1}"><v>${i}</v></c>`).join("")}</row>`);
  return worksheet(`${before}<sheetData>${rows.join("")}</sheetData>${after}`);
}

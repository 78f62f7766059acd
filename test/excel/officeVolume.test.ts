/**
 * Large sheets under the limit of Excel on the web, and what else only numbers show.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import type { Grid } from "../../src/core/grid/grid";
import { valueAt } from "../../src/core/grid/grid";
import type { Change } from "../../src/core/plan/change";
import { officeExcel } from "../../src/excel/officeExcel";
import type { OwnCell } from "../../src/excel/port";
import { EMPTY_BATCH } from "../../src/excel/port";
import { openInOffice } from "../officeHost/loadClient";
import type { OfficeHost } from "../officeHost/officeHost";
import { PROFILES } from "../officeHost/profile";
import { bookOf, worksheet } from "../workbook/books";
import { inspectFile as inspect } from "../../src/app/inspectFile";

const LIMIT = 5 * 1024 * 1024;
const TEXT = "推动重点行业设备更新改造，".repeat(12);

/** A sheet of texts; the text tells its place. */
function bookWith(rows: number, cols: number): Uint8Array {
  const cell = (row: number, col: number): string => `<c r="${String.fromCharCode(65 + col)}${row + 1}" t="inlineStr"><is><t>${TEXT}${row}-${col}</t></is></c>`;
  const lines = Array.from({ length: rows }, (_, row) => `<row r="${row + 1}">${Array.from({ length: cols }, (__, col) => cell(row, col)).join("")}</row>`);
  return bookOf({ sheets: { 台账: worksheet(`<sheetData>${lines.join("")}</sheetData>`) } });
}

async function readOne(excel: ReturnType<typeof officeExcel>): Promise<Grid> {
  const read = await excel.read(["台账"]);
  const grid = read.ok ? read.value[0] : undefined;
  if (grid === undefined) throw new Error(JSON.stringify(read));
  return grid;
}

function largest(host: OfficeHost): number {
  return Math.max(...host.syncs.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes)));
}

test("a sheet of more text than one answer may hold is read whole, in pieces under the limit", async () => {
  const [rows, cols] = [4000, 8];
  const host = openInOffice(bookWith(rows, cols), PROFILES.web);
  const grid = await readOne(officeExcel({ inspect }));
  expect(grid.rows).toHaveLength(rows);
  expect(grid.rows.every(({ row, values }) => Array.from({ length: cols }, (_, col) => values[col] === `${TEXT}${row}-${col}`).every(Boolean))).toBe(true);
  expect(largest(host)).toBeLessThan(LIMIT);
}, 60_000);

test("what lies beyond the first look, to the right and far below, is read too", async () => {
  const far = '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="ZZ2"><v>2</v></c></row><row r="900"><c r="DA900"><v>3</v></c></row><row r="5000"><c r="C5000"><v>4</v></c></row></sheetData>';
  openInOffice(bookOf({ sheets: { 台账: worksheet(far) } }), PROFILES.web);
  const grid = await readOne(officeExcel({ inspect }));
  expect(grid.rows.map(({ row, values }) => [row, ...values.flatMap((value, col) => (value === undefined || value === null ? [] : [col, value]))])).toEqual([[1, 1, 1, 701, 2], [899, 104, 3], [4999, 2, 4]]);
});

test("a stray cell in the last corner costs a few questions, not millions of cells", async () => {
  const host = openInOffice(bookOf({ sheets: { 台账: worksheet('<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="600"><c r="A600"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>') } }), PROFILES.web);
  const grid = await readOne(officeExcel({ inspect }));
  expect([valueAt(grid, 1, 1), valueAt(grid, 599, 0), valueAt(grid, 1_048_575, 16_383), grid.rows.length]).toEqual([1, 5, 2, 3]);
  expect(host.syncs.length).toBeLessThan(10);
});

test("a sheet whose cells all lie beyond the first look is read", async () => {
  openInOffice(bookOf({ sheets: { 台账: worksheet('<sheetData><row r="800"><c r="EA800"><v>1</v></c></row></sheetData>') } }), PROFILES.web);
  expect(valueAt(await readOne(officeExcel({ inspect })), 799, 130)).toBe(1);
});

test("a first look that is too much is made smaller", async () => {
  const host = openInOffice(bookWith(400, 26), PROFILES.web);
  const grid = await readOne(officeExcel({ inspect }));
  expect(grid.rows).toHaveLength(400);
  expect(host.syncs.length).toBeGreaterThan(1);
}, 60_000);

test("changes of more text than one request may hold are written in pieces, each cell with its text", async () => {
  const host = openInOffice(bookWith(10, 2), PROFILES.web);
  const excel = officeExcel({ inspect });
  const changes = Array.from({ length: 6000 }, (_, i): Change => ({ kind: "setCell", at: { sheet: "台账", row: 20 + Math.floor(i / 3), col: i % 3 }, from: null, to: `${TEXT}新${i}` }));
  const done = await excel.commit({ ...EMPTY_BATCH, changes });
  expect(done).toEqual({ ok: true, value: { written: 6000, staleFormulas: 0 } });
  expect(largest(host)).toBeLessThan(4 * 1024 * 1024);
  expect(host.syncs.length).toBeGreaterThan(3);
  const grid = await readOne(excel);
  expect(changes.filter(({ at, to }) => valueAt(grid, at.row, at.col) !== to)).toEqual([]);
}, 120_000);

test("a store of many rows is put in pieces, and read back whole", async () => {
  const host = openInOffice(bookWith(2, 2), PROFILES.web);
  const excel = officeExcel({ inspect });
  const cells = Array.from({ length: 5000 }, (_, row) => [`r${row}`, TEXT, `=不是公式${row}`].map((value, col): OwnCell => ({ row, col, value, look: "text" }))).flat();
  const sheet = { name: "_台账", visibility: "hidden", columns: [{ col: 1, width: 40 }], cells, headerRows: 1 } as const;
  expect((await excel.commit({ ...EMPTY_BATCH, sheets: [sheet] })).ok).toBe(true);
  const writes = host.syncs.length;
  expect(largest(host)).toBeLessThan(4 * 1024 * 1024);
  const read = await excel.read(["_台账"]);
  const grid = read.ok ? read.value[0] : undefined;
  expect(grid && cells.filter(({ row, col, value }) => valueAt(grid, row, col) !== value)).toEqual([]);
  expect(grid?.visibility).toBe("hidden");
  expect(writes).toBeGreaterThan(3);
}, 120_000);

test("scattered changes go as few ranges", async () => {
  const host = openInOffice(bookWith(300, 6), PROFILES.web);
  const excel = officeExcel({ inspect });
  const changes = Array.from({ length: 300 }, (_, i): Change => ({ kind: "setCell", at: { sheet: "台账", row: i, col: i % 6 }, from: `${TEXT}${i}-${i % 6}`, to: `改${i}` }));
  expect((await excel.commit({ ...EMPTY_BATCH, changes })).ok).toBe(true);
  expect(host.syncs).toHaveLength(2);
  expect(Math.max(...host.syncs.map(({ actions }) => actions))).toBeLessThan(200);
  const grid = await readOne(excel);
  expect(valueAt(grid, 7, 1)).toBe("改7");
  expect(valueAt(grid, 7, 2)).toBe(`${TEXT}7-2`);
});

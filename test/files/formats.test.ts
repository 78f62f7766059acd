import { readdirSync } from "node:fs";
import path from "node:path";
import type { FileFormat } from "../../src/core/grid/sourceFile";
import { FORMATS } from "../../src/files/formats";

const ALL: Readonly<Record<FileFormat, true>> = { xlsx: true, xlsm: true, xls: true, xlsb: true, ods: true, et: true, csv: true, txt: true, docx: true };

test("every file of formats/ is in the list, once", () => {
  const folder = path.resolve(__dirname, "../../src/files/formats");
  expect(FORMATS).toHaveLength(readdirSync(folder).length);
  expect(new Set(FORMATS).size).toBe(FORMATS.length);
});

test("every format of the contract has one reader", () => {
  expect(FORMATS.flatMap(({ formats }) => formats).sort()).toEqual(Object.keys(ALL).sort());
});

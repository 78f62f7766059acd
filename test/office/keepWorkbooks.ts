import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packKept } from "../support/odd/kept";
import type { OddWorkbook } from "../support/odd/oddWorkbook";
import { convert } from "./convert";

/** Keeps the workbooks that makeExceljs.mjs made in a folder, and what LibreOffice makes of them in three formats. */
const folder = process.argv[2] ?? ".";
const made = readdirSync(folder).map((file): OddWorkbook => ({ name: `exceljs/${path.parse(file).name}`, extension: "xlsx", bytes: new Uint8Array(readFileSync(path.join(folder, file))) }));
const sources = made.filter(({ name }) => name.endsWith(", shared"));
const converted = ["xlsx", "xls", "ods"].flatMap((extension) => {
  const files = convert(new Map(sources.map(({ name, bytes }) => [`${name}.xlsx`, bytes])), extension);
  return sources.flatMap(({ name }): readonly OddWorkbook[] => {
    const bytes = files.get(`${name}.xlsx`);
    return bytes === undefined ? [] : [{ name: `LibreOffice/${extension}/${name.replace(/^exceljs\/(.*), shared$/u, "$1")}`, extension, bytes }];
  });
});
writeFileSync(path.join("test", "files", "odd", "workbooks.br"), packKept([...made, ...converted]));
process.stdout.write(`${made.length + converted.length} workbooks kept\n`);

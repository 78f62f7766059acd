import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { KEPT_RECORD, oddKept, oddMade } from "../support/odd";
import { unexplained } from "../support/odd/knownFaults";
import type { OddWorkbook } from "../support/odd/oddWorkbook";
import { digestOf, packRecord, unpackRecord, type SeenRecord } from "../support/odd/record";
import { differences, seenBySheetJs, seenByUs, type Seen } from "../support/odd/seen";
import { seenByLibreOffice } from "../support/odd/seenByLibreOffice";
import { convert } from "./convert";

function seenIn(workbooks: readonly OddWorkbook[]): ReadonlyMap<string, Seen> {
  const fileOf = ({ name, extension }: OddWorkbook): string => `${name}.${extension}`;
  const flat = convert(new Map(workbooks.map((workbook) => [fileOf(workbook), workbook.bytes])), "fods");
  return new Map(
    workbooks.map((workbook) => {
      const fods = flat.get(fileOf(workbook));
      return [workbook.name, fods === undefined ? "refused" : seenByLibreOffice(new TextDecoder().decode(fods))];
    }),
  );
}

async function ours({ extension, bytes }: OddWorkbook): Promise<Seen> {
  const read = await readFile(`a.${extension}`, bytes, { limits: PANE_LIMITS });
  return read.ok ? seenByUs(read.value.grids) : "refused";
}

/** Every workbook below a folder. */
function workbooksIn(folder: string): readonly OddWorkbook[] {
  return readdirSync(folder).flatMap((name): readonly OddWorkbook[] => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return workbooksIn(file);
    const extension = path.extname(name).slice(1);
    return /^(?:xlsx|xlsm|xls|xlsb|ods|et)$/u.test(extension) ? [{ name: file, extension, bytes: new Uint8Array(readFileSync(file)) }] : [];
  });
}

/** `KEEP=1` keeps what LibreOffice sees now. */
test("LibreOffice sees in the odd workbooks what is kept of it", () => {
  const workbooks = [...oddMade(), ...oddKept()];
  const seen = seenIn(workbooks);
  const record: SeenRecord = Object.fromEntries(workbooks.map((workbook) => [workbook.name, { digest: digestOf(workbook), seen: seen.get(workbook.name) ?? "refused" }]));
  if (process.env["KEEP"] === "1") writeFileSync(KEPT_RECORD, packRecord(record));
  expect(unpackRecord(packRecord(record))).toEqual(unpackRecord(new Uint8Array(readFileSync(KEPT_RECORD))));
});

/** `WORKBOOKS` names further folders, parted by colons. */
test("in the workbooks of seeds/ and of other folders we see what SheetJS and LibreOffice see", async () => {
  const folders = [path.resolve(__dirname, "../../seeds"), ...(process.env["WORKBOOKS"] ?? "").split(":").filter((folder) => folder !== "")];
  const workbooks = folders.flatMap(workbooksIn);
  const seen = seenIn(workbooks);
  for (const workbook of workbooks) {
    const own = await ours(workbook);
    expect(unexplained("SheetJS", differences(workbook.name, own, seenBySheetJs(workbook.bytes)))).toEqual([]);
    expect(unexplained("LibreOffice", differences(workbook.name, own, seen.get(workbook.name) ?? "refused"))).toEqual([]);
  }
  process.stdout.write(`${workbooks.length} workbooks, ${workbooks.length * 2} comparisons\n`);
});

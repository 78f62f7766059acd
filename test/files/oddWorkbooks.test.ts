import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { KEPT_RECORD, oddKept, oddMade } from "../support/odd";
import { explanationOf, KNOWN_FAULTS, type KnownFault } from "../support/odd/knownFaults";
import type { OddWorkbook } from "../support/odd/oddWorkbook";
import { digestOf, unpackRecord } from "../support/odd/record";
import { differences, seenBySheetJs, seenByUs, type Difference, type Seen } from "../support/odd/seen";

// SheetJS tells of formats that it does not know.
const silent = jest.spyOn(console, "error").mockImplementation(() => undefined);
afterAll(() => silent.mockRestore());

const SEEDS = path.resolve(__dirname, "../../seeds");
const workbooks = [...oddMade(), ...oddKept()];
const record = unpackRecord(new Uint8Array(readFileSync(KEPT_RECORD)));
const hit = new Set<KnownFault>();

async function ours({ extension, bytes }: OddWorkbook): Promise<Seen> {
  const read = await readFile(`a.${extension}`, bytes, { limits: PANE_LIMITS });
  return read.ok ? seenByUs(read.value.grids) : "refused";
}

function unexplained(reader: KnownFault["reader"], found: readonly Difference[]): readonly Difference[] {
  return found.filter((difference) => {
    const fault = explanationOf(reader, difference);
    if (fault !== undefined) hit.add(fault);
    return fault === undefined;
  });
}

test("there are many odd workbooks, each named once, and we read every one", async () => {
  expect(workbooks.length).toBeGreaterThanOrEqual(590);
  expect(new Set(workbooks.map(({ name }) => name)).size).toBe(workbooks.length);
  for (const workbook of workbooks) expect([workbook.name, (await ours(workbook)) === "refused"]).toEqual([workbook.name, false]);
});

test("we see in them what SheetJS sees", async () => {
  const found: Difference[] = [];
  for (const workbook of workbooks) found.push(...unexplained("SheetJS", differences(workbook.name, await ours(workbook), seenBySheetJs(workbook.bytes))));
  expect(found).toEqual([]);
});

test("we see in them what LibreOffice sees, as `npm run check:office` has kept it", async () => {
  const found: Difference[] = [];
  for (const workbook of workbooks) {
    const kept = record[workbook.name];
    expect([workbook.name, kept?.digest]).toEqual([workbook.name, digestOf(workbook)]);
    found.push(...unexplained("LibreOffice", differences(workbook.name, await ours(workbook), kept?.seen ?? "refused")));
  }
  expect(found).toEqual([]);
});

test("every known fault still shows itself", () => {
  expect(KNOWN_FAULTS.filter((fault) => !hit.has(fault)).map(({ reader, why }) => [reader, why])).toEqual([]);
});

function seedsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? seedsIn(file) : /\.(?:xlsx|xls|xlsm|xlsb|ods|et)$/u.test(name) ? [file] : [];
  });
}

test("in every workbook of seeds/ we see what SheetJS sees", async () => {
  const files = seedsIn(SEEDS);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const workbook = { name: path.relative(SEEDS, file), extension: path.extname(file).slice(1), bytes: new Uint8Array(readFileSync(file)) };
    expect(unexplained("SheetJS", differences(workbook.name, await ours(workbook), seenBySheetJs(workbook.bytes)))).toEqual([]);
  }
});

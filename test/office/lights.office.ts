/** The lights as LibreOffice calculates them: the same file on four days, only the as-of cell changed; and the sheet alone in a new book. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { type LightPlan, planLighting, yearInTitle } from "../../src/app/light";
import { openMaster } from "../../src/app/master";
import { cellName } from "../../src/core/grid/a1";
import { type Day, parseIsoDay } from "../../src/core/grid/day";
import type { CellRef, CellValue } from "../../src/core/grid/grid";
import { placesFrom } from "../../src/core/lights/helperColumns";
import { serialIn } from "../../src/core/lights/helperRow";
import { lightWord } from "../../src/core/lights/formula";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { seedBytes } from "../support/aWorkshop";
import { opened, saved } from "../workbook/books";
import { Office, type OfficeCell } from "./libreOffice";

const office = new Office();
afterAll(() => office.close());

const DAYS = ["2025-06-01", "2025-12-15", "2026-11-23", "2028-01-01"];

function day(iso: string): Day {
  const found = parseIsoDay(iso);
  if (!found) throw new Error(iso);
  return found;
}

/** Reports of every kind in a ledger that has columns for them: by row of the sheet from the first task on. */
const REPORTS: readonly (readonly [value: CellValue, status: CellValue])[] = [
  [null, null], [null, "已完成"], [null, "进行中"], [null, "未启动"], [null, "滞后"], [32, null], ["32 万辆", "推进中"], [3, "已办结"], [1, null], ["70%", null], [0.5, "√"], ["暂无", "已阅"],
];

interface Lit {
  readonly bytes: Uint8Array;
  readonly plan: LightPlan;
}

async function lit(bytes: Uint8Array, asOf: string, reported: boolean): Promise<Lit> {
  const book = opened(bytes);
  const excel = memoryExcel(book);
  const before = await openMaster(excel);
  if (!before.ok) throw new Error(JSON.stringify(before.error));
  const { ledger } = before.value;
  const col = (key: string): number | undefined => ledger.columns[ledger.index.get(key) ?? -1]?.col;
  const [value, status] = [col("reportedValue"), col("status")];
  if (reported && value !== undefined && status !== undefined) {
    excel.type(ledger.rows.flatMap(({ gridRow }, index): { at: CellRef; value: CellValue }[] => {
      const report = REPORTS[index % REPORTS.length];
      return report ? [{ at: { sheet: ledger.sheet, row: gridRow, col: value }, value: report[0] }, { at: { sheet: ledger.sheet, row: gridRow, col: status }, value: report[1] }] : [];
    }));
  }
  const master = await openMaster(excel);
  if (!master.ok) throw new Error(JSON.stringify(master.error));
  const plan = planLighting(master.value, { asOf: day(asOf), year: yearInTitle(master.value) });
  if (!plan.ok) throw new Error("not lit");
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return { bytes: saved(book), plan: plan.value };
}

const partNamed = (parts: Readonly<Record<string, Uint8Array>>, name: string): string => new TextDecoder().decode(parts[name]);

/** The file with another day in the as-of cell, and without any value that was calculated before. */
function onDay({ bytes, plan }: Lit, asOf: string): Uint8Array {
  const [layer] = plan.batch.layers;
  if (!layer?.asOf) throw new Error("no as-of cell");
  const at = cellName(layer.asOf.row, layer.asOf.col);
  const parts = unzipSync(bytes);
  const sheet = partNamed(parts, "xl/worksheets/sheet1.xml");
  const changed = sheet
    .replace(new RegExp(`(<c r="${at}"[^>]*><v>)[^<]*`, "u"), `$1${serialIn(asOf)}`)
    .replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, "$1");
  expect(changed).not.toBe(sheet);
  return zipSync({ ...parts, "xl/worksheets/sheet1.xml": new TextEncoder().encode(changed) });
}

/** A new workbook that holds only the ledger's sheet, as after "move or copy" into a new book: no other sheet, no names. */
function alone(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const book = partNamed(parts, "xl/workbook.xml").replace(/<definedNames>[^]*<\/definedNames>/u, "").replace(/(<sheets>)(<sheet [^>]*\/>)[^]*(<\/sheets>)/u, "$1$2$3");
  const kept = Object.fromEntries(Object.entries(parts).filter(([name]) => !/worksheets\/(?:_rels\/)?sheet[2-9]/u.test(name)));
  const drop = (name: string, what: RegExp): Uint8Array => new TextEncoder().encode(partNamed(parts, name).replaceAll(what, ""));
  return zipSync({
    ...kept, "xl/workbook.xml": new TextEncoder().encode(book),
    "[Content_Types].xml": drop("[Content_Types].xml", /<Override [^>]*sheet[2-9]\.xml"[^>]*\/>/gu),
    "xl/_rels/workbook.xml.rels": drop("xl/_rels/workbook.xml.rels", /<Relationship [^>]*sheet[2-9]\.xml"[^>]*\/>/gu),
  });
}

/** Light, date and days of every row as LibreOffice calculates them, and as the core says for that day. */
async function bothSides(bytes: Uint8Array, seed: string, asOf: string, reported: boolean): Promise<readonly [seen: readonly string[], said: readonly string[]]> {
  const { plan } = await lit(seedBytes(seed), asOf, reported);
  const [layer] = plan.batch.layers;
  const places = placesFrom(Math.min(...(layer?.columns.map(({ col }) => col) ?? [])));
  const cells = [...office.read(`${asOf}.xlsx`, bytes).sheets.values()][0] ?? new Map<string, OfficeCell>();
  const text = (row: number, col: number): string => cells.get(cellName(row, col))?.text ?? "";
  const seen = plan.rows.map(({ row }) => [text(row.gridRow, places.light), text(row.gridRow, places.deadline)].join(" "));
  const said = plan.rows.map(({ judgement }) => [lightWord(judgement.light, judgement.overridden, plan.settings), judgement.date ?? ""].join(" "));
  return [seen, said];
}

/** Pages as pictures for a person to look at, where `PICTURES` names a folder. */
function keepPictures(name: string, bytes: Uint8Array): void {
  const folder = process.env["PICTURES"];
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  const pdf = path.join(folder, `${name}.pdf`);
  writeFileSync(pdf, office.convert(`${name}.xlsx`, bytes, "pdf"));
  spawnSync("pdftoppm", ["-r", "70", "-png", "-l", "3", pdf, path.join(folder, name)]);
}

describe.each([["工作台账.xlsx", false], ["样例轮次/总台账.xlsx", true]] as const)("%s", (seed, reported) => {
  test.each(DAYS)("only the as-of cell changed to %s: words and dates are the core's", async (asOf) => {
    const once = await lit(seedBytes(seed), "2026-03-01", reported);
    const bytes = onDay(once, asOf);
    const [seen, said] = await bothSides(bytes, seed, asOf, reported);
    expect(seen).toEqual(said);
    keepPictures(`lights-${reported ? "reported" : "bare"}-${asOf}`, visible(bytes));
  });

  test("the sheet alone in a new book says the same", async () => {
    const bytes = alone(onDay(await lit(seedBytes(seed), "2026-03-01", reported), "2026-11-23"));
    const [seen, said] = await bothSides(bytes, seed, "2026-11-23", reported);
    expect(seen).toEqual(said);
    keepPictures(`lights-${reported ? "reported" : "bare"}-alone`, visible(bytes));
  });
});

/** Our columns in print too, so that a picture shows them. */
function visible(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const book = partNamed(parts, "xl/workbook.xml").replace(/<definedName name="_xlnm.Print_Area"[^>]*>[^<]*<\/definedName>/gu, "");
  return zipSync({ ...parts, "xl/workbook.xml": new TextEncoder().encode(book) });
}

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
import { targetColumn } from "../../src/core/lights/targetColumns";
import { TARGET_SHEET } from "../../src/core/lights/targetSheet";
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

/** The part that holds a sheet. */
function partOf(parts: Readonly<Record<string, Uint8Array>>, sheet: string): string {
  const id = new RegExp(`<sheet name="${sheet}"[^>]* r:id="([^"]*)"`, "u").exec(partNamed(parts, "xl/workbook.xml"))?.[1] ?? "";
  const target = [...partNamed(parts, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/gu)].find(([tag]) => tag.includes(`Id="${id}"`))?.[0];
  return `xl/${/Target="(?:\/xl\/)?([^"]*)"/u.exec(target ?? "")?.[1] ?? ""}`;
}

const DAY_OF_LIST = cellName(2, targetColumn("days"));

/** The file with another day in the as-of cells of the ledger and of the list, and without any value that was calculated before. */
function onDay({ bytes, plan }: Lit, asOf: string): Uint8Array {
  const [layer] = plan.batch.layers;
  if (!layer?.asOf) throw new Error("no as-of cell");
  const parts = unzipSync(bytes);
  const changed = [[layer.sheet, cellName(layer.asOf.row, layer.asOf.col)], [TARGET_SHEET, DAY_OF_LIST]].map(([name = "", at = ""]) => {
    const part = partOf(parts, name);
    const sheet = partNamed(parts, part);
    const other = sheet
      .replace(new RegExp(`(<c r="${at}"[^>]*><v>)[^<]*`, "u"), `$1${serialIn(asOf)}`)
      .replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, "$1");
    expect(other).not.toBe(sheet);
    return [part, new TextEncoder().encode(other)] as const;
  });
  return zipSync({ ...parts, ...Object.fromEntries(changed) });
}

/** A new workbook that holds only this sheet, as after "move or copy" into a new book: no other sheet, no names. */
function alone(bytes: Uint8Array, sheet: string): Uint8Array {
  const parts = unzipSync(bytes);
  const own = partOf(parts, sheet);
  const tag = new RegExp(`<sheet name="${sheet}"[^>]*/>`, "u").exec(partNamed(parts, "xl/workbook.xml"))?.[0] ?? "";
  const book = partNamed(parts, "xl/workbook.xml").replace(/<definedNames>[^]*<\/definedNames>/u, "").replace(/<sheets>[^]*<\/sheets>/u, `<sheets>${tag}</sheets>`);
  const others = Object.keys(parts).filter((name) => /^xl\/worksheets\/[^/]*$/u.test(name) && name !== own);
  const file = (name: string): string => name.slice("xl/worksheets/".length);
  const kept = Object.fromEntries(Object.entries(parts).filter(([name]) => !others.some((other) => name === other || name === `xl/worksheets/_rels/${file(other)}.rels`)));
  const without = (name: string): Uint8Array => new TextEncoder().encode(partNamed(parts, name).replaceAll(/<(?:Override|Relationship) [^>]*>/gu, (line) => (others.some((other) => line.includes(`worksheets/${file(other)}"`)) ? "" : line)));
  return zipSync({ ...kept, "xl/workbook.xml": new TextEncoder().encode(book), "[Content_Types].xml": without("[Content_Types].xml"), "xl/_rels/workbook.xml.rels": without("xl/_rels/workbook.xml.rels") });
}

/** Word, verdict, date and days of every line of 目标清单 as LibreOffice calculates them, and as the core says for that day. */
async function bothLists(bytes: Uint8Array, seed: string, asOf: string, reported: boolean): Promise<readonly [seen: readonly string[], said: readonly string[]]> {
  const { plan } = await lit(seedBytes(seed), asOf, reported);
  const list = plan.batch.sheets.find(({ name }) => name === TARGET_SHEET);
  const cells = [...office.read(`list-${asOf}.xlsx`, bytes).sheets].find(([name]) => name === TARGET_SHEET)?.[1] ?? new Map<string, OfficeCell>();
  const keys = ["light", "reached", "days"] as const;
  const lines = list?.cells.filter(({ col, row, value }) => col === targetColumn("light") && row > 2 && typeof value === "object" && value !== null) ?? [];
  const own = new Map(list?.cells.map(({ row, col, value }) => [cellName(row, col), typeof value === "object" && value !== null ? value.cached : value]));
  const at = (row: number, key: (typeof keys)[number]): string => cellName(row, targetColumn(key));
  return [
    lines.map(({ row }) => keys.map((key) => cells.get(at(row, key))?.text ?? "").join(" ")),
    lines.map(({ row }) => keys.map((key) => String(own.get(at(row, key)) ?? "")).join(" ")),
  ];
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
function keepPictures(name: string, bytes: Uint8Array, pages = 3): void {
  const folder = process.env["PICTURES"];
  if (folder === undefined || folder === "") return;
  mkdirSync(folder, { recursive: true });
  const pdf = path.join(folder, `${name}.pdf`);
  writeFileSync(pdf, office.convert(`${name}.xlsx`, bytes, "pdf"));
  spawnSync("pdftoppm", ["-r", "70", "-png", "-l", String(pages), pdf, path.join(folder, name)]);
}

describe.each([["工作台账.xlsx", false], ["样例轮次/总台账.xlsx", true]] as const)("%s", (seed, reported) => {
  test.each(DAYS)("only the as-of cell changed to %s: words and dates are the core's", async (asOf) => {
    const once = await lit(seedBytes(seed), "2026-03-01", reported);
    const bytes = onDay(once, asOf);
    const [seen, said] = await bothSides(bytes, seed, asOf, reported);
    expect(seen).toEqual(said);
    keepPictures(`lights-${reported ? "reported" : "bare"}-${asOf}`, visible(bytes));
  });

  test.each(DAYS)("目标清单 with only its as-of cell changed to %s: every line says what the core says, alone in a new book too", async (asOf) => {
    const bytes = onDay(await lit(seedBytes(seed), "2026-03-01", reported), asOf);
    for (const one of [bytes, alone(bytes, TARGET_SHEET)]) {
      const [seen, said] = await bothLists(one, seed, asOf, reported);
      expect(said.length).toBeGreaterThan(reported ? 5 : 40);
      expect(seen).toEqual(said);
    }
    keepPictures(`list-${reported ? "reported" : "bare"}-${asOf}`, alone(bytes, TARGET_SHEET), 9);
  });

  test("the sheet alone in a new book says the same", async () => {
    const once = await lit(seedBytes(seed), "2026-03-01", reported);
    const bytes = alone(onDay(once, "2026-11-23"), once.plan.batch.layers[0]?.sheet ?? "");
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

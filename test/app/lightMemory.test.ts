/** What lights remember: a later date is no mere edit, and what people decided survives the lights. */
import { type LightPlan, planLighting, yearInTitle } from "../../src/app/light";
import { planUndo } from "../../src/app/undo";
import { parseIsoDay } from "../../src/core/grid/day";
import type { CellValue } from "../../src/core/grid/grid";
import { valueAt } from "../../src/core/grid/grid";
import { type HelperKey, helpersOf } from "../../src/core/lights/helperColumns";
import { serialIn } from "../../src/core/lights/helperRow";
import { targetColumn } from "../../src/core/lights/targetColumns";
import { TARGET_SHEET } from "../../src/core/lights/targetSheet";
import type { MemoryExcel } from "../../src/excel/memoryExcel";
import { bookOf as packed } from "../workbook/books";
import { bookOf, masterIn, savedBytes } from "../support/aWorkshop";

const SHEET = "工作台账";
const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "完成时限", "状态"];
const ROWS: readonly (readonly CellValue[])[] = [
  [1, "培育绿色工厂", "建成绿色工厂 350 家。", "市工信局", "2025年12月31日", "进行中"],
  [2, "推广新能源车", "推广新能源汽车。", "市发改委", "2025年12月31日", null],
  [3, "更新公交", "更新公交车。", "市交通局", "2027年12月31日", null],
  [4, "整治管网", "到 2025 年，改造管网。", "市水务局", null, "未启动"],
];
const CELL = (row: number, col: number, value: CellValue): string => {
  const at = `r="${String.fromCharCode(65 + col)}${row + 1}"`;
  return value === null ? "" : typeof value === "number" ? `<c ${at}><v>${value}</v></c>` : `<c ${at} t="inlineStr"><is><t>${String(value)}</t></is></c>`;
};
const BYTES = packed({
  sheets: { [SHEET]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[HEADER, ...ROWS].map((values, row) => `<row r="${row + 1}">${values.map((value, col) => CELL(row, col, value)).join("")}</row>`).join("")}</sheetData></worksheet>` },
});

async function light(excel: MemoryExcel, asOf = "2026-11-23"): Promise<LightPlan> {
  const master = await masterIn(excel);
  const day = parseIsoDay(asOf);
  if (!day) throw new Error(asOf);
  const plan = planLighting(master, { asOf: day, year: yearInTitle(master) });
  if (!plan.ok) throw new Error("not lit");
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return plan.value;
}

async function remove(excel: MemoryExcel): Promise<void> {
  const plan = planUndo(await masterIn(excel), {});
  if (!plan.ok) throw new Error("nothing to undo");
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
}

function type(excel: MemoryExcel, row: number, col: number, value: CellValue, sheet = SHEET): void {
  excel.type([{ at: { sheet, row, col }, value }]);
}

async function write(excel: MemoryExcel, row: number, key: HelperKey, value: CellValue): Promise<void> {
  const { grid, ledger } = await masterIn(excel);
  type(excel, row, helpersOf(grid, ledger.headerRow)?.places[key] ?? -1, value);
}

const lightsOf = ({ rows }: LightPlan): readonly string[] => rows.map(({ judgement }) => judgement.light);

test("a later 完成时限 is noticed, the old one stays in sight and decides, and red waits for a ground", async () => {
  const excel = bookOf(BYTES);
  expect(lightsOf(await light(excel))).toEqual(["overdue", "unverified", "on-track", "overdue"]);
  type(excel, 1, 4, "2026年12月31日");
  type(excel, 2, 4, "2026年12月31日");
  type(excel, 3, 4, "2026年12月10日");
  const moved = await light(excel);
  expect(lightsOf(moved)).toEqual(["unverified", "unverified", "due-soon", "overdue"]);
  expect([...moved.postponed].map(([gridRow, { from, to }]) => [gridRow, from.date, to])).toEqual([[1, "2025-12-31", "2026-12-31"], [2, "2025-12-31", "2026-12-31"]]);
  const { grid, ledger } = await masterIn(excel);
  const words = valueAt(grid, 1, helpersOf(grid, ledger.headerRow)?.places.words ?? -1);
  expect(words).toContain("2025-12-31（时限推后：现为 2026-12-31，请在“调整后时限”写明依据）");
  // Asked again as long as nobody answers, also after the file was closed; a second move does not hide the first.
  const later = bookOf(savedBytes(excel));
  type(later, 1, 4, "2027年12月31日");
  expect([...(await light(later)).postponed.get(1) ? [(await light(later)).postponed.get(1)?.from.date] : []]).toEqual(["2025-12-31"]);
});

test("with a ground the new date counts, and the old one is still named", async () => {
  const excel = bookOf(BYTES);
  await light(excel);
  type(excel, 1, 4, "2026年12月31日");
  await light(excel);
  await write(excel, 1, "adjusted", serialIn("2026-12-31"));
  await write(excel, 1, "ground", "市政府专题会同意延期");
  const plan = await light(excel);
  expect(plan.postponed.size).toBe(0);
  expect(plan.rows[0]?.judgement).toMatchObject({ light: "on-track", date: "2026-12-31", reason: { original: "2025-12-31" } });
});

test("a text that names a later year, and a date that is taken away, are moved dates too", async () => {
  const excel = bookOf(BYTES);
  await light(excel);
  type(excel, 4, 2, "到 2027 年，改造管网。");
  type(excel, 2, 4, "长期坚持");
  const plan = await light(excel);
  expect([...plan.postponed].map(([gridRow, { to }]) => [gridRow, to])).toEqual([[2, null], [4, "2027-12-31"]]);
  expect(lightsOf(plan)).toEqual(["overdue", "unverified", "on-track", "unverified"]);
});

test("a date that is put back, or nearer, is no move; without a later date nothing is asked", async () => {
  const excel = bookOf(BYTES);
  await light(excel);
  type(excel, 1, 4, "2026年12月31日");
  await light(excel);
  type(excel, 1, 4, "2025年12月31日");
  type(excel, 3, 4, "2027年6月30日");
  const plan = await light(excel);
  expect(plan.postponed.size).toBe(0);
  expect(lightsOf(plan)).toEqual(["overdue", "unverified", "on-track", "overdue"]);
});

test("人工认定, 调整后时限 and corrections come back after the lights were taken away", async () => {
  const excel = bookOf(BYTES);
  await light(excel);
  await write(excel, 1, "override", "已完成");
  await write(excel, 1, "ground", "现场核实");
  await write(excel, 2, "adjusted", serialIn("2027-06-30"));
  await write(excel, 2, "ground", "批复延期");
  type(excel, 3, targetColumn("newValue"), 300, TARGET_SHEET);
  const before = await light(excel);
  await remove(excel);
  const bare = await masterIn(excel);
  expect(bare.grids.map(({ sheet }) => sheet)).toEqual([SHEET]);
  expect(helpersOf(bare.grid, bare.ledger.headerRow)).toBeNull();
  // Rows move meanwhile.
  const again = await light(bookOf(savedBytes(excel)));
  expect(again.restored).toBe(2);
  expect(again.rows.map(({ marks }) => marks)).toEqual(before.rows.map(({ marks }) => marks));
  expect(lightsOf(again)).toEqual(lightsOf(before));
  expect(again.rows[0]?.targets[0]?.target?.value).toBe(300);
  expect(again.batch.layers).toEqual(before.batch.layers);
});

test("a word that a person cleared does not come back, and lights without any leave no trace", async () => {
  const excel = bookOf(BYTES);
  await light(excel);
  await write(excel, 1, "override", "已完成");
  await light(excel);
  await write(excel, 1, "override", null);
  await remove(excel);
  expect((await masterIn(excel)).store).toEqual((await masterIn(bookOf(BYTES))).store);
  const sheets = await excel.sheets();
  expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual([SHEET]);
});

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Grid } from "../../src/core/grid/grid";
import type { SourceFile } from "../../src/core/grid/sourceFile";
import { openMaster, type Master } from "../../src/app/master";
import { type MergePlan, type MergeRequest, planMerge } from "../../src/app/merge";
import { planUndo, type UndoRequest } from "../../src/app/undo";
import { type MemoryExcel, memoryExcel } from "../../src/excel/memoryExcel";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { openWorkbook } from "../../src/workbook/workbook";

export const SEEDS = path.join(__dirname, "../../seeds");
const OPTIONS = { limits: PANE_LIMITS };

export function seedBytes(name: string): Uint8Array {
  return readFileSync(path.join(SEEDS, name));
}

export async function sourceOf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const source = await readFile(name, bytes, OPTIONS);
  if (!source.ok) throw new Error(`${name}: ${source.error.kind}`);
  return source.value;
}

/** The returns of the sample round, in the order of their names. */
export async function sampleReturns(): Promise<readonly SourceFile[]> {
  const folder = "样例轮次/返回";
  const names = readdirSync(path.join(SEEDS, folder)).filter((name) => name.endsWith(".xlsx")).sort();
  return Promise.all(names.map((name) => sourceOf(name, seedBytes(`${folder}/${name}`))));
}

export function bookOf(bytes: Uint8Array): MemoryExcel {
  const book = openWorkbook(bytes, OPTIONS);
  if (!book.ok) throw new Error(book.error.kind);
  return memoryExcel(book.value);
}

export async function masterIn(excel: MemoryExcel): Promise<Master> {
  const master = await openMaster(excel);
  if (!master.ok) throw new Error(JSON.stringify(master.error));
  return master.value;
}

export function savedBytes(excel: MemoryExcel): Uint8Array {
  const saved = excel.save();
  if (!saved.ok) throw new Error(saved.error.kind);
  return saved.value;
}

/** Merges, commits and saves, as the command does. */
export async function mergeBytes(bytes: Uint8Array, returns: readonly SourceFile[], request: Partial<MergeRequest> = {}): Promise<{ readonly bytes: Uint8Array; readonly plan: MergePlan }> {
  const excel = bookOf(bytes);
  const plan = planMerge(await masterIn(excel), { returns, decisions: [], policies: new Map(), today: "2026-11-23", ...request });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  if (!plan.value.batch) return { bytes, plan: plan.value };
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return { bytes: savedBytes(excel), plan: plan.value };
}

export async function undoBytes(bytes: Uint8Array, request: UndoRequest): Promise<Uint8Array> {
  const excel = bookOf(bytes);
  const plan = planUndo(await masterIn(excel), request);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return savedBytes(excel);
}

/** The sheets a person sees, as values. */
export async function visibleSheets(bytes: Uint8Array): Promise<readonly (readonly [string, Grid["rows"]])[]> {
  const source = await sourceOf("结果.xlsx", bytes);
  return source.grids.filter(({ visibility }) => visibility === "visible").map(({ sheet, rows }) => [sheet, rows.filter(({ values }) => values.some((value) => value !== null && value !== undefined))] as const);
}

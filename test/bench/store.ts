/** The store after a year: how much twelve months of 45 files weigh in the workbook, and how long it takes to open. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { READ_OPTIONS } from "../../src/cli/open";
import { planDispatch } from "../../src/app/dispatch";
import { type Master, openMaster } from "../../src/app/master";
import { planMerge } from "../../src/app/merge";
import type { Batch } from "../../src/excel/port";
import { openPast } from "../../src/core/store/archive";
import { type MemoryExcel, memoryExcel } from "../../src/excel/memoryExcel";
import { readFile } from "../../src/files/readFile";
import { openWorkbook } from "../../src/workbook/workbook";
import { clock, median, ownSide, take, takeTurns } from "./measure";
import { figure } from "./report";
import { aYear } from "./someFiles";
import type { Subject } from "./subject";

const [MONTHS, RUNS] = [12, 5];

interface Told {
  readonly bytes: number;
  readonly opening: number;
  readonly again: number;
  readonly past: number;
  readonly submissions: number;
  readonly pastOpening: number;
}

export const storeSubject: Subject = {
  name: "store",
  title: "twelve months of 45 files in one workbook",
  sides: { "merge-year": mergeYear, "open-year": openYear },
  async run(report) {
    await take(ownSide("merge-year"));
    const [taken = []] = await takeTurns([ownSide("open-year")], RUNS);
    const told = taken.map(({ output }) => JSON.parse(output) as Told);
    const middle = (of: (one: Told) => number): number => median(told.map(of));
    report.line(`${told[0]?.past ?? 0} rounds that are over and one that runs, ${told[0]?.submissions ?? 0} submissions; a past round opens in ${figure(middle(({ pastOpening }) => pastOpening))} ms`);
    report.bound({ what: "workbook", value: middle(({ bytes }) => bytes) / 1e6, limit: 2, unit: "MB", sides: "the workbook with its store" });
    report.bound({ what: "opening", value: middle(({ opening }) => opening), limit: 300, unit: "ms", sides: `the first time in a process; ${figure(middle(({ again }) => again))} ms after that` });
  },
};

const yearFile = (): string => path.join(path.dirname(aYear(MONTHS).master), "year-out.xlsx");

async function mergeYear(): Promise<void> {
  const { master, returns } = aYear(MONTHS);
  let bytes: Uint8Array = readFileSync(master);
  for (const [month, folder] of returns.entries()) {
    const name = `2025年${month + 1}月`;
    const today = `2025-${String(month + 1).padStart(2, "0")}-08`;
    bytes = await committed(bytes, (own) => planned(planDispatch(own, { name, due: today, one: false, today })).batch);
    const files = readdirSync(folder).filter((file) => file.endsWith(".xlsx")).sort();
    const sources = await Promise.all(files.map(async (file) => planned(await readFile(file, readFileSync(path.join(folder, file)), READ_OPTIONS))));
    bytes = await committed(bytes, (own) => planned(planMerge(own, { returns: sources, decisions: [], policies: new Map([["reportedValue", "sum"], ["status", "all-done"]]), today })).batch);
  }
  writeFileSync(yearFile(), bytes);
}

async function committed(bytes: Uint8Array, plan: (master: Master) => Batch | null): Promise<Uint8Array> {
  const excel = excelOf(bytes);
  const batch = plan(planned(await openMaster(excel)));
  if (batch) planned(await excel.commit(batch));
  return planned(excel.save());
}

async function openYear(): Promise<void> {
  const bytes = readFileSync(yearFile());
  const [opening, master] = await opened(bytes);
  const [again] = await opened(bytes);
  const [last] = master.store.past.slice(-1);
  const told: Told = {
    bytes: bytes.length, opening, again, past: master.store.past.length,
    submissions: [...master.store.past.map(openPast), master.store.round].reduce((sum, round) => sum + (round?.submissions.length ?? 0), 0),
    pastOpening: clock(() => last && openPast(last)),
  };
  process.stdout.write(JSON.stringify(told));
}

async function opened(bytes: Uint8Array): Promise<readonly [milliseconds: number, master: Master]> {
  const started = process.hrtime.bigint();
  const master = planned(await openMaster(excelOf(bytes)));
  return [Number(process.hrtime.bigint() - started) / 1e6, master];
}

function excelOf(bytes: Uint8Array): MemoryExcel {
  return memoryExcel(planned(openWorkbook(bytes, READ_OPTIONS)));
}

function planned<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}


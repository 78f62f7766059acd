/** Merging on the command line: against SheetJS's bare reading of the same files, and against what a colleague writes with pandas. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { readdirSync, readFileSync } from "node:fs";
import { localEngine } from "../../src/app/engine";
import { understand } from "../../src/app/master";
import { commandLine, cpuOf, ownSide, peakOf, type Side, take, takeTurns, wallOf } from "./measure";
import { figure, type Report } from "./report";
import { aYear, manyFiles } from "./someFiles";
import type { Subject } from "./subject";

const RUNS = 1;
const PYTHON = "/usr/bin/python3";

export const mergeSubject: Subject = {
  name: "merge",
  title: "1,000 files of 130 rows into a master of 5,000, the store beside the workbook",
  sides: { "answer-dropped": answerDropped },
  async run(report) {
    await dropped(report);
    await take(ownSide("make-many"));
    await take(commandLine("deadline", "2025年"));
    const { master, returns } = manyFiles();
    const out = path.join(path.dirname(master), "out");
    const ours = commandLine("merge", master, returns, "-o", `${out}.xlsx`, "--store", `${out}.store`);
    const [merged = [], sheetJs = [], pandas = []] = await takeTurns([ours, ownSide("read-sheetjs", returns), ...byPandas(report, master, returns, `${out}-pandas.xlsx`)], RUNS);
    report.line((merged[0]?.output ?? "").split("\n").slice(0, 3).join(" "));
    report.line(`on the clock: ours ${figure(wallOf(merged))} s, SheetJS ${figure(wallOf(sheetJs))} s`);
    report.bound({ what: "merging / SheetJS's bare reading", value: cpuOf(merged) / cpuOf(sheetJs), limit: 0.5, unit: "×", sides: `${figure(cpuOf(merged))} s against ${figure(cpuOf(sheetJs))} s` });
    if (pandas.length > 0) {
      report.bound({ what: "pandas / merging", value: cpuOf(pandas) / cpuOf(merged), limit: 7, atLeast: true, unit: "×", sides: `${figure(cpuOf(pandas))} s against ${figure(cpuOf(merged))} s` });
    }
    report.bound({ what: "memory", value: peakOf(merged), limit: 250, unit: "MB", sides: `ours ${figure(peakOf(merged))} MB, SheetJS ${figure(peakOf(sheetJs))} MB` });
  },
};

/** 45 files as the pane's worker answers them: read with the portable inflate, merged with every cell listed. */
async function dropped(report: Report): Promise<void> {
  const { output } = await take(ownSide("answer-dropped"));
  report.bound({ what: "45 dropped files, read and answered by the pane's engine", value: Number(output), limit: 2, unit: "s", sides: "from the bytes to the plan" });
}

async function answerDropped(): Promise<void> {
  const { master, returns: [month = ""] } = aYear(1);
  const opened = await localEngine.readFiles([{ name: "总台账.xlsx", bytes: readFileSync(master) }]);
  const ledger = understand(opened.sources[0]?.grids ?? []);
  const given = readdirSync(month).map((name) => ({ name, bytes: readFileSync(path.join(month, name)) }));
  if (!ledger.ok) throw new Error(ledger.error.from);
  const started = process.hrtime.bigint();
  const { sources } = await localEngine.readFiles(given);
  const plan = await localEngine.merge(ledger.value, { returns: sources, decisions: [], policies: new Map(), today: "2026-11-23" });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (!plan.ok || plan.value.run.files.length !== given.length) throw new Error("not all files were answered");
  console.log(seconds.toFixed(3));
}

/** The script where Python has pandas; else a word that it was left out. */
function byPandas(report: Report, master: string, returns: string, out: string): readonly Side[] {
  if (spawnSync(PYTHON, ["-c", "import pandas, openpyxl"]).status === 0) return [[PYTHON, path.join("test", "bench", "by_pandas.py"), master, returns, out]];
  report.line("pandas was left out: this Python does not have it");
  return [];
}

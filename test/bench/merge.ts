/** Merging on the command line: against SheetJS's bare reading of the same files, and against what a colleague writes with pandas. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { commandLine, cpuOf, ownSide, peakOf, type Side, take, takeTurns } from "./measure";
import { figure, type Report } from "./report";
import { manyFiles } from "./someFiles";
import type { Subject } from "./subject";

const RUNS = 1;
const PYTHON = "/usr/bin/python3";

export const mergeSubject: Subject = {
  name: "merge",
  title: "1,000 files of 130 rows into a master of 5,000, the store beside the workbook",
  sides: {},
  async run(report) {
    await take(ownSide("make-many"));
    await take(commandLine("deadline", "2025年"));
    const { master, returns } = manyFiles();
    const out = path.join(path.dirname(master), "out");
    const ours = commandLine("merge", master, returns, "-o", `${out}.xlsx`, "--store", `${out}.store`);
    const [merged = [], sheetJs = [], pandas = []] = await takeTurns([ours, ownSide("read-sheetjs", returns), ...byPandas(report, master, returns, `${out}-pandas.xlsx`)], RUNS);
    report.line((merged[0]?.output ?? "").split("\n").slice(0, 3).join(" "));
    report.bound({ what: "merging / SheetJS's bare reading", value: cpuOf(merged) / cpuOf(sheetJs), limit: 0.5, unit: "×", sides: `${figure(cpuOf(merged))} s against ${figure(cpuOf(sheetJs))} s` });
    if (pandas.length > 0) {
      report.bound({ what: "pandas / merging", value: cpuOf(pandas) / cpuOf(merged), limit: 7, atLeast: true, unit: "×", sides: `${figure(cpuOf(pandas))} s against ${figure(cpuOf(merged))} s` });
    }
    report.bound({ what: "memory", value: peakOf(merged), limit: 250, unit: "MB", sides: `ours ${figure(peakOf(merged))} MB, SheetJS ${figure(peakOf(sheetJs))} MB` });
  },
};

/** The script where Python has pandas; else a word that it was left out. */
function byPandas(report: Report, master: string, returns: string, out: string): readonly Side[] {
  if (spawnSync(PYTHON, ["-c", "import pandas, openpyxl"]).status === 0) return [[PYTHON, path.join("test", "bench", "by_pandas.py"), master, returns, out]];
  report.line("pandas was left out: this Python does not have it");
  return [];
}

/** Checking a ledger of 100,000 rows and taking its targets out: against `JSON.parse` of the same rows, in one process each time. */
import { readFileSync } from "node:fs";
import { READ_OPTIONS } from "../../src/cli/open";
import { textOf } from "../../src/core/ledger/ledger";
import { findLedger } from "../../src/core/parse/parseLedger";
import { checkLedger } from "../../src/core/rules/checkLedger";
import { checkContext } from "../../src/core/rules/context";
import { RULES } from "../../src/core/rules/index";
import { extractTargets } from "../../src/core/targets/extractTargets";
import { readFile } from "../../src/files/readFile";
import { clock, median, ownSide, take, takeTurns } from "./measure";
import { figure } from "./report";
import { largeFile } from "./someFiles";
import type { Subject } from "./subject";

const [ROWS, RUNS] = [100_000, 3];

interface Told {
  readonly parse: number;
  readonly check: number;
  readonly extract: number;
  readonly issues: number;
  readonly targets: number;
}

export const checkSubject: Subject = {
  name: "check",
  title: "100,000 rows: every rule and every target",
  sides: { "check-large": checkLarge },
  async run(report) {
    await take(ownSide("make-large", String(ROWS)));
    const [taken = []] = await takeTurns([ownSide("check-large", largeFile(ROWS))], RUNS);
    const told = taken.map(({ output }) => JSON.parse(output) as Told);
    const [first] = told;
    report.line(`${first?.issues ?? 0} issues, ${first?.targets ?? 0} targets; check ${figure(median(told.map(({ check }) => check)))} ms, targets ${figure(median(told.map(({ extract }) => extract)))} ms`);
    const ours = median(told.map(({ check, extract }) => check + extract));
    const parse = median(told.map((one) => one.parse));
    report.bound({ what: "check and targets / JSON.parse", value: median(told.map((one) => (one.check + one.extract) / one.parse)), limit: 4, unit: "×", sides: `${figure(ours)} ms against ${figure(parse)} ms` });
  },
};

async function checkLarge(file = ""): Promise<void> {
  const read = await readFile(file, readFileSync(file), READ_OPTIONS);
  const found = read.ok ? findLedger(read.value.grids) : read;
  if (!found.ok) throw new Error(`no ledger in ${file}`);
  const { ledger, grid } = found.value;
  const json = JSON.stringify(ledger.rows.map(({ values }) => values));
  const parse = Math.min(clock(() => void JSON.parse(json)), clock(() => void JSON.parse(json)));
  const counts = { issues: 0, targets: 0 };
  const check = clock(() => (counts.issues = checkLedger(checkContext({ ledger, grid, asOf: "2026-11-23" }), RULES).length));
  const asOf = { year: 2026, month: 11, day: 23 };
  const extract = clock(() => {
    for (const row of ledger.rows) counts.targets += extractTargets(textOf(ledger, row, "content"), { year: null, asOf, label: row.label }).length;
  });
  console.log(JSON.stringify({ parse, check, extract, ...counts }));
}

/**
 * Checking a ledger of 100,000 rows and taking its targets out: against `JSON.parse` of the same rows, in one process each
 * time. The bound is held by a ledger as cities have them; one in which every text is another is told beside it.
 */
import { readFileSync } from "node:fs";
import { READ_OPTIONS } from "../../src/cli/open";
import { findLedger } from "../../src/core/parse/parseLedger";
import { checkLedger } from "../../src/core/rules/checkLedger";
import { checkContext } from "../../src/core/rules/context";
import { RULES } from "../../src/core/rules/index";
import { readFile } from "../../src/files/readFile";
import { clock, median, ownSide, take, takeTurns } from "./measure";
import { figure, type Report } from "./report";
import { cityFile, largeFile } from "./someFiles";
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
  sides: { "make-city": () => void cityFile(ROWS), "check-ledger": checkOne },
  async run(report) {
    await take(ownSide("make-large", String(ROWS)));
    await take(ownSide("make-city"));
    const sides = [ownSide("check-ledger", cityFile(ROWS)), ownSide("check-ledger", largeFile(ROWS))];
    const [city = [], large = []] = (await takeTurns(sides, RUNS)).map((taken) => taken.map(({ output }) => JSON.parse(output) as Told));
    tell(report, "a city's year, its tasks the same in each month and district", city);
    report.bound({ what: "check and targets / JSON.parse", value: ratio(city), limit: 4, unit: "×", sides: sidesOf(city) });
    tell(report, "every text another", large);
    report.line(`check and targets / JSON.parse: ${figure(ratio(large))} ×  ${sidesOf(large)}`);
  },
};

const ratio = (told: readonly Told[]): number => median(told.map((one) => (one.check + one.extract) / one.parse));
const sidesOf = (told: readonly Told[]): string => `${figure(median(told.map(({ check, extract }) => check + extract)))} ms against ${figure(median(told.map(({ parse }) => parse)))} ms`;

function tell(report: Report, what: string, told: readonly Told[]): void {
  const [first] = told;
  report.line(`${what}: ${first?.issues ?? 0} issues, ${first?.targets ?? 0} targets; check ${figure(median(told.map(({ check }) => check)))} ms, targets ${figure(median(told.map(({ extract }) => extract)))} ms`);
}

async function checkOne(file = ""): Promise<void> {
  const read = await readFile(file, readFileSync(file), READ_OPTIONS);
  const found = read.ok ? findLedger(read.value.grids) : read;
  if (!found.ok) throw new Error(`no ledger in ${file}`);
  const { ledger, grid } = found.value;
  const json = JSON.stringify(ledger.rows.map(({ values }) => values));
  const parse = Math.min(clock(() => void JSON.parse(json)), clock(() => void JSON.parse(json)));
  const counts = { issues: 0, targets: 0 };
  const started = process.hrtime.bigint();
  const context = checkContext({ ledger, grid, asOf: "2026-11-23" });
  counts.issues = checkLedger(context, RULES).length;
  const check = Number(process.hrtime.bigint() - started) / 1e6;
  const extract = clock(() => {
    for (const row of ledger.rows) counts.targets += context.targetsOf(row).length;
  });
  console.log(JSON.stringify({ parse, check, extract, ...counts }));
}

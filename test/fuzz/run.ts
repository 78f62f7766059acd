import { readFileSync } from "node:fs";
import path from "node:path";
import { contentOf, fuzzOnce, strayKeys, type FuzzOutcome } from "../support/fuzz/outcome";
import { fuzzSubjects } from "../support/fuzz/subjects";

/** `npm run check:fuzz -- 10000 0`: how many damaged files, and the first seed. Ends with 1 where one is not told. */
const [wanted = 10_000, first = 0] = process.argv.slice(2).map(Number);
const MB = 1024 * 1024;

async function run(): Promise<void> {
  const subjects = fuzzSubjects(new Uint8Array(readFileSync(path.join("test", "files", "xls", "libreoffice.xls"))));
  const before = process.memoryUsage().rss;
  const each = Math.ceil(wanted / subjects.length);
  let faults = 0;
  for (const subject of subjects) {
    const truth = (await contentOf(subject.format, subject.bytes)) ?? "";
    const counts: Record<FuzzOutcome, number> = { "the true content": 0, "a grid in order": 0, "a refusal": 0 };
    let slowest = { milliseconds: 0, seed: 0 };
    for (let seed = first; seed < first + each; seed++) {
      const start = performance.now();
      try {
        counts[await fuzzOnce(subject, truth, seed)] += 1;
      } catch (error) {
        faults += 1;
        process.stderr.write(`${subject.format}, seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      }
      const milliseconds = performance.now() - start;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
    }
    const said = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
    process.stdout.write(`${subject.format.padEnd(5)} ${each} damaged: ${said.join(", ")}; slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed})\n`);
  }
  const most = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(`most memory ${Math.round(most / MB)} MB, of it ${Math.round(before / MB)} MB before; ${strayKeys().length} keys left on Object.prototype; ${faults} faults\n`);
  process.exitCode = faults > 0 || strayKeys().length > 0 ? 1 : 0;
}

void run();

/**
 * `npm run bench [-- SUBJECT…]`: measures the product against what else could do the work, side by side in one run, and
 * against the bounds that it has set itself. Ends with 1 where a bound is broken.
 */
import { Report } from "./report";
import { SUBJECTS } from "./subjects";

const words = process.argv.slice(2);
process.exitCode = words[0] === "--side" ? await side(words[1] ?? "", words.slice(2)) : await bench(words);

async function side(name: string, given: readonly string[]): Promise<number> {
  for (const { sides } of SUBJECTS) await sides[name]?.(...given);
  return 0;
}

async function bench(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !SUBJECTS.some((subject) => subject.name === name));
  if (unknown !== undefined) {
    process.stderr.write(`no subject ${unknown}; there are ${SUBJECTS.map(({ name }) => name).join(" ")}\n`);
    return 2;
  }
  const report = new Report();
  for (const { name, title, run } of SUBJECTS) {
    if (names.length > 0 && !names.includes(name)) continue;
    report.title(`${name}: ${title}`);
    await run(report);
  }
  report.title(report.failures === 0 ? "Every bound holds." : `Broken bounds: ${report.failures}.`);
  return report.failures === 0 ? 0 : 1;
}

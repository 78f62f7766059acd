import { readFileSync } from "node:fs";
import path from "node:path";
import { contentOf, fuzzOnce, strayKeys } from "../support/fuzz/outcome";
import { fuzzSubjects } from "../support/fuzz/subjects";

const subjects = fuzzSubjects(new Uint8Array(readFileSync(path.join(__dirname, "xls", "libreoffice.xls"))));
/** `npm run check:fuzz` goes on to ten thousand and more. */
const SEEDS = 150;

test.each(subjects.map((subject) => [subject.format, subject] as const))("a damaged %s gives its true content, a grid in order or a refusal", async (format, subject) => {
  const truth = await contentOf(format, subject.bytes);
  if (truth === null) throw new Error("the sound file is refused");
  const outcomes = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed++) outcomes.add(await fuzzOnce(subject, truth, seed));
  expect(outcomes.size).toBeGreaterThan(1);
  expect(strayKeys()).toEqual([]);
});

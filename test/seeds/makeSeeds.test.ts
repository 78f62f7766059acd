import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { COMMON_DAMAGES } from "../../src/core/sample/damages/index";
import { makeSeeds, RETURNS_FOLDER, SOURCE_NAME, STORIES_FOLDER } from "../../src/seeds/makeSeeds";

const FOLDER = path.join(__dirname, "../../seeds");
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));

test("everything under seeds/ is what the script makes of the source text", async () => {
  const made = await makeSeeds(readFileSync(path.join(FOLDER, SOURCE_NAME)));
  const kept = files(FOLDER).map((file) => path.relative(FOLDER, file).split(path.sep).join("/"));
  expect([...kept].sort()).toEqual([...made.keys(), SOURCE_NAME].sort());
  for (const [name, bytes] of made) expect([name, Buffer.compare(readFileSync(path.join(FOLDER, name)), bytes)]).toEqual([name, 0]);
});

test("the sample round has at least ten returns, each with its page, and suffers every damage", async () => {
  const made = await makeSeeds(readFileSync(path.join(FOLDER, SOURCE_NAME)));
  const returns = [...made.keys()].filter((name) => name.startsWith(RETURNS_FOLDER) && name.endsWith(".xlsx"));
  expect(returns.length).toBeGreaterThanOrEqual(10);
  const pages = returns.map((name) => Buffer.from(made.get(name.replace(RETURNS_FOLDER, STORIES_FOLDER).replace(".xlsx", ".md")) ?? []).toString()).join("\n");
  for (const { title } of COMMON_DAMAGES) expect(pages).toContain(title);
});

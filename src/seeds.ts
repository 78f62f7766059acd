/** Composition root: writes the seeds anew from the ledger's source text. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeSeeds, SOURCE_NAME } from "./seeds/makeSeeds";

const folder = path.join(process.cwd(), "seeds");
for (const [name, bytes] of await makeSeeds(await readFile(path.join(folder, SOURCE_NAME)))) {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), bytes);
}

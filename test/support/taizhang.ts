/** The command line as a person calls it: a process of its own, over files in a folder of the test's. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");

export interface Answer {
  readonly exit: number | null;
  readonly json: Readonly<Record<string, unknown>>;
  /** What was said beside the answer, on stderr. */
  readonly said: string;
}

/** Runs a verb with --json from the repository's root. */
export function taizhang(...words: readonly string[]): Answer {
  const run = spawnSync(process.execPath, ["src/taizhang.mjs", ...words, "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  return { exit: run.status, json: (run.stdout === "" ? {} : JSON.parse(run.stdout)) as Answer["json"], said: run.stderr };
}

/** A folder of this test file's own, gone when it ends; gives the path of a file in it. */
export function testFolder(): (name: string) => string {
  const folder = mkdtempSync(path.join(tmpdir(), "taizhang-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}

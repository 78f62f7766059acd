import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { once } from "./once";

export const REPOSITORY = path.join(__dirname, "..", "..");
export const CACHE = path.join(REPOSITORY, "node_modules", ".cache", "taizhang");

/** Everything that the built pages are made of. */
const SOURCES = ["src", "assets/guide", "assets/icons", "seeds", "manifest.xml", "webpack.config.js", "package-lock.json"];
const KEEP_MS = 60 * 60_000;

/**
 * The folder of the pages as `npm run build` makes them from the sources as they are now; built if need be.
 * The folder never changes afterwards: other sources have another folder.
 */
export async function builtPages(): Promise<string> {
  const folder = path.join(CACHE, `pages-${fingerprint()}`);
  await once(
    path.join(CACHE, "pages.lock"),
    () => existsSync(folder),
    async () => {
      const unfinished = `${folder}.unfinished`;
      await build(unfinished);
      renameSync(unfinished, folder);
      removeOld();
    },
  );
  return folder;
}

/** Runs the production build into a folder. */
export async function build(folder: string): Promise<void> {
  const webpack = require.resolve("webpack/bin/webpack.js");
  await promisify(execFile)(process.execPath, [webpack, "--output-path", folder], { cwd: REPOSITORY }).catch((fault: unknown) => {
    throw new Error(`The build failed.\n${(fault as { stdout?: string }).stdout ?? String(fault)}`);
  });
}

/** All files under a folder, as paths from it with forward slashes, in order. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const full = path.join(REPOSITORY, source);
    const files = statSync(full).isDirectory() ? filesUnder(full).map((file) => path.join(full, file)) : [full];
    for (const file of files) hash.update(path.relative(REPOSITORY, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const full = path.join(CACHE, name);
    if (name.startsWith("pages-") && Date.now() - statSync(full).mtimeMs > KEEP_MS) rmSync(full, { recursive: true, force: true });
  }
}

// Starts the command line: bundles src/cli.ts into node_modules/.cache/ when a source is newer than the bundle, then runs it.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const source = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(source, "..", "node_modules", ".cache", "taizhang");
const stamp = path.join(cache, "built");
const bundle = path.join(cache, "cli.mjs");

/** The newest change of a source that the command line may be made of. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) latest = entry.name === "pane" ? latest : Math.max(latest, newest(full));
    else latest = Math.max(latest, statSync(full).mtimeMs);
  }
  return latest;
}

if (!existsSync(stamp) || !existsSync(bundle) || newest(source) > statSync(stamp).mtimeMs) {
  const { build } = await import("esbuild");
  mkdirSync(cache, { recursive: true });
  const started = new Date();
  await build({
    entryPoints: [path.join(source, "cli.ts")],
    outdir: cache,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    banner: { js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);" },
  });
  writeFileSync(stamp, started.toISOString());
}
await import(pathToFileURL(bundle).href);

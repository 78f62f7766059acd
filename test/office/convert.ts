import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** LibreOffice may die on a file; it is begun anew behind it, so often at most. */
const MOST_TRIES = 40;

/**
 * What LibreOffice makes of files, by name, in the format asked for; a file on which it gives nothing is missing.
 * `SOFFICE` names the program where it isn't `soffice`.
 */
export function convert(files: ReadonlyMap<string, Uint8Array>, to: string): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "taizhang-office-"));
  try {
    const names = [...files.keys()];
    const placeOf = (name: string): string => `${String(names.indexOf(name)).padStart(5, "0")}${path.extname(name)}`;
    for (const [name, bytes] of files) writeFileSync(path.join(folder, placeOf(name)), bytes);
    const outOf = (name: string): string => path.join(folder, "out", placeOf(name).replace(/\.\w+$/u, `.${to}`));
    let left = names;
    for (let i = 0; i < MOST_TRIES && left.length > 0; i++) {
      run(folder, to, left.map((name) => path.join(folder, placeOf(name))));
      const done = left.filter((name) => existsSync(outOf(name)));
      const [dead] = left.filter((name) => !done.includes(name));
      left = left.filter((name) => !done.includes(name) && name !== dead);
    }
    return new Map(names.filter((name) => existsSync(outOf(name))).map((name) => [name, new Uint8Array(readFileSync(outOf(name)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
  try {
    execFileSync(process.env["SOFFICE"] ?? "soffice", [profile, "--headless", "--convert-to", to, "--outdir", path.join(folder, "out"), ...files], { stdio: "ignore", timeout: 600_000 });
  } catch {
    // Whatever it gave before is there; the caller looks.
  }
}

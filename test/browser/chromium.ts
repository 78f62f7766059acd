/**
 * The browser of the tests: the Chromium inside the npm package `@sparticuz/chromium`, with its own libraries and
 * a Chinese font beside it, so that `npm test` needs nothing that is installed on the machine.
 */
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { CACHE, REPOSITORY } from "../support/builtPages";
import { once } from "../support/once";
import { wholeFont } from "./fonts";

/** What `chromium.launch` of Playwright needs to know. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const PACKAGES = path.join(REPOSITORY, "node_modules");
const PACKED = path.join(PACKAGES, "@sparticuz", "chromium");
const FONTS = path.join(PACKAGES, "@fontsource", "noto-sans-sc");
const CHUNK = 4 * 1024 * 1024;

/** Only our fonts, so that pictures look the same on every machine. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>Noto Sans SC</string></edit>
  </match>
</fontconfig>
`;

/** The browser, unpacked if need be. `CHROMIUM_PATH` names another one, for machines that can't run the packed one. */
export async function unpackedChromium(): Promise<Chromium> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return { executablePath: named, env: definedVariables() };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("The packed Chromium runs on Linux x64 only. Set CHROMIUM_PATH to a Chromium or Chrome on this machine.");
  }
  const folder = path.join(CACHE, `chromium-${versionOf(PACKED)}-fonts-${versionOf(FONTS)}`);
  await once(`${folder}.lock`, () => existsSync(folder), () => unpack(folder));
  return {
    executablePath: path.join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: path.join(folder, "lib"),
      FONTCONFIG_FILE: path.join(folder, "fonts.conf"),
      XDG_CACHE_HOME: path.join(folder, "cache"),
      HOME: path.join(folder, "home"),
    },
  };
}

async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const part of ["lib", "fonts", "cache", "home"]) mkdirSync(path.join(unfinished, part), { recursive: true });
  const browser = path.join(unfinished, "chromium");
  await pipeline(
    createReadStream(path.join(PACKED, "bin", "chromium.br"), { highWaterMark: CHUNK }),
    createBrotliDecompress({ chunkSize: CHUNK }),
    createWriteStream(browser),
  );
  chmodSync(browser, 0o755);
  for (const [name, content] of tarFiles(brotliDecompressSync(readFileSync(path.join(PACKED, "bin", "al2023.tar.br"))))) {
    writeFileSync(path.join(unfinished, "lib", path.basename(name)), content);
  }
  for (const weight of [400, 700] as const) writeFileSync(path.join(unfinished, "fonts", `${weight}.ttf`), wholeFont(FONTS, weight));
  writeFileSync(path.join(unfinished, "fonts.conf"), FONT_SETTINGS);
  renameSync(unfinished, folder);
}

/** The plain files of a tar archive (POSIX.1-1988 ustar: blocks of 512 bytes, sizes in octal). */
function* tarFiles(archive: Buffer): Generator<readonly [name: string, content: Buffer]> {
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + 512);
    const size = Number.parseInt(header.toString("latin1", 124, 136), 8);
    const kind = header.toString("latin1", 156, 157);
    if (kind === "0" || kind === "\0") yield [header.toString("utf8", 0, 100).replace(/\0.*$/u, ""), archive.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string }).version;
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

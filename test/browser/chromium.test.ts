import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { unpackedChromium } from "./chromium";
import { productBrowser } from "./harness";

const product = productBrowser();

/** What every Linux has: the C library with its loader, and the compiler's runtime. */
const OF_THE_SYSTEM = /^(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libgcc_s|libnss_[a-z]+)[.-]/u;

test("brings its own libraries: nothing but the C library comes from the machine", async () => {
  const { executablePath, env } = await unpackedChromium();
  if (process.env["CHROMIUM_PATH"] !== undefined) return expect(executablePath).toBe(process.env["CHROMIUM_PATH"]);
  await product.open("help.html");
  const loaded = new Set(processesOf(executablePath).flatMap(librariesOf));
  const ours = [...loaded].filter((file) => path.dirname(file) === env["LD_LIBRARY_PATH"]).map((file) => path.basename(file));
  expect(ours).toEqual(expect.arrayContaining(["libexpat.so.1", "libnspr4.so", "libnss3.so", "libnssutil3.so", "libplc4.so", "libplds4.so"]));
  expect([...loaded].filter((file) => !OF_THE_SYSTEM.test(path.basename(file)) && !ours.includes(path.basename(file)))).toEqual([]);
});

test("draws Chinese characters, symbols and rare ones, each its own shape", async () => {
  const page = await product.open("help.html");
  const shapes = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (pen === null) throw new Error("No canvas.");
    return Array.from("台账时限责任单位镕喆①→▲✓℃\u{10fffd}", (character) => {
      canvas.width = canvas.height = 40;
      pen.font = "32px sans-serif";
      pen.fillText(character, 4, 32);
      return pen.getImageData(0, 0, 40, 40).data.join();
    });
  });
  expect(new Set(shapes).size).toBe(shapes.length);
});

function processesOf(executable: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => /^\d+$/u.test(pid) && orNothing(() => readlinkSync(`/proc/${pid}/exe`)) === executable);
}

function librariesOf(pid: string): readonly string[] {
  const maps = orNothing(() => readFileSync(`/proc/${pid}/maps`, "utf8")) ?? "";
  return maps.split("\n").flatMap((line) => /\S+\.so(\.\S+)?$/u.exec(line)?.[0] ?? []);
}

/** A process may end while it is looked at. */
function orNothing(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

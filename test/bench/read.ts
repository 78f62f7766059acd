/** Reading .xlsx: against SheetJS, and against inflating and decoding the same parts, below which nobody can get. */
import * as XLSX from "@e965/xlsx";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { READ_OPTIONS } from "../../src/cli/open";
import { readFile } from "../../src/files/readFile";
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { openZip } from "../../src/files/zip/openZip";
import { cpuOf, ownSide, peakOf, take, takeTurns } from "./measure";
import { type Report, figure } from "./report";
import { largeFile, manyFiles } from "./someFiles";
import type { Subject } from "./subject";

const [MANY_RUNS, LARGE_RUNS] = [3, 3];
const [MANY_ROWS, LARGE_ROWS] = [1000, 100_000];

export const readSubject: Subject = {
  name: "read",
  title: "1,000 files of 130 rows, and one sheet of 100,000 × 13",
  sides: {
    "make-many": () => void manyFiles(),
    "make-large": (rows) => void largeFile(Number(rows)),
    "read-ours": (...words) => readAll(words, READ_OPTIONS),
    "read-portable": (...words) => readAll(words, { limits: COMMAND_LINE_LIMITS }),
    "read-sheetjs": readBySheetJs,
    "read-floor": inflateAndDecode,
  },
  async run(report) {
    await take(ownSide("make-many"));
    await take(ownSide("make-large", String(LARGE_ROWS)));
    await take(ownSide("make-large", String(LARGE_ROWS / 2)));
    await many(report);
    await large(report);
    await doubling(report);
  },
};

async function many(report: Report): Promise<void> {
  const { returns } = manyFiles();
  const sides = ["read-ours", "read-sheetjs", "read-floor", "read-portable"].map((side) => ownSide(side, returns));
  const [ours = [], sheetJs = [], floor = [], portable = []] = await takeTurns(sides, MANY_RUNS);
  report.line(`1,000 files: ours ${ours[0]?.output ?? ""}; SheetJS ${sheetJs[0]?.output ?? ""}; floor ${floor[0]?.output ?? ""}`);
  report.bound({ what: "1,000 files, ours / SheetJS dense", value: cpuOf(ours) / cpuOf(sheetJs), limit: 0.25, unit: "×", sides: `${seconds(cpuOf(ours))} against ${seconds(cpuOf(sheetJs))}` });
  report.bound({ what: "1,000 files, ours / inflating and decoding", value: cpuOf(ours) / cpuOf(floor), limit: 1.8, unit: "×", sides: `${seconds(cpuOf(ours))} against ${seconds(cpuOf(floor))}` });
  report.line(`with the portable inflate, as in a browser: ${seconds(cpuOf(portable))}; most memory: ours ${megabytes(peakOf(ours))}, SheetJS ${megabytes(peakOf(sheetJs))}`);
}

async function large(report: Report): Promise<void> {
  const file = largeFile(LARGE_ROWS);
  const sides = ["read-ours", "read-sheetjs", "read-floor"].map((side) => ownSide(side, file));
  const [ours = [], sheetJs = [], floor = []] = await takeTurns(sides, LARGE_RUNS);
  report.line(`${(statSync(file).size / 1e6).toFixed(1)} MB: ours ${ours[0]?.output ?? ""}; SheetJS ${sheetJs[0]?.output ?? ""}`);
  report.bound({ what: "100,000 × 13, ours / SheetJS dense", value: cpuOf(ours) / cpuOf(sheetJs), limit: 0.25, unit: "×", sides: `${seconds(cpuOf(ours))} against ${seconds(cpuOf(sheetJs))}, floor ${seconds(cpuOf(floor))}` });
  report.bound({ what: "100,000 × 13, memory of ours / SheetJS", value: peakOf(ours) / peakOf(sheetJs), limit: 0.6, unit: "×", sides: `${megabytes(peakOf(ours))} against ${megabytes(peakOf(sheetJs))}` });
}

async function doubling(report: Report): Promise<void> {
  const { returns } = manyFiles();
  const halves = [ownSide("read-ours", returns, String(MANY_ROWS / 2)), ownSide("read-ours", largeFile(LARGE_ROWS / 2))];
  const wholes = [ownSide("read-ours", returns), ownSide("read-ours", largeFile(LARGE_ROWS))];
  const [halfMany = [], halfLarge = [], wholeMany = [], wholeLarge = []] = await takeTurns([...halves, ...wholes], LARGE_RUNS);
  report.bound({ what: "twice the files", value: cpuOf(wholeMany) / cpuOf(halfMany), limit: 2.2, unit: "×", sides: `${seconds(cpuOf(wholeMany))} against ${seconds(cpuOf(halfMany))}` });
  report.bound({ what: "twice the rows", value: cpuOf(wholeLarge) / cpuOf(halfLarge), limit: 2.2, unit: "×", sides: `${seconds(cpuOf(wholeLarge))} against ${seconds(cpuOf(halfLarge))}` });
}

const seconds = (value: number): string => `${figure(value)} s`;
const megabytes = (value: number): string => `${figure(value)} MB`;

/** The file itself, or the first so many files of a folder. */
function filesOf([place = "", most = "Infinity"]: readonly string[]): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).sort().slice(0, Number(most)).map((name) => path.join(place, name));
}

async function readAll(words: readonly string[], options: Parameters<typeof readFile>[2]): Promise<void> {
  let [files, rows, cells] = [0, 0, 0];
  for (const file of filesOf(words)) {
    const read = await readFile(file, readFileSync(file), options);
    if (!read.ok) throw new Error(`${file}: ${read.error.kind}`);
    files++;
    for (const { values } of read.value.grids.flatMap((grid) => grid.rows)) {
      rows++;
      for (const value of values) if (value !== null && value !== undefined) cells++;
    }
  }
  console.log(`${files} files, ${rows} rows, ${cells} cells`);
}

function readBySheetJs(...words: readonly string[]): void {
  let [files, rows, cells] = [0, 0, 0];
  for (const file of filesOf(words)) {
    const book = XLSX.read(readFileSync(file), { type: "buffer", dense: true });
    files++;
    for (const name of book.SheetNames) {
      const { "!data": lines = [] } = book.Sheets[name] as { readonly "!data"?: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] };
      for (const line of lines) {
        rows++;
        for (const cell of line ?? []) if (cell !== undefined && cell.t !== "z") cells++;
      }
    }
  }
  console.log(`${files} files, ${rows} rows, ${cells} cells`);
}

/** Node's own inflate and decoder over every part that reading needs, and nothing else. */
function inflateAndDecode(...words: readonly string[]): void {
  let [bytes, characters] = [0, 0];
  const decoder = new TextDecoder();
  for (const file of filesOf(words)) {
    const zip = openZip(readFileSync(file), COMMAND_LINE_LIMITS);
    if (!zip.ok) throw new Error(`${file}: ${zip.error.kind}`);
    for (const name of zip.value.names()) {
      const entry = zip.value.rawEntry(name);
      if (entry === undefined) continue;
      const part = inflateRawSync(entry.packed);
      bytes += part.length;
      characters += decoder.decode(part).length;
    }
  }
  console.log(`${bytes} bytes, ${characters} characters`);
}

/** What the built pages promise, measured on the files themselves. */
import { Linter } from "eslint";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, builtPages, CACHE, filesUnder, REPOSITORY } from "../support/builtPages";

const BUILD_TIMEOUT_MS = 300_000;
const PAGES = ["help.html", "rules.html", "taskpane.html", "unsupported.html", "workbench.html"];
/** Scripts of a page that must load before a person sees anything. */
const INITIAL_LIMIT = 200 * 1024;
const OFFICE = path.join(REPOSITORY, "node_modules", "@microsoft", "office-js");

let folder = "";
beforeAll(async () => {
  folder = await builtPages();
}, BUILD_TIMEOUT_MS);

function read(file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function scriptsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/<script\b[^>]*\bsrc="([^"]+)"/gu)].flatMap(([, file]) => file ?? []);
}

test("the task pane needs at most 200 KB of script to start, zipped, without Microsoft's client", () => {
  const own = scriptsOf("taskpane.html").filter((file) => !file.startsWith("office/"));
  expect(own.length).toBeGreaterThan(1);
  const bytes = own.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
  expect(bytes).toBeLessThanOrEqual(INITIAL_LIMIT);
});

test.each(PAGES)("%s says its language and title, runs no inline script and lets nothing out", (page) => {
  const html = read(page);
  expect(html).toMatch(/<html lang="zh-CN">/u);
  expect(html).toMatch(/<title>[^<]*台账助手[^<]*<\/title>/u);
  expect(html).toMatch(/<meta name="viewport"/u);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/iu);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(html)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none';/u);
  expect(policy).not.toMatch(/unsafe|\*|https?:/u);
  const linked = [...html.matchAll(/\b(?:src|href)="([^"#]+)"/gu)].flatMap(([, file]) => file ?? []);
  expect(linked.length).toBeGreaterThan(1);
  const files = new Set(filesUnder(folder));
  expect(linked.filter((file) => !files.has(file))).toEqual([]);
});

test("Microsoft's client is there unmodified, with its licence, and only the task pane loads it", () => {
  const office = filesUnder(path.join(folder, "office"));
  expect(office).toEqual(expect.arrayContaining(["LICENSE.md", "office.js", "excel-win32-16.01.js", "zh-cn/office_strings.js", "en-us/office_strings.js"]));
  for (const file of office) {
    const published = path.join(OFFICE, file === "LICENSE.md" ? file : path.join("dist", file));
    expect([file, readFileSync(path.join(folder, "office", file)).equals(readFileSync(published))]).toEqual([file, true]);
  }
  expect(PAGES.filter((page) => scriptsOf(page).some((file) => file.startsWith("office/")))).toEqual(["taskpane.html"]);
  const loaded = filesUnder(folder).filter((file) => file.startsWith("js/"));
  expect(loaded.filter((file) => /office\/office\.js|@microsoft\/office-js|Microsoft Services Agreement/u.test(read(file)))).toEqual([]);
});

test("scripts for old web views are of 2009: they parse as ECMAScript 5", () => {
  const legacy = [...scriptsOf("unsupported.html"), "oldView.js"];
  expect(legacy).toEqual(["unsupported.js", "oldView.js"]);
  const faults = (script: string): readonly unknown[] => new Linter().verify(script, { languageOptions: { ecmaVersion: 5, sourceType: "script" } });
  for (const file of legacy) expect(faults(read(file))).toEqual([]);
  expect(faults("const a = () => 1;")).toHaveLength(1);
  for (const page of ["taskpane.html", "workbench.html"]) expect(scriptsOf(page)[0]).toBe("oldView.js");
});

test("every worker begins like the pages, with what an old browser lacks", () => {
  const sources = filesUnder(path.join(REPOSITORY, "src")).filter((file) => /\.tsx?$/u.test(file));
  for (const file of sources) {
    const from = path.join(REPOSITORY, "src", file);
    for (const [, worker = ""] of readFileSync(from, "utf8").matchAll(/new URL\(\s*"([^"]+)",\s*import\.meta\.url/gu)) {
      expect(readFileSync(path.resolve(path.dirname(from), worker), "utf8")).toMatch(/^import "[^"]*\/oldBrowser";$/mu);
    }
  }
});

test("every package in the scripts is listed with its licence, and none forbids use in closed or open products", () => {
  const packages = [...read("licences.txt").matchAll(/^(\S+) (\d+\.\S+): (.+)$/gmu)].map(([, name, , licence]) => [name, licence] as const);
  expect(packages.map(([name]) => name)).toEqual(expect.arrayContaining(["react", "react-dom", "@fluentui/react-provider"]));
  expect(packages.filter(([, licence]) => !/^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MIT OR Apache-2\.0)$/u.test(licence ?? ""))).toEqual([]);
});

test("the same sources give the same files", async () => {
  const again = path.join(CACHE, `again-${process.pid}`);
  try {
    await build(again);
    expect(filesUnder(again)).toEqual(filesUnder(folder));
    for (const file of filesUnder(again)) {
      expect([file, readFileSync(path.join(again, file)).equals(readFileSync(path.join(folder, file)))]).toEqual([file, true]);
    }
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}, BUILD_TIMEOUT_MS);

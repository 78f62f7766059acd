/** Puts the pane alone into a page of its own, beside the built ones: bundled once, served from the page's own origin. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { CACHE, REPOSITORY } from "../../support/builtPages";
import { SEEDS } from "../../support/aWorkshop";
import type { ProductBrowser, View } from "../harness";

const FOLDER = path.join(CACHE, "pane-bench");
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>台账助手</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css">
<link rel="stylesheet" href="pane-bench/bench.css"></head><body><div id="root"></div><script src="pane-bench/bench.js"></script></body></html>`;

/** Bundles the page; before the first test. */
export async function bundleBench(): Promise<void> {
  const esbuild = path.join(REPOSITORY, "node_modules", "esbuild", "bin", "esbuild");
  const options = ["--bundle", "--format=iife", "--jsx=automatic", "--log-level=error", '--define:process.env.NODE_ENV="production"', `--outdir=${FOLDER}`];
  await promisify(execFile)(esbuild, [path.join(__dirname, "bench.tsx"), ...options]);
}

/** The pane over a workbook, or a seed such as "样例轮次/总台账.xlsx", read and at rest. */
export async function openBench(product: ProductBrowser, book: string | Uint8Array, language: "zh" | "en", view: View = {}): Promise<Page> {
  const prepare = async (page: Page): Promise<void> => {
    await page.route(/\/pane-bench\.html/u, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
    await page.route(/\/pane-bench\/bench\.js$/u, (route) => route.fulfill({ contentType: "text/javascript", body: readFileSync(path.join(FOLDER, "bench.js")) }));
    await page.route(/\/pane-bench\/bench\.css$/u, (route) => route.fulfill({ contentType: "text/css", body: readFileSync(path.join(FOLDER, "bench.css")) }));
    await page.route(/\/pane-bench\/book\.xlsx$/u, (route) => route.fulfill({ body: typeof book === "string" ? readFileSync(path.join(SEEDS, book)) : Buffer.from(book) }));
  };
  const page = await product.open(`pane-bench.html?book=pane-bench/book.xlsx&language=${language}`, { locale: language === "zh" ? "zh-CN" : "en-US", ...view, prepare });
  await atRest(page);
  return page;
}

/** Waits until nothing is under way. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const state = (window as Partial<Window>).bench?.session.snapshot();
    return state !== undefined && state.busy === null && state.opened.kind !== "opening";
  });
}

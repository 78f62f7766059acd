/** The pane over a large ledger in a real browser: how soon something is seen, how long the page is ever busy, how soon it stops. */
import { once } from "node:events";
import { statSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { listen, staticServer } from "../../src/serve.js";
import { zh } from "../../src/pane/words/zh";
import { unpackedChromium } from "../browser/chromium";
import { builtPages } from "../support/builtPages";
import { ownSide, take } from "./measure";
import { type Report, figure } from "./report";
import { largeFile } from "./someFiles";
import type { Subject } from "./subject";

const ROWS = 100_000;
const OPENING_MS = 300_000;

/** What the page notes of itself. */
interface Notes {
  /** Tasks of the page's thread that took longer than 50 ms, in milliseconds. */
  readonly long: readonly number[];
  /** From the click to the first group of issues, and to the end, in milliseconds. */
  readonly first: number;
  readonly all: number;
}

export const paneSubject: Subject = {
  name: "pane",
  title: "checking 100,000 rows in the browser",
  sides: {},
  async run(report) {
    await take(ownSide("make-large", String(ROWS)));
    const file = largeFile(ROWS);
    const pages = staticServer(await builtPages());
    const origin = `http://127.0.0.1:${await listen(pages, 0)}`;
    const { executablePath, env } = await unpackedChromium();
    const browser = await chromium.launch({ executablePath, env: { ...env }, args: ["--js-flags=--max-old-space-size=4096"] });
    try {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: "zh-CN" });
      await page.goto(`${origin}/workbench.html`);
      await page.getByRole("button", { name: zh.check.start, exact: true }).waitFor();
      await page.locator(".bench-bar input[type=file]").setInputFiles(file);
      await page.getByText(zh.opened.summary("", ROWS).trim(), { exact: false }).waitFor({ timeout: OPENING_MS });
      report.line(`${(statSync(file).size / 1e6).toFixed(1)} MB, ${ROWS} rows`);
      await check(page, report);
      await cancel(page, report);
    } finally {
      await browser.close();
      pages.close();
      await once(pages, "close");
    }
  },
};

async function check(page: Page, report: Report): Promise<void> {
  const { long, first, all } = await page.evaluate(noteCheck, { start: zh.check.start, stop: zh.stop });
  const worst = Math.max(0, ...long);
  report.line(`all issues after ${figure(all / 1000)} s; tasks over 50 ms: ${long.map((ms) => Math.round(ms)).join(" ") || "none"}`);
  report.bound({ what: "first issues on screen", value: first / 1000, limit: 1, unit: "s", sides: "from the click" });
  report.bound({ what: "longest task of the page's thread", value: worst, limit: 50, unit: "ms", sides: `while ${ROWS} rows are checked` });
}

/** Runs in the page: clicks, and notes until the check is through. */
async function noteCheck({ start, stop }: { readonly start: string; readonly stop: string }): Promise<Notes> {
  const button = (name: string): HTMLButtonElement | undefined => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  const long: number[] = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ["longtask"] });
  const begun = performance.now();
  button(start)?.click();
  let first = 0;
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (first === 0 && document.querySelector(".tz-disclose")) first = performance.now() - begun;
    if (first > 0 && !button(stop)) break;
  }
  const all = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return { long, first, all };
}

async function cancel(page: Page, report: Report): Promise<void> {
  await page.getByRole("button", { name: zh.check.again, exact: true }).click();
  await page.getByRole("button", { name: zh.stop, exact: true }).waitFor();
  const took = await page.evaluate(async (stop) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const button = (): HTMLButtonElement | undefined => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === stop);
    const begun = performance.now();
    button()?.click();
    while (button()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - begun;
  }, zh.stop);
  report.bound({ what: "stopping", value: took, limit: 200, unit: "ms", sides: "from the click until nothing is under way" });
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { en } from "../../src/pane/words/en";
import { roundWords } from "../../src/pane/words/roundWords";
import { type PaneWords, zh } from "../../src/pane/words/zh";
import { planNormalizing } from "../../src/app/normalize";
import { EMPTY_BATCH } from "../../src/excel/port";
import { bookOf, masterIn, savedBytes, seedBytes, SEEDS } from "../support/aWorkshop";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll, type View } from "./harness";
import { atRest, bundleBench, openBench } from "./pane/openBench";

const product = productBrowser();
beforeAll(bundleBench, 120_000);
jest.setTimeout(180_000);

const MASTER = "样例轮次/总台账.xlsx";
const RETURNS = path.join(SEEDS, "样例轮次", "返回");

/** By their content: the packed browser can't find files whose names are Chinese where the system has no UTF-8. */
function returned(): { name: string; mimeType: string; buffer: Buffer }[] {
  const names = readdirSync(RETURNS).filter((name) => name.endsWith(".xlsx")).sort();
  return names.map((name) => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(path.join(RETURNS, name)) }));
}

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await atRest(page);
};
const showTab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();

/** Nothing leaves the window sideways, inside the scrolling part either, and the corner of Excel's own menu is free; what scrolled away under the head is not in it. */
async function misplaced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>(".tz-pane button, .tz-pane p, .tz-pane td, .tz-pane label, .tz-pane input")].flatMap((element) => {
      const { left, right, top, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(".tz-hidden")) return [];
      const outside = left < 0 || right > clientWidth + 0.5;
      const inCorner = right > clientWidth - 40 && top < 40 && element.closest(".tz-main") === null && element.tagName === "BUTTON";
      return outside || inCorner ? [`${element.tagName} ${element.textContent} ${left}–${right}`] : [];
    });
  });
}

async function expectGood(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  expect(await misplaced(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const LOOKS: readonly (readonly [name: string, words: PaneWords, language: "zh" | "en", view: View])[] = [
  ["320-zh-light", zh, "zh", { width: 320 }],
  ["350-zh-dark", zh, "zh", { width: 350, colorScheme: "dark" }],
  ["320-en-light", en, "en", { width: 320 }],
  ["320-zh-contrast", zh, "zh", { width: 320, forcedColors: "active" }],
];

test.each(LOOKS)("the whole job on every screen: %s", async (look, words, language, view) => {
  const page = await openBench(product, MASTER, language, view);
  const good = (name: string): Promise<void> => expectGood(page, `pane-${look}-${name}`);
  await good("1-start");

  await press(page, words.check.start);
  await page.locator(".tz-disclose").first().click();
  await press(page, words.check.next);
  expect(await page.evaluate(() => window.bench.jumps.length)).toBe(1);
  await good("2-check");
  await press(page, words.check.fixAll);
  await good("3-preview");
  await press(page, words.preview.write);
  await page.getByText(words.notice.written.fix(2), { exact: false }).first().waitFor();

  await showTab(page, words.tab.lights);
  await press(page, words.lights.compute);
  await good("4-lights");
  await press(page, words.lights.mark);
  await press(page, words.preview.write);

  await showTab(page, words.tab.merge);
  await good("5-merge-empty");
  await page.locator("input[type=file]").setInputFiles([...returned(), { name: "坏.xlsx", mimeType: "", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0]) }]);
  await page.getByRole("button", { name: roundWords(words).next.decideDo }).waitFor();
  await atRest(page);
  expect(await page.getByRole("region", { name: words.merge.files }).getByRole("row").count()).toBeGreaterThan(8);
  await good("6-merge");
  const open = await page.evaluate(() => window.bench.session.snapshot().merge.plan?.run.conflicts.length ?? 0);
  await press(page, roundWords(words).next.decideDo);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: words.merge.decide, exact: true }).first().click();
  await atRest(page);
  expect(await page.evaluate(() => window.bench.session.snapshot().merge.plan?.run.conflicts.length)).toBe(open - 1);
  await press(page, words.merge.settled);
  await good("7-merge-preview");
  await press(page, words.preview.write);
  await press(page, words.screen.back);

  await showTab(page, words.tab.history);
  await good("8-history");
  await page.getByRole("button", { name: words.history.undo }).last().click();
  await atRest(page);
  await good("9-undo");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: words.tab.history }).waitFor();
});

/** Normalising was cut off after its first cell. */
async function cutOff(): Promise<Uint8Array> {
  const excel = bookOf(seedBytes(MASTER));
  const plan = planNormalizing(await masterIn(excel), "master", "2026-11-23");
  const batch = plan.ok ? plan.value.batch : null;
  const journal = batch?.journal;
  if (!journal) throw new Error("nothing to write");
  await excel.commit({ ...EMPTY_BATCH, changes: batch.changes.slice(0, 1), sheets: [{ name: journal.sheet, visibility: "hidden", columns: [], cells: journal.cells, headerRows: 0 }] });
  return savedBytes(excel);
}

test.each(LOOKS)("a write that was cut off is said at once, and can be finished or taken back: %s", async (look, words, language, view) => {
  const page = await openBench(product, await cutOff(), language, view);
  await page.getByText(words.recovery.title).waitFor();
  await expectGood(page, `pane-${look}-cut-off`);
  await press(page, words.recovery.takeBack);
  await expectGood(page, `pane-${look}-cut-off-take-back`);
  await press(page, words.preview.cancel);
  await press(page, words.recovery.finish);
  await press(page, words.preview.write);
  await page.getByText(words.notice.written.finish(1)).first().waitFor();
  expect(await page.getByText(words.recovery.title).count()).toBe(0);
  await showTab(page, words.tab.history);
  await page.getByText(words.history.normalize(2)).waitFor();
});

test("what was edited between preview and write stays; the pane says so and previews again", async () => {
  const page = await openBench(product, MASTER, "zh");
  await press(page, zh.check.start);
  await press(page, zh.check.fixAll);
  await page.evaluate(() => {
    const change = window.bench.session.snapshot().preview?.changes[0];
    if (change) window.bench.type(change.at, "别人刚改的");
  });
  await press(page, zh.preview.write);
  const alert = page.getByRole("alert");
  expect(await alert.textContent()).toContain("未写入任何内容");
  await expectGood(page, "pane-changed-since");
  await press(page, zh.opened.again);
  await page.getByRole("button", { name: zh.preview.write, exact: true }).waitFor();
  expect(await page.evaluate(() => window.bench.session.snapshot().preview?.changes.length)).toBe(1);
});

test("a sheet without a header is asked about, row by row", async () => {
  const page = await openBench(product, MASTER, "zh", { width: 320 });
  await page.evaluate(async () => {
    "A,B,C,D,E,F,G,H,I,J,K".split(",").forEach((value, col) => window.bench.type({ sheet: "工作台账", row: 2, col }, value));
    await window.bench.session.open();
  });
  await atRest(page);
  await page.getByRole("heading", { name: zh.header.title }).waitFor();
  await expectGood(page, "pane-header");
  await page.getByRole("radio").nth(2).check();
  await press(page, zh.header.use);
  await page.getByRole("button", { name: zh.check.start }).waitFor();
});

test("a bug in a step ends in a sentence, not in an empty pane", async () => {
  const page = await openBench(product, MASTER, "zh");
  product.expectComplaint(/engine broke/u);
  await page.evaluate(() => {
    window.bench.session.check = () => Promise.reject(new Error("the engine broke"));
  });
  await page.getByRole("button", { name: zh.check.start }).click();
  await page.getByRole("alert").waitFor();
  await expectGood(page, "pane-bug");
  await press(page, zh.opened.reread);
  await page.getByRole("button", { name: zh.check.start }).waitFor();
});

test("by keyboard alone: tabs by arrows, steps by F8, a preview left by Escape", async () => {
  const page = await openBench(product, MASTER, "zh");
  await page.getByRole("button", { name: zh.check.start }).focus();
  await page.keyboard.press("Enter");
  await atRest(page);
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await page.keyboard.press("Shift+F8");
  const jumps = await page.evaluate(() => window.bench.jumps);
  expect(jumps).toHaveLength(3);
  expect(jumps[2]).toEqual(jumps[0]);
  await page.getByRole("tab", { name: zh.tab.check }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("tab", { name: zh.tab.lights }).getAttribute("aria-selected")).toBe("true");
});

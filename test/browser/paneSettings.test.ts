import type { Page } from "playwright-core";
import { en } from "../../src/pane/words/en";
import { type PaneWords, zh } from "../../src/pane/words/zh";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll, type View } from "./harness";
import { atRest, bundleBench, openBench } from "./pane/openBench";

const product = productBrowser();
beforeAll(bundleBench, 120_000);
jest.setTimeout(180_000);

const MASTER = "样例轮次/总台账.xlsx";

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await atRest(page);
};

async function expectGood(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  expect(await sidewaysScroll(page)).toBe(0);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".tz-pane button, .tz-pane p, .tz-pane label, .tz-pane input, .tz-pane select")].flatMap((element) => {
      const { left, right, top, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(".tz-hidden")) return [];
      const inCorner = right > document.documentElement.clientWidth - 40 && top < 40 && element.closest(".tz-main") === null && element.tagName === "BUTTON";
      return left < 0 || right > document.documentElement.clientWidth + 0.5 || inCorner ? [`${element.tagName} ${element.textContent} ${left}–${right}`] : [];
    }),
  );
  expect(outside).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const LOOKS: readonly (readonly [name: string, words: PaneWords, language: "zh" | "en", view: View])[] = [
  ["320-zh-light", zh, "zh", { width: 320 }],
  ["350-zh-dark", zh, "zh", { width: 350, colorScheme: "dark" }],
  ["350-en-light", en, "en", { width: 350 }],
  ["320-en-dark", en, "en", { width: 320, colorScheme: "dark" }],
  ["320-zh-contrast", zh, "zh", { width: 320, forcedColors: "active" }],
];

test.each(LOOKS)("settings, what was put aside, the page before sending and all rules: %s", async (look, words, language, view) => {
  const page = await openBench(product, MASTER, language, view);
  const good = (name: string): Promise<void> => expectGood(page, `settings-${look}-${name}`);
  await press(page, words.check.start);
  await page.locator(".tz-disclose").first().click();
  const before = await page.evaluate(() => window.bench.session.snapshot().issues?.length ?? 0);
  await page.getByRole("button", { name: new RegExp(`^${words.check.ignore}`, "u") }).last().click();
  await page.locator("form .tz-input").fill("原文如此");
  await good("1-ignoring");
  await page.locator("form").getByRole("button", { name: words.check.ignore, exact: true }).click();
  await atRest(page);
  expect(await page.evaluate(() => window.bench.session.snapshot().issues?.length)).toBeLessThan(before);

  await press(page, words.check.showIgnored);
  await good("2-ignored");
  await page.getByRole("button", { name: new RegExp(`^${words.ignored.restoreThis("")}`, "u") }).first().click();
  await atRest(page);
  expect(await page.evaluate(() => window.bench.session.snapshot().issues?.length)).toBe(before);
  await press(page, words.screen.back);

  await press(page, words.settings.open);
  await page.getByRole("combobox", { name: words.settings.spelling }).selectOption("none");
  await page.getByRole("button", { name: words.settings.groups.content }).first().click();
  await good("3-settings");
  await press(page, words.settings.save);
  expect(await page.evaluate(() => { const { opened } = window.bench.session.snapshot(); return opened.kind === "ready" && opened.master.store.settings.spelling; })).toBe("none");
  await page.keyboard.press("Escape");

  await press(page, words.check.beforeSending);
  await good("4-review");
  await press(page, words.review.sheet);
  await good("5-review-preview");
  await page.keyboard.press("Escape");
  await press(page, words.screen.back);

  await press(page, words.guide.open);
  await page.locator(".tz-disclose").first().click();
  await good("6-guide");
});

/** 时限 in the pane: first settling, decisions of single rows, words and colours, the legend; written and taken away again. */
import type { Page } from "playwright-core";
import { en } from "../../src/pane/words/en";
import { type PaneWords, zh } from "../../src/pane/words/zh";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll, type View } from "./harness";
import { atRest, bundleBench, openBench } from "./pane/openBench";

const product = productBrowser();
beforeAll(bundleBench, 120_000);
jest.setTimeout(180_000);

const MASTER = "样例轮次/总台账.xlsx";

const LOOKS: readonly (readonly [name: string, words: PaneWords, language: "zh" | "en", view: View])[] = [
  ["320-zh-light", zh, "zh", { width: 320 }],
  ["350-zh-dark", zh, "zh", { width: 350, colorScheme: "dark" }],
  ["320-en-light", en, "en", { width: 320 }],
  ["350-zh-contrast", zh, "zh", { width: 350, forcedColors: "active" }],
];

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  await atRest(page);
}

async function expectGood(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
}

const cellsOf = (page: Page, row: number): Promise<readonly unknown[]> =>
  page.evaluate((at) => {
    const { opened } = window.bench.session.snapshot();
    return opened.kind === "ready" ? (opened.master.grid.rows.find(({ row: own }) => own === at)?.values ?? []) : [];
  }, row);

test.each(LOOKS)("settle, decide, choose colours, write, remove: %s", async (look, words, language, view) => {
  const page = await openBench(product, MASTER, language, view);
  const good = (name: string): Promise<void> => expectGood(page, `lights-${look}-${name}`);
  const { lights } = words;
  await page.getByRole("tab", { name: words.tab.lights }).click();
  await page.getByRole("button", { name: lights.legend }).click();
  await good("1-legend");
  await press(page, lights.compute);
  const pastDue = await page.evaluate(() => window.bench.session.snapshot().lights?.counts.unverified ?? 0);
  expect(pastDue).toBeGreaterThan(3);
  await page.getByText(lights.settleFound(pastDue)).waitFor();

  await press(page, lights.settleOpen);
  await page.getByRole("heading", { name: lights.settleTitle }).waitFor();
  const outcomes = page.getByRole("combobox", { name: new RegExp(`^${lights.outcome}`, "u") });
  await outcomes.nth(0).selectOption("adjust");
  await press(page, lights.settleTake(1));
  await page.getByText(lights.fault.noDate).waitFor();
  await good("2-settle");
  await page.getByLabel(lights.newDate).fill("2027-06-30");
  await page.getByRole("textbox", { name: lights.ground }).nth(1).fill("市政府办会议纪要");
  await outcomes.nth(1).selectOption("not-done");
  await page.getByRole("textbox", { name: lights.ground }).nth(2).fill("电话核实");
  await press(page, lights.settleFill);
  await press(page, lights.settleTake(pastDue));
  await page.getByText(lights.pending(pastDue)).waitFor();
  expect(await page.evaluate(() => window.bench.session.snapshot().lights?.counts)).toMatchObject({ unverified: 0, overdue: 1, done: pastDue - 2 });
  await good("3-pending");

  await page.getByRole("button", { name: new RegExp(`^${lights.decide}`, "u") }).first().click();
  const form = page.getByRole("form");
  await form.getByRole("combobox").selectOption("behind");
  await form.getByRole("button", { name: lights.take, exact: true }).click();
  await form.getByText(lights.fault.noGround).waitFor();
  await good("4-decide");
  await form.getByRole("textbox").fill("现场督查");
  await form.getByRole("button", { name: lights.take, exact: true }).click();
  await atRest(page);

  await press(page, lights.settings);
  await page.getByRole("combobox", { name: lights.preset }).selectOption("蓝橙红");
  await page.getByLabel(lights.word(lights.light.overdue), { exact: true }).fill("红 灯");
  await page.getByRole("alert").waitFor();
  await good("5-settings");
  await page.getByLabel(lights.word(lights.light.overdue), { exact: true }).fill("红灯");
  await press(page, lights.useSettings);
  await page.getByText(lights.pendingSettings).waitFor();

  await press(page, lights.mark);
  await press(page, words.preview.write);
  await page.getByText(words.notice.written.light(0), { exact: false }).first().waitFor();
  const kept = await page.evaluate(() => {
    const { opened, marks, lightSettings } = window.bench.session.snapshot();
    return { marks: marks.length, lightSettings, word: opened.kind === "ready" ? opened.master.store.settings.lights.looks.overdue.word : "" };
  });
  expect(kept).toEqual({ marks: 0, lightSettings: null, word: "红灯" });
  const overdue = await page.evaluate(() => window.bench.session.snapshot().lights?.rows.find(({ judgement }) => judgement.light === "overdue")?.row.gridRow ?? -1);
  expect(await cellsOf(page, overdue)).toEqual(expect.arrayContaining(["红灯（人工）", "未完成", "电话核实"]));
  await good("6-written");

  // A later date that a person types is asked about, and the old one stays in sight.
  await page.evaluate(() => {
    const { opened, lights: plan } = window.bench.session.snapshot();
    if (opened.kind !== "ready") return;
    const { ledger, grid } = opened.master;
    const col = ledger.columns.find(({ key }) => key === "content")?.col ?? -1;
    const row = plan?.rows.find(({ row: { gridRow }, marks }) => marks.adjusted === null && marks.override !== "" && String(grid.rows.find((one) => one.row === gridRow)?.values[col] ?? "").includes("到 2025 年"))?.row.gridRow ?? -1;
    const text = grid.rows.find((one) => one.row === row)?.values[col];
    if (typeof text === "string") window.bench.type({ sheet: ledger.sheet, row, col }, text.replaceAll("2025", "2027"));
  });
  await press(page, lights.again);
  await page.getByRole("region", { name: lights.postponed(1) }).waitFor();
  await page.getByText(lights.movedTo("2025-12-31", "2027-12-31")).first().waitFor();
  await good("8-postponed");

  await press(page, lights.remove);
  await page.getByText(lights.handKept(pastDue + 1)).or(page.getByText(lights.handKept(pastDue))).waitFor();
  await good("7-remove");
  await press(page, words.preview.write);
  expect(await page.evaluate(() => window.bench.session.snapshot().lights)).toBeNull();
});

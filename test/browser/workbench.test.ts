import { readFileSync } from "node:fs";
import { read as readSheets } from "@e965/xlsx";
import type { Page } from "playwright-core";
import { presetSettings } from "../../src/core/lights/settings";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll } from "./harness";
import { atRest, laterReturn, until } from "./journey";

jest.setTimeout(180_000);
const product = productBrowser();

const pane = (page: Page) => page.getByRole("complementary", { name: "台账助手" });
const button = (page: Page, name: string | RegExp) => pane(page).getByRole("button", { name, exact: typeof name === "string" });
const tab = (page: Page, name: string) => pane(page).getByRole("tab", { name });
const cell = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);

/** F08FA5 as a page says it. */
const asCss = (fill: string): string => `rgb(${[0, 2, 4].map((at) => parseInt(fill.slice(at, at + 2), 16)).join(", ")})`;

/** Writes what the preview shows, and waits until it is said. */
async function write(page: Page, said: RegExp): Promise<void> {
  await button(page, "写入").click();
  await pane(page).getByText(said).first().waitFor();
}

/** The cells in sight, by their names. */
function shown(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.locator("[data-cell]").evaluateAll((cells) => Object.fromEntries(cells.map((own) => [own.getAttribute("data-cell") ?? "", own.textContent])));
}

async function openBench(language: "zh-CN" | "en-US" = "zh-CN"): Promise<Page> {
  const page = await product.open("workbench.html", { width: 1280, height: 800, locale: language });
  await page.getByRole("grid").waitFor();
  return page;
}

test("the whole job in the browser, and the saved file is what was on screen", async () => {
  const page = await openBench();
  await button(page, "开始检查").click();
  await pane(page).getByRole("heading", { name: "共发现 6 个问题" }).waitFor();
  await pane(page).getByRole("button", { name: /百分号前后间距不一致/u }).click();
  await pane(page).getByRole("button", { name: /转到.*C16/u }).first().click();
  await cell(page, "C16").waitFor();
  expect(await cell(page, "C16").getAttribute("aria-selected")).toBe("true");
  await button(page, "修正全部安全项").click();
  await write(page, /已修正 2 个单元格/u);
  expect(await cell(page, "C16").textContent()).toContain("70% 以上");

  await page.getByRole("button", { name: "样例轮次" }).click();
  await pane(page).getByText(/返回 \d+ = 采纳/u).waitFor();
  await tab(page, "时限").click();
  await pane(page).getByLabel("截至日期").fill("2026-11-23");
  await button(page, "计算时限").click();
  await button(page, "标注到表中").click();
  await write(page, /已标注/u);
  const light = page.locator("[data-cell]", { hasText: "已过时限·待核实" }).first();
  await light.scrollIntoViewIfNeeded();
  expect(await light.evaluate((own) => getComputedStyle(own).backgroundColor)).toBe(asCss(presetSettings("红黄绿").looks.unverified.fill));

  await tab(page, "汇总").click();
  const open = await openCells(page);
  await button(page, "去决定").click();
  await pane(page).getByRole("radio", { name: /市商务局/u }).first().check();
  await button(page, "按此裁定").first().click();
  await button(page, "返回").click();
  await until(async () => (await openCells(page)) < open);
  await button(page, "写入已定部分").click();
  await write(page, /已写入 \d+ 个单元格/u);

  const merged = await savedSheet(page);
  const line = await sumLine(page);
  await pane(page).locator("input[type=file]").setInputFiles({ name: "市财政局.xlsx", mimeType: "application/octet-stream", buffer: laterReturn() });
  await until(async () => (await sumLine(page)) !== line);
  await until(async () => await button(page, "写入已定部分").isEnabled());
  await button(page, "写入已定部分").click();
  await write(page, /已写入 \d+ 个单元格/u);
  const later = await savedSheet(page);
  expect(later).not.toEqual(merged);
  expect(Object.values(later).some((text) => text.includes("已拨付第三批资金。"))).toBe(true);

  await tab(page, "历史").click();
  await button(page, "撤销 市财政局.xlsx").click();
  await write(page, /已撤销/u);
  const undone = await savedSheet(page);
  expect(undone).toEqual(merged);

  for (const [name, text] of Object.entries(await shown(page))) {
    const saved = undone[name] ?? "";
    if (!/^截至/u.test(text) && !/^\d{4}-\d{2}-\d{2}$/u.test(text)) expect([name, text]).toEqual([name, saved]);
  }
  await atRest(page);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("what is typed into the grid is in the file, and can be taken back", async () => {
  const page = await openBench();
  await cell(page, "D5").click();
  await page.keyboard.type("市教育局");
  await page.keyboard.press("Enter");
  expect((await savedSheet(page))["D5"]).toBe("市教育局");
  await cell(page, "D6").click();
  await page.keyboard.press("Control+z");
  expect((await savedSheet(page))["D5"]).toBe("市发展改革委");
});

test("a file that is no workbook is said, and the work goes on", async () => {
  const page = await openBench();
  await page.locator("header input[type=file]").setInputFiles({ name: "会议通知.docx", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
  await page.getByRole("alert").filter({ hasText: "没有打开" }).waitFor();
  expect(await cell(page, "A3").textContent()).toBe("序号");
});

test.each([320, 350])("at %i pixels nothing scrolls sideways but the sheet itself", async (width) => {
  const page = await product.open("workbench.html", { width, height: 560 });
  await page.getByRole("grid").waitFor();
  await keepPicture(page, `workbench-open-${width}`);
  expect(await sidewaysScroll(page)).toBe(0);
});

test("speaks English to who wants it", async () => {
  const page = await openBench("en-US");
  await page.getByRole("button", { name: "Save" }).waitFor();
  await page.getByRole("tab", { name: "Check" }).waitFor();
});

/** Cells that wait for a decision, as the sum line says. */
async function openCells(page: Page): Promise<number> {
  return Number(/待定 (\d+)/u.exec(await sumLine(page))?.[1]);
}

async function sumLine(page: Page): Promise<string> {
  return (await pane(page).getByText(/返回 \d+ = 采纳/u).first().textContent()) ?? "";
}

/** The ledger of the saved file, by a reader that is not ours: cell name to text. */
async function savedSheet(page: Page): Promise<Readonly<Record<string, string>>> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存" }).click()]);
  const book = readSheets(readFileSync(await download.path()), { type: "buffer" });
  const sheet = book.Sheets["工作台账"] ?? {};
  return Object.fromEntries(
    Object.entries(sheet).flatMap(([name, own]: [string, { v?: string | number | boolean }]) => (name.startsWith("!") || own.v === undefined || own.v === "" ? [] : [[name, String(own.v).replace(/\r\n/gu, "\n")]])),
  );
}

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { SEEDS, sourceOf } from "../support/aWorkshop";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll } from "./harness";
import { atRest, laterReturn, until } from "./journey";
import { inExcel, savedInExcel } from "./officePage";

jest.setTimeout(180_000);
const product = productBrowser();
const FOLDER = path.join(SEEDS, "样例轮次");

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });

async function write(page: Page, said: RegExp): Promise<void> {
  await button(page, "写入").click();
  await page.getByText(said).first().waitFor();
  // What was on screen is brought up to date after a write; a person sees that going on.
  await button(page, "停止").waitFor({ state: "detached" });
}

/** The values of the ledger's sheet in the simulated Excel, by our reader. */
async function ledgerIn(page: Page): Promise<readonly (readonly unknown[])[]> {
  const source = await sourceOf("总台账.xlsx", await savedInExcel(page));
  return (source.grids[0]?.rows ?? []).map(({ values }) => Array.from(values, (value) => value ?? null));
}

async function sumLine(page: Page): Promise<string> {
  return (await page.getByText(/返回 \d+ = 采纳/u).first().textContent()) ?? "";
}

test("the whole job in the task pane, over Microsoft's client", async () => {
  const page = await product.open("taskpane.html", { width: 350, height: 700, prepare: inExcel(readFileSync(path.join(FOLDER, "总台账.xlsx")), "ltsc2021") });
  await button(page, "开始检查").click();
  await page.getByRole("heading", { name: /共发现 \d+ 个问题/u }).waitFor();
  await keepPicture(page, "taskpane-check");
  await button(page, "修正全部安全项").click();
  await keepPicture(page, "taskpane-preview");
  await write(page, /已修正 2 个单元格/u);
  expect(JSON.stringify(await ledgerIn(page))).toContain("70% 以上");

  await page.getByRole("tab", { name: "时限" }).click();
  await page.getByLabel("截至日期").fill("2026-11-23");
  await button(page, "计算时限").click();
  await keepPicture(page, "taskpane-lights");
  await button(page, "标注到表中").click();
  await write(page, /已标注/u);
  expect(JSON.stringify(await ledgerIn(page))).toContain("已过时限·待核实");

  await page.getByRole("tab", { name: "汇总" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "返回.zip", mimeType: "application/zip", buffer: readFileSync(path.join(FOLDER, "返回.zip")) });
  await page.getByText(/返回 \d+ = 采纳/u).first().waitFor();
  await keepPicture(page, "taskpane-merge");
  await button(page, "去决定").click();
  await page.getByRole("radio", { name: /市商务局/u }).first().check();
  await button(page, "按此裁定").first().click();
  await button(page, "返回").click();
  await button(page, "写入已定部分").click();
  await write(page, /已写入 \d+ 个单元格/u);
  const merged = await ledgerIn(page);
  expect(JSON.stringify(merged)).toContain("市工业和信息化局：");

  const line = await sumLine(page);
  await page.locator("input[type=file]").setInputFiles({ name: "市财政局.xlsx", mimeType: "application/octet-stream", buffer: laterReturn() });
  await until(async () => (await sumLine(page)) !== line);
  await button(page, "停止").waitFor({ state: "detached" });
  await button(page, "写入已定部分").click();
  await write(page, /已写入 \d+ 个单元格/u);
  expect(JSON.stringify(await ledgerIn(page))).toContain("已拨付第三批资金。");

  await page.getByRole("tab", { name: "历史" }).click();
  await keepPicture(page, "taskpane-history");
  await button(page, "撤销 市财政局.xlsx").click();
  await write(page, /已撤销/u);
  expect(await ledgerIn(page)).toEqual(merged);
  expect(await sidewaysScroll(page)).toBe(0);
  await atRest(page);
  expect(await accessibilityFaults(page)).toEqual([]);
});

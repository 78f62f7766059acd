/** A round in both hosts: files come in on two days, the workbook remembers, what is open is decided, all is written and told, the next forms go out. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { readMany } from "../../src/files/readMany";
import { PANE_LIMITS } from "../../src/files/limits";
import { SEEDS, sourceOf } from "../support/aWorkshop";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll } from "./harness";
import { atRest, until } from "./journey";
import { inExcel, savedInExcel } from "./officePage";

jest.setTimeout(240_000);
const product = productBrowser();
const MASTER = readFileSync(path.join(SEEDS, "样例轮次/总台账.xlsx"));
const returned = (name: string) => ({ name, mimeType: "", buffer: readFileSync(path.join(SEEDS, "样例轮次/返回", name)) });

interface Host {
  /** Opens the product over a workbook. */
  open(workbook: Buffer): Promise<{ readonly page: Page; readonly pane: Locator }>;
  saved(page: Page): Promise<Buffer>;
}

const workbench: Host = {
  async open(workbook) {
    const page = await product.open("workbench.html", { width: 1280, height: 800 });
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: "开始检查" }).waitFor();
    await page.locator("header input[type=file]").setInputFiles({ name: "总台账.xlsx", mimeType: "", buffer: workbook });
    await page.getByRole("heading", { name: "总台账.xlsx" }).waitFor();
    return { page, pane: page.getByRole("complementary", { name: "台账助手" }) };
  },
  async saved(page) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存", exact: true }).click()]);
    return readFileSync(await download.path());
  },
};

const taskpane: Host = {
  async open(workbook) {
    const page = await product.open("taskpane.html", { width: 350, height: 700, prepare: inExcel(workbook, "ltsc2021") });
    return { page, pane: page.locator("body") };
  },
  saved: savedInExcel,
};

test.each([["workbench", workbench], ["task pane", taskpane]] as const)("%s", async (name, host) => {
  const first = await host.open(MASTER);
  const button = (pane: Locator, label: string | RegExp): Locator => pane.getByRole("button", { name: label, exact: typeof label === "string" }).first();
  const quiet = async ({ pane }: typeof first): Promise<void> => button(pane, "停止").waitFor({ state: "detached" });
  const drop = async ({ pane }: typeof first, ...files: readonly string[]): Promise<void> => pane.locator(".tz-drop input[type=file]").setInputFiles(files.map(returned));

  await first.pane.getByRole("tab", { name: "汇总" }).click();
  // 收件, day one: a file, and a telephone call.
  await drop(first, "07_市水务局.xlsx");
  await first.pane.getByText(/返回 \d+ = 采纳/u).first().waitFor();
  await quiet(first);
  await button(first.pane, /^收件/u).click();
  await button(first.pane, "登记 市教育局").click();
  await button(first.pane, "记下").click();
  await first.pane.getByText("已收(电话)").first().waitFor();
  await quiet(first);
  await keepPicture(first.page, `hosts-${name}-register`);
  const evening = await host.saved(first.page);
  await first.page.close();

  // Day two: the workbook knows what came; two files of one unit, and what units differ on.
  const second = await host.open(evening);
  await second.pane.getByRole("tab", { name: "汇总" }).click();
  await second.pane.getByText("已收 1 份材料，还没有合并。").waitFor();
  await drop(second, "02_市工业和信息化局.xlsx", "04_市商务局.xlsx", "04_市商务局(1).xlsx", "05_市住房城乡建设局.xlsx");
  await button(second.pane, "去决定").waitFor();
  await quiet(second);
  await button(second.pane, "去决定").click();
  await button(second.pane, /^转到/u).click();
  await button(second.pane, "以“04_市商务局(1).xlsx”为准").click();
  await second.pane.getByText(/市商务局发来 2 份材料/u).waitFor({ state: "detached" });
  await quiet(second);
  await keepPicture(second.page, `hosts-${name}-open`);
  const policy = second.pane.getByRole("radio", { name: "以牵头单位为准" });
  for (let left = await policy.count(); left > 0; left -= 1) {
    await policy.first().check();
    await button(second.pane, "就这样定").click();
    await until(async () => (await policy.count()) < left);
  }
  await button(second.pane, "写入已定部分").click();
  await button(second.pane, "写入").click();
  await second.pane.getByText(/已写入 \d+ 个单元格/u).first().waitFor();
  await quiet(second);

  // 报告, as a file.
  await button(second.pane, "返回").click();
  await button(second.pane, "报告").click();
  await second.pane.getByText("催报清单").first().waitFor();
  const [report] = await Promise.all([second.page.waitForEvent("download"), button(second.pane, "Word").click()]);
  expect(JSON.stringify((await sourceOf("报告.docx", readFileSync(await report.path()))).grids)).toContain("市水务局");
  await quiet(second);

  // 来历 of the cell that was gone to: both files, and which of them counts.
  await button(second.pane, "返回").click();
  await second.pane.getByRole("tab", { name: "历史" }).click();
  await button(second.pane, "查看选中单元格的来历").click();
  const reports = second.pane.getByRole("region", { name: "各单位报送" });
  await reports.getByText("已由同一单位后来的文件代替").waitFor();
  expect(await reports.getByText("现在采用").count()).toBe(1);
  await quiet(second);
  await keepPicture(second.page, `hosts-${name}-life`);

  // 发放 of the next round: one package of forms comes as a download.
  await button(second.pane, "返回").click();
  await second.pane.getByRole("tab", { name: "汇总" }).click();
  await button(second.pane, /^发放 ?未发/u).click();
  await second.pane.getByLabel("轮次名称").fill("2026年11月");
  await second.pane.getByLabel("报送截止日期").fill("2099-12-31");
  await button(second.pane, "看看发给谁").click();
  const [parcel] = await Promise.all([second.page.waitForEvent("download"), button(second.pane, "生成并记入本工作簿").click()]);
  const forms = readMany([{ name: "x.zip", bytes: readFileSync(await parcel.path()) }], { limits: PANE_LIMITS }).files;
  expect(forms.length).toBe(35);
  await second.pane.getByText(/35 份填报表已交给您/u).first().waitFor();
  await quiet(second);
  expect(await sidewaysScroll(second.page)).toBe(0);
  await atRest(second.page);
  expect(await accessibilityFaults(second.page)).toEqual([]);

  const ledger = await sourceOf("总台账.xlsx", await host.saved(second.page));
  const texts = JSON.stringify(ledger.grids.find(({ sheet }) => sheet === "工作台账")?.rows);
  expect(texts).toContain("（数据已更新）");
  expect(ledger.grids.map(({ sheet }) => sheet)).toContain("_台账");
});

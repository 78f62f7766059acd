import type { Page } from "playwright-core";
import { en } from "../../src/pane/words/en";
import { roundWords } from "../../src/pane/words/roundWords";
import { type PaneWords, zh } from "../../src/pane/words/zh";
import { seedBytes } from "../support/aWorkshop";
import { accessibilityFaults, keepPicture, productBrowser, sidewaysScroll, type View } from "./harness";
import { atRest, bundleBench, openBench } from "./pane/openBench";

const product = productBrowser();
beforeAll(bundleBench, 120_000);
jest.setTimeout(180_000);

const MASTER = "样例轮次/总台账.xlsx";

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  await atRest(page);
};

const drop = async (page: Page, files: readonly { readonly name: string; readonly buffer: Buffer }[]): Promise<void> => {
  await page.locator("input[type=file]").first().setInputFiles(files.map((file) => ({ ...file, mimeType: "" })));
  await page.waitForFunction((names) => {
    const { inbox, merge, busy } = window.bench.session.snapshot();
    const known = [...(inbox?.files.map(({ file }) => file) ?? []), ...merge.strayPictures, ...(inbox?.marks.map(({ reason }) => reason) ?? []), ...merge.refused.map(({ name }) => name)];
    return busy === null && names.every((name) => known.includes(name));
  }, files.map(({ name }) => name));
};

const returned = (name: string) => ({ name, buffer: Buffer.from(seedBytes(`样例轮次/返回/${name}`)) });
const NOBODYS = { name: "回复.csv", buffer: Buffer.from("序号,重点任务,进展情况\n53,加大财政支持力度,已拨付第三批资金\n") };
const OTHER_LEDGER = { name: "市民政局.csv", buffer: Buffer.from("序号,重点任务,工作内容,牵头单位,进展情况\n1,养老服务体系,新建养老中心六处,市民政局,已建成三处\n2,殡葬服务整治,开展专项检查,市民政局,已检查\n") };
const PICTURE = { name: "IMG_20261120.jpg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]) };

async function expectGood(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  expect(await sidewaysScroll(page)).toBe(0);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".tz-pane button, .tz-pane p, .tz-pane label, .tz-pane input, .tz-pane select, .tz-pane textarea")].flatMap((element) => {
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

test.each(LOOKS)("the round from the first file to the last decision: %s", async (look, words, language, view) => {
  const page = await openBench(product, MASTER, language, { height: 640, ...view });
  const own = roundWords(words);
  const good = (name: string): Promise<void> => expectGood(page, `round-${look}-${name}`);
  await page.getByRole("tab", { name: words.tab.merge }).click();
  await page.getByText(own.next.collect).waitFor();
  await good("1-start");

  await drop(page, [returned("07_市水务局.xlsx"), NOBODYS, OTHER_LEDGER, PICTURE]);
  await page.getByText(own.next.ask(3)).waitFor();
  await good("2-asked");
  await press(page, own.next.askDo);
  await good("3-questions");
  await page.getByRole("combobox", { name: own.inbox.whoseThis(NOBODYS.name) }).selectOption("市财政局");
  await press(page, own.inbox.thisUnit);
  await page.getByRole("combobox", { name: own.inbox.whoseThis(PICTURE.name) }).selectOption("市教育局");
  await press(page, own.inbox.thisUnit);
  await press(page, own.inbox.sendBackThis(OTHER_LEDGER.name));
  await page.getByRole("region", { name: own.inbox.questions }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: new RegExp(`^${own.inbox.state.missing}`, "u") }).click();
  await press(page, own.inbox.noteThis("市商务局"));
  await page.getByRole("radio", { name: own.inbox.notes.phone }).check();
  await good("4-note");
  await press(page, own.inbox.noteSave);
  const states = await page.evaluate(() => Object.fromEntries(window.bench.session.snapshot().inbox?.register.map(({ unit, state }) => [unit, state]) ?? []));
  expect(states).toMatchObject({ 市教育局: "picture", 市民政局: "returned", 市商务局: "phone", 市应急管理局: "missing" });
  await page.getByRole("button", { name: new RegExp(`^${own.inbox.all}`, "u") }).click();
  await good("5-register");
  await press(page, words.screen.back);

  const files = ["02_市工业和信息化局.xlsx", "04_市商务局.xlsx", "04_市商务局(1).xlsx", "05_市住房城乡建设局.xlsx", "06_市交通运输局.xlsx"];
  await drop(page, files.map(returned));
  await page.getByRole("button", { name: own.next.decideDo }).waitFor();
  await good("6-merged");
  await press(page, own.next.decideDo);
  await page.getByRole("region", { name: own.open.twice("市商务局", 2) }).waitFor();
  await good("7-twice");
  await press(page, own.open.back("市商务局"));
  await good("8-back");
  await press(page, words.cancel);
  await press(page, own.open.replaceBy("04_市商务局.xlsx"));
  await page.getByText(own.open.policy("完成值", await openCells(page, "reportedValue"))).first().waitFor();
  await good("9-policy");
  await page.getByRole("radio", { name: own.settings.policies.lead }).first().check();
  await press(page, own.open.policyDo);
  await page.evaluate(() => window.scrollTo(0, 0));
  await good("10-open");
  await press(page, own.open.list);
  await good("11-list");
  await press(page, words.preview.write);
  await press(page, words.screen.back);
  await press(page, own.settings.open);
  await good("12-settings");
  await press(page, words.screen.back);

  await press(page, own.inbox.paste);
  await page.getByRole("heading", { name: own.paste.title }).waitFor();
  await page.getByRole("combobox", { name: own.paste.unit }).selectOption("市应急管理局");
  await page.getByRole("textbox", { name: own.paste.text }).fill("第999项：没有这一项\n第60项：已开展培训6场");
  await press(page, own.paste.take);
  await good("13-paste");
  await press(page, words.screen.back);
  await press(page, words.screen.back);

  await press(page, own.report.open);
  await page.getByText(own.report.urge).first().waitFor();
  await good("14-report");
  await press(page, own.report.formats.docx);
  await press(page, words.screen.back);

  await press(page, new RegExp(`^${own.step.dispatch}`, "u"));
  await page.getByLabel(own.dispatch.due).fill("2026-11-30");
  await good("15-dispatch");
  await press(page, own.dispatch.plan);
  await page.getByRole("checkbox", { name: own.dispatch.waitingSure }).check();
  await good("16-forms");
  await press(page, own.dispatch.make);
  await good("17-sent");
  await press(page, words.screen.back);
  await page.getByRole("tab", { name: words.tab.history }).click();
  await press(page, own.life.open);
  await good("18-life-none");
  await page.evaluate(() => window.bench.session.jump({ sheet: "工作台账", row: 14, col: 2 }));
  await press(page, own.life.again);
  await good("19-life");
  const delivered = await page.evaluate(() => window.bench.delivered);
  expect(delivered.map((name) => name.replace(/^.*\./u, ""))).toEqual(["docx", "zip"]);
});

/** Cells of a column on which units differ. */
function openCells(page: Page, column: string): Promise<number> {
  return page.evaluate((key) => window.bench.session.snapshot().merge.plan?.run.conflicts.filter((own) => own.column === key).length ?? 0, column);
}

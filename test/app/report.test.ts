import { planReport } from "../../src/app/report";
import { reportBlocks, reportMarkdown } from "../../src/core/round/report";
import { reportBook } from "../../src/workbook/reportBook";
import { wordDocument } from "../../src/workbook/wordDocument";
import { dispatched, filledIn } from "../support/aDispatch";
import { bookOf, masterIn, mergeBytes, seedBytes, sourceOf } from "../support/aWorkshop";

async function aReport() {
  const { master, form } = await dispatched(seedBytes("样例轮次/总台账.xlsx"));
  const power = filledIn(await form("国网济南供电公司"), (_row, column) => (column === "progress" ? "同上" : column === "reportedValue" ? "一批" : null));
  const water = filledIn(await form("市水务局"), (row, column) => (row === "3" && column === "status" ? "进行中" : null));
  const { bytes } = await mergeBytes(master, [power, water]);
  const report = planReport(await masterIn(bookOf(bytes)), { year: 2026, month: 11, day: 2 });
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value;
}

test("counts rows and answers, urges who owes, sends back what can't be used, with the reason", async () => {
  const report = await aReport();
  expect(report.byUnit.find(({ unit }) => unit === "市水务局")).toMatchObject({ rows: 6, returned: 1, state: "缺项" });
  for (const { rows, lights } of report.byUnit) expect(Object.values(lights).reduce((sum, count) => sum + count, 0)).toBe(rows);
  expect(report.urge.find(({ unit }) => unit === "市水务局")?.missing).toHaveLength(5);
  expect(report.urge.find(({ unit }) => unit === "市商务局")?.text).toBe("市商务局：工作台账“2026年10月”尚未收到贵单位报送材料，报送截止日期为 2026-10-31，请尽快报送。");
  expect(report.urge.some(({ unit }) => unit === "国网济南供电公司")).toBe(false);
  expect(report.slips.map(({ unit, reasons }) => [unit, reasons.map(({ row, column }) => [row, column])])).toEqual([["国网济南供电公司", [["5", "reportedValue"], ["5", "progress"]]]]);
});

test("is the same page in Markdown, Word and as a workbook", async () => {
  const report = await aReport();
  const blocks = reportBlocks(report);
  const markdown = reportMarkdown(blocks);
  for (const { text } of report.urge) expect(markdown).toContain(text);
  const word = await sourceOf("报告.docx", wordDocument(blocks));
  expect(word.grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values))).toEqual(expect.arrayContaining(["市水务局", "缺项"]));
  const book = reportBook(report);
  const saved = book.ok ? book.value.save() : null;
  const sheets = saved?.ok ? (await sourceOf("报告.xlsx", saved.value)).grids : [];
  expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([["报送情况", report.byUnit.length + 1], ["催报清单", report.urge.length + 1], ["退回单", 3]]);
});

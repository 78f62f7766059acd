import { valueAt } from "../../src/core/grid/grid";
import type { LedgerBookRow, LedgerBookSpec } from "../../src/workbook/newLedgerBook";
import { columnWidth, newLedgerBook } from "../../src/workbook/newLedgerBook";
import { packageProblems } from "../../src/workbook/validate";
import type { Workbook } from "../../src/workbook/workbook";
import { partsOf, saved } from "./books";

const HEADERS = [["serial", "序号"], ["task", "重点任务"], ["content", "工作内容"], ["leadUnits", "牵头单位"], ["responsibleUnits", "责任单位"]] as const;
const LONG = "统筹推进既有建筑绿色节能改造，按照《重点用能产品设备能效先进水平、节能水平和准入水平》更新改造。".repeat(6);
const ROWS: readonly LedgerBookRow[] = [
  { kind: "outline", text: "一、工作目标" },
  { kind: "goal", values: ["2025 年工作目标", null, "新能源汽车保有量达到 30 万辆以上。", "市发展改革委", null] },
  { kind: "goal", values: [null, null, "二手车交易量达到 30 万辆。", "市商务局", null] },
  { kind: "goal", values: ["2027 年工作目标", null, "新能源汽车保有量达到 40 万辆以上。", "市发展改革委", null] },
  { kind: "outline", text: "(一) 工业装备更新改造以及一个很长很长的节标题" },
  { kind: "task", values: [1, "推动产业现代化改造", LONG, "市工业和信息化局", "=1+1"] },
];
const SPEC: LedgerBookSpec = {
  sheet: "工作台账",
  titleLines: [{ kind: "label", text: "附件 1" }, { kind: "title", text: "济南市设备更新工作台账" }],
  columns: HEADERS.map(([key, header]) => ({ key, header })),
  rows: ROWS,
};

function made(spec = SPEC): Workbook {
  const book = newLedgerBook(spec);
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}

const sheetOf = (spec = SPEC): string => partsOf(saved(made(spec)))["xl/worksheets/sheet1.xml"] ?? "";
const heightOf = (sheet: string, row: number): number => Number(new RegExp(`<row r="${row}" ht="([\\d.]+)"`, "u").exec(sheet)?.[1]);

test("it holds the ledger and nothing else, and is right by the rules of the format", () => {
  const book = made();
  expect(packageProblems(book.parts())).toEqual([]);
  const grids = book.read(["工作台账"]);
  const grid = grids.ok ? grids.value[0] : undefined;
  if (grid === undefined) throw new Error("no grid");
  expect([0, 1, 2, 3, 4, 8].map((row) => valueAt(grid, row, 0))).toEqual(["附件 1", "济南市设备更新工作台账", "序号", "一、工作目标", "2025 年工作目标", 1]);
  expect([valueAt(grid, 8, 2), valueAt(grid, 8, 4)]).toEqual([LONG, "=1+1"]);
  expect(Object.keys(partsOf(saved(book))).filter((part) => part.startsWith("docProps"))).toEqual([]);
});

test("the same ledger gives the same bytes", () => expect(saved(made())).toEqual(saved(made())));

test("outline rows are not spanned; the title is, and a label over the goals that leave theirs empty", () => {
  const sheet = sheetOf();
  expect([...sheet.matchAll(/<mergeCell ref="([^"]+)"/gu)].map((found) => found[1])).toEqual(["A2:E2", "A5:A6"]);
  const outline = /<row r="8".*?<\/row>/u.exec(sheet)?.[0] ?? "";
  expect(outline).toMatch(/^<row r="8" ht="\d+" customHeight="1"><c r="A8" s="\d+" t="s"><v>\d+<\/v><\/c><c r="B8" s="\d+"\/>/u);
});

test("an outline row does not wrap, every row of text does", () => {
  const parts = partsOf(saved(made()));
  const formats = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/su.exec(parts["xl/styles.xml"] ?? "")?.[1] ?? "").matchAll(/<xf .*?(?:\/>|<\/xf>)/gu)].map(([xf]) => xf);
  const formatOf = (cell: string): string => formats[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`, "u").exec(parts["xl/worksheets/sheet1.xml"] ?? "")?.[1])] ?? "";
  expect([formatOf("A4"), formatOf("A8")].some((xf) => xf.includes("wrapText"))).toBe(false);
  expect([formatOf("A3"), formatOf("A5"), formatOf("C9"), formatOf("D9")].every((xf) => xf.includes('wrapText="1"'))).toBe(true);
  expect(formatOf("E9")).toContain('quotePrefix="1"');
});

test("rows are as high as their text and never higher than Excel allows", () => {
  const sheet = sheetOf();
  const lines = Math.ceil((LONG.length * 15) / (columnWidth("content") * 8));
  expect(heightOf(sheet, 9)).toBeGreaterThan(lines * 11 * 1.2);
  expect(heightOf(sheetOf({ ...SPEC, rows: [{ kind: "task", values: [1, "", LONG.repeat(20), null, null] }] }), 4)).toBe(409);
  expect(heightOf(sheet, 5) + heightOf(sheet, 6)).toBeGreaterThanOrEqual(3 * 11 * 1.45);
  expect(heightOf(sheet, 7)).toBeGreaterThanOrEqual(3 * 11 * 1.45);
});

test("header, 序号 and 重点任务 stay in sight; the header is printed on every page, A4 lying, one page wide, numbered", () => {
  const parts = partsOf(saved(made()));
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain('<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>');
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>');
  expect(sheet).toContain("<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>");
  expect(parts["xl/workbook.xml"]).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">工作台账!$3:$3</definedName>');
});

test("a wide ledger goes to A3, and keeps its text at nine points", () => {
  const wide = [...HEADERS, ["deadline", "完成时限"], ["targetValue", "目标值"], ["reportedValue", "完成值"], ["status", "状态"], ["progress", "进展情况"], ["problems", "存在问题"], ["nextSteps", "下一步措施"], ["note", "备注"], ["自定", "其他事项"]] as const;
  const sheet = sheetOf({ ...SPEC, columns: wide.map(([key, header]) => ({ key, header })) });
  expect(sheet).toContain('paperSize="8"');
  const points = [...sheet.matchAll(/ width="([\d.]+)"/gu)].reduce((sum, found) => sum + Number(found[1]) * 7.1, 0);
  expect((1190.6 - 72) / points * 11).toBeGreaterThanOrEqual(9);
});

test.each([
  [["content"], 0],
  [["serial"], 1],
  [["serial", "content", "task"], 1],
  [["serial", "task"], 2],
])("of the columns %j, %i stay in sight", (keys, frozen) => {
  const sheet = sheetOf({ ...SPEC, columns: keys.map((key) => ({ key, header: key })), rows: [] });
  expect(/xSplit="(\d)"/u.exec(sheet)?.[1]).toBe(frozen === 0 ? undefined : String(frozen));
});

import { readDeadlineCell, type DeadlineCellRead } from "../../../src/core/targets/deadlineCell";
import type { CellMark, CellValue } from "../../../src/core/grid/grid";

const context = { year: 2024, asOf: { year: 2024, month: 5, day: 10 } };
const read = (value: CellValue, mark?: CellMark): DeadlineCellRead => readDeadlineCell(value, mark, context);
const said = (result: DeadlineCellRead): string =>
  "problem" in result ? result.problem : [result.deadline.kind, result.deadline.date ?? "-", result.deadline.alternative ?? ""].join(" ").trim();

// value | mark | what it is
test.each<[CellValue, CellMark | undefined, string]>([
  [45_838, { date: true }, "date 2025-06-30"],
  [45_838, undefined, "date 2025-06-30"],
  [45_838.75, { date: true }, "date 2025-06-30"],
  [2025, undefined, "year 2025-12-31"],
  [202_512, undefined, "date 2025-12-31"],
  [20_250_630, undefined, "date 2025-06-30"],
  [2025.6, undefined, "date 2025-06-30"],
  [2025.12, undefined, "date 2025-12-31"],
  [2025.1, undefined, "date 2025-01-31 2025-10-31"],
  [12, undefined, "nonsense"],
  ["2025年6月底", undefined, "date 2025-06-30"],
  ["6月前", undefined, "date 2024-05-31 2024-06-30"],
  ["立行立改，长期坚持", undefined, "ongoing -"],
  ["每季度末", undefined, "quarterly 2024-06-30"],
  ["2025年3月底前、9月底前", undefined, "multi 2025-03-31"],
  ["2025年6月完成试点，再视情况推广", undefined, "date 2025-06-30"],
  ["1.2025年8月 2.2025年12月", undefined, "multi 2025-08-31"],
  ["1、交易中心7月1日投入运行 2、市场2025年12月底建成 3、改造10月1日前完成", undefined, "multi 2024-07-01"],
  ["2025年9月31日", undefined, "impossible"],
  ["2025年13月", undefined, "impossible"],
  ["市发展改革委", undefined, "unit"],
  ["市住房城乡建设局、各区县政府", undefined, "unit"],
  ["视资金情况推进", undefined, "undated"],
  ["√", undefined, "nonsense"],
  ["asdf", undefined, "nonsense"],
  [true, undefined, "nonsense"],
  ["#REF!", { error: true }, "error"],
  [null, undefined, "none -"],
  ["　", undefined, "none -"],
  ["无", undefined, "none -"],
  ["——", undefined, "none -"],
  ["收到后5个工作日内", undefined, "none -"],
])("%p %p is %s", (value, mark, expected) => expect(said(read(value, mark))).toBe(expected));

test("the words of the cell are kept", () => {
  const result = read("2025年6月底前（力争5月）");
  expect("deadline" in result && result.deadline.text).toBe("2025年6月底前（力争5月）");
});

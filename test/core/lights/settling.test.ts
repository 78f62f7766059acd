import type { CellValue, Grid } from "../../../src/core/grid/grid";
import { NO_MARKS } from "../../../src/core/lights/facts";
import { serialIn } from "../../../src/core/lights/helperRow";
import { presetSettings } from "../../../src/core/lights/settings";
import { decisionFault, type GivenMark, marksOf, placeMarks, type RowDecision, rowAnchor } from "../../../src/core/lights/settling";
import { ledgerOf } from "../../support/aLedger";

const SETTINGS = presetSettings("红黄绿");

test.each<[RowDecision, ReturnType<typeof decisionFault>, ReturnType<typeof marksOf>]>([
  [{ settlement: "done", on: "", ground: " 验收单 " }, null, { adjusted: null, override: "已完成", ground: "验收单" }],
  [{ settlement: "not-done", on: "", ground: "" }, "noGround", { adjusted: null, override: "未完成", ground: "" }],
  [{ settlement: "dropped", on: "", ground: "市政府会议" }, null, { adjusted: null, override: "不再考核", ground: "市政府会议" }],
  [{ settlement: "adjust", on: "2027-06-30", ground: "批复" }, null, { adjusted: serialIn("2027-06-30"), override: "", ground: "批复" }],
  [{ settlement: "adjust", on: "", ground: "批复" }, "noDate", { adjusted: null, override: "", ground: "批复" }],
  [{ settlement: "adjust", on: "2027-06-30", ground: " " }, "noGround", { adjusted: serialIn("2027-06-30"), override: "", ground: "" }],
  [{ settlement: "unverified", on: "", ground: "待查" }, null, { adjusted: null, override: "已过时限·待核实", ground: "待查" }],
  [{ settlement: null, on: "", ground: "" }, null, NO_MARKS],
])("%j", (decision, fault, marks) => {
  expect(decisionFault(decision)).toBe(fault);
  expect(marksOf(decision, SETTINGS)).toEqual(marks);
});

function sheet(rows: readonly (readonly CellValue[])[]): Grid {
  return {
    sheet: "台账", visibility: "visible", spans: [], notes: [], hiddenColumns: [],
    rows: [["序号", "任务", "工作内容", "牵头单位"], ...rows].map((values, row) => ({ row, values, marks: null, hidden: false })),
  };
}

const DONE = { adjusted: null, override: "已完成", ground: "验收单" };

test("a decision finds its row again after rows moved, and is nobody's where its words are gone or stand twice elsewhere", () => {
  const { ledger } = ledgerOf(sheet([[1, "甲", "做甲。", "市甲局"], [2, "乙", "做乙。", "市乙局"]]));
  const [, second] = ledger.rows;
  if (!second) throw new Error("no row");
  const mark: GivenMark = { gridRow: second.gridRow, anchor: rowAnchor(ledger, second), marks: DONE };
  const placed = (rows: readonly (readonly CellValue[])[]) => [...placeMarks(ledgerOf(sheet(rows)).ledger, [mark])];
  expect(placed([[1, "甲", "做甲。", "市甲局"], [2, "乙", "做乙。", "市乙局"]])).toEqual([[2, DONE]]);
  expect(placed([[3, "丙", "做丙。", "市丙局"], [1, "甲", "做甲。", "市甲局"], [2, "乙", "做 乙。", "市乙局"]])).toEqual([[3, DONE]]);
  expect(placed([[1, "甲", "做甲。", "市甲局"], [2, "乙", "另做乙。", "市乙局"]])).toEqual([]);
  expect(placed([[2, "乙", "做乙。", "市乙局"], [1, "甲", "做甲。", "市甲局"], [2, "乙", "做乙。", "市乙局"]])).toEqual([]);
  expect(placed([[2, "乙", "做乙。", "市乙局"], [2, "乙", "做乙。", "市乙局"]])).toEqual([[2, DONE]]);
});

import { arrivalsOf } from "../../src/app/arrivals";
import type { CellValue, Grid } from "../../src/core/grid/grid";
import type { Round } from "../../src/core/round/round";
import { aBase, aRound, aSubmission } from "../support/aRound";
import { ledgerOf } from "../support/aLedger";

const HEADER = ["序号", "任务", "工作内容", "牵头单位", "完成值", "状态", "进展情况"];

function sheet(rows: readonly (readonly CellValue[])[]): Grid {
  return {
    sheet: "台账", visibility: "visible", spans: [], notes: [], hiddenColumns: [],
    rows: [HEADER, ...rows].map((values, row) => ({ row, values, marks: null, hidden: false })),
  };
}

const GRID = sheet([[1, "任务1", "做一。", "市甲局", null, null, "已摸底"], [2, "任务2", "做二。", "市甲局"], [3, "任务3", "新加的。", "市甲局", null, null, "刚写上"]]);
const base = aBase({ "1": { content: "做一。", progress: "已 摸底" }, "2": { content: "做二。" } });
const dispatched = (due: string) => ({ name: "十一月", due, sent: "2026-11-01", parent: "", forms: [{ unit: "市丙局", file: "市丙局.xlsx", rows: ["1"] }] });
const arrivals = (submissions: readonly ReturnType<typeof aSubmission>[], due: string | null, marks: Round["marks"] = []) =>
  [...arrivalsOf(aRound({ base, submissions, marks, dispatch: due === null ? null : dispatched(due) }), ledgerOf(GRID).ledger)];

test("without a round nothing is known", () => {
  expect([...arrivalsOf(null, ledgerOf(GRID).ledger)]).toEqual([]);
});

test("what stood in a row when the round began, and whether anybody answered it in time", () => {
  expect(arrivals([], "2026-11-25")).toEqual([[1, { prior: "已摸底", came: null }], [2, { prior: "", came: null }]]);
  const inTime = aSubmission("市甲局", { "1.progress": "已开工" });
  const late = aSubmission("市乙局", { "1.progress": "已完工", "2.progress": "无" }, { received: "2026-11-26" });
  expect(arrivals([inTime], "2026-11-25")[0]?.[1].came).toBe("in-time");
  expect(arrivals([inTime, late], "2026-11-25").map(([, { came }]) => came)).toEqual(["late", "late"]);
  expect(arrivals([late, inTime], null).map(([, { came }]) => came)).toEqual(["in-time", "in-time"]);
});

test("a unit that said 零报告 has answered the rows of its form", () => {
  const zero = [{ unit: "市丙局", kind: "zero" as const, date: "2026-11-20", reason: "" }];
  expect(arrivals([], "2026-11-25", zero).map(([, { came }]) => came)).toEqual(["in-time", null]);
  expect(arrivals([], "2026-11-10", zero).map(([, { came }]) => came)).toEqual(["late", null]);
  expect(arrivals([], "2026-11-25", [{ ...zero[0], kind: "phone" as const, unit: "市丙局", date: "2026-11-20", reason: "" }]).map(([, { came }]) => came)).toEqual([null, null]);
});

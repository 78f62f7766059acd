import type { CellValue } from "../../../src/core/grid/grid";
import { textOf, type Ledger } from "../../../src/core/ledger/ledger";
import { joinCutRows } from "../../../src/core/parse/joinCutRows";
import { parseLedger } from "../../../src/core/parse/parseLedger";
import { importLedger } from "../../../src/app/importLedger";
import { aGrid } from "../../support/aGrid";

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "进展情况"];

function ledgerOf(lines: readonly (readonly CellValue[])[], options: Parameters<typeof aGrid>[1] = {}): Ledger {
  const parsed = parseLedger(aGrid(lines, options));
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}

const contents = (ledger: Ledger): readonly string[] => ledger.rows.map((row) => textOf(ledger, row, "content"));

const before = ["1", "推进更新", "到 2025 年完成设", "市发展改革委、市工业和信", "已完成。"];
const after = ["2", "推进回收", "建设回收网点 100 个。", "市商务局", ""];

test.each<[what: string, lines: readonly (readonly CellValue[])[], joined: readonly string[]]>([
  ["a row cut in the middle of a sentence", [before, ["", "", "备更新 30 项。", "息化局", ""], after], ["到 2025 年完成设备更新 30 项。", "建设回收网点 100 个。"]],
  ["the header said again between the pieces", [before, HEADER, ["", "", "备更新 30 项。", "", ""], after], ["到 2025 年完成设备更新 30 项。", "建设回收网点 100 个。"]],
  ["a row cut into three", [before, ["", "", "备更新 30 项，", "", ""], ["", "", "报废 20 项。", "", ""]], ["到 2025 年完成设备更新 30 项，报废 20 项。"]],
  ["a text that ends with a full stop goes on nowhere", [after, ["", "", "另建分拣中心。", "", ""]], ["建设回收网点 100 个。", "另建分拣中心。"]],
  ["a full stop inside quotation marks is one, too", [["1", "甲", "落实“两新。”", "", ""], ["", "", "另建分拣中心。", "", ""]], ["落实“两新。”", "另建分拣中心。"]],
  ["a row with a 序号 is a row", [before, ["3", "", "备更新 30 项。", "", ""], after], ["到 2025 年完成设", "备更新 30 项。", "建设回收网点 100 个。"]],
  ["a row with a 重点任务 is a row", [before, ["", "推进", "备更新 30 项。", "", ""], after], ["到 2025 年完成设", "备更新 30 项。", "建设回收网点 100 个。"]],
  ["a section parts two rows", [before, ["（二）消费"], ["", "", "备更新 30 项。", "", ""], after], ["到 2025 年完成设", "备更新 30 项。", "建设回收网点 100 个。"]],
  ["in a ledger of short phrases nothing is a sentence", [["1", "甲", "更新设备", "", ""], ["", "", "建设网点", "", ""], ["2", "乙", "发放补贴", "", ""], ["3", "丙", "开展宣传", "", ""]], ["更新设备", "建设网点", "发放补贴", "开展宣传"]],
  ["a second answer below is no piece of the first", [["1", "甲", "更新设备。", "", "已完成 80%"], ["", "", "", "", "二期正在推进。"], after], ["更新设备。", "", "建设回收网点 100 个。"]],
  ["an answer that breaks off is", [["1", "甲", "更新设备。", "", "已完成 80%，"], ["", "", "", "", "二期正在推进。"], after], ["更新设备。", "建设回收网点 100 个。"]],
])("%s", (_what, lines, joined) => {
  expect(contents(joinCutRows(ledgerOf([HEADER, ...lines])))).toEqual(joined);
});

test("all columns are joined, units where one ends on a line of its own; the pieces are kept with their places", () => {
  const [whole] = joinCutRows(ledgerOf([HEADER, before, ["", "", "备更新 30 项。", "息化局", ""]])).rows;
  expect(whole?.values).toEqual(["1", "推进更新", "到 2025 年完成设备更新 30 项。", "市发展改革委、市工业和信息化局", "已完成。"]);
  expect(whole?.pieces.map(({ gridRow }) => gridRow)).toEqual([1, 2]);
  const units = joinCutRows(ledgerOf([HEADER, ["1", "甲", "推进设", "市财政局", ""], ["", "", "备更新。", "市商务局", ""]]));
  expect(units.rows.map((row) => textOf(units, row, "leadUnits"))).toEqual(["市财政局\n市商务局"]);
});

test("figures and spans are never torn from where they stand", () => {
  const header = ["序号", "重点任务", "工作内容", "完成值"];
  const figures = ledgerOf([header, [1, "甲", "推进设", 5], [null, null, "备更新。", 7]]);
  expect(joinCutRows(figures)).toBe(figures);
  const spanned = ledgerOf([header, [1, "甲", "推进设", 5], [null, null, "备更新。", null]], { spans: [{ top: 1, bottom: 2, left: 0, right: 0 }] });
  expect(joinCutRows(spanned)).toBe(spanned);
});

test("goals are numbered without the pieces", () => {
  const ledger = ledgerOf([HEADER, ["一、工作目标"], ["2025 年工作目标", "", "保有量达到 30 万辆，其中新", "", ""], ["", "", "能源车 10 万辆。", "", ""], ["2027 年工作目标", "", "再翻一番。", "", ""]]);
  expect(joinCutRows(ledger).rows.map(({ key }) => key)).toEqual(["goal-1", "goal-2"]);
});

test("an imported ledger has them whole", () => {
  const lines = [HEADER, before, ["", "", "备更新 30 项。", "息化局", ""], after];
  const plan = importLedger(aGrid(lines), ledgerOf(lines));
  expect(plan.rows).toMatchObject([{ kind: "task", values: ["1", "推进更新", "到 2025 年完成设备更新 30 项。", "市发展改革委、市工业和信息化局", "已完成。"] }, { kind: "task" }]);
});

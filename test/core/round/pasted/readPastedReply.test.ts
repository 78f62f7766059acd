import { findLedger } from "../../../../src/core/parse/parseLedger";
import { sayUnplaced } from "../../../../src/core/round/pasted/pastedItem";
import { readPastedReply } from "../../../../src/core/round/pasted/readPastedReply";
import { baseOf } from "../../../../src/core/round/roundOfSheet";
import { aGrid } from "../../../support/aGrid";
import { MASTER_LINES, mergeInto } from "../../../support/aReturn";

const LINES = [...MASTER_LINES, [12, "提升供电能力", "新建充电桩 500 个。", "市发改委", "市商务局", "", "", "", ""], [13, "提升供电能力", "改造老旧电网 3 处。", "市发改委", "", "", "", "", ""]];
const found = findLedger([aGrid(LINES, { sheet: "工作台账" })]);
if (!found.ok) throw new Error(found.error.kind);
const base = baseOf(found.value.ledger);

/** What 市商务局 (rows 1, 3, 12 and the goal) said: `row.column text`, and the lines without a place. */
function read(text: string, unit = "市商务局") {
  const { pieces, unplaced } = readPastedReply(text, unit, base);
  return [...pieces.map((piece) => `${piece.row}.${piece.column} ${piece.text.replaceAll("\n", "⏎")}`), ...unplaced.map(({ line, why }) => `${line} ${why}`)];
}

test.each<[string, string, string[]]>([
  ["第N项", "第1项：已举办 12 场。\n第12项：已建 300 个。", ["1.progress 已举办 12 场。", "12.progress 已建 300 个。"]],
  ["Chinese numbers", "第十二项，已建 300 个。", ["12.progress 已建 300 个。"]],
  ["two items of one text", "第1、3项：合并推进。", ["1.progress 合并推进。", "3.progress 合并推进。"]],
  ["two marks of one text", "第1项、第12项：合并推进。", ["1.progress 合并推进。", "12.progress 合并推进。"]],
  ["序号 and brackets", "【序号3】已部署\n(第12项) 已建", ["3.progress 已部署", "12.progress 已建"]],
  ["plain numbers that are 序号", "1. 已举办\n3、已部署\n12．已建 12.5 公里", ["1.progress 已举办", "3.progress 已部署", "12.progress 已建 12.5 公里"]],
  ["full-width numbers", "１２、已建", ["12.progress 已建"]],
  ["a decimal is no item", "第12项：投资\n12.5 亿元", ["12.progress 投资⏎12.5 亿元"]],
  ["points within an item", "第1项：\n1. 已拨付\n2. 已部署", ["1.progress 1. 已拨付⏎2. 已部署"]],
  ["points of others within a numbered item", "12. 分三步：\n2. 第二步", ["12.progress 分三步：⏎2. 第二步"]],
  ["the reply's own numbers", "1. 汽车方面已举办\n2. 家电方面已部署", ["1 ownNumbers", "2 ownNumbers"]],
  ["own numbers before names of tasks", "1. 畅通家电更新：已部署\n2. 促进汽车消费：已举办", ["3.progress 已部署", "1.progress 已举办"]],
  ["Chinese numbers before names of tasks", "一、促进汽车消费\n已举办\n（二）畅通家电更新：已部署", ["1.progress 已举办", "3.progress 已部署"]],
  ["the name decides against the number", "第1项 畅通家电更新：已部署", ["3.progress 已部署"]],
  ["a name that two tasks have", "提升供电能力：已建", ["12.progress 已建"]],
  ["a number that nothing has", "第99项：已建\n再说一句", ["1 noSuchItem", "2 noSuchItem"]],
  ["a goal by its number", "2025年工作目标第1条：保有量 28 万辆。", ["goal-1.progress 保有量 28 万辆。"]],
  ["labels", "第1项：状态：进行中；完成值：12；进展情况：已举办 12 场。存在问题：资金不足。\n下一步：加快。", ["1.status 进行中", "1.reportedValue 12", "1.progress 已举办 12 场。", "1.problems 资金不足。", "1.nextSteps 加快。"]],
  ["a label in the middle of a sentence is none", "第1项：采取如下办法：一是推进；二是督导。", ["1.progress 采取如下办法：一是推进；二是督导。"]],
  ["only a figure, only a status", "第1项：12\n第3项：已完成", ["1.reportedValue 12", "3.status 已完成"]],
  ["greeting and signature", "台账办：现将情况报告如下：\n第1项：已举办\n\n特此报告。\n市商务局\n2026年11月23日", ["1.progress 已举办", "1 noItem", "4 signature", "5 signature", "6 signature"]],
  ["no item at all", "本月重点抓促销。", ["1 noItem"]],
  ["nothing new in any", "台账办：\n本月无变化", ["goal-1.progress 本月无变化", "1.progress 本月无变化", "3.progress 本月无变化", "12.progress 本月无变化", "1 noItem"]],
  ["empty", "\n \n", []],
])("%s", (_name, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("a unit with one row needs no number", () => {
  const single = readPastedReply("已建 3 处。\n完成值：3", "市发改委", { ...base, rows: base.rows.filter(({ id }) => id === "13" || id === "1") });
  expect(single.pieces).toEqual([{ row: "13", column: "progress", text: "已建 3 处。" }, { row: "13", column: "reportedValue", text: "3" }]);
});

test.each<[string, string[][], string[]]>([
  ["序号 and prose", [["1", "已举办"], ["3", "已部署"]], ["1.progress 已举办", "3.progress 已部署"]],
  ["a short header", [["序号", "进展"], ["3", "已部署"]], ["3.progress 已部署"]],
  ["name, figure, status and prose in any order", [["已举办 12 场", "促进汽车消费", "12", "推进中"], ["已部署", "畅通家电更新", "5", "已完成"]], ["1.progress 已举办 12 场", "1.reportedValue 12", "1.status 推进中", "3.progress 已部署", "3.reportedValue 5", "3.status 已完成"]],
  ["the unit's own 序号 before a name", [["1", "畅通家电更新", "已部署"], ["2", "促进汽车消费", "已举办"]], ["3.progress 已部署", "1.progress 已举办"]],
  ["two columns of prose could be anything", [["1", "已举办", "资金不足"]], ["1 columnUnknown", "1 columnUnknown"]],
  ["a line that names nothing", [["1", "已举办"], ["某任务", "已部署"]], ["1.progress 已举办", "2 noItem"]],
  ["a text with line ends in quotation marks", [["1", '"一是\n二是"']], ["1.progress 一是⏎二是"]],
])("a table: %s", (_name, lines, expected) => {
  expect(read(lines.map((cells) => cells.join("\t")).join("\n"))).toEqual(expected);
});

test("a table with the form's header is read as any returned sheet", () => {
  const reply = readPastedReply("序号\t重点任务\t工作内容\t状态\t进展情况\n3\t畅通家电更新\t\t已完成\t已部署", "市商务局", base);
  const run = mergeInto(LINES, [reply.source]);
  expect(run.changes.map(({ row, column, to }) => [row, column, to])).toEqual([["3", "status", "已完成"], ["3", "progress", "已部署"]]);
});

test("a pasted reply is merged as a file of its unit, and every line has a fate", () => {
  const reply = readPastedReply("各位：\n第1项：状态：进行中；进展：已举办 12 场。\n第2项：越权填写\n第99项：多余\n市商务局", "市商务局", base);
  const run = mergeInto(LINES, [reply.source]);
  expect(run.files).toMatchObject([{ unit: "市商务局", status: "merged" }]);
  expect(run.changes.map(({ row, column, to }) => [row, column, to])).toEqual([["1", "status", "进行中"], ["1", "progress", "已举办 12 场。"]]);
  const fates = (fate: string) => run.cells.filter((cell) => cell.fate === fate).map(({ value, reason }) => [value, reason]);
  expect(fates("unread")).toEqual([["各位：", "looseText"], ["第99项：多余", "looseText"], ["市商务局", "looseText"]]);
  expect(fates("rejected")).toEqual([["越权填写", "notAddressed"]]);
  expect(run.addsUp).toBe(true);
});

test("equal texts are one file, others are not", () => {
  const names = ["第1项：甲", "第1项：甲", "第1项：乙"].map((text) => readPastedReply(text, "市商务局", base).source.name);
  expect(names[0]).toBe(names[1]);
  expect(names[0]).not.toBe(names[2]);
  expect(readPastedReply("本月无变化", "市商务局", base).source.name).toContain("零报告");
});

test("every reason has its words", () => {
  expect(sayUnplaced("noItem")).toBe("没有写明是第几项");
  expect(sayUnplaced("columnUnknown", "en")).toContain("column");
});

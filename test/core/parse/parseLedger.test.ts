import { readFileSync } from "node:fs";
import path from "node:path";
import { cellOf, textOf } from "../../../src/core/ledger/ledger";
import { findLedger, parseLedger } from "../../../src/core/parse/parseLedger";
import { aGrid, gridOfText } from "../../support/aGrid";

const SOURCE = readFileSync(path.join(__dirname, "../../../seeds/济南市推动大规模设备更新和消费品以旧换新工作台账.txt"), "utf8");

function parsed(...args: Parameters<typeof parseLedger>) {
  const result = parseLedger(...args);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

describe("the real ledger", () => {
  const ledger = parsed(gridOfText(SOURCE));

  test("is counted as a clerk counts it", () => {
    expect(ledger.chapters).toHaveLength(8);
    expect(ledger.sections.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
    expect(ledger.rows.filter(({ kind }) => kind === "task").map(({ key }) => key)).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
    expect(ledger.rows.filter(({ kind }) => kind === "goal")).toHaveLength(8);
    expect(ledger.frame.filter(({ kind }) => kind === "header" || kind === "repeatedHeader")).toHaveLength(12);
  });

  test("keeps every cell character by character", () => {
    const texts = ledger.rows.map((row) => ["task", "content", "leadUnits", "responsibleUnits"].map((key) => textOf(ledger, row, key)).join("\t"));
    const source = SOURCE.split("\n").map((line) => line.split("\t")).filter((cells) => (cells[2] ?? "") !== "" && cells[2] !== "工作内容");
    expect(texts).toEqual(source.map((cells) => [cells[1], cells[2], cells[3], cells[4] ?? ""].join("\t")));
  });

  test("goal rows take the label above them", () => {
    const labels = ledger.rows.filter(({ kind }) => kind === "goal").map(({ label }) => label);
    expect(labels).toEqual([...Array<string>(5).fill("2025 年工作目标"), ...Array<string>(3).fill("2027 年工作目标")]);
  });

  test("sections know their chapter, tasks their section", () => {
    expect(ledger.sections.find(({ number }) => number === 11)?.chapter).toBe(3);
    expect(ledger.rows.find(({ key }) => key === "42")?.section).toBe(18);
  });
});

describe("headers", () => {
  test("are found by their words below titles, in any order", () => {
    const ledger = parsed(aGrid([["附件 2"], ["某局落实情况表"], ["目标数", "No.", "重点工作", "工作目标", "牵头部门"], [3, 1, "甲", "乙", "市丙局"]]));
    expect(ledger.columns.map(({ key }) => key)).toEqual(["targetValue", "serial", "task", "content", "leadUnits"]);
    expect(ledger.frame.map(({ kind }) => kind)).toEqual(["title", "title", "header"]);
    expect(ledger.rows).toHaveLength(1);
  });

  test.each([
    ["完成情况（数值）", "reportedValue"], ["完成情况", "progress"], ["10月份进展情况", "progress"], ["工作内容（含目标）", "content"],
    ["责任部门", "responsibleUnits"], ["时限要求", "deadline"], ["报送日期", "reportDate"], ["预算金额", "预算金额"], ["序 号", "serial"],
    ["2025年10月底工作进展情况", "progress"], ["存在问题及困难", "problems"],
  ])("%s means %s", (header, key) => {
    const ledger = parsed(aGrid([["编号", "任务", "牵头单位", header].filter((text) => !(key === "serial" && text === "编号")), [1, "甲", "乙", "丙"]]));
    expect(ledger.columns.map((column) => column.key)).toContain(key);
  });

  test("of two rows are read as one", () => {
    const grid = aGrid([["序号", "重点任务", "工作内容", "完成情况", ""], ["", "", "", "完成值", "状态"], [1, "甲", "乙", 5, "已完成"]], {
      spans: [{ top: 0, bottom: 0, left: 3, right: 4 }, { top: 0, bottom: 1, left: 0, right: 0 }],
    });
    const ledger = parsed(grid);
    expect(ledger.columns.map(({ key }) => key)).toEqual(["serial", "task", "content", "reportedValue", "status"]);
    expect(ledger.headerRow).toBe(1);
    expect(ledger.rows).toHaveLength(1);
  });

  test("that a person points at count, whatever their words", () => {
    const ledger = parsed(aGrid([["x"], ["甲", "乙"], ["1", "2"]]), 1);
    expect(ledger.columns.map(({ key }) => key)).toEqual(["甲", "乙"]);
  });

  test("of a second table end the ledger", () => {
    const ledger = parsed(aGrid([["序号", "任务", "牵头单位"], [1, "甲", "乙"], [], ["任务", "序号", "填报日期", "备注"], ["附表", 7, "x", "y"]]));
    expect(ledger.rows).toHaveLength(1);
    expect(ledger.frame.filter(({ kind }) => kind === "note")).toHaveLength(2);
  });
});

describe("rows", () => {
  test("a vertical span gives its value to every row that it covers", () => {
    const grid = aGrid([["序号", "重点任务", "工作内容", "进展情况"], [1, "甲", "a", "共同"], [2, "乙", "b", ""]], { spans: [{ top: 1, bottom: 2, left: 3, right: 3 }] });
    const ledger = parsed(grid);
    expect(ledger.rows.map((row) => cellOf(ledger, row, "progress"))).toEqual(["共同", "共同"]);
    expect(ledger.rows[1]?.spanned?.get(3)).toEqual({ row: 1, col: 3 });
  });

  test("footers, notes and repeated headers are the form", () => {
    const ledger = parsed(aGrid([["序号", "任务", "牵头单位"], ["一、工作目标"], ["", "2025年工作目标", "市甲局"], [1, "甲", "乙"], ["序号", "任务", "牵头单位"], ["注：按月报送"], ["填表人：张三", "", "审核：李四"]]));
    expect(ledger.frame.map(({ kind }) => kind)).toEqual(["header", "chapter", "repeatedHeader", "footer", "footer"]);
    expect(ledger.rows.map(({ kind, key }) => [kind, key])).toEqual([["goal", "goal-1"], ["task", "1"]]);
  });

  test.each([["１", "1"], ["1、", "1"], [" 3. ", "3"], ["③", "3"], ["(4)", "4"], ["新增", "新增"], [5, "5"]])("序号 %s is %s", (serial, key) => {
    const ledger = parsed(aGrid([["序号", "任务", "牵头单位"], [serial, "甲", "乙"]]));
    expect(ledger.rows[0]?.key).toBe(key);
  });
});

test("what is no ledger is said, not guessed", () => {
  expect(parseLedger(aGrid([]))).toMatchObject({ ok: false, error: { kind: "emptySheet" } });
  expect(parseLedger(aGrid([["苹果", "梨"], [1, 2]]))).toMatchObject({ ok: false, error: { kind: "noHeader" } });
  expect(findLedger([aGrid([["填报说明"]], { sheet: "说明" }), aGrid([["序号", "任务", "牵头单位"], [1, "甲", "乙"]], { sheet: "表" })])).toMatchObject({ ok: true, value: { ledger: { sheet: "表" } } });
});

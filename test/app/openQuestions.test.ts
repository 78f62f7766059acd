import { openQuestions } from "../../src/app/openQuestions";
import { openSheet, stillOpen } from "../../src/app/openSheet";
import { proposalKey } from "../../src/app/proposalKey";
import type { Conflict, ProposalLine } from "../../src/core/round/mergeReturns";
import type { PolicyName } from "../../src/core/round/round";
import { aGrid } from "../support/aGrid";
import { ledgerOf } from "../support/aLedger";

const said = (unit: string, value: string, file = `${unit}.xlsx`) => ({ unit, value, file, at: "Sheet1!F2" });
const aConflict = (row: string, column: string, ...values: readonly ReturnType<typeof said>[]): Conflict => ({ row, column, base: null, master: null, values, doubt: null });
const aProposal = (part: Partial<ProposalLine>): ProposalLine => ({ row: "1", column: "content", master: "原", value: "改", unit: "市财政局", file: "a.xlsx", at: "Sheet1!C4", change: null, ...part });
const NO_SETTINGS = { policies: new Map<string, PolicyName>(), declined: new Set<string>() };
const kinds = (conflicts: readonly Conflict[], proposals: readonly ProposalLine[] = [], settings = NO_SETTINGS) => openQuestions({ conflicts, proposals }, settings).map((question) =>
  question.kind === "policy" ? [question.kind, question.column, question.cells] : question.kind === "twice" ? [question.kind, question.unit, question.cells.length] : question.kind === "differ" ? [question.kind, question.column, question.units.join("、"), question.cells.length] : question.kind === "changed" ? [question.kind, question.file, question.lines.length] : [question.kind, question.file, question.rows.map((row) => row.length)]);

test("twelve cells of one column and the same units are one decision, and one about the column", () => {
  const cells = Array.from({ length: 12 }, (_, row) => aConflict(String(row), "reportedValue", said("甲", "1"), said("乙", "2")));
  expect(kinds(cells)).toEqual([["policy", "reportedValue", 12], ["differ", "reportedValue", "甲、乙", 12]]);
});

test("a column that was asked about is not asked again; unit-owned text never is", () => {
  const cells = [aConflict("1", "status", said("甲", "已完成"), said("乙", "滞后")), aConflict("1", "progress", said("甲", "一"), said("乙", "二"))];
  expect(kinds(cells, [], { ...NO_SETTINGS, policies: new Map([["status", "ask"]]) })).toEqual([["differ", "status", "甲、乙", 1], ["differ", "progress", "甲、乙", 1]]);
});

test("two files of one unit are one question, whatever the columns and whoever else speaks", () => {
  const cells = [
    aConflict("1", "progress", said("甲", "一", "a.xlsx"), said("甲", "二", "b.xlsx")), aConflict("2", "reportedValue", said("甲", "1", "a.xlsx"), said("甲", "2", "b.xlsx"), said("乙", "1")),
    aConflict("3", "reportedValue", said("甲", "1", "a.xlsx"), said("甲", "1", "b.xlsx"), said("乙", "2")),
  ];
  expect(kinds(cells)).toEqual([["twice", "甲", 2], ["policy", "reportedValue", 1], ["differ", "reportedValue", "甲、乙", 1]]);
});

test("what a unit changed of what was issued stands together, new rows row by row; what was put aside is gone", () => {
  const proposals = [aProposal({}), aProposal({ row: "2" }), aProposal({ row: null, column: "task", value: "新", at: "Sheet1!B9" }), aProposal({ row: null, column: "content", value: "事", at: "Sheet1!C9" }), aProposal({ row: "3", value: "原" })];
  expect(kinds([], proposals)).toEqual([["changed", "a.xlsx", 2], ["added", "a.xlsx", [2]]]);
  const declined = new Set(proposals.slice(0, 2).map(proposalKey));
  expect(kinds([], proposals, { ...NO_SETTINGS, declined })).toEqual([["added", "a.xlsx", [2]]]);
  // The same words in another file, spaced otherwise, are the same proposal.
  expect(proposalKey(aProposal({ file: "b.xlsx", value: " 改", at: "x!A1" }))).toBe(proposalKey(aProposal({})));
  expect(proposalKey(aProposal({ value: "长".repeat(100) }))).not.toBe(proposalKey(aProposal({ value: `${"长".repeat(99)}短` })));
});

test("the sheet has a line a value, the row's name once, and room for the decision", () => {
  const { ledger } = ledgerOf(aGrid([["序号", "重点任务", "工作内容", "牵头单位"], [1, "汽车消费", "办活动", "甲"]]));
  const gridRow = ledger.rows[0]?.gridRow ?? -1;
  const sheet = openSheet(ledger, { conflicts: [aConflict("1", "reportedValue", said("甲", "1"), said("乙", "2"))], proposals: [aProposal({})], sheetRows: new Map([["1", gridRow]]) }, "2026-11-23");
  const lines = new Map<number, unknown[]>();
  for (const { row, col, value } of sheet.cells) (lines.get(row) ?? lines.set(row, []).get(row) ?? [])[col] = value;
  expect([...lines.values()].slice(1)).toEqual([
    ["2026-11-23　待定 2 处；裁定之前总台账保持原样"],
    ["序号", "重点任务", "列", "总台账（暂保持）", "单位", "报送内容", "来自文件", "裁定"],
    ["1", "汽车消费", "完成值", "", "甲", "1", "甲.xlsx Sheet1!F2", ""],
    ["", "", "", "", "乙", "2", "乙.xlsx Sheet1!F2", ""],
    ["1", "汽车消费", "工作内容", "原", "市财政局", "改", "a.xlsx Sheet1!C4", ""],
  ]);
});

test("what was put aside is not on the sheet", () => {
  const [first, second] = [aProposal({}), aProposal({ row: "2" })];
  expect(stillOpen({ conflicts: [], proposals: [first, second, aProposal({ row: "3", value: "原" })], sheetRows: new Map() }, { declined: new Set([proposalKey(first)]) }).proposals).toEqual([second]);
});

import { cellBiography, CELL_STATE_WORDS } from "../../../src/core/round/biography";
import type { Round } from "../../../src/core/round/round";
import { withSubmissions } from "../../../src/core/round/round";
import { aBase, aRound, aSubmission, plainUnits } from "../../support/aRound";

const said = (parts: Partial<Round>, ...submissions: Parameters<typeof aSubmission>[]) =>
  withSubmissions(aRound({ base: aBase({ "1": { status: "进行中", progress: "原文" } }), ...parts }), submissions.map((one) => aSubmission(...one)));
const life = (round: Round, column: string) => cellBiography(round, plainUnits, "1", column);

describe("what a cell is", () => {
  test.each<[string, Round, string, string, unknown]>([
    ["nobody said anything", said({}), "status", "base", "进行中"],
    ["one unit did", said({}, ["市甲局", { "1.status": "已完成" }]), "status", "auto", "已完成"],
    ["two said different things", said({}, ["市甲局", { "1.status": "已完成" }], ["市乙局", { "1.status": "滞后" }]), "status", "open", "进行中"],
    ["decided", said({ decisions: [{ row: "1", column: "status", take: "市乙局", decided: "2026-11-24", by: "李明" }] }, ["市甲局", { "1.status": "已完成" }], ["市乙局", { "1.status": "滞后" }]), "status", "locked", "滞后"],
    ["one value typed over", said({ edits: [{ row: "1", column: "status", over: "进行中", value: "未启动", seen: [], noticed: "2026-11-24" }] }), "status", "locked", "未启动"],
    ["a text typed over", said({ edits: [{ row: "1", column: "progress", over: "原文", value: "改文", seen: [] }] }, ["市甲局", { "1.progress": "新文" }]), "progress", "edited", "改文\n市甲局：新文"],
  ])("%s", (_name, round, column, state, value) => {
    expect(life(round, column)).toMatchObject({ state, value });
  });
});

test("what lost is told with what stands, by the day it came", () => {
  const old = aSubmission("市甲局", { "1.status": "滞后" }, { file: "甲.xlsx", received: "2026-11-20", run: "r1" });
  const corrected = aSubmission("市甲局", { "1.status": "已完成" }, { file: "甲（更正）.xlsx", received: "2026-11-22", run: "r2", supersedes: [old.id] });
  const round = withSubmissions(aRound({ policies: new Map([["1|status", "lead"]]) }), [corrected, old]);
  expect(life(round, "status")).toMatchObject({
    policy: "lead",
    reports: [
      { unit: "市甲局", value: "滞后", file: "甲.xlsx", received: "2026-11-20", run: "r1", fate: "rejected", reason: "superseded", stands: false },
      { value: "已完成", file: "甲（更正）.xlsx", received: "2026-11-22", fate: "accepted", reason: "", stands: true },
    ],
  });
});

test("who decided and when, and the typing with its day, are told", () => {
  const decision = { row: "1", column: "status", take: "master", decided: "2026-11-24", by: "李明" };
  const edit = { row: "1", column: "progress", over: "原文", value: "改文", seen: [], noticed: "2026-11-25" };
  const round = said({ decisions: [decision], edits: [edit] });
  expect(life(round, "status")?.decision).toEqual(decision);
  expect(life(round, "progress")?.edit).toEqual(edit);
});

test("of an issued cell what was proposed", () => {
  const round = withSubmissions(aRound(), [{ ...aSubmission("市乙局", {}), proposals: [{ row: "1", column: "content", value: "改成 300 家", at: "Sheet1!C3" }] }]);
  expect(life(round, "content")).toMatchObject({ state: "base", reports: [{ unit: "市乙局", value: "改成 300 家", fate: "proposal", stands: false }] });
});

test("a row that the round does not have has no life", () => {
  expect(cellBiography(aRound(), plainUnits, "99", "status")).toBeNull();
});

test("every state has its words", () => {
  for (const words of Object.values(CELL_STATE_WORDS)) expect(words.every((word) => word !== "")).toBe(true);
});

import type { CellValue } from "../../../src/core/grid/grid";
import { project } from "../../../src/core/round/projection";
import { cellKey } from "../../../src/core/round/voice";
import { withSubmissions } from "../../../src/core/round/round";
import { aBase, aRound, aSubmission, plainUnits } from "../../support/aRound";

/** The cell 1.column after these units said these values. */
function cell(column: string, said: Readonly<Record<string, CellValue>>, options: { base?: CellValue; policy?: "lead" | "all-done" | "sum" | "max" | "list" } = {}) {
  const base = aBase({ "1": options.base === undefined ? {} : { [column]: options.base } });
  const submissions = Object.entries(said).map(([unit, value]) => aSubmission(unit, { [`1.${column}`]: value }));
  const round = withSubmissions(aRound({ base, policies: new Map(options.policy ? [[column, options.policy]] : []) }), submissions);
  const found = project(round, plainUnits).cells.get(cellKey("1", column));
  return { value: found?.value, kind: found?.kind, fates: found?.verdicts.map(({ fate }) => fate) };
}

describe("shared values", () => {
  test.each<[string, CellValue | undefined, Record<string, CellValue>, CellValue, string, string[]]>([
    // name, base, said, value, kind, fates in the row's order
    ["one unit answers", undefined, { 市甲局: 5 }, 5, "accepted", ["accepted"]],
    ["all agree", undefined, { 市甲局: 5, 市乙局: 5 }, 5, "accepted", ["accepted", "accepted"]],
    ["they differ", undefined, { 市甲局: 5, 市乙局: 7 }, null, "conflict", ["conflict", "conflict"]],
    ["one differs from the base, the others equal it", 3, { 市甲局: 3, 市乙局: 7 }, 7, "accepted", ["unchanged", "accepted"]],
    ["nobody differs from the base", 3, { 市甲局: 3, 市乙局: 3 }, 3, "base", ["unchanged", "unchanged"]],
    ["two differ from the base and from each other", 3, { 市甲局: 5, 市乙局: 7, 市丙局: 3 }, 3, "conflict", ["conflict", "conflict", "conflict"]],
  ])("%s", (_name, base, said, value, kind, fates) => {
    expect(cell("reportedValue", said, base === undefined ? {} : { base })).toEqual({ value, kind, fates });
  });

  test.each<["lead" | "all-done" | "sum" | "max" | "list", string, Record<string, CellValue>, CellValue, string[]]>([
    ["lead", "reportedValue", { 市乙局: 7, 市甲局: 5 }, 5, ["accepted", "rejected"]],
    ["sum", "reportedValue", { 市甲局: 0.1, 市乙局: 0.2 }, 0.3, ["composed", "composed"]],
    ["sum", "reportedValue", { 市甲局: 5, 市乙局: 5 }, 10, ["composed", "composed"]],
    ["sum", "reportedValue", { 市甲局: 5 }, 5, ["accepted"]],
    ["max", "reportedValue", { 市甲局: 5, 市乙局: 7 }, 7, ["rejected", "accepted"]],
    ["list", "reportedValue", { 市甲局: 5, 市乙局: 7 }, "市甲局：5\n市乙局：7", ["composed", "composed"]],
    ["all-done", "status", { 市甲局: "已完成", 市乙局: "进行中" }, "进行中", ["rejected", "accepted"]],
    ["all-done", "status", { 市甲局: "已完成", 市乙局: "滞后" }, "滞后", ["rejected", "accepted"]],
  ])("policy %s of %s", (policy, column, said, value, fates) => {
    expect(cell(column, said, { policy })).toMatchObject({ value, fates });
  });

  test("a policy that can't tell asks", () => {
    expect(cell("reportedValue", { 市乙局: 5, 市丙局: 7 }, { policy: "lead" }).kind).toBe("conflict");
    expect(cell("reportedValue", { 市甲局: "约三十", 市乙局: 7 }, { policy: "max" }).kind).toBe("conflict");
  });
});

describe("forms that went out empty", () => {
  const sent = { name: "十月", due: "2026-10-31", sent: "2026-10-08", parent: "", forms: [] };
  test.each<["lead" | "all-done" | "sum", string, CellValue, Record<string, CellValue>, CellValue]>([
    // policy, column, base, said, value: who says what stood there last month has said it
    ["sum", "reportedValue", 5, { 市甲局: 5, 市乙局: 3 }, 8],
    ["sum", "reportedValue", 5, { 市甲局: 5, 市乙局: 5 }, 10],
    ["lead", "reportedValue", 5, { 市甲局: 5, 市乙局: 7 }, 5],
    ["all-done", "status", "滞后", { 市甲局: "滞后", 市乙局: "进行中" }, "滞后"],
  ])("%s of %s over %s", (policy, column, base, said, value) => {
    const submissions = Object.entries(said).map(([unit, own]) => aSubmission(unit, { [`1.${column}`]: own }));
    const round = withSubmissions(aRound({ base: aBase({ "1": { [column]: base } }), policies: new Map([[column, policy]]), dispatch: sent }), submissions);
    expect(project(round, plainUnits).cells.get(cellKey("1", column))).toMatchObject({ value });
  });
});

test("a policy never goes over what a person typed: a figure that came later is asked", () => {
  const edits = [{ row: "1", column: "reportedValue", over: 5, value: 500, seen: ["5"] }];
  const later = withSubmissions(aRound({ edits, policies: new Map([["reportedValue", "lead"]]) }), [aSubmission("市甲局", { "1.reportedValue": 480 })]);
  expect(project(later, plainUnits).cells.get(cellKey("1", "reportedValue"))).toMatchObject({ kind: "conflict", value: 500 });
});

describe("composed texts", () => {
  test.each<[string, CellValue | undefined, Record<string, CellValue>, CellValue, string[]]>([
    ["one text is the plain text", undefined, { 市乙局: "乙文" }, "乙文", ["accepted"]],
    ["two stand labelled, lead unit first", undefined, { 市乙局: "乙文", 市甲局: "甲文" }, "市甲局：甲文\n市乙局：乙文", ["composed", "composed"]],
    ["one text of two units stands once", undefined, { 市乙局: "同文。", 市甲局: "同 文。" }, "同 文。", ["accepted", "accepted"]],
    ["equal texts are labelled by their first giver", undefined, { 市乙局: "同", 市甲局: "同", 市丙局: "异" }, "市甲局：同\n市丙局：异", ["composed", "composed", "composed"]],
    ["a unit replaces its own part of a composed base", "市甲局：旧\n市乙局：乙文", { 市甲局: "新" }, "市甲局：新\n市乙局：乙文", ["accepted"]],
    ["unlabelled lines of the base stay", "按：综合\n市甲局：旧\n市乙局：乙文", { 市乙局: "新" }, "按：综合\n市甲局：旧\n市乙局：新", ["accepted"]],
    ["a new unit joins a composed base", "市甲局：旧\n市乙局：乙文", { 市丙局: "丙文" }, "市甲局：旧\n市乙局：乙文\n市丙局：丙文", ["accepted"]],
    ["a return of the whole composed cell is read for its own line", "市甲局：旧\n市乙局：乙文", { 市甲局: "市甲局：新\n市乙局：乙文" }, "市甲局：新\n市乙局：乙文", ["accepted"]],
    ["the base again is no news", "原文", { 市甲局: "原 文" }, "原文", ["unchanged"]],
    ["one text over a plain base replaces it", "原文", { 市甲局: "新文" }, "新文", ["accepted"]],
    ["whoever repeats a plain base stands beside the others", "原文", { 市甲局: "原文", 市乙局: "新文" }, "市甲局：原文\n市乙局：新文", ["composed", "composed"]],
  ])("%s", (_name, base, said, value, fates) => {
    const found = cell("progress", said, base === undefined ? {} : { base });
    expect(found.value).toBe(value);
    expect(found.fates?.map((fate) => (fate === "composed" && !fates.includes("composed") ? "accepted" : fate))).toEqual(fates);
  });

  test("texts with line breaks stay whole", () => {
    expect(cell("progress", { 市甲局: "一是\n二是", 市乙局: "乙" }).value).toBe("市甲局：一是\n二是\n市乙局：乙");
  });

  test("two files of one unit that differ are asked", () => {
    const submissions = [aSubmission("市甲局", { "1.progress": "一" }), aSubmission("市甲局", { "1.progress": "二" }, { file: "市甲局(1).xlsx" })];
    const found = project(withSubmissions(aRound(), submissions), plainUnits).cells.get(cellKey("1", "progress"));
    expect(found).toMatchObject({ kind: "conflict", value: null });
  });

  test("a file taken of two of one unit speaks for it; the other units' texts stay, later ones join", () => {
    const [one, other] = [aSubmission("市甲局", { "1.progress": "一" }), aSubmission("市甲局", { "1.progress": "二" }, { file: "市甲局(1).xlsx" })];
    const decisions = [{ row: "1", column: "progress", take: "市甲局(1).xlsx", seen: ["一", "乙文", "二"] }];
    const project1 = (...more: readonly (typeof one)[]) => project(withSubmissions(aRound({ decisions }), [one, other, ...more]), plainUnits).cells.get(cellKey("1", "progress"));
    expect(project1(aSubmission("市乙局", { "1.progress": "乙文" }))).toMatchObject({ kind: "composed", value: "市甲局：二\n市乙局：乙文" });
    expect(project1(aSubmission("市乙局", { "1.progress": "乙文" }), aSubmission("市丙局", { "1.progress": "丙文" }))).toMatchObject({ value: "市甲局：二\n市乙局：乙文\n市丙局：丙文" });
    expect(project1(aSubmission("市甲局", { "1.progress": "三" }, { file: "市甲局(2).xlsx" }))).toMatchObject({ kind: "conflict" });
  });
});

describe("a zero report keeps what stands and is never written over it", () => {
  test.each<[string, string, CellValue | undefined, Record<string, CellValue>, CellValue, string[]]>([
    ["over a text", "progress", "原文", { 市甲局: "本月无变化。" }, "原文", ["unchanged/zeroReport"]],
    ["over the unit's own part", "progress", "市甲局：旧\n市乙局：乙文", { 市甲局: "同上月", 市乙局: "新" }, "市甲局：旧\n市乙局：新", ["unchanged/zeroReport", "composed/"]],
    ["beside a new text over a plain one: what stands is the unit's", "progress", "原文", { 市甲局: "与上月一致", 市乙局: "新文" }, "市甲局：原文\n市乙局：新文", ["unchanged/zeroReport", "composed/"]],
    ["over a status", "status", "进行中", { 市甲局: "同上月", 市乙局: "已完成" }, "已完成", ["unchanged/zeroReport", "accepted/"]],
    ["over a figure", "reportedValue", 5, { 市甲局: "无" }, 5, ["unchanged/zeroReport"]],
    ["where nothing stands the words are kept", "progress", undefined, { 市甲局: "本月无变化" }, "本月无变化", ["accepted/"]],
    ["无 under 存在问题 is an answer", "problems", "资金不足", { 市甲局: "无" }, "无", ["accepted/"]],
  ])("%s", (_name, column, base, said, value, fates) => {
    const round = withSubmissions(aRound({ base: aBase({ "1": base === undefined ? {} : { [column]: base } }) }), Object.entries(said).map(([unit, own]) => aSubmission(unit, { [`1.${column}`]: own })));
    const found = project(round, plainUnits).cells.get(cellKey("1", column));
    expect(found?.value).toBe(value);
    expect(found?.verdicts.map(({ fate, reason }) => `${fate}/${reason}`)).toEqual(fates);
  });
});

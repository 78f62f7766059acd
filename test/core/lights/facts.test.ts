import type { CellValue } from "../../../src/core/grid/grid";
import { adjustedSerial, casesOf, factsOf, type FigureCells, judgeFacts, NO_MARKS, readOverride, type SourcedDeadline } from "../../../src/core/lights/facts";
import { serialIn } from "../../../src/core/lights/helperRow";
import { sayReason } from "../../../src/core/lights/reason";
import { DEFAULT_SETTINGS } from "../../../src/core/lights/settings";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import type { Operator, Target } from "../../../src/core/targets/target";

const year = (of: number): Deadline => ({ ...NO_DEADLINE, kind: "year", date: `${of}-12-31`, text: `到 ${of} 年` });
const FIGURES: FigureCells = { targetValue: null, targetPercent: false, valuePercent: false };

function aTarget(deadline: Deadline, value: number | null = null, unit = "个", scale = 1, operator: Operator = ">="): Target {
  return {
    clause: "建成", start: 0, indicator: "数量", operator: value === null ? null : operator, value, scale: value === null ? null : scale,
    unit: value === null ? null : unit, baselineYear: null, qualitative: value === null, deadline, from: "clause",
  };
}

const datesOf = (targets: readonly Target[], own: SourcedDeadline | null): readonly (string | null)[] =>
  factsOf(targets, own, FIGURES).lanes.map(({ deadline }) => deadline.date);

describe("which dates a row has to keep", () => {
  const two = [aTarget(year(2025)), aTarget(year(2027))];

  test("those of its targets, whatever its label says", () => {
    expect(datesOf(two, { deadline: year(2030), from: "label" })).toEqual(["2025-12-31", "2027-12-31"]);
    expect(datesOf(two, null)).toEqual(["2025-12-31", "2027-12-31"]);
  });

  test("the 完成时限 cell's, for all of them, where it has a valid one", () => {
    expect(datesOf(two, { deadline: year(2030), from: "column" })).toEqual(["2030-12-31", "2030-12-31"]);
  });

  test("a date of the text that stands with no target", () => {
    expect(datesOf([aTarget(year(2027))], { deadline: year(2025), from: "clause" })).toEqual(["2027-12-31", "2025-12-31"]);
    expect(datesOf(two, { deadline: year(2025), from: "clause" })).toEqual(["2025-12-31", "2027-12-31"]);
    const parts = { ...NO_DEADLINE, kind: "multi" as const, date: "2026-06-30", parts: [year(2025), year(2027)] };
    expect(datesOf([aTarget(parts)], { deadline: year(2027), from: "clause" })).toEqual(["2026-06-30"]);
    expect(datesOf(two, { deadline: { ...NO_DEADLINE, kind: "ongoing" }, from: "clause" })).toEqual(["2025-12-31", "2027-12-31"]);
  });

  test("the row's own, where no target has one", () => {
    expect(datesOf([aTarget(NO_DEADLINE)], { deadline: year(2025), from: "label" })).toEqual([null, "2025-12-31"]);
    expect(datesOf([aTarget(NO_DEADLINE)], { deadline: NO_DEADLINE, from: "label" })).toEqual([null]);
    expect(datesOf([], { deadline: year(2025), from: "carried" })).toEqual(["2025-12-31"]);
    expect(datesOf([], null)).toEqual([null]);
  });
});

describe("whose the figure is", () => {
  const measured = (targets: readonly Target[], targetValue: CellValue, targetPercent = false): number | null =>
    factsOf(targets, null, { ...FIGURES, targetValue, targetPercent }).measured?.lane ?? null;
  const many = [aTarget(year(2025)), aTarget(year(2025), 30), aTarget(year(2025), 70, "%"), aTarget(year(2027), 5, "辆", 1e4)];

  test.each<[CellValue, boolean, number | null]>([
    // 目标值, shown as %, the target it repeats
    [null, false, null],
    ["  ", false, null],
    [30, false, 1],
    ["３０ 个", false, 1],
    [70, false, 2],
    [0.7, true, 2],
    ["70%", false, 2],
    [0.7, false, null],
    [5, false, 3],
    [50_000, false, 3],
    ["5万辆", false, 3],
    [31, false, null],
    ["见附件", false, null],
  ])("目标值 %j (as %%: %s) → target %s", (targetValue, percent, lane) => {
    expect(measured(many, targetValue, percent)).toBe(lane);
  });

  test("the only one's that has a number; nobody's where two have the same", () => {
    expect(measured([aTarget(year(2025)), aTarget(year(2025), 30)], null)).toBe(1);
    expect(measured([aTarget(year(2025), 30), aTarget(year(2025), 30)], 30)).toBeNull();
    expect(measured([aTarget(year(2025))], 30)).toBeNull();
    expect(measured([], 30)).toBeNull();
  });

  test("a figure says nothing of the other targets", () => {
    const facts = factsOf(many, null, { ...FIGURES, targetValue: 30 });
    expect(casesOf(facts, { status: null, value: 20 }, NO_MARKS, "2026-11-23").map(({ verdict }) => verdict)).toEqual([null, "short", null, null]);
  });
});

describe("what people wrote", () => {
  const facts = factsOf([aTarget(year(2025), 30), aTarget(year(2027))], null, FIGURES);

  test.each<[CellValue, string, number | null]>([
    [serialIn("2026-12-31"), "批复", serialIn("2026-12-31")],
    [serialIn("2026-12-31") + 0.25, "批复", serialIn("2026-12-31")],
    [serialIn("2026-12-31"), " ", null],
    ["2026-12-31", "批复", null],
    [-5, "批复", null],
    [null, "批复", null],
  ])("an adjusted deadline %j with the ground %j counts as %s", (adjusted, ground, serial) => {
    expect(adjustedSerial({ adjusted, override: "", ground })).toBe(serial);
  });

  test("an adjusted deadline stands in for every date and names its ground", () => {
    const marks = { adjusted: serialIn("2026-12-10"), override: "", ground: " 市政府批复 " };
    const judged = judgeFacts(facts, { status: "进行中", value: 20 }, marks, "2026-11-23", DEFAULT_SETTINGS);
    expect(judged).toMatchObject({ light: "due-soon", date: "2026-12-10", reason: { from: "adjusted", ground: "市政府批复", original: "2025-12-31" } });
    expect(sayReason(judged.reason)).toBe("调整后时限 → 2026-12-10（原时限 2025-12-31），依据：市政府批复；截至 2026-11-23；临近时限");
  });

  test.each<[string, unknown]>([
    ["", null],
    [" 　", null],
    ["逾 期", { light: "overdue", text: "逾 期", ground: "会议" }],
    ["待核实", { light: "unverified", text: "待核实", ground: "会议" }],
    ["不再考核", { light: "no-deadline", text: "不再考核", ground: "会议" }],
    ["未完成 ", { light: "not-done", text: "未完成", ground: "会议" }],
    ["知道了", { light: null, text: "知道了", ground: "会议" }],
  ])("人工认定 %j", (override, read) => {
    expect(readOverride({ adjusted: null, override, ground: "会议" }, DEFAULT_SETTINGS)).toEqual(read);
  });

  test("a status that nobody knows is said in its own words", () => {
    const [first] = casesOf(facts, { status: " 已完成招标 ", value: "约三成" }, NO_MARKS, "2026-11-23");
    expect(first).toMatchObject({ status: null, unread: "已完成招标", figure: null, verdict: null, demand: "不低于 30 个" });
  });
});

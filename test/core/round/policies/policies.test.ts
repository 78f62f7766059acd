import type { CellValue } from "../../../../src/core/grid/grid";
import type { FigureWords } from "../../../../src/core/round/figure";
import { type DoubtKind, sayDoubt } from "../../../../src/core/round/policies/doubt";
import { isPolicyName, POLICIES, policyNamed } from "../../../../src/core/round/policies/index";
import { isDoubt } from "../../../../src/core/round/policies/policy";
import { project } from "../../../../src/core/round/projection";
import { type PolicyName, type Round, withSubmissions } from "../../../../src/core/round/round";
import { cellKey } from "../../../../src/core/round/voice";
import { aBase, aRound, aSubmission, plainUnits, UNITS } from "../../../support/aRound";

type Said = Readonly<Record<string, CellValue | readonly [CellValue, FigureWords]>>;
interface Standing { base?: CellValue; target?: CellValue; column?: FigureWords; blank?: boolean; reporting?: "lead" | "first-lead" | "each" }

const DISPATCH = { name: "十月", due: "2026-10-31", sent: "2026-10-08", parent: "p", forms: [] };
/** Rows of 甲 (leads) 乙 丙 only, so that three answers are complete. */
const three = { ...plainUnits, orderOf: () => UNITS.slice(0, 3) };

function outcome(policy: PolicyName, column: string, said: Said, { base, target, column: words, blank, reporting }: Standing = {}) {
  const cells = { ...(base === undefined ? {} : { [column]: base }), ...(target === undefined ? {} : { targetValue: target }) };
  const submissions = Object.entries(said).map(([unit, one]) => {
    const [value, own] = Array.isArray(one) ? (one as readonly [CellValue, FigureWords]) : [one as CellValue, undefined];
    const submission = aSubmission(unit.slice(0, 3), { [`1.${column}`]: value }, { file: `${unit}.xlsx` });
    return { ...submission, id: `${submission.id}${unit}`, entries: submission.entries.map((entry) => ({ ...entry, ...(own ? { words: own } : {}) })) };
  });
  const own: Round = { ...aRound({ base: { ...aBase({ "1": cells }), ...(words ? { words: new Map([[column, words]]) } : {}) }, policies: new Map([[column, policy]]), dispatch: blank ? DISPATCH : null }), ...(reporting ? { reporting } : {}) };
  const cell = project(withSubmissions(own, submissions), three).cells.get(cellKey("1", column));
  if (!cell) throw new Error("nobody spoke");
  return { kind: cell.kind, value: cell.value, doubt: cell.doubt?.kind, tally: cell.tally && { measure: cell.tally.measure, parts: cell.tally.parts.map(({ value }) => value), missing: cell.tally.missing }, fates: cell.verdicts.map(({ fate, reason }) => (reason === "" ? fate : `${fate}/${reason}`)) };
}

const m = (value: CellValue, measure: string): readonly [CellValue, FigureWords] => [value, { measure }];
const month = (value: CellValue): readonly [CellValue, FigureWords] => [value, { period: "month" }];
const total = (value: CellValue): readonly [CellValue, FigureWords] => [value, { period: "total" }];

describe("sum", () => {
  test.each<[string, Said, Standing, CellValue, number[], string[], string]>([
    ["three units", { 市甲局: 5, 市乙局: 7, 市丙局: 1 }, {}, 13, [5, 7, 1], [], ""],
    ["equal figures of two units", { 市甲局: 5, 市乙局: 5 }, {}, 10, [5, 5], ["市丙局"], ""],
    ["one alone", { 市乙局: 5 }, {}, 5, [5], ["市甲局", "市丙局"], ""],
    ["the same of one unit twice counts once", { 市甲局: 5, "市甲局(1)": 5, 市乙局: 2 }, {}, 7, [5, 2], ["市丙局"], ""],
    ["measures of one word are converted", { 市甲局: m(1.5, "亿元"), 市乙局: m(3000, "万元") }, {}, 1.8, [1.5, 0.3], ["市丙局"], "亿元"],
    ["the target's measure is the total's", { 市甲局: m(1.5, "亿元"), 市乙局: m(3000, "万元") }, { target: "20000 万元" }, 18000, [15000, 3000], ["市丙局"], "万元"],
    ["the column's measure goes before all", { 市甲局: m(1.5, "亿元"), 市乙局: 3000 }, { column: { measure: "万元" } }, 18000, [15000, 3000], ["市丙局"], "万元"],
    ["a bare figure beside one of a plain measure", { 市甲局: m(5, "家"), 市乙局: 7 }, {}, 12, [5, 7], ["市丙局"], "家"],
    ["months alone", { 市甲局: month(5), 市乙局: month(7) }, {}, 12, [5, 7], ["市丙局"], ""],
    ["totals beside figures that say nothing", { 市甲局: total(5), 市乙局: 7 }, {}, 12, [5, 7], ["市丙局"], ""],
    ["months in a column of months", { 市甲局: month(5), 市乙局: 7 }, { column: { period: "month" } }, 12, [5, 7], ["市丙局"], ""],
    ["fractions", { 市甲局: 0.1, 市乙局: 0.2, 市丙局: 0.3 }, {}, 0.6, [0.1, 0.2, 0.3], [], ""],
    ["blank forms: who says the base has typed it", { 市甲局: 10, 市乙局: 3 }, { base: 10, blank: true }, 13, [10, 3], ["市丙局"], ""],
    ["blank forms: two that both say the base", { 市甲局: 10, 市乙局: 10 }, { base: 10, blank: true }, 20, [10, 10], ["市丙局"], ""],
    ["filled forms: who sends the base back has said nothing", { 市甲局: 10, 市乙局: 3 }, { base: 10 }, 3, [3], ["市甲局", "市丙局"], ""],
    ["only the lead is asked", { 市甲局: 5 }, { reporting: "lead" }, 5, [5], [], ""],
  ])("%s", (_name, said, standing, value, parts, missing, measure) => {
    expect(outcome("sum", "reportedValue", said, standing)).toMatchObject({ kind: "accepted", value, tally: { parts, missing, measure } });
  });

  test.each<[string, Said, Standing, DoubtKind]>([
    ["累计 beside 当月", { 市甲局: total(50), 市乙局: month(7) }, {}, "periods"],
    ["当月 beside a figure that says nothing", { 市甲局: 50, 市乙局: month(7) }, {}, "periods"],
    ["months in a column of totals", { 市甲局: month(5), 市乙局: month(7) }, { column: { period: "total" } }, "periods"],
    ["a single month in a column of totals", { 市甲局: month(5) }, { column: { period: "total" } }, "periods"],
    ["months over last month's total", { 市甲局: month(5), 市乙局: month(7) }, { base: 50 }, "periods"],
    ["a total in a column of months", { 市甲局: total(5), 市乙局: 7 }, { column: { period: "month" } }, "periods"],
    ["different measure words", { 市甲局: m(5, "家"), 市乙局: m(7, "户") }, {}, "measures"],
    ["another word than the column's", { 市甲局: m(5, "辆"), 市乙局: 7 }, { column: { measure: "万元" } }, "measures"],
    ["different words though the powers are equal", { 市甲局: m(5, "万元"), 市乙局: m(7, "万户") }, {}, "measures"],
    ["a bare figure beside 万元", { 市甲局: m(5, "万元"), 市乙局: 7 }, {}, "scaleUnknown"],
    ["percentages", { 市甲局: m(70, "%"), 市乙局: m(80, "%") }, {}, "rates"],
    ["a text", { 市甲局: "约三十", 市乙局: 7 }, {}, "notANumber"],
    ["one unit's two files differ", { 市甲局: 5, "市甲局(1)": 6, 市乙局: 7 }, {}, "saidTwice"],
    ["one keeps last month's unknown part", { 市甲局: "同上月", 市乙局: 7 }, { base: 20 }, "zeroPart"],
  ])("asks: %s", (_name, said, standing, doubt) => {
    expect(outcome("sum", "reportedValue", said, standing)).toMatchObject({ kind: "conflict", value: standing.base ?? null, doubt });
  });

  test("a single unit's words stand as they are", () => {
    expect(outcome("sum", "reportedValue", { 市甲局: "约三十" })).toMatchObject({ kind: "accepted", value: "约三十" });
  });

  test("all keep last month's: so does the cell", () => {
    expect(outcome("sum", "reportedValue", { 市甲局: "同上月", 市乙局: "无变化" }, { base: 20 })).toMatchObject({ kind: "base", value: 20, fates: ["unchanged/zeroReport", "unchanged/zeroReport"] });
  });
});

describe("max", () => {
  test.each<[string, Said, Standing, CellValue]>([
    ["figures", { 市甲局: 5, 市乙局: 7 }, {}, 7],
    ["in one measure", { 市甲局: m(2, "亿元"), 市乙局: m(3000, "万元") }, {}, 2],
    ["the base is a figure, too", { 市甲局: 5, 市乙局: 10 }, { base: 10, blank: true }, 10],
  ])("%s", (_name, said, standing, value) => {
    expect(outcome("max", "reportedValue", said, standing)).toMatchObject({ value });
  });

  test("of days the last one", () => {
    expect(outcome("max", "完成日期", { 市甲局: "2026年9月30日", 市乙局: "2026.10.8" })).toMatchObject({ value: "2026.10.8", fates: ["rejected/byPolicy", "accepted"] });
  });

  test.each<[Said, DoubtKind]>([
    [{ 市甲局: m(5, "家"), 市乙局: m(7, "户") }, "measures"],
    [{ 市甲局: total(5), 市乙局: month(7) }, "periods"],
    [{ 市甲局: "约三十", 市乙局: 7 }, "notANumber"],
  ])("asks", (said, doubt) => {
    expect(outcome("max", "reportedValue", said)).toMatchObject({ kind: "conflict", doubt });
  });
});

describe("all-done", () => {
  test.each<[string, Said, Standing, CellValue]>([
    ["all say done", { 市甲局: "已完成", 市乙局: "已完成", 市丙局: "已完成" }, {}, "已完成"],
    ["one has not answered", { 市甲局: "已完成", 市乙局: "已完成" }, {}, "进行中"],
    ["one alone is not all", { 市甲局: "已完成" }, {}, "进行中"],
    ["where the lead answers for all", { 市甲局: "已完成" }, { reporting: "first-lead" }, "已完成"],
    ["behind goes before all", { 市甲局: "已完成", 市乙局: "滞后" }, {}, "滞后"],
    ["nobody has started", { 市甲局: "未启动", 市乙局: "未启动" }, {}, "未启动"],
    ["one is still at it, as last month", { 市甲局: "已完成", 市乙局: "无变化", 市丙局: "已完成" }, { base: "进行中", blank: true }, "进行中"],
  ])("%s", (_name, said, standing, value) => {
    expect(outcome("all-done", "status", said, standing)).toMatchObject({ value });
  });

  test("asks where a status is unknown or a unit contradicts itself", () => {
    expect(outcome("all-done", "status", { 市甲局: "快了", 市乙局: "已完成" })).toMatchObject({ doubt: "unknownStatus" });
    expect(outcome("all-done", "status", { 市甲局: "进行中", "市甲局(1)": "已完成" })).toMatchObject({ doubt: "saidTwice" });
  });
});

describe("lead and list", () => {
  test("the lead's word, also where it is last month's", () => {
    expect(outcome("lead", "status", { 市甲局: "进行中", 市乙局: "已完成" }, { base: "进行中", blank: true })).toMatchObject({ value: "进行中", fates: ["unchanged", "rejected/byPolicy"].map((fate) => expect.stringMatching(fate === "unchanged" ? /unchanged|accepted/u : fate) as unknown) });
  });

  test("without the lead it is asked, and told why", () => {
    expect(outcome("lead", "reportedValue", { 市乙局: 5, 市丙局: 7 })).toMatchObject({ kind: "conflict", doubt: "noLead" });
  });

  test("a list holds each distinct text once, none of them a zero report", () => {
    expect(outcome("list", "status", { 市甲局: "已完成", 市乙局: "同上月", 市丙局: "滞后" }, { base: "进行中" })).toMatchObject({ value: "市甲局：已完成\n市乙局：进行中\n市丙局：滞后" });
  });
});

test("three million and three hundred million are not the same three", () => {
  expect(outcome("ask", "reportedValue", { 市甲局: m(3, "万元"), 市乙局: m(3, "亿元") })).toMatchObject({ kind: "conflict" });
  expect(outcome("ask", "reportedValue", { 市甲局: m(3, "家"), 市乙局: 3 })).toMatchObject({ kind: "accepted", value: 3 });
});

test("every doubt has its words in both languages, every policy its name", () => {
  const params = { unit: "市甲局", value: "约三十", list: "家、户", measure: "万元", length: 40000 };
  for (const kind of ["notANumber", "saidTwice", "measures", "scaleUnknown", "periods", "rates", "unknownStatus", "noLead", "zeroPart", "tooLong"] as const) {
    for (const language of ["zh", "en"] as const) expect(sayDoubt({ kind, params }, language)).not.toContain("undefined");
  }
  for (const { name } of POLICIES) expect(isPolicyName(name) && policyNamed(name)?.name).toBe(name);
  expect(isDoubt({ kind: "noLead", params: {} })).toBe(true);
});

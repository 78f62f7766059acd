import fc from "fast-check";
import { cellName } from "../../../src/core/grid/a1";
import { dayNumber, dayOf, isoDay } from "../../../src/core/grid/day";
import type { CellValue } from "../../../src/core/grid/grid";
import { factsOf, type FigureCells, type HandMarks, judgeFacts, NO_MARKS, type RowFacts, type RowReport } from "../../../src/core/lights/facts";
import { lightWord, NO_AS_OF, ruleFormula } from "../../../src/core/lights/formula";
import { HELPER_KEYS, type HelperKey, placesFrom } from "../../../src/core/lights/helperColumns";
import { helperCells, type HelperCell, refsOf, serialIn } from "../../../src/core/lights/helperRow";
import { type Arrival, NO_ARRIVAL } from "../../../src/core/lights/replyState";
import { LIGHTS } from "../../../src/core/lights/light";
import { DEFAULT_SETTINGS, type LightSettings } from "../../../src/core/lights/settings";
import { STATUS_SYNONYMS, STATUSES } from "../../../src/core/lights/status";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import type { Operator, Target } from "../../../src/core/targets/target";
import { calculate, cellsIn, functionsIn, longestText, nestingOf } from "../../support/formula";

const HEADER_ROW = 1;
const ROW = 4;
const STATUS = { row: ROW, col: 9 };
const COMPLETED = { row: ROW, col: 6 };
const VALUE = { row: ROW, col: 7 };
const PROGRESS = { row: ROW, col: 8 };
const PLACES = placesFrom(11);
const ROW_PLACES = { row: ROW, status: STATUS, value: VALUE, completed: COMPLETED, replies: [VALUE, PROGRESS, STATUS] };
const REFS = refsOf(PLACES, ROW_PLACES, HEADER_ROW);
const FIGURES: FigureCells = { targetValue: null, targetPercent: false, valuePercent: false };

const on = (iso: string, text = "按期"): Deadline => ({ ...NO_DEADLINE, kind: "date", date: iso, text });
const DEADLINES = {
  none: NO_DEADLINE,
  ongoing: { ...NO_DEADLINE, kind: "ongoing", text: "长期坚持" },
  past: on("2025-12-31"),
  soon: on("2026-12-01"),
  ahead: on("2027-12-31"),
  twoReadings: { ...on("2026-10-31"), alternative: "2026-11-30" },
  annual: { ...NO_DEADLINE, kind: "annual", text: "每年", recurrence: { every: "year", month: 12, day: 31 } },
  leap: { ...NO_DEADLINE, kind: "annual", text: "每年2月底前", recurrence: { every: "year", month: 2, day: 29 }, from: "2027-01-01" },
  quarterly: { ...NO_DEADLINE, kind: "quarterly", text: "每季度", recurrence: { every: "quarter", monthOfQuarter: 2, day: 30 } },
  monthly: { ...NO_DEADLINE, kind: "monthly", text: "每月5日前", recurrence: { every: "month", day: 5 } },
  monthEnd: { ...NO_DEADLINE, kind: "monthly", text: "每月底", recurrence: { every: "month", day: 31 } },
  multi: { ...NO_DEADLINE, kind: "multi", date: "2026-06-30", text: "6月底、年底", parts: [on("2026-06-30"), on("2026-12-31")] },
} as const satisfies Record<string, Deadline>;

function aTarget(deadline: Deadline, operator: Operator | null = null, value: number | null = null, unit = "个", scale = 1): Target {
  return {
    clause: "建成", start: 0, indicator: "数量", operator, value, scale: value === null ? null : scale, unit: value === null ? null : unit,
    baselineYear: null, qualitative: value === null, deadline, from: "clause",
  };
}

interface Scene {
  readonly facts: RowFacts;
  readonly report: RowReport;
  readonly marks: HandMarks;
  readonly asOf: string;
  readonly arrival?: Arrival;
}

/** What our columns come to when the sheet calculates, and what the core says they come to. */
function bothSides({ facts, report, marks, asOf, arrival = NO_ARRIVAL }: Scene, settings: LightSettings = DEFAULT_SETTINGS): Record<"sheet" | "core", Record<string, CellValue>> {
  const judgement = judgeFacts(facts, report, marks, asOf, settings);
  const cells = helperCells({ facts, report, replies: [report.value, null, report.status], marks, arrival, judgement }, REFS, asOf, settings);
  const cellAt = sheetOf(new Map([[bare(REFS.asOf), serialIn(asOf)], [bare(REFS.status ?? ""), report.status], [bare(REFS.value ?? ""), report.value], [bare(REFS.completed ?? ""), report.completed ?? null]]), cells);
  const sheet: Record<string, CellValue> = {};
  const core: Record<string, CellValue> = {};
  for (const key of HELPER_KEYS) {
    const cell = cells[key];
    if (cell === null || typeof cell !== "object") continue;
    sheet[key] = cellAt(NAMES[key]);
    core[key] = cell.cached;
  }
  return { sheet, core };
}

const bare = (name: string): string => name.replaceAll("$", "");
const NAMES = Object.fromEntries(HELPER_KEYS.map((key) => [key, cellName(ROW, PLACES[key])])) as Record<HelperKey, string>;

/** The cells of the row, calculated when they are asked for, each once. */
function sheetOf(known: Map<string, CellValue>, cells: Readonly<Record<HelperKey, HelperCell>>): (name: string) => CellValue {
  const formulas = new Map(HELPER_KEYS.map((key) => [NAMES[key], cells[key]]));
  const cellAt = (name: string): CellValue => {
    const value = known.get(name);
    if (value !== undefined) return value;
    const cell = formulas.get(name) ?? null;
    const found = cell !== null && typeof cell === "object" ? calculate(cell.formula, cellAt) : cell;
    known.set(name, found);
    return found;
  };
  return cellAt;
}

function expectSame(scene: Scene, settings?: LightSettings): void {
  const { sheet, core } = bothSides(scene, settings);
  expect(sheet).toEqual(core);
}

const DAYS = ["2025-06-01", "2025-12-31", "2026-01-01", "2026-02-28", "2026-11-23", "2026-12-01", "2026-12-15", "2028-01-01", "2028-02-29"];
const REPORTS: readonly CellValue[] = [null, "已完成", " 推进\n中", "尚未启动", "滞后。", "已完成招标"];
const VALUES: readonly CellValue[] = [null, 20, "３２ 个", "约25", "暂无"];

describe.each(Object.keys(DEADLINES) as (keyof typeof DEADLINES)[])("one target, %s", (name) => {
  const facts = factsOf([aTarget(DEADLINES[name], "~", 30)], null, FIGURES);
  test.each(DAYS)("on %s, for every report and figure", (asOf) => {
    for (const status of REPORTS) for (const value of VALUES) expectSame({ facts, report: { status, value }, marks: NO_MARKS, asOf });
  });
});

describe.each(Object.keys(DEADLINES) as (keyof typeof DEADLINES)[])("two targets, the figure is about the first, %s", (name) => {
  test.each(Object.keys(DEADLINES) as (keyof typeof DEADLINES)[])("the other %s", (other) => {
    const facts = factsOf([aTarget(DEADLINES[name], ">=", 30), aTarget(DEADLINES[other])], null, FIGURES);
    for (const asOf of ["2026-11-23", "2028-01-01"]) {
      for (const status of REPORTS.slice(0, 5)) for (const value of [30, 20]) expectSame({ facts, report: { status, value }, marks: NO_MARKS, asOf });
    }
  });
});

test.each<[string, Target, boolean, CellValue[]]>([
  ["30 万辆以上", aTarget(DEADLINES.past, ">=", 30, "辆", 1e4), false, [32, 28, 320_000, 280_000, 3000, "32万辆", "32 万", "３２０，０００辆", "3亿"]],
  ["70% 以上", aTarget(DEADLINES.past, ">=", 70, "%"), false, [70, 69, 0.7, 0.69, 1, 1.2, 7, "70%", "６９％", "0.7", "70 %", "七成"]],
  ["70% 以上, shown as %", aTarget(DEADLINES.past, ">=", 70, "%"), true, [0.7, 0.69, 1, "70%", 0]],
  ["7.8% 以内", aTarget(DEADLINES.past, "<=", 7.8, "%"), false, [7.8, 7.9, 0.078, 0.079, 0.5, "7.8%", 100]],
  ["超过 10 万个", aTarget(DEADLINES.past, ">", 10, "个", 1e4), false, [10, 10.1, 100_000, 100_001]],
  ["等于 12", aTarget(DEADLINES.past, "=", 12), false, [11, 12, 13, "12台", "12台套", "1 2", "12-1", "2026/6", "1e3", "+12", "12."]],
  ["5000 亿元左右", aTarget(DEADLINES.past, "~", 5000, "元", 1e8), false, [5100, 4800, 4100, 3000, 4.9e11, 5e7, "5100亿元", "4,800"]],
])("figures: %s", (_, target, percentCell, values) => {
  const facts = factsOf([target], null, { ...FIGURES, valuePercent: percentCell });
  for (const value of values) for (const status of REPORTS) expectSame({ facts, report: { status, value }, marks: NO_MARKS, asOf: "2026-11-23" });
});

test("every synonym of every status is read by the formula", () => {
  const facts = factsOf([aTarget(DEADLINES.past)], null, FIGURES);
  for (const status of STATUSES) {
    for (const word of STATUS_SYNONYMS[status]) expectSame({ facts, report: { status: word, value: null }, marks: NO_MARKS, asOf: "2026-11-23" });
  }
});

const COMPLETIONS: readonly CellValue[] = [
  null, serialIn("2025-11-20"), serialIn("2026-11-23"), serialIn("2026-11-24"), 45, "2025年11月", "2025.11.20", " 2025 年 11 月 20 日", "2027年1月", "2026年底前",
  "预计2026年完成", "已完成", "20", true, "#REF!",
];

test("a day of completion answers for an empty 状态, in the sheet as in the core", () => {
  for (const name of ["past", "ahead"] as const) {
    const facts = factsOf([aTarget(DEADLINES[name], ">=", 30)], null, FIGURES);
    for (const status of [...REPORTS, " "]) for (const completed of COMPLETIONS) expectSame({ facts, report: { status, value: null, completed }, marks: NO_MARKS, asOf: "2026-11-23" });
  }
});

const ARRIVALS: readonly Arrival[] = [NO_ARRIVAL, ...(["in-time", "late", null] as const).flatMap((came) => ["", "已完成", "20"].map((prior) => ({ prior, came })))];

test("报送 in the sheet is 报送 in the core", () => {
  const facts = factsOf([aTarget(DEADLINES.past)], null, FIGURES);
  for (const arrival of ARRIVALS) {
    for (const status of [null, " ", "已完成", "无", "零报告。", "本月无新进展；无", "无锡", "暂无进展，下月报"]) {
      for (const value of [null, 20, "无"]) expectSame({ facts, report: { status, value }, marks: NO_MARKS, asOf: "2026-11-23", arrival });
    }
  }
});

const OVERRIDES = [...LIGHTS.map((light) => DEFAULT_SETTINGS.looks[light].word), "待核实", " 已 完成 ", "　正常", "看过了", " ", "未完成", " 未 完成", "不再考核"];

test.each(OVERRIDES)("人工认定 %j wins in the sheet as in the core", (override) => {
  for (const status of REPORTS) {
    for (const name of ["none", "past", "ahead", "annual"] as const) {
      const facts = factsOf([aTarget(DEADLINES[name], ">=", 30)], null, FIGURES);
      for (const ground of ["会议纪要", " "]) expectSame({ facts, report: { status, value: 20 }, marks: { ...NO_MARKS, override, ground }, asOf: "2026-11-23" });
    }
  }
});

test.each<[CellValue, string]>([
  [serialIn("2026-12-01"), "市政府批复"], [serialIn("2027-06-30"), "批复"], [serialIn("2026-01-31"), "批复"], [serialIn("2027-06-30") + 0.5, "批复"],
  [serialIn("2027-06-30"), ""], [serialIn("2027-06-30"), " 　"], ["2027年6月", "批复"], [null, "批复"],
])("调整后时限 %s with the ground %j", (adjusted, ground) => {
  for (const name of Object.keys(DEADLINES) as (keyof typeof DEADLINES)[]) {
    const facts = factsOf([aTarget(DEADLINES[name], ">=", 30), aTarget(DEADLINES.ahead)], null, FIGURES);
    for (const status of REPORTS.slice(0, 4)) for (const value of [30, 20]) {
      expectSame({ facts, report: { status, value }, marks: { adjusted, override: "", ground }, asOf: "2026-11-23" });
    }
  }
});

test("any row, on any day, with any report", () => {
  const deadline = fc.constantFrom(...Object.values<Deadline>(DEADLINES));
  const numeric = fc.record({
    operator: fc.constantFrom<Operator>(">=", "<=", ">", "<", "=", "~"), value: fc.integer({ min: 0, max: 300 }),
    scale: fc.constantFrom(1, 1, 1e4, 1e8), unit: fc.constantFrom("%", "个", "辆"),
  });
  const target = fc.tuple(deadline, fc.option(numeric)).map(([date, figure]) =>
    figure ? aTarget(date, figure.operator, figure.value, figure.unit, figure.unit === "%" ? 1 : figure.scale) : aTarget(date),
  );
  const day = fc.integer({ min: dayNumber({ year: 2024, month: 1, day: 1 }), max: dayNumber({ year: 2029, month: 1, day: 1 }) });
  const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.constantFrom("12个", "３０", "40%", "无"));
  fc.assert(
    fc.property(fc.array(target, { maxLength: 4 }), fc.option(deadline), day, fc.constantFrom(...REPORTS), value, fc.boolean(), (targets, own, asOf, status, figure, valuePercent) => {
      const facts = factsOf(targets, own && { deadline: own, from: targets.length % 2 === 0 ? "column" : "label" }, { ...FIGURES, valuePercent });
      expectSame({ facts, report: { status, value: figure }, marks: NO_MARKS, asOf: isoDay(dayOf(asOf)) });
      // Every other date was moved without a ground.
      const moved = { ...facts, lanes: facts.lanes.map((lane, index) => (index % 2 === 0 && lane.deadline.kind === "date" ? { ...lane, postponedTo: index === 0 ? "2027-03-31" : "9999-12-31" } : lane)) };
      expectSame({ facts: moved, report: { status, value: figure }, marks: NO_MARKS, asOf: isoDay(dayOf(asOf)) });
    }),
    { numRuns: 500 },
  );
});

test("other words and another threshold", () => {
  const settings: LightSettings = {
    looks: { ...DEFAULT_SETTINGS.looks, overdue: { ...DEFAULT_SETTINGS.looks.overdue, word: '红"灯"' } }, soonDays: 7, wholeRow: false,
  };
  for (const name of Object.keys(DEADLINES) as (keyof typeof DEADLINES)[]) {
    const facts = factsOf([aTarget(DEADLINES[name])], null, FIGURES);
    for (const status of REPORTS) expectSame({ facts, report: { status, value: null }, marks: NO_MARKS, asOf: "2026-11-23" }, settings);
  }
});

test("without a day nothing is claimed", () => {
  const facts = factsOf([aTarget(DEADLINES.annual, ">=", 3), aTarget(DEADLINES.past)], null, FIGURES);
  const report: RowReport = { status: null, value: null };
  const judgement = judgeFacts(facts, report, NO_MARKS, "2026-11-23", DEFAULT_SETTINGS);
  const cells = helperCells({ facts, report, replies: [], marks: NO_MARKS, arrival: NO_ARRIVAL, judgement }, REFS, "2026-11-23", DEFAULT_SETTINGS);
  const inSheet = (key: HelperKey, asOf: CellValue): CellValue => {
    const cell = cells[key];
    if (cell === null || typeof cell !== "object") throw new Error(`no formula: ${key}`);
    return calculate(cell.formula, (name) => (name === REFS.asOf.replaceAll("$", "") ? asOf : null));
  };
  for (const asOf of [null, "2026年11月"]) {
    expect(inSheet("computed", asOf)).toBe(NO_AS_OF);
    expect(inSheet("deadline", asOf)).toBe("");
    expect(inSheet("days", asOf)).toBe("");
  }
});

test("a time of day changes nothing: the last day is kept until it is over", () => {
  for (const deadline of [DEADLINES.past, DEADLINES.annual, DEADLINES.twoReadings, DEADLINES.soon]) {
    const scene = { facts: factsOf([aTarget(deadline, ">=", 3)], null, FIGURES), report: { status: "进行中", value: 1 }, marks: NO_MARKS };
    for (const asOf of ["2025-12-31", "2026-11-30", "2026-11-01", "2026-12-01"]) {
      const judgement = judgeFacts(scene.facts, scene.report, NO_MARKS, asOf, DEFAULT_SETTINGS);
      const cells = helperCells({ ...scene, replies: [], arrival: NO_ARRIVAL, judgement }, REFS, asOf, DEFAULT_SETTINGS);
      const known = new Map<string, CellValue>([[bare(REFS.asOf), serialIn(asOf) + 0.75], [bare(REFS.status ?? ""), "进行中"], [bare(REFS.value ?? ""), 1]]);
      const cellAt = sheetOf(known, cells);
      expect([cellAt(NAMES.light), cellAt(NAMES.deadline)]).toEqual([lightWord(judgement.light, false, DEFAULT_SETTINGS), judgement.date === null ? "" : serialIn(judgement.date)]);
    }
  }
});

test("an error in a reply cell is no report, but something is there", () => {
  const facts = factsOf([aTarget(DEADLINES.past, ">=", 3)], null, FIGURES);
  const report: RowReport = { status: "#REF!", value: "#DIV/0!" };
  expectSame({ facts, report, marks: NO_MARKS, asOf: "2026-11-23" });
  expectSame({ facts, report: { status: true, value: true }, marks: NO_MARKS, asOf: "2026-11-23" });
});

test("each rule answers to its own word only, a person's too", () => {
  for (const light of LIGHTS) {
    for (const shown of LIGHTS) {
      for (const overridden of [false, true]) {
        const word = lightWord(shown, overridden, DEFAULT_SETTINGS);
        const inRow = ruleFormula(light, "$L", DEFAULT_SETTINGS).replaceAll("INDEX($L:$L,ROW())", "$L5");
        expect(calculate(inRow, (name) => (name === "L5" ? word : null))).toBe(light === shown);
      }
    }
  }
});

/** Everywhere in Excel since 2007, WPS and LibreOffice; nothing that recalculates on its own. */
const ALLOWED = new Set([
  "IF", "AND", "OR", "NOT", "ISNUMBER", "ISLOGICAL", "IFERROR", "DATE", "YEAR", "MONTH", "INT", "MIN", "MAX", "ROUND", "CHOOSE", "LOOKUP",
  "SUBSTITUTE", "CLEAN", "EXACT", "ISTEXT", "FIND", "LEFT", "RIGHT", "LEN", "VALUE",
]);

test("formulas keep to what every program calculates, within Excel's limits, over their own row", () => {
  const all = Object.values<Deadline>(DEADLINES);
  for (const one of all) {
    const facts = factsOf([aTarget(one, ">=", 30, "万人次", 1e8), ...all.map((deadline) => aTarget(deadline))], null, FIGURES);
    const report: RowReport = { status: null, value: null };
    const judgement = judgeFacts(facts, report, NO_MARKS, "2026-11-23", DEFAULT_SETTINGS);
    const cells = helperCells({ facts, report, replies: [], marks: NO_MARKS, arrival: NO_ARRIVAL, judgement }, REFS, "2026-11-23", DEFAULT_SETTINGS);
    for (const cell of Object.values(cells)) {
      if (cell === null || typeof cell !== "object") continue;
      expect(cell.formula.length).toBeLessThanOrEqual(8192);
      expect(nestingOf(cell.formula)).toBeLessThanOrEqual(64);
      expect(longestText(cell.formula)).toBeLessThanOrEqual(255);
      expect([...functionsIn(cell.formula)].filter((name) => !ALLOWED.has(name))).toEqual([]);
      for (const name of cellsIn(cell.formula)) expect(name === REFS.asOf || name.endsWith(String(ROW + 1))).toBe(true);
    }
  }
});

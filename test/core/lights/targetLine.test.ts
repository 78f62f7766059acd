import fc from "fast-check";
import { cellName } from "../../../src/core/grid/a1";
import type { CellMark, CellValue, Grid } from "../../../src/core/grid/grid";
import { applyCorrections, readCorrections } from "../../../src/core/lights/corrections";
import { OPERATOR_WORDS } from "../../../src/core/lights/demand";
import type { HandMarks, SourcedDeadline } from "../../../src/core/lights/facts";
import { serialIn } from "../../../src/core/lights/helperRow";
import { lightRows } from "../../../src/core/lights/litRow";
import type { LaidSheet } from "../../../src/core/lights/look";
import { DEFAULT_SETTINGS } from "../../../src/core/lights/settings";
import { type HandColumn, targetColumn, type TargetColumn } from "../../../src/core/lights/targetColumns";
import { targetSheet, taskOf } from "../../../src/core/lights/targetSheet";
import { textOf } from "../../../src/core/ledger/ledger";
import { parseLedger } from "../../../src/core/parse/parseLedger";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import type { Operator, Target } from "../../../src/core/targets/target";
import { calculate, cellsIn, functionsIn, longestText, nestingOf } from "../../support/formula";

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "完成时限", "完成值", "状态", "实际完成时间"];
const FIRST = 3;

const on = (iso: string): Deadline => ({ ...NO_DEADLINE, kind: "date", date: iso, text: "按期" });
const DEADLINES: readonly Deadline[] = [
  NO_DEADLINE, { ...NO_DEADLINE, kind: "ongoing", text: "长期坚持" }, on("2025-12-31"), on("2026-12-01"), on("2027-12-31"),
  { ...on("2026-10-31"), alternative: "2026-11-30" },
  { ...NO_DEADLINE, kind: "annual", text: "每年", recurrence: { every: "year", month: 12, day: 31 } },
];

function aTarget(deadline: Deadline, operator: Operator | null, value: number | null, unit = "个", scale = 1, more: Partial<Target> = {}): Target {
  return {
    clause: "建成若干", start: 0, indicator: "数量", operator, value, scale: value === null ? null : scale, unit: value === null ? null : unit,
    baselineYear: null, qualitative: value === null, deadline, from: deadline.kind === "none" ? null : "clause", ...more,
  };
}

interface Scene {
  readonly targets: readonly Target[];
  readonly own: SourcedDeadline | null;
  readonly value: CellValue;
  readonly percent?: boolean;
  readonly status: CellValue;
  readonly completed?: CellValue;
  readonly marks?: HandMarks;
  readonly asOf: string;
  /** What a person wrote on the first line. */
  readonly written?: Partial<Record<HandColumn, CellValue>>;
}

/** The list of one row with these targets. */
function listOf(scene: Scene): LaidSheet {
  const mark: CellMark = { percent: true };
  const grid: Grid = {
    sheet: "工作台账", visibility: "visible", spans: [], notes: [], hiddenColumns: [],
    rows: [HEADER, [1, "建设", "建成若干。", "市发改委", null, scene.value, scene.status, scene.completed ?? null]].map((values, row) => ({
      row, values, marks: scene.percent === true && row === 1 ? [undefined, undefined, undefined, undefined, undefined, mark] : null, hidden: false,
    })),
  };
  const parsed = parseLedger(grid);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  const [row] = parsed.value.rows;
  if (!row) throw new Error("no row");
  const lineOf = (own: Partial<Record<HandColumn, CellValue>>): LaidSheet => {
    const corrections = readCorrections(gridOf(own));
    const { rows } = applyCorrections([{ task: taskOf(parsed.value, row), content: textOf(parsed.value, row, "content"), targets: scene.targets }], corrections, () => NO_DEADLINE);
    const lit = lightRows(parsed.value, [{ row, targets: rows[0] ?? [], own: scene.own }], new Map(scene.marks ? [[1, scene.marks]] : []), scene.asOf, DEFAULT_SETTINGS);
    return targetSheet(parsed.value, lit, [], scene.asOf, DEFAULT_SETTINGS);
  };
  const gridOf = (own: Partial<Record<HandColumn, CellValue>>): Grid => {
    const values: Partial<Record<TargetColumn, CellValue>> = { task: "建设", clause: "建成若干", indicator: "数量", ...own };
    const line: CellValue[] = [];
    const header: CellValue[] = [];
    for (const [key, value] of Object.entries(values)) line[targetColumn(key as TargetColumn)] = value;
    for (const key of Object.keys(values)) header[targetColumn(key as TargetColumn)] = headerOf(key as TargetColumn);
    return { ...grid, sheet: "目标清单", rows: [header, line].map((cells, at) => ({ row: at + 2, values: Array.from(cells, (cell) => cell ?? null), marks: null, hidden: false })) };
  };
  return lineOf(scene.written ?? {});
}

const headerOf = (key: TargetColumn): CellValue => {
  const value = HEADERS.get(targetColumn(key)) ?? null;
  return typeof value === "object" ? null : value;
};
const HEADERS = new Map<number, CellValue>();

const nameOf = (key: TargetColumn, line = 0): string => cellName(FIRST + line, targetColumn(key));

/** The cells of the sheet as Excel counts them, with some of them typed anew. */
function counted(sheet: LaidSheet, typed: ReadonlyMap<string, CellValue> = new Map()): (name: string) => CellValue {
  const known = new Map(typed);
  const cells = new Map(sheet.cells.map(({ row, col, value }) => [cellName(row, col), value]));
  const at = (name: string): CellValue => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const cell = cells.get(name) ?? null;
    const found = cell !== null && typeof cell === "object" ? calculate(cell.formula, at) : cell;
    known.set(name, found);
    return found;
  };
  return at;
}

function expectCached(sheet: LaidSheet): void {
  const at = counted(sheet);
  for (const { row, col, value } of sheet.cells) {
    if (value === null || typeof value !== "object" || value.formula.startsWith("HYPERLINK")) continue;
    expect([cellName(row, col), at(cellName(row, col)) ?? ""]).toEqual([cellName(row, col), value.cached ?? ""]);
  }
}

beforeAll(() => {
  const sheet = targetSheet(...emptyList());
  for (const { row, col, value } of sheet.cells) if (row === 2 && typeof value === "string") HEADERS.set(col, value);
});

function emptyList(): Parameters<typeof targetSheet> {
  const parsed = parseLedger({
    sheet: "表", visibility: "visible", spans: [], notes: [], hiddenColumns: [],
    rows: [HEADER, [1, "一", "甲。", "市发改委", null, null, null, null]].map((values, row) => ({ row, values, marks: null, hidden: false })),
  });
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return [parsed.value, [], [], "2026-11-23", DEFAULT_SETTINGS];
}

const OPERATORS = [">=", "<=", ">", "<", "=", "~"] as const;
const DAYS = ["2025-06-01", "2025-12-31", "2026-11-23", "2026-11-30", "2028-01-01"];
const STATUSES: readonly CellValue[] = [null, "已完成", " 推进\n中", "尚未启动", "滞后。", "已阅"];
const VALUES: readonly CellValue[] = [null, 20, 30, 31, 0.3, "３２ 个", "约25", "70%", "暂无", 300_000, 2999, 305, 1e9];

const deadline = fc.constantFrom(...DEADLINES);
const target = fc.oneof(
  deadline.map((due) => aTarget(due, null, null)),
  fc.tuple(deadline, fc.constantFrom(...OPERATORS), fc.constantFrom(0.5, 7.8, 30, 70, 100, 350), fc.constantFrom<[string, number]>(["个", 1], ["辆", 1e4], ["元", 1e8], ["%", 1], ["个百分点", 1]), fc.constantFrom<number | null>(null, 2023), fc.constantFrom(undefined, 1.5))
    .map(([due, operator, value, [unit, scale], baselineYear, ratio]) => aTarget(due, operator, value, unit, scale, { baselineYear, ...(ratio === undefined ? {} : { upper: value * ratio }) })),
);
const marks = fc.constantFrom<HandMarks>(
  { adjusted: null, override: "", ground: "" }, { adjusted: serialIn("2027-01-31"), override: "", ground: "市政府同意" }, { adjusted: serialIn("2027-01-31"), override: "", ground: "" },
  { adjusted: null, override: "已完成", ground: "现场核实" }, { adjusted: null, override: "未完成", ground: "电话核实" }, { adjusted: null, override: "逾期", ground: "" },
);
const written = fc.record<Partial<Record<HandColumn, CellValue>>>({
  newStatus: fc.constantFrom<CellValue>("已完成", "进行中", "未启动", "嗯"), newReported: fc.constantFrom<CellValue>(28, "35 个", "0.72", "若干"),
  newDeadline: fc.constantFrom<CellValue>(serialIn("2026-06-30"), serialIn("2029-12-31")), newValue: fc.constantFrom<CellValue>(25, 40, 0.4),
  newOperator: fc.constantFrom<CellValue>(...OPERATORS.flatMap((operator) => [...OPERATOR_WORDS[operator]]), "差不多", "＞"), verdict: fc.constantFrom<CellValue>("不是目标", "嗯"),
}, { requiredKeys: [] });
const scene: fc.Arbitrary<Scene> = fc.record({
  targets: fc.array(target, { minLength: 1, maxLength: 3 }), own: fc.option(deadline.map((due): SourcedDeadline => ({ deadline: due, from: "column" })), { freq: 3 }),
  value: fc.constantFrom(...VALUES), percent: fc.boolean(), status: fc.constantFrom(...STATUSES), completed: fc.constantFrom<CellValue>(null, null, serialIn("2025-11-01")), marks, asOf: fc.constantFrom(...DAYS),
});

test("every formula of the list comes to what the core says, with and without corrections", () => {
  fc.assert(fc.property(scene, written, (one, hand) => {
    expectCached(listOf(one));
    expectCached(listOf({ ...one, written: hand }));
  }), { numRuns: 150 });
});

test("typed on the list, a correction changes word and verdict at once, to what lighting anew says", () => {
  fc.assert(fc.property(scene, written, fc.constantFrom(...DAYS), (one, hand, asOf) => {
    const typed = new Map(Object.entries(hand).map(([key, value]) => [nameOf(key as TargetColumn), value]));
    const live = counted(listOf(one), new Map([...typed, [cellName(2, targetColumn("days")), serialIn(asOf)]]));
    const again = listOf({ ...one, asOf, written: hand });
    for (const key of ["light", "days", "deadline", "reached"] as const) {
      const cell = again.cells.find(({ row, col }) => row === FIRST && col === targetColumn(key))?.value ?? null;
      // Words without a figure get one only by reading.
      if (one.targets[0]?.value === null && hand.newValue !== undefined) continue;
      expect([key, live(nameOf(key)) ?? ""]).toEqual([key, (cell !== null && typeof cell === "object" ? cell.cached : cell) ?? ""]);
    }
  }), { numRuns: 300 });
});

test("words that take reading leave the figure undecided until the list is lit again", () => {
  const sheet = listOf({ targets: [aTarget(on("2025-12-31"), ">=", 30)], own: null, value: 32, status: null, asOf: "2026-11-23" });
  const withTyped = (key: TargetColumn, value: CellValue): CellValue[] => {
    const at = counted(sheet, new Map([[nameOf(key), value]]));
    return [at(nameOf("reached")), at(nameOf("light"))];
  };
  expect(withTyped("remark", "已核")).toEqual(["达到", "已完成"]);
  expect(withTyped("newValue", "5 万个")).toEqual(["难定", "待核定"]);
  expect(withTyped("newUnit", "万个")).toEqual(["难定", "待核定"]);
  expect(withTyped("newValue", 33)).toEqual(["未达", "逾期"]);
  expect(withTyped("newOperator", "低于")).toEqual(["未达", "逾期"]);
  expect(withTyped("value", 33)).toEqual(["未达", "逾期"]);
  expect(withTyped("reported", null)).toEqual(["", "已过时限·待核实"]);
});

test("formulas name their own line and the list's own day, nothing else, within what every program calculates", () => {
  const sheet = listOf({ targets: [aTarget(DEADLINES[5] ?? NO_DEADLINE, "~", 30, "辆", 1e4), aTarget(on("2027-12-31"), ">=", 70, "%", 1, { upper: 90 })], own: null, value: 32, status: "推进中", completed: serialIn("2025-11-01"), asOf: "2026-11-23" });
  const day = `$${cellName(2, targetColumn("days")).replace(/\d/gu, "")}$3`;
  for (const { row, value } of sheet.cells) {
    if (value === null || typeof value !== "object" || value.formula.startsWith("HYPERLINK")) continue;
    expect(value.formula.length).toBeLessThan(8192);
    expect(nestingOf(value.formula)).toBeLessThanOrEqual(64);
    expect(longestText(value.formula)).toBeLessThanOrEqual(255);
    for (const name of cellsIn(value.formula)) expect(name === day || name.replaceAll(/[$A-Z]/gu, "") === String(row + 1)).toBe(true);
    for (const name of functionsIn(value.formula)) expect(["INDIRECT", "TODAY", "OFFSET", "IFS", "LET", "XLOOKUP"]).not.toContain(name);
  }
});

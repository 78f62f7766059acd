import type { CellValue, Grid } from "../../../src/core/grid/grid";
import { applyCorrections, asExtracted, type Correction, readCorrections } from "../../../src/core/lights/corrections";
import { operatorOf, operatorWord } from "../../../src/core/lights/demand";
import { NO_MARKS } from "../../../src/core/lights/facts";
import { serialIn } from "../../../src/core/lights/helperRow";
import { LIGHTS } from "../../../src/core/lights/light";
import { lightRows } from "../../../src/core/lights/litRow";
import type { LaidSheet } from "../../../src/core/lights/look";
import { DEFAULT_SETTINGS } from "../../../src/core/lights/settings";
import { targetColumn, TARGET_COLUMNS, type TargetColumn } from "../../../src/core/lights/targetColumns";
import { TARGET_SHEET, targetSheet, taskOf } from "../../../src/core/lights/targetSheet";
import { type Ledger, textOf } from "../../../src/core/ledger/ledger";
import { parseLedger } from "../../../src/core/parse/parseLedger";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import type { Operator, Target } from "../../../src/core/targets/target";
import type { OwnSheet } from "../../../src/excel/port";

const AS_OF = "2026-11-23";
const year = (of: number): Deadline => ({ ...NO_DEADLINE, kind: "year", date: `${of}-12-31`, text: `到 ${of} 年` });
const readDeadline = (words: string): Deadline => (/^\d{4}年$/u.test(words) ? year(Number(words.slice(0, 4))) : NO_DEADLINE);

function aTarget(clause: string, indicator: string, operator: Operator | null, value: number | null, deadline = year(2025), unit = "家", scale = 1): Target {
  return {
    clause, start: 0, indicator, operator, value, scale: value === null ? null : scale, unit: value === null ? null : unit, baselineYear: null,
    qualitative: value === null, deadline, from: "clause",
  };
}

const GRID: Grid = {
  sheet: "工作台账", visibility: "visible", spans: [], notes: [], hiddenColumns: [],
  rows: [
    ["序号", "重点任务", "工作内容", "牵头单位", "完成值", "状态"],
    [1, "培育绿色工厂", "到 2025 年，绿色工厂达到 350 家、绿色园区达到 30 家。", "市工信局", null, null],
    [2, "推广新能源车", "到 2027 年，保有量达到 30 万辆。", "市发改委", 32, "进行中"],
  ].map((values, row) => ({ row, values, marks: null, hidden: false })),
};

const FACTORIES = "绿色工厂达到 350 家";
const PARKS = "绿色园区达到 30 家";
const CARS = "保有量达到 30 万辆";
const TARGETS: readonly (readonly Target[])[] = [
  [aTarget(FACTORIES, "绿色工厂", ">=", 350), aTarget(PARKS, "绿色园区", ">=", 30)],
  [aTarget(CARS, "保有量", ">=", 30, year(2027), "辆", 1e4)],
];

function ledger(): Ledger {
  const parsed = parseLedger(GRID);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}

function sheetWith(corrections: readonly Correction[], targets = TARGETS): LaidSheet {
  const own = ledger();
  const extracted = own.rows.map((row, index) => ({ task: taskOf(own, row), content: textOf(own, row, "content"), targets: targets[index] ?? [] }));
  const { rows: corrected, orphans } = applyCorrections(extracted, corrections, readDeadline);
  const words = own.rows.map((row, index) => ({ row, targets: corrected[index] ?? [], own: null }));
  const rows = lightRows(own, words, new Map([[1, NO_MARKS]]), AS_OF, DEFAULT_SETTINGS);
  return targetSheet(own, rows, orphans, AS_OF, DEFAULT_SETTINGS);
}

/** The sheet as it is read again. */
function gridOf(sheet: LaidSheet): Grid {
  const rows = new Map<number, CellValue[]>();
  for (const { row, col, value } of sheet.cells) {
    const values = rows.get(row) ?? [];
    values[col] = value !== null && typeof value === "object" ? value.cached : value;
    rows.set(row, values);
  }
  return {
    sheet: sheet.name, visibility: "visible", spans: [], notes: [], hiddenColumns: [],
    rows: [...rows].sort(([one], [other]) => one - other).map(([row, values]) => ({ row, values, marks: null, hidden: false })),
  };
}

/** A person writes into a line of the sheet. */
function written(sheet: LaidSheet, row: number, cells: Partial<Record<TargetColumn, CellValue>>): Grid {
  const grid = gridOf(sheet);
  return {
    ...grid,
    rows: grid.rows.map((one) => {
      if (one.row !== row) return one;
      const values = [...one.values];
      for (const [key, value] of Object.entries(cells)) values[targetColumn(key as TargetColumn)] = value;
      return { ...one, values };
    }),
  };
}

function lineOf(sheet: LaidSheet, row: number): Partial<Record<TargetColumn, CellValue>> {
  const values = gridOf(sheet).rows.find((one) => one.row === row)?.values ?? [];
  return Object.fromEntries(TARGET_COLUMNS.map(({ key }, col) => [key, values[col] ?? null]));
}

test("one line a target, with its words, its date and its light", () => {
  const sheet: OwnSheet = sheetWith([]);
  expect(sheet).toMatchObject({ name: TARGET_SHEET, visibility: "visible", headerRows: 3 });
  const plain = sheetWith([]);
  expect(lineOf(plain, 3)).toMatchObject({
    serial: "1", task: "培育绿色工厂", clause: FACTORIES, indicator: "绿色工厂", operator: "不低于", value: 350, unit: "家",
    deadline: serialIn("2025-12-31"), words: "到 2025 年 → 2025-12-31", light: "已过时限·待核实", days: "已过327天", reached: "",
    link: "工作台账!C2", outcome: "",
  });
  expect(lineOf(plain, 5)).toMatchObject({ serial: "2", value: 30, unit: "万辆", light: "已完成", status: "进行中", reported: 32, reached: "达到" });
  expect(lineOf(plain, 2)).toMatchObject({ light: "灯色", days: serialIn(AS_OF) });
});

test("the link follows its row", () => {
  const link = sheetWith([]).cells.find(({ row, col }) => row === 3 && col === targetColumn("link"))?.value;
  expect(link).toEqual({ formula: 'HYPERLINK("#工作台账!C"&ROW(工作台账!C2),"工作台账!C"&ROW(工作台账!C2))', cached: "工作台账!C2" });
});

test("rules colour the light and 序号 by the word, and the legend has all eight with a meaning", () => {
  const { cells, rules } = sheetWith([]);
  expect(rules.map(({ fill }) => fill)).toEqual(LIGHTS.map((light) => DEFAULT_SETTINGS.looks[light].fill));
  for (const { areas } of rules) expect(areas).toEqual(["serial", "light"].map((key) => ({ top: 3, bottom: 5, left: targetColumn(key as TargetColumn), right: targetColumn(key as TargetColumn) })));
  expect(cells.filter(({ col, paint }) => paint && col < TARGET_COLUMNS.length)).toEqual([]);
  const legend = cells.filter(({ col, row, look }) => col > TARGET_COLUMNS.length && row > 2 && look === "light");
  expect(legend.map(({ value, paint }) => [value, paint])).toEqual(
    LIGHTS.map((light) => [DEFAULT_SETTINGS.looks[light].word, { fill: DEFAULT_SETTINGS.looks[light].fill, font: DEFAULT_SETTINGS.looks[light].font }]),
  );
  expect(cells.filter(({ col, row }) => col === TARGET_COLUMNS.length + 2 && row > 2).every(({ value }) => typeof value === "string" && value.length > 3)).toBe(true);
});

test("nothing written, nothing read", () => {
  expect(readCorrections(gridOf(sheetWith([])))).toEqual([]);
  expect(readCorrections(GRID)).toEqual([]);
});

test("a correction counts, stays on the sheet, and reads back as itself", () => {
  const hand = { newValue: 300, newDeadline: "2027年", newIndicator: "市级绿色工厂", remark: "已批" };
  const corrections = readCorrections(written(sheetWith([]), 3, hand));
  const again = sheetWith(corrections);
  expect(lineOf(again, 3)).toMatchObject({ ...hand, indicator: "绿色工厂", value: 350, light: "正常", outcome: "已采用", deadline: serialIn("2027-12-31") });
  expect(readCorrections(gridOf(again))).toEqual(corrections);
  expect(sheetWith(readCorrections(gridOf(again)))).toEqual(again);
});

test("it hangs on the words: rows move, spaces and widths change, tasks get other numbers", () => {
  const corrections = readCorrections(written(sheetWith([]), 5, { newValue: 40 }));
  const rows = [
    { task: "推广新能源车", content: "", targets: [aTarget("保有量达到30万辆", " 保有量", ">=", 30)] },
    { task: "培育绿色工厂", content: "", targets: TARGETS[0] ?? [] },
  ];
  const { rows: corrected, orphans } = applyCorrections(rows, corrections, readDeadline);
  expect(corrected[0]?.[0]?.target?.value).toBe(40);
  expect(orphans).toEqual([]);
});

test("a renamed task keeps its correction where the words stand only once, and loses it to the orphans where they don't", () => {
  const corrections = readCorrections(written(sheetWith([]), 5, { newValue: 40 }));
  const renamed = { task: "改了名字", content: "", targets: TARGETS[1] ?? [] };
  expect(applyCorrections([renamed], corrections, readDeadline).rows[0]?.[0]?.target?.value).toBe(40);
  const twice = applyCorrections([renamed, { ...renamed, task: "另一项" }], corrections, readDeadline);
  expect(twice.rows.flat().map(({ target }) => target?.value)).toEqual([30, 30]);
  expect(twice.orphans).toEqual(corrections);
});

test("words that were edited a little keep their correction, and the sheet says so", () => {
  const corrections = readCorrections(written(sheetWith([]), 3, { newValue: 360 }));
  const edited = [aTarget("全市绿色工厂累计达到 350 家", "绿色工厂", ">=", 350), aTarget(PARKS, "绿色园区", ">=", 30)];
  const again = sheetWith(corrections, [edited, TARGETS[1] ?? []]);
  expect(lineOf(again, 3)).toMatchObject({ clause: "全市绿色工厂累计达到 350 家", newValue: 360, outcome: "已采用，但原文有改动，请核对" });
  expect(lineOf(sheetWith(readCorrections(gridOf(again)), [edited, TARGETS[1] ?? []]), 3)).toMatchObject({ newValue: 360, outcome: "已采用" });
});

test("edited words that could be meant twice, or by two corrections, are nobody's", () => {
  const corrections = readCorrections(written(sheetWith([]), 3, { newValue: 360 }));
  const twins = [aTarget("市级绿色工厂达到 350 家", "绿色工厂", ">=", 350), aTarget("县级绿色工厂达到 350 家", "绿色工厂", ">=", 350)];
  const twice = applyCorrections([{ task: "培育绿色工厂", content: "", targets: twins }], corrections, readDeadline);
  expect(twice.orphans).toEqual(corrections);
  const both = corrections.flatMap((one) => [one, { ...one, clause: "绿色工厂应达到 350 家" }]);
  const once = applyCorrections([{ task: "培育绿色工厂", content: "", targets: twins.slice(0, 1) }], both, readDeadline);
  expect(once.orphans).toEqual(both);
});

test("of two targets with the same words each keeps its own correction", () => {
  const same = [aTarget(FACTORIES, "绿色工厂", ">=", 350), aTarget(FACTORIES, "绿色工厂", ">=", 400)];
  const corrections = readCorrections(written(sheetWith([], [same]), 4, { newValue: 410 }));
  expect(corrections).toMatchObject([{ nth: 1 }]);
  const { rows } = applyCorrections([{ task: "培育绿色工厂", content: "", targets: same }], corrections, readDeadline);
  expect(rows[0]?.map(({ target }) => target?.value)).toEqual([350, 410]);
});

test("a line that is no target is struck out, but stays in sight", () => {
  const again = sheetWith(readCorrections(written(sheetWith([]), 3, { verdict: " 不是目标 " })));
  expect(lineOf(again, 3)).toMatchObject({ clause: FACTORIES, light: null, days: null, deadline: null, outcome: "已剔除" });
  expect(lineOf(again, 4)).toMatchObject({ clause: PARKS, light: "已过时限·待核实" });
});

test("a target that was not found is added by its words", () => {
  const grid = gridOf(sheetWith([]));
  const values: CellValue[] = [];
  const cells: Partial<Record<TargetColumn, CellValue>> = {
    task: "推广新能源车", clause: "保有量达到 30 万辆", indicator: "充电桩", newValue: "5 万个", newOperator: "≥", newDeadline: serialIn("2026-12-10"), verdict: "新增",
  };
  for (const [key, value] of Object.entries(cells)) values[targetColumn(key as TargetColumn)] = value;
  const corrections = readCorrections({ ...grid, rows: [...grid.rows, { row: 40, values, marks: null, hidden: false }] });
  const again = sheetWith(corrections);
  expect(lineOf(again, 6)).toMatchObject({ serial: "2", indicator: "充电桩", newValue: "5 万个", light: "临期", outcome: "已采用" });
  expect(sheetWith(readCorrections(gridOf(again)))).toEqual(again);
});

test("words that can't be read are said, and the extracted value stands", () => {
  const again = sheetWith(readCorrections(written(sheetWith([]), 3, { newOperator: "差不多", newValue: "若干", newDeadline: "适时", verdict: "嗯" })));
  expect(lineOf(again, 3)).toMatchObject({ light: "已过时限·待核实", outcome: "更正要求、更正目标值、更正时限、取舍未能识别，仍按原值" });
});

test("a correction whose words are gone stays on the sheet with its anchor", () => {
  const corrections = readCorrections(written(sheetWith([]), 3, { newValue: 300 }));
  const without = sheetWith(corrections, [[aTarget(PARKS, "绿色园区", ">=", 30)], TARGETS[1] ?? []]);
  expect(lineOf(without, 5).serial).toContain("找不到对应的原文");
  expect(lineOf(without, 6)).toMatchObject({ task: "培育绿色工厂", clause: FACTORIES, newValue: 300, light: null });
  expect(lineOf(sheetWith(readCorrections(gridOf(without))), 3)).toMatchObject({ newValue: 300, outcome: "已采用" });
});

test("units and operators are read in their usual words", () => {
  const corrected = (hand: Partial<Record<TargetColumn, CellValue>>): Target | null | undefined =>
    applyCorrections([{ task: "推广新能源车", content: "", targets: TARGETS[1] ?? [] }], readCorrections(written(sheetWith([]), 5, hand)), readDeadline).rows[0]?.[0]?.target;
  expect(corrected({ newUnit: "亿元" })).toMatchObject({ scale: 1e8, unit: "元", value: 30 });
  expect(corrected({ newValue: "35 万辆", newOperator: "超过" })).toMatchObject({ value: 35, scale: 1e4, unit: "辆", operator: ">" });
  expect(corrected({ newValue: 12 })).toMatchObject({ value: 12, scale: 1e4, unit: "辆" });
  expect(corrected({ newUnit: "千" })).toMatchObject({ scale: 1, unit: "千" });
  for (const operator of [">=", "<=", ">", "<", "=", "~"] as const) expect(operatorOf(operatorWord(operator))).toBe(operator);
  expect(operatorOf("＞＝")).toBe(">=");
  expect(operatorWord(null)).toBe("");
});

test("a target that nobody corrected is itself", () => {
  const target = aTarget(CARS, "保有量", ">=", 30);
  expect(asExtracted(target)).toEqual({ extracted: target, target, correction: null, unread: [], reworded: false });
});

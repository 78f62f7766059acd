import type { CellValue, Grid, Span } from "../../../src/core/grid/grid";
import { isoDay, parseIsoDay } from "../../../src/core/grid/day";
import { asOfIn, findBlock, HELPER_HEADERS, HELPER_KEYS, helperLeft, helpersOf, isHelperHeader, placesFrom, withoutHelpers } from "../../../src/core/lights/helperColumns";
import { serialIn } from "../../../src/core/lights/helperRow";
import { lightLayer } from "../../../src/core/lights/layer";
import { LIGHTS } from "../../../src/core/lights/light";
import { lightRows, type LitRow, readMarks } from "../../../src/core/lights/litRow";
import type { Layer } from "../../../src/core/lights/look";
import { DEFAULT_SETTINGS } from "../../../src/core/lights/settings";
import { parseLedger } from "../../../src/core/parse/parseLedger";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import type { HelperLayer } from "../../../src/excel/port";
import { calculate, cellsIn } from "../../support/formula";

const AS_OF = "2026-11-23";
const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "完成时限", "完成值", "进展情况", "状态", "备注"];

const year = (of: number): Deadline => ({ ...NO_DEADLINE, kind: "year", date: `${of}-12-31`, text: `到 ${of} 年` });

function aGrid(rows: readonly (readonly CellValue[])[], spans: readonly Span[] = []): Grid {
  return {
    sheet: "工作台账", visibility: "visible", spans, notes: [], hiddenColumns: [],
    rows: rows.map((values, row) => ({ row, values, marks: null, hidden: false })),
  };
}

const GRID = aGrid([
  ["某市工作台账"],
  HEADER,
  ["一、设备更新"],
  [1, "建成充电站", "到 2025 年，建成充电站。", "市发改委", null, null, null, "进行中"],
  [2, "推进改造", "推进改造。", "市住建局", null, null, "已摸底", null],
  [3, "更新公交", "到 2027 年，更新公交。", "市交通局", null, null, null, null, "已阅"],
], [{ top: 0, bottom: 0, left: 0, right: 8 }]);

const DEADLINES: Readonly<Record<string, Deadline>> = { "1": year(2025), "2": NO_DEADLINE, "3": year(2027) };

function ledgerOf(grid: Grid): Ledger {
  const parsed = parseLedger(grid);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}

function litOf(ledger: Ledger, grid: Grid): readonly LitRow[] {
  const block = helpersOf(grid, ledger.headerRow);
  const words = ledger.rows.map((row) => ({ row, targets: [], own: { deadline: DEADLINES[row.key ?? ""] ?? NO_DEADLINE, from: "clause" as const } }));
  return lightRows(ledger, words, block ? readMarks(grid, block) : new Map(), AS_OF, DEFAULT_SETTINGS);
}

function layerOf(grid: Grid): Layer {
  const ledger = ledgerOf(grid);
  return lightLayer(ledger, litOf(ledger, grid), AS_OF, DEFAULT_SETTINGS, helperLeft(grid, ledger.headerRow));
}

/** The sheet with the layer on it, calculated. */
function withLayer(grid: Grid, layer: Layer): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row) => {
      const values = [...row.values];
      for (const { row: at, col, value } of layer.cells) if (at === row.row) values[col] = value !== null && typeof value === "object" ? value.cached : value;
      return { ...row, values };
    }),
  };
}

function withCell(grid: Grid, row: number, col: number, value: CellValue): Grid {
  return { ...grid, rows: grid.rows.map((one) => (one.row === row ? { ...one, values: Object.assign([...one.values], { [col]: value }) } : one)) };
}

const LAYER = layerOf(GRID);
const PLACES = placesFrom(HEADER.length);

const shown = (layer: Layer, row: number, key: keyof typeof PLACES): CellValue => {
  const value = layer.cells.find((cell) => cell.row === row && cell.col === PLACES[key])?.value ?? null;
  return value !== null && typeof value === "object" ? value.cached : value;
};

test("what we declare is what the port takes", () => {
  const taken: HelperLayer = LAYER;
  expect(taken.sheet).toBe("工作台账");
});

test("our columns stand to the right of the last used one, headers first, the day among them", () => {
  expect(Math.min(...LAYER.cells.map(({ col }) => col))).toBe(HEADER.length);
  expect(LAYER.asOf).toEqual({ sheet: "工作台账", row: 1, col: PLACES.days });
  expect(shown(LAYER, 1, "light")).toBe("灯色（＊辅助列不报送）");
  expect(shown(LAYER, 1, "days")).toBe(serialIn(AS_OF));
  expect(LAYER.columns.map(({ col }) => col)).toEqual(HELPER_KEYS.map((key) => PLACES[key]));
  expect(LAYER.columns.filter(({ hidden }) => hidden).map(({ col }) => col)).toEqual([17, 18, 19, 20, 21, 22, 23, 24]);
});

test.each([
  // row, light, days, deadline, reported, words
  [3, "逾期", "已过327天", serialIn("2025-12-31"), "已报", "到 2025 年 → 2025-12-31"],
  [4, "未明确时限", "", "", "已报", "未见时限"],
  [5, "正常", "剩403天", serialIn("2027-12-31"), "未报", "到 2027 年 → 2027-12-31"],
])("row %d", (row, light, days, deadline, reported, words) => {
  expect([shown(LAYER, row, "light"), shown(LAYER, row, "days"), shown(LAYER, row, "deadline"), shown(LAYER, row, "reported"), shown(LAYER, row, "words")])
    .toEqual([light, days, deadline, reported, words]);
});

test("formulas name cells of their own row and the as-of cell, nothing else", () => {
  for (const { row, value } of LAYER.cells) {
    if (value === null || typeof value !== "object") continue;
    for (const name of cellsIn(value.formula)) expect(name === "$K$2" || /^\$[A-Z]+\d+$/u.exec(name)?.[0].endsWith(String(row + 1))).toBe(true);
  }
});

test("at most eight rules, over the light cells and 序号, each by its own word", () => {
  expect(LAYER.rules).toHaveLength(8);
  for (const rule of LAYER.rules) {
    expect(rule.areas).toEqual([{ top: 3, bottom: 5, left: PLACES.light, right: PLACES.light }, { top: 3, bottom: 5, left: 0, right: 0 }]);
    expect(rule.formula.replaceAll("INDEX($J:$J,ROW())", "")).not.toMatch(/[$A-Z]\d/u);
  }
  LIGHTS.forEach((light, index) => {
    const rule = LAYER.rules[index];
    expect(rule?.fill).toBe(DEFAULT_SETTINGS.looks[light].fill);
    expect(calculate(rule?.formula.replaceAll("INDEX($J:$J,ROW())", "$J4") ?? "", () => DEFAULT_SETTINGS.looks[light].word)).toBe(true);
  });
});

test("a 序号 that stands over several rows is not coloured", () => {
  const grid = aGrid([
    HEADER,
    [1, "一", "甲。", "市发改委"], [2, "二", "乙。", "市发改委"], [null, "三", "丙。", "市发改委"], [4, "四", "丁。", "市发改委"],
  ], [{ top: 2, bottom: 3, left: 0, right: 0 }]);
  expect(layerOf(grid).rules[0]?.areas.slice(1)).toEqual([{ top: 1, bottom: 1, left: 0, right: 0 }, { top: 4, bottom: 4, left: 0, right: 0 }]);
});

test("the whole row on request, spanned 序号 or not", () => {
  const ledger = ledgerOf(GRID);
  const { rules } = lightLayer(ledger, litOf(ledger, GRID), AS_OF, { ...DEFAULT_SETTINGS, wholeRow: true }, helperLeft(GRID, 1));
  expect(rules).toHaveLength(8);
  for (const { areas } of rules) expect(areas.slice(1)).toEqual([{ top: 3, bottom: 5, left: 0, right: HEADER.length - 1 }]);
});

test("no rows, no rules; no 序号, only the light cells", () => {
  const ledger = ledgerOf(GRID);
  expect(lightLayer(ledger, [], AS_OF, DEFAULT_SETTINGS, 9).rules).toEqual([]);
  const bare = { ...ledger, index: new Map([...ledger.index].filter(([key]) => key !== "serial")) };
  expect(lightLayer(bare, litOf(ledger, GRID), AS_OF, DEFAULT_SETTINGS, 9).rules[0]?.areas).toHaveLength(1);
});

test("the ledger reads the same with our columns beside it", () => {
  const lit = withLayer(GRID, LAYER);
  const [before, after] = [ledgerOf(GRID), ledgerOf(lit)];
  expect(after.columns).toEqual(before.columns);
  expect(after.rows.map(({ key }) => key)).toEqual(before.rows.map(({ key }) => key));
  expect(withoutHelpers(GRID)).toBe(GRID);
});

test("putting the layer again on its own result changes nothing", () => {
  const lit = withLayer(GRID, LAYER);
  expect(helperLeft(lit, 1)).toBe(HEADER.length);
  expect(layerOf(lit)).toEqual(LAYER);
});

test("what people wrote stays, and counts", () => {
  let lit = withCell(withLayer(GRID, LAYER), 3, PLACES.override, "正常");
  lit = withCell(withCell(lit, 3, PLACES.ground, "市政府专题会"), 5, PLACES.adjusted, serialIn("2026-12-10"));
  lit = withCell(lit, 5, PLACES.ground, "批复延期");
  const again = layerOf(lit);
  expect([shown(again, 3, "light"), shown(again, 3, "override"), shown(again, 3, "ground")]).toEqual(["正常（人工）", "正常", "市政府专题会"]);
  expect([shown(again, 5, "light"), shown(again, 5, "deadline"), shown(again, 5, "words")])
    .toEqual(["临期", serialIn("2026-12-10"), "到 2027 年 → 2027-12-31"]);
});

test("an adjusted deadline without a ground does not count, and the row says so", () => {
  const lit = withCell(withLayer(GRID, LAYER), 3, PLACES.adjusted, serialIn("2027-12-10"));
  const again = layerOf(lit);
  expect([shown(again, 3, "light"), shown(again, 3, "days")]).toEqual(["逾期", "调整时限缺日期或依据"]);
});

test("a block that a person tore apart is put whole to the right of everything else", () => {
  const lit = withLayer(GRID, LAYER);
  const torn = withCell(lit, 1, PLACES.came, null);
  expect(findBlock(torn)?.right).toBe(PLACES.came - 1);
  expect(helperLeft(torn, 1)).toBe(HEADER.length);
  expect(helperLeft(withCell(torn, 1, PLACES.came + 1, "领导批示"), 1)).toBe(PLACES.came + 2);
});

test("the as-of day is read back from its header, and only from there", () => {
  const lit = withLayer(GRID, LAYER);
  const block = findBlock(lit);
  expect(block && asOfIn(lit, block)).toBe(serialIn(AS_OF));
  expect(block && asOfIn(withCell(lit, 1, PLACES.days, "截至今天"), block)).toBeNull();
  expect(findBlock(GRID)).toBeNull();
  expect(isHelperHeader("灯色(*辅助列不报送)")).toBe(true);
  expect(isHelperHeader("灯色")).toBe(false);
  expect(new Set(Object.values(HELPER_HEADERS)).size).toBe(HELPER_KEYS.length - 1);
  expect(isoDay(parseIsoDay(AS_OF) ?? { year: 1, month: 1, day: 1 })).toBe(AS_OF);
});

test("without reply columns nothing is said of reports", () => {
  const grid = aGrid([["序号", "重点任务", "工作内容", "牵头单位", "责任单位"], [1, "一", "甲。", "市发改委", null]]);
  const layer = layerOf(grid);
  expect(layer.cells.find(({ row, col }) => row === 1 && col === placesFrom(5).reported)?.value).toBeNull();
  expect(layer.cells.find(({ row, col }) => row === 1 && col === placesFrom(5).statusRead)?.value).toBeNull();
});

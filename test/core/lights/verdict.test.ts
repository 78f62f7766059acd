import fc from "fast-check";
import { readFigure } from "../../../src/core/lights/figure";
import { bandsOf, isNumeric, type Verdict, verdictIn } from "../../../src/core/lights/verdict";
import type { Operator, Target } from "../../../src/core/targets/target";
import { NO_DEADLINE } from "../../../src/core/targets/deadline";

function aTarget(operator: Operator | null, value: number | null, unit = "个", scale = 1, more: Partial<Target> = {}): Target {
  return {
    clause: "建成 30 个", start: 0, indicator: "建成", operator, value, scale: value === null ? null : scale, unit, baselineYear: null,
    qualitative: false, deadline: NO_DEADLINE, from: null, ...more,
  };
}

test.each<[Operator, number, number, Verdict]>([
  [">=", 30, 30, "reached"], [">=", 30, 29.9, "short"], [">=", 30, 0, "short"],
  [">", 30, 30, "short"], [">", 30, 30.1, "reached"],
  ["<=", 30, 30, "reached"], ["<=", 30, 31, "short"],
  ["<", 30, 30, "short"], ["<", 30, 29, "reached"],
  ["=", 30, 30, "reached"], ["=", 30, 29, "short"], ["=", 30, 31, "unclear"],
  ["~", 30, 30, "reached"], ["~", 30, 28.5, "reached"], ["~", 30, 27, "unclear"], ["~", 30, 20, "short"], ["~", 30, 33, "reached"],
])("%s %d, reported %d → %s", (operator, value, figure, verdict) => {
  expect(verdictIn(bandsOf(aTarget(operator, value), false), figure)).toBe(verdict);
});

test.each<[string, number, Verdict]>([
  ["as written", 32, "reached"],
  ["as written, short", 28, "short"],
  ["in single cars", 320_000, "reached"],
  ["in single cars, short", 280_000, "short"],
  ["the very value", 30, "reached"],
  ["the very value in single cars", 300_000, "reached"],
  ["ten times as many, still as written", 299, "reached"],
  ["a number that could be either", 301, "unclear"],
  ["a number that could be either", 3000, "unclear"],
  ["a tenth in single cars", 30_000, "short"],
  ["nothing", 0, "short"],
])("30 万辆以上, %s: %d → %s", (_, figure, verdict) => {
  expect(verdictIn(bandsOf(aTarget(">=", 30, "辆", 1e4), false), figure)).toBe(verdict);
});

test.each<[Operator, number, number, boolean, Verdict]>([
  // operator, value %, figure, shown as %
  [">=", 70, 70, false, "reached"],
  [">=", 70, 69.9, false, "short"],
  [">=", 70, 5, false, "short"],
  [">=", 70, 0.7, true, "reached"],
  [">=", 70, 0.7, false, "reached"],
  [">=", 70, 0.69, true, "short"],
  [">=", 100, 1, false, "reached"],
  [">=", 100, 100, false, "reached"],
  [">=", 150, 1.6, false, "reached"],
  [">=", 150, 160, false, "reached"],
  ["<=", 7.8, 0.075, true, "reached"],
  ["<=", 7.8, 0.075, false, "reached"],
  ["<=", 7.8, 7.5, false, "reached"],
  ["<=", 7.8, 8.1, false, "short"],
  ["<=", 7.8, 0.081, true, "short"],
  ["<=", 7.8, 0.078, true, "reached"],
  // 0.8 could be 0.8 % or 80 %.
  [">=", 15, 0.8, false, "unclear"],
  [">=", 15, 0.8, true, "reached"],
  // An amount is no growth.
  [">=", 15, 120_000, false, "unclear"],
  [">=", 0.5, 0.6, false, "reached"],
  [">=", 0.5, 0.006, true, "reached"],
  ["<=", 0, 0, false, "reached"],
  ["<=", 0, 1, false, "short"],
])("%s %d %%, reported %d (shown as %%: %s) → %s", (operator, value, figure, percentCell, verdict) => {
  expect(verdictIn(bandsOf(aTarget(operator, value, "%"), percentCell), figure)).toBe(verdict);
});

test.each<[number, Verdict]>([[4, "short"], [5, "reached"], [95, "reached"], [96, "unclear"]])("a range 5~95, reported %d → %s", (figure, verdict) => {
  expect(verdictIn(bandsOf(aTarget(">=", 5, "个", 1, { upper: 95 }), false), figure)).toBe(verdict);
});

test.each<[number, Verdict]>([[0.3, "short"], [0.34, "reached"], [30, "short"], [34, "reached"], [900, "unclear"]])(
  "a third, reported %d → %s",
  (figure, verdict) => {
    const third = { ...aTarget(">=", 1 / 3), unit: null };
    expect(verdictIn(bandsOf(third, false), figure)).toBe(verdict);
    expect(readFigure("34%", third)).toBe(0.34);
  },
);

test("about nothing, or against a word, nothing can be decided", () => {
  expect(verdictIn(bandsOf(aTarget("~", 0), false), 3)).toBe("unclear");
  expect(bandsOf(aTarget(">=", null), false)).toEqual([]);
  expect(bandsOf(aTarget(null, 3), false)).toEqual([]);
  expect(bandsOf(aTarget(">=", 3, "个", 1, { qualitative: true }), false)).toEqual([]);
  expect(verdictIn([], 3)).toBeNull();
  expect(isNumeric(aTarget(">=", 3))).toBe(true);
  expect(isNumeric(aTarget(">=", 3, "个", 1, { qualitative: true }))).toBe(false);
  expect(verdictIn(bandsOf(aTarget(">=", 1, "倍"), false), 110)).toBe("unclear");
  expect(verdictIn(bandsOf(aTarget(">=", 15, "台", 1, { baselineYear: 2023 }), false), 12_000)).toBe("unclear");
});

test("bands ascend, end open, and never two of one verdict in a row", () => {
  const target = fc.record({
    operator: fc.constantFrom<Operator>(">=", "<=", ">", "<", "=", "~"),
    value: fc.oneof(fc.nat(500), fc.double({ min: 0, max: 200, noNaN: true })),
    scale: fc.constantFrom(1, 100, 1e3, 1e4, 1e8, 1e12),
    unit: fc.constantFrom("%", "个", "倍", "辆"),
    percentCell: fc.boolean(),
  });
  fc.assert(
    fc.property(target, ({ operator, value, scale, unit, percentCell }) => {
      const bands = bandsOf(aTarget(operator, value, unit, unit === "%" ? 1 : scale), percentCell);
      expect(bands.at(-1)?.upTo).toBe(Infinity);
      bands.forEach((band, index) => {
        const next = bands[index + 1];
        if (!next) return;
        expect(next.upTo).toBeGreaterThanOrEqual(band.upTo);
        expect(next.verdict).not.toBe(band.verdict);
      });
    }),
  );
});

test("the written value itself is kept under >=, <=, = and ~, missed under > and <", () => {
  const value = fc.integer({ min: 1, max: 1e6 });
  const scale = fc.constantFrom(1, 1e4, 1e8);
  fc.assert(
    fc.property(value, scale, (number, power) => {
      for (const operator of [">=", "<=", "=", "~"] as const) {
        expect(verdictIn(bandsOf(aTarget(operator, number, "个", power), false), number)).toBe("reached");
      }
      for (const operator of [">", "<"] as const) {
        expect(verdictIn(bandsOf(aTarget(operator, number, "个", power), false), number)).toBe("short");
      }
    }),
  );
});

test.each<[string | number | boolean | null, string, number, number | null]>([
  // cell, unit, scale, figure
  [135, "座", 1, 135],
  ["135 座", "座", 1, 135],
  ["１３５座", "座", 1, 135],
  ["５５．２", "家", 1, 55.2],
  ["117家", "个", 1, 117],
  ["1,200", "个", 1, 1200],
  ["1，200 个", "个", 1, 1200],
  ["约150", "个", 1, 150],
  ["已完成 12 个", "个", 1, 12],
  ["32万辆", "辆", 1e4, 32],
  ["32 万 辆", "辆", 1e4, 32],
  ["70%", "%", 1, 0.7],
  ["7.8％", "%", 1, 0.078],
  ["70%", "个", 1, null],
  ["-3", "个", 1, -3],
  ["12+3", "个", 1, null],
  ["2026-6-30", "个", 1, null],
  ["2026/6", "个", 1, null],
  ["1.2.3", "个", 1, null],
  ["三十", "个", 1, null],
  ["3 亿", "辆", 1e4, null],
  ["", "个", 1, null],
  ["个", "个", 1, null],
  [null, "个", 1, null],
  [true, "个", 1, null],
])("%j in %s × %d → %s", (cell, unit, scale, figure) => {
  expect(readFigure(cell, { unit, scale, value: 30 })).toBe(figure);
});

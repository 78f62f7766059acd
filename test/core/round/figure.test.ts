import type { CellValue } from "../../../src/core/grid/grid";
import { figureOf, type FigureWords, joinWords, splitMeasure, wordsOfCell, wordsOfHeader } from "../../../src/core/round/figure";

test.each<[string, FigureWords]>([
  ["完成值", {}],
  ["累计完成值（万元）", { measure: "万元", period: "total" }],
  ["本月完成", { period: "month" }],
  ["当月数(单位：辆)", { measure: "辆", period: "month" }],
  ["截至10月底完成值", { period: "total" }],
  ["1-10月累计", { period: "total" }],
  ["10月完成值", { period: "month" }],
  ["完成情况/完成值（万千瓦时）", { measure: "万千瓦时" }],
  ["完成值（必填）", {}],
  ["完成值（每月25日前报）", {}],
  ["很".repeat(2000), {}],
])("the header %s", (header, words) => {
  expect(wordsOfHeader(header)).toEqual(words);
});

test.each<[CellValue, FigureWords]>([
  [12, {}],
  ["12 家", { measure: "家" }],
  ["累计 35 户", { measure: "户", period: "total" }],
  ["本月新增5家", { measure: "家", period: "month" }],
  ["截至10月底完成 35", { period: "total" }],
  ["10月：5", { period: "month" }],
  ["没有数", {}],
  ["1.2 亿元", { measure: "亿元" }],
])("the cell %s", (value, words) => {
  expect(wordsOfCell(value)).toEqual(words);
});

test("the cell's own words go before its header's", () => {
  expect(joinWords({ measure: "户" }, { measure: "家", period: "total" })).toEqual({ measure: "户", period: "total" });
});

test.each<[string, string, number]>([["万元", "元", 1e4], ["亿", "", 1e8], ["家", "家", 1], ["万千瓦时", "千瓦时", 1e4], ["千瓦", "千瓦", 1], ["", "", 1]])("%s is %s at %d", (measure, word, scale) => {
  expect(splitMeasure(measure)).toEqual({ word, scale });
});

test.each<[CellValue, FigureWords, unknown]>([
  [5, { measure: "万元" }, { value: 5, word: "元", scale: 1e4, period: null }],
  ["本月5家", {}, { value: 5, word: "家", scale: 1, period: "month" }],
  ["约三十", {}, null],
  [null, {}, null],
])("the figure of %s", (value, said, figure) => {
  expect(figureOf(value, said)).toEqual(figure);
});

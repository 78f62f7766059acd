import { rowMark, rowName, rowNames } from "../../../src/core/round/rowName";

test.each([
  ["3", "第 3 项", "task 3", "3"],
  ["goal-12", "工作目标 12", "goal 12", "目标 12"],
])("%s is called", (row, zh, en, mark) => {
  expect([rowName(row, "zh"), rowName(row, "en"), rowMark(row)]).toEqual([zh, en, mark]);
});

test("several rows, tasks first", () => {
  expect(rowNames(["goal-1", "3", "5"])).toBe("第 3、5 项、工作目标 1");
  expect(rowNames([])).toBe("");
});

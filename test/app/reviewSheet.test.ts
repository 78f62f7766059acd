import { REVIEW_KEYS, type Review, type ReviewLine } from "../../src/app/review";
import { reviewSheet } from "../../src/app/reviewSheet";

const line = (at: number): ReviewLine => ({ severity: "warning", words: { zh: `${"很长的说明".repeat(30)}${at}`, en: "" }, count: 3, at: { sheet: "工作台账", row: at, col: 2 } });
const review = (lines: number): Review => ({
  date: "2026-11-23", sheet: "工作台账", content: { rows: 60, cells: 640, code: "3FA8-01C2-9B7D" }, ignored: 2, groups: REVIEW_KEYS.map((key) => ({ key, state: lines > 0 ? "look" : "pass", lines: Array.from({ length: lines }, (_, at) => line(at)) })),
});

test("it names the content that it is about, so that a signed sheet tells its file", () => {
  expect(reviewSheet(review(0)).cells.map(({ value }) => value)).toContainEqual(expect.stringContaining("60 行、640 格　内容码 3FA8-01C2-9B7D"));
});

test.each([0, 1, 5, 400])("with %i lines a group it fits one A4 page lying", (lines) => {
  const sheet = reviewSheet(review(lines));
  const rows = 1 + Math.max(...sheet.cells.map(({ row }) => row));
  expect(rows).toBeLessThanOrEqual(30);
  // 120 units of width and no more: A4 lying at 9 points.
  expect(sheet.columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(120);
});

test("every place is counted, those that have no line of their own too", () => {
  const words = reviewSheet(review(400)).cells.map(({ value }) => (typeof value === "string" ? value : ""));
  const rests = words.flatMap((text) => /^其余 (\d+) 处/u.exec(text)?.[1] ?? []);
  expect(rests).toHaveLength(REVIEW_KEYS.length);
  const shown = words.filter((text) => text.endsWith("（3 处）")).length;
  expect(shown * 3 + rests.reduce((sum, rest) => sum + Number(rest), 0)).toBe(REVIEW_KEYS.length * 400 * 3);
});

test("a group of which nothing is to be said says so", () => {
  const values = reviewSheet(review(0)).cells.map(({ value }) => value);
  expect(values.filter((value) => value === "未发现问题")).toHaveLength(REVIEW_KEYS.length);
  expect(values.filter((value) => value === "通过")).toHaveLength(REVIEW_KEYS.length);
});

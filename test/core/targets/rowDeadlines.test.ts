import { rowTargets, type RowText } from "../../../src/core/targets/rowDeadlines";

const base: RowText = { content: "", label: null, deadlineCell: null, year: 2024, asOf: { year: 2024, month: 6, day: 1 } };
const read = (more: Partial<RowText>) => rowTargets({ ...base, ...more });
const dates = (more: Partial<RowText>): readonly string[] => read(more).rowDeadlines.map(({ deadline, from }) => `${from} ${deadline.kind} ${deadline.date ?? "-"}`);
const against = (more: Partial<RowText>): readonly string[] => read(more).contradictions.map(({ stated, cellIs }) => `${cellIs} ${stated.deadline.text}`);

test("every dated obligation is there, the annual ones too, with the words it came from", () => {
  const content = "每年举办活动 10 场以上。2024年底前开展专项检查。到 2025 年，建成电站 10 座。";
  expect(dates({ content })).toEqual(["clause annual 2024-12-31", "clause date 2024-12-31", "clause year 2025-12-31"]);
  expect(read({ content }).rowDeadlines.map(({ deadline }) => deadline.text)).toEqual(["每年", "2024年底前", "到 2025 年"]);
});

test("column, clause and label stand in the order of their strength", () => {
  expect(dates({ content: "到 2026 年，建成电站 10 座。", label: "2025 年工作目标", deadlineCell: "2027年6月" }))
    .toEqual(["column date 2027-06-30", "clause year 2026-12-31", "label year 2025-12-31"]);
  expect(dates({ content: "加强领导。" })).toEqual([]);
  expect(dates({ content: "加强领导。", deadlineCell: "长期坚持" })).toEqual(["column ongoing -"]);
});

// the text | the cell | what contradicts
test.each<[string, string, readonly string[]]>([
  ["到 2025 年，建成电站 10 座。", "2025年12月", []],
  ["到 2025 年，建成电站 10 座。", "2025年6月30日", []],
  ["到 2025 年，建成电站 10 座。", "2026年6月", ["later 到 2025 年"]],
  ["到 2025 年，建成电站 10 座。", "2024年", ["earlier 到 2025 年"]],
  ["2025年6月底前建成电站 10 座。", "2025年", []],
  ["到 2025 年，建成电站 10 座；到 2027 年，建成电站 20 座。", "2027年", []],
  ["到 2025 年，建成电站 10 座；到 2027 年，建成电站 20 座。", "2025年", ["earlier 到 2027 年"]],
  ["每年举办活动 10 场。", "2027年底", []],
  ["加强领导。", "2027年底", []],
  ["到 2025 年，建成电站 10 座。", "长期坚持", []],
])("%s against %s", (content, deadlineCell, expected) => expect(against({ content, deadlineCell })).toEqual(expected));

test("a cell that says no time is told, and the text decides", () => {
  const { cellProblem, rowDeadlines } = read({ content: "到 2025 年，建成电站 10 座。", deadlineCell: "市商务局" });
  expect(cellProblem).toBe("unit");
  expect(rowDeadlines.map(({ from }) => from)).toEqual(["clause"]);
  expect(read({ deadlineCell: "2025年底" }).cellProblem).toBeNull();
});

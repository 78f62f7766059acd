import type { CellValue } from "../../../src/core/grid/grid";
import { applied, aSource, HEADER, MASTER_LINES, mergeInto, replyLine } from "../../support/aReturn";

const line = replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办促销活动 12 场。" });
const plain = [12, "进行中", "已举办促销活动 12 场。"];
const without = (row: readonly CellValue[], ...cols: readonly number[]) => row.filter((_, col) => !cols.includes(col));
const replaced = (row: readonly CellValue[], col: number, value: CellValue) => row.map((own, at) => (at === col ? value : own));

function replies(lines: readonly (readonly CellValue[])[], name = "市商务局.xlsx") {
  const run = mergeInto(MASTER_LINES, [aSource(name, lines)]);
  return { run, values: applied(MASTER_LINES, run)[6]?.slice(5, 8) };
}

test.each<[string, readonly (readonly CellValue[])[]]>([
  ["a header of content that nobody knows", [replaced(HEADER, 2, "要求"), line]],
  ["a header of progress that nobody knows", [replaced(HEADER, 7, "贯彻落实及成效汇报"), line]],
  ["neither 序号 nor 工作内容", [without(HEADER, 0, 2), without(line, 0, 2)]],
  ["neither 序号 nor units, the content cut", [without(HEADER, 0, 3, 4), without(replaced(line, 2, "开展汽车以旧换新活动"), 0, 3, 4)]],
  ["a figure with a full stop, a status with a remark", [[...HEADER], replaced(replaced(line, 5, "12场。"), 6, "推进中（60%）")]],
  ["a line that signs the table in several cells", [[...HEADER], line, ["填表人：李明", null, "审核人：王芳", null, "联系电话：0531-66600000"], ["2025年10月15日"], ["市商务局（盖章）"]]],
])("%s doesn't matter", (_name, lines) => {
  const { run, values } = replies(lines);
  expect(values).toEqual(plain);
  // A cut text is told as a change of issued text, and changes nothing.
  expect(run.proposals.filter(({ value }) => value !== "开展汽车以旧换新活动")).toEqual([]);
  expect(run.addsUp).toBe(true);
});

test("what was told from the cells is said", () => {
  const { run } = replies([replaced(HEADER, 7, "贯彻落实及成效汇报"), line]);
  expect(run.flags).toContainEqual(expect.objectContaining({ kind: "columnGuessed", column: "progress", params: { header: "贯彻落实及成效汇报", as: "进展情况" } }));
});

test("rows that others left in don't decide whose the file is", () => {
  const whole = MASTER_LINES.filter(([first]) => typeof first === "number").map((own) => [...own.slice(0, 5), null, null, null, null, null]);
  const { run } = replies([[...HEADER], ...whole.map((row) => (row[0] === 2 ? [...row.slice(0, 7), "财政已拨付。", null, "市财政局"] : row))], "市商务局.xlsx");
  expect(run.files).toMatchObject([{ unit: "市财政局" }]);
  expect(run.changes).toMatchObject([{ row: "2", column: "progress", to: "财政已拨付。" }]);
});

test("a form of two blocks, each under its unit", () => {
  const head = [...HEADER].slice(0, 9);
  const { run } = replies([["填报单位：市商务局"], head, line.slice(0, 9), ["填报单位：市财政局"], head, replyLine(2, { progress: "财政二" }).slice(0, 9)], "报表.xlsx");
  expect(run.changes.map(({ row, column }) => [row, column])).toEqual([["1", "reportedValue"], ["1", "status"], ["1", "progress"], ["2", "progress"]]);
});

test("texts that don't fit into one cell are asked, not cut, and hold up nothing else", () => {
  const long = (word: string) => word.repeat(20_000);
  const one = aSource("市商务局.xlsx", [[...HEADER], replyLine(3, { progress: long("商"), status: "进行中" })]);
  const other = aSource("市财政局.xlsx", [[...HEADER], replyLine(3, { progress: long("财") })]);
  const run = mergeInto(MASTER_LINES, [one, other]);
  expect(run.changes.map(({ column }) => column)).toEqual(["status"]);
  expect(run.conflicts).toMatchObject([{ row: "3", column: "progress", master: null }]);
  expect(run.flags).toContainEqual(expect.objectContaining({ kind: "tooLong", row: "3", column: "progress", params: { length: 40_000 } }));
  const settled = mergeInto(MASTER_LINES, [one, other], { decisions: [{ row: "3", column: "progress", take: "master", value: "两单位均已完成。" }] });
  expect(settled.changes.map(({ to }) => to)).toEqual(["进行中", "两单位均已完成。"]);
});

describe("traps that defeat a comparison of tables", () => {
  const filled = MASTER_LINES.map((own) => (own[0] === 1 ? [...own.slice(0, 7), "上月进展", ""] : own));

  test("an edit against a deleted row: the row stays, the edit is written, the deletion is listed", () => {
    const edit = aSource("市财政局.xlsx", [[...HEADER], replyLine(1, { progress: "财政已拨付。" })]);
    const deletion = aSource("市商务局.xlsx", [[...HEADER], replyLine(3, { progress: "商务三" })]);
    const run = mergeInto(filled, [edit, deletion]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "财政已拨付。"], ["3", "商务三"]]);
    expect(run.missing).toContainEqual({ unit: "市商务局", row: "1", why: "absent" });
  });

  test("renumbered rows are the same rows", () => {
    const run = mergeInto(filled, [aSource("市商务局.xlsx", [[...HEADER], replyLine(3, { progress: "商务三" }, [1]), replyLine(1, { progress: "商务一" }, [2])])]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "商务一"], ["3", "商务三"]]);
  });

  test("a deleted column deletes nothing", () => {
    const run = mergeInto(filled, [aSource("市商务局.xlsx", [without(HEADER, 4, 7), without(replyLine(1, { status: "已完成" }), 4, 7)])]);
    expect(run.changes).toMatchObject([{ row: "1", column: "status", to: "已完成" }]);
  });

  test("white space is no change, in issued cells as in replies", () => {
    const run = mergeInto(filled, [aSource("市商务局.xlsx", [[...HEADER], replyLine(1, { progress: " 上月 进展\n" }, [1, "促进 汽车消费", " 开展汽车以旧换新活动，每年举办促销活动10场以上。"])])]);
    expect(run.changes).toEqual([]);
    expect(run.proposals).toEqual([]);
  });

  test("a moved row is the same row, whatever stands above it now", () => {
    const run = mergeInto(filled, [aSource("市商务局.xlsx", [[...HEADER], replyLine(3, { progress: "商务三" }), replyLine(1, { progress: "商务一" })])]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "商务一"], ["3", "商务三"]]);
    expect(run.proposals).toEqual([]);
  });

  test("a duplicated row counts once; where the copies differ it is asked", () => {
    const twice = (second: string) => mergeInto(filled, [aSource("市商务局.xlsx", [[...HEADER], replyLine(1, { status: "进行中" }), replyLine(1, { status: second })])]);
    expect(twice("进行中").changes.map(({ row, to }) => [row, to])).toEqual([["1", "进行中"]]);
    expect(twice("进行中").proposals).toEqual([]);
    expect(twice("滞后").conflicts).toMatchObject([{ row: "1", column: "status" }]);
  });

  test("a column renamed to a synonym is the same column", () => {
    const synonyms = new Map<string, string>([["进展情况", "工作推进情况"], ["状态", "完成状态"], ["重点任务", "任务名称"]]);
    const renamed = HEADER.map((header) => synonyms.get(header) ?? header);
    const run = mergeInto(filled, [aSource("市商务局.xlsx", [renamed, replyLine(1, { status: "已完成", progress: "商务一" })])]);
    expect(run.changes.map(({ column, to }) => [column, to])).toEqual([["status", "已完成"], ["progress", "商务一"]]);
  });

  test("a hidden row is read like any other, and said", () => {
    const source = aSource("市商务局.xlsx", [[...HEADER], replyLine(1, { progress: "商务一" }), replyLine(3, { progress: "商务三" })]);
    const hidden = { ...source, grids: source.grids.map((grid) => ({ ...grid, rows: grid.rows.map((row) => ({ ...row, hidden: row.row === 2 })) })) };
    const run = mergeInto(filled, [hidden]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "商务一"], ["3", "商务三"]]);
    expect(run.flags).toContainEqual(expect.objectContaining({ kind: "hiddenRows" }));
  });
});

import type { CellMark, CellValue, Grid } from "../../../src/core/grid/grid";
import { aGrid } from "../../support/aGrid";
import { applied, aSource, HEADER, MASTER_LINES, mergeInto, replyLine } from "../../support/aReturn";

/** A return whose first row has these marks by column. */
function marked(line: readonly CellValue[], marks: readonly (readonly [col: number, mark: CellMark])[]): Grid {
  const grid = aGrid([[...HEADER], line]);
  const own: (CellMark | undefined)[] = [];
  for (const [col, mark] of marks) own[col] = mark;
  return { ...grid, rows: grid.rows.map((row) => (row.row === 1 ? { ...row, marks: own } : row)) };
}

const flagsOf = (grid: Grid): readonly unknown[] => mergeInto(MASTER_LINES, [aSource("市商务局.xlsx", [grid])]).flags.map(({ kind, column, at }) => [kind, column, at]);

describe("what is struck through is never taken in silence", () => {
  const line = replyLine(1, { progress: "已举办 12 场。", status: "进行中" });

  test.each<[string, number, string]>([
    ["an answer", 7, "progress"],
    ["a status", 6, "status"],
    ["an issued text that came back as it went out", 2, "content"],
    ["an issued unit", 4, "responsibleUnits"],
  ])("%s", (_what, col, column) => {
    expect(flagsOf(marked(line, [[col, { struck: true }]]))).toContainEqual(["struck", column, expect.stringMatching(/^Sheet1!/u)]);
  });

  test("a row that the master does not have", () => {
    const own = ["99", "新任务", "一项总台账里没有的任务。", "市商务局", "", null, "", "", "", ""];
    expect(flagsOf(marked(own, [[2, { struck: true }]]))).toContainEqual(["struck", "content", "Sheet1!C2"]);
  });

  test("nothing struck, nothing said", () => {
    expect(flagsOf(marked(line, [])).filter((flag) => (flag as readonly unknown[])[0] === "struck")).toEqual([]);
  });
});

test("a picture that WPS put into a cell is no text", () => {
  const line = replyLine(1, { progress: '=DISPIMG("ID_9F0C",1)', status: "进行中" });
  const run = mergeInto(MASTER_LINES, [aSource("市商务局.xlsx", [marked(line, [[7, { formula: true }]])])]);
  expect(run.changes.map(({ column }) => column)).toEqual(["status"]);
  expect(run.cells.find(({ at }) => at === "Sheet1!H2")).toMatchObject({ fate: "unread", reason: "picture" });
  expect(run.flags.map(({ kind, at }) => [kind, at])).toContainEqual(["picture", "Sheet1!H2"]);
});

test("coloured answers are said once for the file, coloured issued texts not at all", () => {
  const line = replyLine(1, { progress: "已举办 12 场。", status: "进行中" });
  const coloured = { coloured: true } as const;
  const flags = mergeInto(MASTER_LINES, [aSource("市商务局.xlsx", [marked(line, [[2, coloured], [6, coloured], [7, coloured], [8, coloured]])])]).flags;
  expect(flags.filter(({ kind }) => kind === "coloured")).toMatchObject([{ at: "Sheet1!G2", params: { count: 2 } }]);
});

describe("a row that a page break cut", () => {
  const [serial, task] = replyLine(1, {});
  const cut = [
    [...HEADER],
    [serial ?? null, task ?? null, "开展汽车以旧换新活动，每年举办", "市商务局", "市财政局", 12, "进行中", "已举办 12 场，", "", ""],
    ["", "", "促销活动 10 场以上。", "", "", "", "", "还有 3 场在筹备。", "", ""],
  ];

  test("is one answer; both pieces of a cell share its fate, and it is said", () => {
    const run = mergeInto(MASTER_LINES, [aSource("市商务局.xlsx", cut)]);
    expect(applied(MASTER_LINES, run)[6]?.slice(5, 8)).toEqual([12, "进行中", "已举办 12 场，还有 3 场在筹备。"]);
    const fates = new Map(run.cells.map(({ at, value, fate }) => [at, [value, fate]]));
    expect([fates.get("Sheet1!C2"), fates.get("Sheet1!C3")]).toEqual([["开展汽车以旧换新活动，每年举办", "unchanged"], ["促销活动 10 场以上。", "unchanged"]]);
    expect([fates.get("Sheet1!H2"), fates.get("Sheet1!H3")]).toEqual([["已举办 12 场，", "accepted"], ["还有 3 场在筹备。", "accepted"]]);
    expect(run.flags.filter(({ kind }) => kind === "cutRow")).toMatchObject([{ row: "1", at: "Sheet1!C2", params: { count: 2 } }]);
    expect(run.proposals).toEqual([]);
    expect(run.cells).toHaveLength(HEADER.length + 8 + 2);
  });

  test("is left as it is where the master has it cut, too", () => {
    const master = [...MASTER_LINES.slice(0, 6), ["1", "促进汽车消费", "开展汽车以旧换新活动，每年举办", "市商务局", "市财政局", "", "", "", ""], ["", "", "促销活动 10 场以上。", "", "", "", "", "", ""]];
    const run = mergeInto(master, [aSource("市商务局.xlsx", cut)]);
    expect(run.proposals).toEqual([]);
    expect(run.flags.map(({ kind }) => kind)).not.toContain("cutRow");
  });
});

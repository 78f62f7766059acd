import type { CellValue } from "../../../src/core/grid/grid";
import { aGrid } from "../../support/aGrid";
import { applied, aSource, HEADER, MASTER_LINES, mergeInto, replyLine } from "../../support/aReturn";

const CELLS = ["F", "G", "H", "I"];

/** The reply cells of a master row after merging these returns. */
function replies(row: number, ...returns: Parameters<typeof mergeInto>[1]) {
  const run = mergeInto(MASTER_LINES, returns);
  return applied(MASTER_LINES, run)[row]?.slice(5, 9).map((value) => (value === "" ? null : value));
}

const commerce = (...lines: (readonly CellValue[])[]) => aSource("市商务局.xlsx", [[...HEADER], ...lines]);
const finance = (...lines: (readonly CellValue[])[]) => aSource("市财政局.xlsx", [[...HEADER], ...lines]);

describe("what a department does to its form doesn't matter", () => {
  const plain = [12, "进行中", "已举办 12 场。", null];
  test.each<[string, readonly (readonly CellValue[])[]]>([
    ["nothing", [[...HEADER], replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" })]],
    ["titles above, a signature below", [["附件 2"], ["落实情况表"], [...HEADER], replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" }), ["填表人：李明", "", "审核：王芳"]]],
    ["full-width digits and a measure word", [[...HEADER], replyLine(1, { reportedValue: "１２ 场", status: "正在推进", progress: "已举办 12 场。\n" })]],
    ["renumbered rows", [[...HEADER], replyLine(1, { reportedValue: 12, status: "推进中", progress: "已举办 12 场。" }, [7])]],
    ["another task's number", [[...HEADER], replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" }, [2])]],
    ["spaces and widths of issued text", [[...HEADER], replyLine(1, { reportedValue: "12", status: " 进行中", progress: "已举办 12 场。" }, ["1、", "促进汽车 消费", "开展汽车以旧换新活动,每年举办促销活动10场以上。"])]],
    ["the row twice", [[...HEADER], replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" }), replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" })]],
    ["a guide sheet before the form", [[...HEADER], replyLine(1, { reportedValue: 12, status: "进行中", progress: "已举办 12 场。" })]],
  ])("%s", (name, lines) => {
    const grids = name.startsWith("a guide") ? [aGrid([["填报说明"], ["一、按时报送"]], { sheet: "说明" }), aGrid(lines, { sheet: "表" })] : [aGrid(lines)];
    expect(replies(6, aSource("市商务局.xlsx", grids))).toEqual(plain);
  });

  test("columns in another order under other names", () => {
    const source = aSource("1_市商务局(1).xlsx", [["工作进展", "No.", "任务名称", "工作内容", "完成情况（数值）", "完成状态"], ["已举办 12 场。", 1, "促进汽车消费", MASTER_LINES[6]?.[2] ?? null, 12, "正常推进"]]);
    expect(replies(6, source)).toEqual(plain);
  });

  test("a vertical span answers for every row that it covers", () => {
    const lines = [[...HEADER], replyLine(1, { progress: "两项合并推进。" }), replyLine(3, {})];
    const grid = aGrid(lines, { spans: [{ top: 1, bottom: 2, left: 7, right: 7 }] });
    const run = mergeInto(MASTER_LINES, [aSource("市商务局.xlsx", [grid])]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "两项合并推进。"], ["3", "两项合并推进。"]]);
    expect(run.cells.filter(({ at }) => at === "Sheet1!H2")).toHaveLength(1);
    expect(run.flags.map(({ kind }) => kind)).toContain("spanShared");
  });
});

describe("several units", () => {
  test("compose texts, agree on figures, conflict where they differ", () => {
    const run = mergeInto(MASTER_LINES, [finance(replyLine(3, { reportedValue: 5, status: "已完成", progress: "财政已拨付。" })), commerce(replyLine(3, { reportedValue: 5, status: "进行中", progress: "商务已部署。" }))]);
    expect(run.changes.map(({ column, to }) => [column, to])).toEqual([["reportedValue", 5], ["progress", "市商务局：商务已部署。\n市财政局：财政已拨付。"]]);
    expect(run.conflicts).toMatchObject([{ row: "3", column: "status", master: null, values: [{ unit: "市商务局", value: "进行中", at: "Sheet1!G2" }, { unit: "市财政局", value: "已完成" }] }]);
    expect(run.sum).toMatchObject({ accepted: 2, composed: 2, conflict: 2 });
  });

  test("a decision settles a conflict and is kept; a value that comes later is asked about", () => {
    const both = [finance(replyLine(3, { status: "已完成" })), commerce(replyLine(3, { status: "进行中" }))];
    const run = mergeInto(MASTER_LINES, both, { decisions: [{ row: "3", column: "status", take: "市财政局" }] });
    expect(run.conflicts).toEqual([]);
    expect(run.changes).toMatchObject([{ column: "status", to: "已完成" }]);
    expect(run.cells.find(({ value }) => value === "进行中")).toMatchObject({ fate: "rejected", reason: "decided" });
    const again = mergeInto(applied(MASTER_LINES, run), both, { round: run.round, run: "r2" });
    expect(again.changes).toEqual([]);
    expect(again.conflicts).toEqual([]);
    const later = mergeInto(applied(MASTER_LINES, run), [commerce(replyLine(3, { status: "滞后" }))], { round: run.round, run: "r3" });
    expect(later.conflicts).toHaveLength(1);
  });

  test("a row that was not sent to the unit is not taken, and said", () => {
    const run = mergeInto(MASTER_LINES, [commerce(replyLine(2, { progress: "越权填写" }))]);
    expect(run.changes).toEqual([]);
    expect(run.cells.find(({ value }) => value === "越权填写")).toMatchObject({ fate: "rejected", reason: "notAddressed" });
  });

  test("one book filled by everybody: each row is its reporter's", () => {
    const book = aSource("汇总.xlsx", [[...HEADER], replyLine(1, { progress: "商务一", reporter: "市商务局" }), replyLine(2, { progress: "财政二", reporter: "市财政局" })]);
    const run = mergeInto(MASTER_LINES, [book]);
    expect(run.changes.map(({ row, to }) => [row, to])).toEqual([["1", "商务一"], ["2", "财政二"]]);
    expect(run.round.submissions.map(({ unit }) => unit).sort()).toEqual(["市商务局", "市财政局"]);
  });
});

describe("issued text", () => {
  test("a lowered target is proposed and the master kept", () => {
    const run = mergeInto(MASTER_LINES, [commerce(replyLine(1, { progress: "文" }, [1, "促进汽车消费", "开展汽车以旧换新活动，每年举办促销活动 6 场以上。"]))]);
    expect(run.proposals).toMatchObject([{ row: "1", column: "content", master: MASTER_LINES[6]?.[2], value: "开展汽车以旧换新活动，每年举办促销活动 6 场以上。", unit: "市商务局" }]);
    expect(run.changes.map(({ column }) => column)).toEqual(["progress"]);
  });

  test("an invented row is proposed whole", () => {
    const run = mergeInto(MASTER_LINES, [commerce(["新增", "进社区", "开展进社区活动 4 场。", "市商务局", "", 4, "进行中", "按计划推进。", "", "市商务局"])]);
    expect(run.changes).toEqual([]);
    expect(run.proposals.every(({ row }) => row === null)).toBe(true);
    expect(run.sum.proposal).toBe(8);
  });

  test("absence never deletes: missing and blank rows are listed", () => {
    const run = mergeInto(MASTER_LINES, [commerce(replyLine(1, {}))]);
    expect(run.missing).toEqual([
      { unit: "市商务局", row: "goal-1", why: "absent" },
      { unit: "市商务局", row: "1", why: "blank" },
      { unit: "市商务局", row: "3", why: "absent" },
    ]);
    expect(run.notReturned).toEqual(["市财政局"]);
  });

  test("a cleared cell is flagged and kept", () => {
    const filled = MASTER_LINES.map((line) => (line[0] === 1 ? [...line.slice(0, 7), "上月进展", ""] : line));
    const run = mergeInto(filled, [commerce(replyLine(1, { reportedValue: 3 }))]);
    expect(run.changes.map(({ column }) => column)).toEqual(["reportedValue"]);
    expect(run.flags).toContainEqual(expect.objectContaining({ kind: "cleared", row: "1", column: "progress" }));
  });
});

describe("files", () => {
  test("of nobody are refused and counted", () => {
    const run = mergeInto(MASTER_LINES, [aSource("报表.xlsx", [[...HEADER], replyLine(1, { progress: "文" })]), commerce(replyLine(1, { status: "已完成" }))]);
    expect(run.files).toMatchObject([{ file: "市商务局.xlsx", status: "merged" }, { file: "报表.xlsx", status: "refused", refused: { kind: "unitUnknown" } }]);
    expect(run.cells.find(({ value }) => value === "文")).toMatchObject({ fate: "rejected", reason: "unitUnknown" });
    expect(run.addsUp).toBe(true);
  });

  test("without a ledger are refused and counted", () => {
    const run = mergeInto(MASTER_LINES, [aSource("市商务局通知.xlsx", [["会议通知"], ["请准时参加"]])]);
    expect(run.files).toMatchObject([{ status: "refused", refused: { kind: "noHeader" } }]);
    expect(run.sum).toMatchObject({ cells: 2, unread: 2 });
  });

  test("of equal content count once, whatever their names", () => {
    const run = mergeInto(MASTER_LINES, [commerce(replyLine(1, { progress: "文" })), aSource("市商务局(1).xlsx", [[...HEADER], replyLine(1, { progress: "文" })])]);
    expect(run.files.map(({ file, status }) => [file, status])).toEqual([["市商务局(1).xlsx", "merged"], ["市商务局.xlsx", "refused"]]);
    expect(run.changes).toMatchObject([{ to: "文" }]);
  });

  test("of one unit that differ are a conflict, unless one says that it replaces the other", () => {
    const one = commerce(replyLine(1, { reportedValue: 3, progress: "一稿" }));
    const two = (name: string) => aSource(name, [[...HEADER], replyLine(1, { reportedValue: 4, progress: "二稿" })]);
    expect(mergeInto(MASTER_LINES, [one, two("市商务局(1).xlsx")]).conflicts.map(({ column }) => column)).toEqual(["reportedValue", "progress"]);
    const replaced = mergeInto(MASTER_LINES, [one, two("市商务局（更正）.xlsx")]);
    expect(replaced.conflicts).toEqual([]);
    expect(replaced.changes.map(({ to }) => to)).toEqual([4, "二稿"]);
    expect(replaced.cells.find(({ value }) => value === "一稿")).toMatchObject({ fate: "rejected", reason: "superseded" });
  });
});

describe("a second month on the merged master", () => {
  const first = mergeInto(MASTER_LINES, [commerce(replyLine(1, { progress: "商务九月", status: "进行中" }), replyLine(3, { progress: "商务三" })), finance(replyLine(1, { progress: "财政九月" }), replyLine(3, { progress: "财政三" }))]);
  const month = applied(MASTER_LINES, first);

  test("only what changed moves", () => {
    const run = mergeInto(month, [commerce(replyLine(1, { progress: "商务十月", status: "进行中" }), replyLine(3, { progress: "商务三" }))], { round: first.round, run: "r2" });
    expect(run.changes).toMatchObject([{ row: "1", column: "progress", to: "市商务局：商务十月\n市财政局：财政九月" }]);
  });

  test("a sentence typed into a composed cell stays", () => {
    const typed = month.map((line) => (line[0] === 1 ? line.map((value, col) => (col === 7 ? `${String(value)}\n请两单位会商。` : value)) : line));
    const run = mergeInto(typed, [finance(replyLine(1, { progress: "财政十月" }), replyLine(3, { progress: "财政三" }))], { round: first.round, run: "r2" });
    expect(run.changes).toMatchObject([{ row: "1", to: "市商务局：商务九月\n市财政局：财政十月\n请两单位会商。" }]);
    const again = mergeInto(applied(typed, run), [], { round: run.round, run: "r3" });
    expect(again.changes).toEqual([]);
  });

  test("without its store, each unit still replaces its own part", () => {
    const run = mergeInto(month, [commerce(replyLine(1, { progress: "商务十月" }))]);
    expect(run.changes).toMatchObject([{ row: "1", column: "progress", to: "市商务局：商务十月\n市财政局：财政九月" }]);
  });

  test("a figure set by hand stands until a value comes that nobody has seen", () => {
    const typed = month.map((line) => (line[0] === 1 ? line.map((value, col) => (col === 6 ? "已完成" : value)) : line));
    const same = mergeInto(typed, [commerce(replyLine(1, { progress: "商务九月", status: "进行中" }), replyLine(3, { progress: "商务三" }))], { round: first.round, run: "r2" });
    expect(same.changes).toEqual([]);
    expect(same.conflicts).toEqual([]);
    const later = mergeInto(typed, [commerce(replyLine(1, { status: "滞后" }))], { round: same.round, run: "r3" });
    expect(later.conflicts).toMatchObject([{ row: "1", column: "status", master: "已完成", values: [{ value: "滞后" }] }]);
  });
});

test("the cells of CONTRACT are named by their places", () => {
  const run = mergeInto(MASTER_LINES, [commerce(replyLine(1, { reportedValue: 1, status: "已完成", progress: "文", note: "注" }))]);
  expect(run.cells.filter(({ fate }) => fate === "accepted").map(({ at }) => at)).toEqual(CELLS.map((letter) => `Sheet1!${letter}2`));
});

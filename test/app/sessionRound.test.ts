import { localEngine } from "../../src/app/engine";
import { readdirSync } from "node:fs";
import path from "node:path";
import { nextAct, openNow } from "../../src/app/nextAct";
import { proposalKey } from "../../src/app/proposalKey";
import { Session } from "../../src/app/session";
import type { SessionState } from "../../src/app/sessionState";
import { err } from "../../src/core/result";
import type { RegisterState } from "../../src/core/round/register";
import type { MemoryExcel } from "../../src/excel/memoryExcel";
import { formBook } from "../../src/workbook/formBook";
import { guideLines, STATUS_CHOICE } from "../../src/app/dispatch";
import { dispatched } from "../support/aDispatch";
import { bookOf, savedBytes, SEEDS, seedBytes } from "../support/aWorkshop";

const MASTER = "样例轮次/总台账.xlsx";
const file = (name: string, as = name) => ({ name: as, bytes: seedBytes(`样例轮次/返回/${name}`) });
const WATER = "07_市水务局.xlsx";

async function opened(excel: MemoryExcel, today = "2026-10-20"): Promise<{ session: Session; state: () => SessionState; stateOf: (unit: string) => RegisterState | undefined }> {
  const session = new Session(excel, localEngine, { today: () => today, calculates: false });
  await session.open();
  await session.round.look();
  const state = (): SessionState => session.snapshot();
  return { session, state, stateOf: (unit) => state().inbox?.register.find((line) => line.unit === unit)?.state };
}

test("what came on Monday is there on Tuesday, and both days merge together", async () => {
  const excel = bookOf(seedBytes(MASTER));
  const monday = await opened(excel);
  expect(monday.stateOf("市水务局")).toBe("missing");
  await monday.session.round.addFiles([file(WATER)]);
  expect(monday.stateOf("市水务局")).not.toBe("missing");
  expect(monday.state().merge.plan?.run.files).toMatchObject([{ file: WATER, status: "merged" }]);

  const tuesday = await opened(bookOf(savedBytes(excel)), "2026-10-21");
  expect(tuesday.state().inbox?.files).toMatchObject([{ file: WATER, unit: "市水务局", received: "2026-10-20", waiting: true }]);
  expect(nextAct(tuesday.state())).toEqual({ kind: "merge", files: 1 });
  await tuesday.session.round.addFiles([file("09_市教育局.xlsx")]);
  expect(tuesday.state().merge.plan?.run.files.map(({ file: name }) => name)).toEqual([WATER, "09_市教育局.xlsx"]);
  const cells = tuesday.state().merge.plan?.run.sum.cells;
  await tuesday.session.round.previewMerge();
  await tuesday.session.confirm();
  expect(tuesday.state().inbox?.files.map(({ waiting }) => waiting)).toEqual([false, false]);
  // What was written is told of in full while the pane is open.
  expect(tuesday.state().merge.plan?.run.sum.cells).toBe(cells);
  expect(tuesday.state().merge.plan?.batch).toBeNull();
});

test("a file of nobody's is asked about once, and the answer is remembered", async () => {
  const excel = bookOf(seedBytes(MASTER));
  const { session, state, stateOf } = await opened(excel);
  const bare = { name: "回复.csv", bytes: new TextEncoder().encode("序号,重点任务,进展情况\n53,加大财政支持力度,已拨付第三批资金\n") };
  await session.round.addFiles([bare]);
  expect(state().inbox?.files).toMatchObject([{ file: "回复.csv", unit: null, refused: { kind: "unitUnknown" } }]);
  expect(nextAct(state())).toEqual({ kind: "ask", files: 1 });
  await session.round.sayWhose("回复.csv", "市财政局");
  expect(stateOf("市财政局")).not.toBe("missing");
  expect(state().merge.plan?.run.files).toMatchObject([{ status: "merged", unit: "市财政局", unitFrom: "person" }]);
  const again = await opened(bookOf(savedBytes(excel)));
  await again.session.round.addFiles([{ ...bare, bytes: new TextEncoder().encode("序号,重点任务,进展情况\n53,加大财政支持力度,已拨付第四批资金\n") }]);
  expect(again.state().merge.plan?.run.files.map(({ status }) => status)).toEqual(["merged", "merged"]);
});

test("notes by hand, pictures with and without a name, and taking a note back", async () => {
  const { session, state, stateOf } = await opened(bookOf(seedBytes(MASTER)));
  await session.round.note("市财政局", "phone", "  王科长来电 ");
  expect(stateOf("市财政局")).toBe("phone");
  expect(state().inbox?.marks).toEqual([{ unit: "市财政局", kind: "phone", date: "2026-10-20", reason: "王科长来电" }]);
  await session.round.takeNoteBack({ unit: "市财政局", kind: "phone" });
  expect(stateOf("市财政局")).toBe("missing");
  const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  await session.round.addFiles([{ name: "市教育局.jpg", bytes: picture }, { name: "IMG_001.jpg", bytes: picture }]);
  expect(stateOf("市教育局")).toBe("picture");
  expect(state().merge).toMatchObject({ strayPictures: ["IMG_001.jpg"], refused: [], plan: null });
  await session.round.sayWhose("IMG_001.jpg", "市水务局");
  expect(stateOf("市水务局")).toBe("picture");
  expect(state().merge.strayPictures).toEqual([]);
});

test("a form of another round waits for a person: taken all the same, or sent back with the reason", async () => {
  const old = await dispatched(seedBytes(MASTER), { name: "2026年9月" });
  const form = old.plan.forms.find(({ unit }) => unit === "市水务局");
  const book = form && formBook(form, guideLines("2026年9月", "2026-09-30"), [STATUS_CHOICE]);
  const bytes = book?.ok ? book.value.save() : null;
  if (!form || !bytes?.ok) throw new Error("no form");
  const { master } = await dispatched(seedBytes(MASTER));
  const { session, state, stateOf } = await opened(bookOf(master));
  await session.round.addFiles([{ name: form.file, bytes: bytes.value }]);
  expect(state().inbox?.files).toMatchObject([{ refused: { kind: "otherRound" }, unit: "市水务局" }]);
  await session.round.insist(form.file);
  expect(state().inbox?.files).toMatchObject([{ refused: null }]);
  await session.round.sendBack(form.file, "市水务局", "请用本轮次的表");
  expect(stateOf("市水务局")).toBe("returned");
  expect(state().inbox?.files).toEqual([]);
  expect(state().merge.plan).toBeNull();
});

test("a workbook that refuses loses nothing: what was read is kept when it can be", async () => {
  const excel = bookOf(seedBytes(MASTER));
  let refuses = true;
  const port = {
    sheets: () => excel.sheets(), read: (names: readonly string[]) => excel.read(names), show: excel.show.bind(excel), onEdit: excel.onEdit.bind(excel), file: () => excel.file(), deliver: excel.deliver.bind(excel),
    commit: async (batch: Parameters<MemoryExcel["commit"]>[0]) => (refuses ? err({ kind: "editing" as const }) : excel.commit(batch)),
  };
  const session = new Session(port, localEngine, { today: () => "2026-10-20", calculates: false });
  await session.open();
  await session.round.look();
  await session.round.addFiles([file(WATER)]);
  expect(session.snapshot()).toMatchObject({ notice: { kind: "excelFault", fault: { kind: "editing" } }, merge: { plan: null } });
  expect(nextAct(session.snapshot())).toEqual({ kind: "merge", files: 1 });
  refuses = false;
  await session.round.planMerge();
  expect(session.snapshot().merge.plan?.run.files).toMatchObject([{ file: WATER, status: "merged" }]);
});

test("a waiting file that is removed is gone from the workbook too", async () => {
  const excel = bookOf(seedBytes(MASTER));
  const { session, state } = await opened(excel);
  await session.round.addFiles([file(WATER), file("09_市教育局.xlsx")]);
  await session.round.removeFile(WATER);
  expect(state().inbox?.files.map(({ file: name }) => name)).toEqual(["09_市教育局.xlsx"]);
  expect(state().merge.sources.map(({ source }) => source.name)).toEqual(["09_市教育局.xlsx"]);
});

describe("what a person decides", () => {
  const TWICE = ["04_市商务局.xlsx", "04_市商务局(1).xlsx"];
  const questions = (state: SessionState) => openNow(state);

  test("two files of one unit are one question; the file that counts replaces the other, and the other stays on record", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    await session.round.addFiles(TWICE.map((name) => file(name)));
    expect(questions(state())).toMatchObject([{ kind: "twice", unit: "市商务局" }]);
    const [, later = ""] = TWICE;
    await session.round.replaceBy(later, TWICE.slice(0, 1));
    expect(questions(state())).toEqual([]);
    await session.round.previewMerge();
    await session.confirm();
    const after = await opened(bookOf(savedBytes(excel)));
    const { opened: book } = after.state();
    const round = book.kind === "ready" ? book.master.store.round : null;
    expect(round?.submissions.map((own) => [own.file, own.supersedes.length])).toEqual([[later, 1], [TWICE[0], 0]]);
  });

  test("a column's policy is chosen once, a cell's own goes before it, and both can be taken back", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    const sheet = (unit: string, value: number) => ({ name: `${unit}.csv`, bytes: new TextEncoder().encode(`序号,重点任务,完成值\n9,加快淘汰老旧汽柴油车,${value}\n`) });
    await session.round.addFiles([sheet("市生态环境局", 3), sheet("市交通运输局", 5)]);
    await session.round.addColumns();
    expect(questions(state())).toMatchObject([{ kind: "policy", column: "reportedValue", cells: 1 }, { kind: "differ", units: ["市生态环境局", "市交通运输局"] }]);
    const written = () => state().merge.plan?.run.changes.find(({ column }) => column === "reportedValue")?.to;
    await session.round.choosePolicy("reportedValue", "sum");
    expect([questions(state()), written()]).toEqual([[], 8]);
    await session.round.chooseRowPolicy("9", "reportedValue", "max");
    expect([questions(state()), written()]).toEqual([[], 5]);
    await session.round.chooseRowPolicy("9", "reportedValue", null);
    expect(written()).toBe(8);
    await session.round.previewMerge();
    await session.confirm();
    const again = await opened(bookOf(savedBytes(excel)));
    const { opened: book } = again.state();
    expect(book.kind === "ready" && [...book.master.store.settings.policies]).toEqual([["reportedValue", "sum"]]);
    await again.session.round.choosePolicy("reportedValue", null);
    const { opened: later } = again.state();
    expect(later.kind === "ready" && [later.master.store.settings.policies.size, later.master.store.round?.policies.size]).toEqual([0, 0]);
  });

  test("all of a unit at once; what is sent back stays open and is in the register with its reason", async () => {
    const { session, state, stateOf } = await opened(bookOf(seedBytes(MASTER)));
    await session.round.addFiles(TWICE.map((name) => file(name)));
    const [question] = questions(state());
    if (question?.kind !== "twice") throw new Error("no question");
    await session.round.askBack("市商务局", "两份不一致");
    await session.round.askBack("市商务局", "请只报一份");
    await session.round.askBack("市商务局", "两份不一致");
    expect(stateOf("市商务局")).toBe("returned");
    expect(state().inbox?.marks).toMatchObject([{ unit: "市商务局", kind: "returned", reason: "两份不一致；请只报一份" }]);
    expect(questions(state())).toHaveLength(1);
    await session.round.decide(...question.cells.map(({ row, column }) => ({ row, column, take: TWICE[0] ?? "" })));
    expect(questions(state())).toEqual([]);
    const [cell] = question.cells;
    await session.round.undecide({ row: cell?.row ?? "", column: cell?.column ?? "" });
    expect(questions(state())).toMatchObject([{ kind: "twice", cells: [{ row: cell?.row, column: cell?.column }] }]);
    await session.round.previewOpenList();
    expect(state().preview).toMatchObject({ title: "openList", own: { sheets: ["待定清单"] }, changes: [] });
  });

  test("a proposal that was put aside is not asked about again, in this sitting or the next", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    await session.round.addFiles(readdirSync(path.join(SEEDS, "样例轮次/返回")).filter((name) => name.endsWith(".xlsx") && !TWICE.includes(name)).map((name) => file(name)));
    const lines = questions(state()).flatMap((question) => (question.kind === "changed" ? question.lines : question.kind === "added" ? question.rows.flat() : []));
    expect(lines.length).toBeGreaterThan(0);
    await session.round.decline(...lines.map(proposalKey));
    const left = (now: SessionState): readonly string[] => questions(now).map(({ kind }) => kind).filter((kind) => kind === "changed" || kind === "added");
    expect(left(state())).toEqual([]);
    const again = await opened(bookOf(savedBytes(excel)));
    await again.session.round.planMerge();
    expect(left(again.state())).toEqual([]);
  });
});

test("a pasted reply is a return of its unit, and lines without a place are told", async () => {
  const { session, state, stateOf } = await opened(bookOf(seedBytes(MASTER)));
  const news = await session.round.paste("各位领导：\n第53项：已拨付第三批资金2000万元。\n第999项：没有这一项。", "市财政局");
  expect(news).toMatchObject({ placed: 1 });
  expect(news?.unplaced.map(({ why }) => why)).toContain("noSuchItem");
  expect(stateOf("市财政局")).not.toBe("missing");
  expect(state().inbox?.files).toMatchObject([{ unit: "市财政局", unitFrom: "person", waiting: true }]);
  expect(state().merge.plan?.run.files).toMatchObject([{ status: "merged", unit: "市财政局" }]);
});

test("the life of the cell that the person stands on: both files, and which of them counts", async () => {
  const { session, state } = await opened(bookOf(seedBytes(MASTER)));
  await session.lookAtCell();
  expect(state()).toMatchObject({ screen: "life", life: null });
  await session.round.addFiles([file("04_市商务局.xlsx"), file("04_市商务局(1).xlsx")]);
  await session.round.replaceBy("04_市商务局(1).xlsx", ["04_市商务局.xlsx"]);
  const change = state().merge.plan?.run.changes.find(({ column }) => column === "reportedValue");
  if (!change) throw new Error("nothing to write");
  await session.round.previewMerge();
  await session.confirm();
  await session.jump(change.at);
  await session.lookAtCell();
  const life = state().life;
  expect([life?.shown, life?.life?.value]).toEqual([change.to, change.to]);
  expect(life?.life?.reports.map((report) => [report.file, report.stands])).toEqual(expect.arrayContaining([["04_市商务局(1).xlsx", true], ["04_市商务局.xlsx", false]]));
});

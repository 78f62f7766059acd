import { localEngine } from "../../src/app/engine";
import { nextAct } from "../../src/app/nextAct";
import { Session } from "../../src/app/session";
import type { SessionState } from "../../src/app/sessionState";
import { err } from "../../src/core/result";
import type { RegisterState } from "../../src/core/round/register";
import type { MemoryExcel } from "../../src/excel/memoryExcel";
import { formBook } from "../../src/workbook/formBook";
import { guideLines, STATUS_CHOICE } from "../../src/app/dispatch";
import { dispatched } from "../support/aDispatch";
import { bookOf, savedBytes, seedBytes } from "../support/aWorkshop";

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

import { localEngine } from "../../src/app/engine";
import { Session } from "../../src/app/session";
import type { Documents } from "../../src/app/sessionDesk";
import { documents } from "../../src/documents";
import { memoryExcel, type MemoryExcel } from "../../src/excel/memoryExcel";
import { PANE_LIMITS } from "../../src/files/limits";
import { readMany } from "../../src/files/readMany";
import { openWorkbook } from "../../src/workbook/workbook";
import { bookOf, savedBytes, seedBytes, sourceOf } from "../support/aWorkshop";

const MASTER = "样例轮次/总台账.xlsx";
type Handed = { name: string; bytes: Uint8Array }[];

async function opened(options: { takes?: boolean; make?: Partial<Documents> } = {}): Promise<{ session: Session; excel: MemoryExcel; handed: Handed }> {
  const handed: Handed = [];
  const book = openWorkbook(seedBytes(MASTER), { limits: PANE_LIMITS });
  if (!book.ok) throw new Error(book.error.kind);
  const excel = options.takes === false ? bookOf(seedBytes(MASTER)) : memoryExcel(book.value, (files) => handed.push(...files));
  const session = new Session(excel, localEngine, { today: () => "2026-11-02", calculates: false, documents: async () => ({ ...documents, ...options.make }) });
  await session.open();
  await session.round.look();
  return { session, excel, handed };
}

const ROUND = { name: "2026年11月", due: "2026-11-20", one: false };

test("a round goes out in one package, the workbook remembers it, and what comes back is of this round", async () => {
  const { session, excel, handed } = await opened();
  await session.papers.plan(ROUND);
  const forms = session.snapshot().sending?.forms ?? [];
  expect(forms.length).toBeGreaterThan(30);
  await session.papers.send();
  expect(session.snapshot()).toMatchObject({ sending: null, notice: { kind: "sent", files: forms.length, name: "2026年11月" }, inbox: { round: { name: "2026年11月", due: "2026-11-20" } } });
  expect(handed.map(({ name }) => name)).toEqual(["2026年11月（填报表）.zip"]);
  const { files, refused } = readMany(handed, { limits: PANE_LIMITS });
  expect([refused, files.length]).toEqual([[], forms.length]);
  const water = files.find(({ name }) => name.includes("市水务局"));
  if (!water) throw new Error("no form");
  expect((await sourceOf(water.name, water.bytes)).properties.get("taizhang.round")).toBe("2026年11月");
  const again = new Session(bookOf(savedBytes(excel)), localEngine, { today: () => "2026-11-21", calculates: false });
  await again.open();
  await again.round.addFiles([{ name: water.name, bytes: water.bytes }]);
  expect(again.snapshot().merge.plan?.run.files).toMatchObject([{ status: "merged", unit: "市水务局", unitFrom: "metadata" }]);
});

test("one book for everybody is handed over as it is", async () => {
  const { session, handed } = await opened();
  await session.papers.plan({ ...ROUND, one: true });
  await session.papers.send();
  expect(handed.map(({ name }) => /\.xlsx$/u.test(name))).toEqual([true]);
});

test.each([
  ["the host takes no files", { takes: false }, { kind: "excelFault", fault: { kind: "unsupported" } }],
  ["a form can't be made", { make: { form: () => null } }, { kind: "notMade" }],
])("%s: nothing goes out and nothing is written", async (_name, options, notice) => {
  const { session, excel, handed } = await opened(options);
  const before = savedBytes(excel);
  await session.papers.plan(ROUND);
  await session.papers.send();
  expect(session.snapshot().notice).toMatchObject(notice);
  expect(handed).toEqual([]);
  expect(Buffer.compare(savedBytes(excel), before)).toBe(0);
});

test("a sheet that was edited after the plan is planned anew first", async () => {
  const { session, excel, handed } = await opened();
  await session.papers.plan(ROUND);
  excel.type([{ at: { sheet: "工作台账", row: 14, col: 2 }, value: "改了" }]);
  await session.papers.send();
  expect(session.snapshot()).toMatchObject({ sending: null, notice: { kind: "editedSince" } });
  expect(handed).toEqual([]);
});

test("the report is made as of the day of the lights, and handed over in three formats", async () => {
  const { session, handed } = await opened();
  await session.round.note("市水务局", "phone", "");
  await session.papers.report();
  const report = session.snapshot().report;
  expect(report?.byUnit.find(({ unit }) => unit === "市水务局")?.state).toBe("已收(电话)");
  expect(report?.urge.some(({ unit }) => unit === "市教育局")).toBe(true);
  for (const format of ["docx", "xlsx", "md"] as const) await session.papers.deliver(format);
  expect(handed.map(({ name }) => name.replace(/^.*\./u, ""))).toEqual(["docx", "xlsx", "md"]);
  expect(session.snapshot().notice).toEqual({ kind: "delivered", file: `${report?.title ?? ""}.md` });
  expect(new TextDecoder().decode(handed[2]?.bytes)).toContain("# 工作台账报送情况");
});

import { localEngine } from "../../src/app/engine";
import { Session } from "../../src/app/session";
import type { SessionState } from "../../src/app/sessionState";
import type { MemoryExcel } from "../../src/excel/memoryExcel";
import { readdirSync } from "node:fs";
import path from "node:path";
import { bookOf, savedBytes, SEEDS, seedBytes, visibleSheets } from "../support/aWorkshop";

const MASTER = "样例轮次/总台账.xlsx";
const RETURNS = "样例轮次/返回";

const returned = (names: readonly string[]) => names.map((name) => ({ name, bytes: seedBytes(`${RETURNS}/${name}`) }));
const allReturns = () => readdirSync(path.join(SEEDS, RETURNS)).filter((name) => name.endsWith(".xlsx")).sort();

async function opened(excel: MemoryExcel): Promise<{ session: Session; state: () => SessionState }> {
  const session = new Session(excel, localEngine, { today: () => "2026-11-23", calculates: false });
  await session.open();
  return { session, state: () => session.snapshot() };
}

test("the whole job: check, fix, light, merge, decide, a file later, undo", async () => {
  const excel = bookOf(seedBytes(MASTER));
  const { session, state } = await opened(excel);
  expect(state().opened.kind).toBe("ready");

  await session.check();
  const found = state().issues?.length ?? 0;
  expect(found).toBeGreaterThan(0);
  await session.previewAllSafe();
  expect(state().preview?.changes.map(({ to }) => String(to).includes("70% 以上") || String(to).includes("、国网"))).toEqual([true, true]);
  await session.confirm();
  expect(state().notice).toMatchObject({ kind: "written", title: "fix", cells: 2 });
  expect(state().issues?.length).toBe(found - 2);

  await session.light();
  expect(state().lights?.counts.unverified).toBe(18);
  await session.previewLights();
  expect(state().preview?.own.rules).toBeLessThanOrEqual(8);
  await session.confirm();
  expect(state().notice).toMatchObject({ kind: "written", title: "light" });

  const names = allReturns();
  await session.addFiles(returned(names.slice(0, -1)));
  const conflicts = state().merge.plan?.run.conflicts ?? [];
  const [first] = conflicts;
  if (!first) throw new Error("the sample round has no conflict");
  await session.decide({ row: first.row, column: first.column, take: first.values[0]?.file ?? "" });
  expect(state().merge.plan?.run.conflicts).toHaveLength(conflicts.length - 1);
  await session.previewMerge();
  const written = state().preview?.changes.length ?? 0;
  await session.confirm();
  expect(state().notice).toMatchObject({ kind: "written", title: "merge", cells: written });
  const before = await visibleSheets(savedBytes(excel));

  await session.addFiles(returned(names.slice(-1)));
  await session.previewMerge();
  expect(state().preview?.changes.length).toBeGreaterThan(0);
  await session.confirm();
  await session.previewUndo({ file: names.at(-1) ?? "" });
  await session.confirm();
  expect(state().notice).toMatchObject({ kind: "written", title: "undo" });
  expect(await visibleSheets(savedBytes(excel))).toEqual(before);
});

describe("faults end in a sentence, and nothing is written", () => {
  test("a cell was changed between preview and commit", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    await session.previewAllSafe();
    const [change] = state().preview?.changes ?? [];
    if (!change) throw new Error("nothing to fix");
    excel.type([{ at: change.at, value: "别人刚改的" }]);
    const before = savedBytes(excel);
    await session.confirm();
    expect(state().notice).toMatchObject({ kind: "excelFault", fault: { kind: "changedSince" } });
    expect(Buffer.compare(savedBytes(excel), before)).toBe(0);
  });

  test("no header: the pane asks for its row and goes on", async () => {
    const excel = bookOf(seedBytes(MASTER));
    excel.type(["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"].map((value, col) => ({ at: { sheet: "工作台账", row: 2, col }, value })));
    const { session, state } = await opened(excel);
    expect(state().opened).toMatchObject({ kind: "noLedger", sheets: [{ sheet: "工作台账" }] });
    await session.open({ sheet: "工作台账", headerRow: 2 });
    expect(state().opened.kind).toBe("ready");
  });

  test("an edit by a person makes what is on screen stale", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    await session.check();
    excel.type([{ at: { sheet: "工作台账", row: 14, col: 2 }, value: "改了" }]);
    expect(state().stale).toBe(true);
    await session.check();
    expect(state().stale).toBe(false);
  });

  test("files that are none are listed, the others go on", async () => {
    const { session, state } = await opened(bookOf(seedBytes(MASTER)));
    await session.addFiles([{ name: "坏.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) }, ...returned(allReturns().slice(0, 1))]);
    expect(state().merge.refused).toMatchObject([{ name: "坏.xlsx" }]);
    expect(state().merge.plan?.run.files).toMatchObject([{ status: "merged" }]);
  });
});

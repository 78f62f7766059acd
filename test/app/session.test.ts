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
  await session.round.addFiles(returned(names.slice(0, -1)));
  const conflicts = state().merge.plan?.run.conflicts ?? [];
  const [first] = conflicts;
  if (!first) throw new Error("the sample round has no conflict");
  await session.round.decide({ row: first.row, column: first.column, take: first.values[0]?.file ?? "" });
  expect(state().merge.plan?.run.conflicts).toHaveLength(conflicts.length - 1);
  await session.round.previewMerge();
  const written = state().preview?.changes.length ?? 0;
  await session.confirm();
  expect(state().notice).toMatchObject({ kind: "written", title: "merge", cells: written });
  const before = await visibleSheets(savedBytes(excel));

  await session.round.addFiles(returned(names.slice(-1)));
  await session.round.previewMerge();
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
    await session.round.addFiles([{ name: "坏.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) }, ...returned(allReturns().slice(0, 1))]);
    expect(state().merge.refused).toMatchObject([{ name: "坏.xlsx" }]);
    expect(state().merge.plan?.run.files).toMatchObject([{ status: "merged" }]);
  });
});

describe("files in hand", () => {
  test("those that come while others are read wait their turn, and none is lost", async () => {
    const { session, state } = await opened(bookOf(seedBytes(MASTER)));
    const [first, second, third] = allReturns();
    await Promise.all([session.round.addFiles(returned([first ?? "", second ?? ""])), session.round.addFiles(returned([third ?? ""]))]);
    expect(state().merge.sources.map(({ source }) => source.name)).toEqual([first, second, third]);
    expect(state().merge.plan?.run.files).toHaveLength(3);
  });

  test("a file that is undone leaves the hand too: the next file doesn't bring it back", async () => {
    const { session, state } = await opened(bookOf(seedBytes(MASTER)));
    const [first = "", second = ""] = allReturns();
    await session.round.addFiles(returned([first, second]));
    await session.round.previewMerge();
    await session.confirm();
    await session.previewUndo({ file: first });
    expect(state().preview?.takesBack).toEqual([first]);
    await session.confirm();
    expect(state().merge.sources.map(({ source }) => source.name)).toEqual([second]);
  });

  test("an accepted proposal is written into the master and can be undone", async () => {
    const excel = bookOf(seedBytes(MASTER));
    const { session, state } = await opened(excel);
    await session.round.addFiles(returned(allReturns()));
    const plan = state().merge.plan;
    const line = plan?.run.proposals.find(({ row }) => row !== null);
    const master = state().opened;
    if (!plan || !line || line.row === null || master.kind !== "ready") throw new Error("the sample round has no proposal");
    const col = master.master.ledger.columns.find(({ key }) => key === line.column)?.col ?? -1;
    await session.round.previewProposal({ sheet: master.master.ledger.sheet, row: plan.sheetRows.get(line.row) ?? -1, col }, line.master, line.value);
    expect(state().preview?.changes).toMatchObject([{ from: line.master, to: line.value }]);
    await session.confirm();
    const run = state().opened;
    if (run.kind !== "ready") throw new Error("the ledger was lost");
    expect(run.master.store.runs).toMatchObject([{ command: "proposal" }]);
    await session.previewUndo({ run: run.master.store.runs[0]?.id ?? "" });
    expect(state().preview?.changes).toMatchObject([{ from: line.value, to: line.master }]);
  });
});

test("lights are not written over rows that moved after the preview", async () => {
  const excel = bookOf(seedBytes(MASTER));
  const { session, state } = await opened(excel);
  await session.light();
  await session.previewLights();
  excel.type([{ at: { sheet: "工作台账", row: 14, col: 2 }, value: "改了" }]);
  const before = savedBytes(excel);
  await session.confirm();
  expect(state().notice).toEqual({ kind: "editedSince" });
  expect(Buffer.compare(savedBytes(excel), before)).toBe(0);
  await session.previewAgain();
  expect(state().preview?.title).toBe("light");
});

test("a file that never comes to an end is given up; the others are read", async () => {
  const engine = { ...localEngine, ended: 0, cancel() { this.ended += 1; } };
  const slow = { ...engine, readFiles: (given: Parameters<typeof localEngine.readFiles>[0]) => (given[0]?.name === "慢.xlsx" ? new Promise<never>(() => undefined) : localEngine.readFiles(given)), cancel: () => engine.cancel() };
  const session = new Session(bookOf(seedBytes(MASTER)), slow, { today: () => "2026-11-23", calculates: false, patience: 0.2 });
  await session.open();
  const [name = ""] = allReturns();
  await session.round.addFiles([{ name: "慢.xlsx", bytes: new Uint8Array(8) }, ...returned([name])]);
  const { merge } = session.snapshot();
  expect(merge.refused.map(({ name: own, reason }) => [own, reason.zh])).toEqual([["慢.xlsx", expect.stringContaining("已停止")]]);
  expect(merge.sources.map(({ source }) => source.name)).toEqual([name]);
  expect(engine.ended).toBe(1);
});

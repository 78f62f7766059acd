import { findLedger } from "../../src/core/parse/parseLedger";
import { STORE_SHEET } from "../../src/core/store/store";
import { cellPlaces } from "../support/cellPlaces";
import { EMPTY_BATCH } from "../../src/excel/port";
import { bookOf, mergeBytes, sampleReturns, savedBytes, seedBytes, sourceOf, undoBytes, visibleSheets } from "../support/aWorkshop";

const MASTER = seedBytes("样例轮次/总台账.xlsx");

async function halves() {
  const returns = await sampleReturns();
  const left = await mergeBytes(MASTER, returns.filter((_, at) => at % 2 === 0));
  const right = await mergeBytes(MASTER, returns.filter((_, at) => at % 2 === 1));
  return { returns, left: left.bytes, right: right.bytes, whole: (await mergeBytes(MASTER, returns)).bytes };
}

async function typed(bytes: Uint8Array, row: string, column: string, value: string): Promise<Uint8Array> {
  const excel = bookOf(bytes);
  const found = findLedger((await sourceOf("总台账.xlsx", bytes)).grids);
  if (!found.ok) throw new Error(found.error.kind);
  const { ledger } = found.value;
  const place = ledger.rows.find(({ key }) => key === row);
  const col = ledger.columns.find(({ key }) => key === column)?.col;
  excel.type([{ at: { sheet: ledger.sheet, row: place?.gridRow ?? -1, col: col ?? -1 }, value }]);
  return savedBytes(excel);
}

async function withoutStore(bytes: Uint8Array): Promise<Uint8Array> {
  const excel = bookOf(bytes);
  await excel.commit({ ...EMPTY_BATCH, removeSheets: [STORE_SHEET] });
  return savedBytes(excel);
}

test("two clerks with half of the returns each: their masters join to the whole, either way round, once and for all", async () => {
  const { left, right, whole } = await halves();
  const there = await mergeBytes(left, [await sourceOf("总台账（李四）.xlsx", right)]);
  const back = await mergeBytes(right, [await sourceOf("副本 总台账.xlsx", left)]);
  expect(await visibleSheets(there.bytes)).toEqual(await visibleSheets(whole));
  expect(await visibleSheets(back.bytes)).toEqual(await visibleSheets(whole));
  const again = await mergeBytes(there.bytes, [await sourceOf("总台账（李四）.xlsx", right)]);
  expect(again.plan.batch).toBeNull();
});

test("every cell of the other master has one fate, its store too", async () => {
  const { left, right } = await halves();
  const other = await sourceOf("总台账（李四）.xlsx", right);
  const { plan } = await mergeBytes(left, [other]);
  expect(plan.run.cells.map(({ at }) => at).sort()).toEqual(other.grids.flatMap((grid) => cellPlaces(grid)).sort());
  expect(plan.run.addsUp).toBe(true);
});

test("undoing the run takes the other master out again", async () => {
  const { left, right } = await halves();
  const there = await mergeBytes(left, [await sourceOf("总台账（李四）.xlsx", right)]);
  expect(await visibleSheets(await undoBytes(there.bytes, {}))).toEqual(await visibleSheets(left));
});

test("what the other clerk typed comes along; where both typed, it is asked", async () => {
  const { left, right } = await halves();
  const theirs = await typed(await typed(right, "2", "note", "李四补记"), "3", "status", "滞后");
  const ours = await typed(left, "3", "status", "已完成");
  const { plan } = await mergeBytes(ours, [await sourceOf("总台账（李四）.xlsx", theirs)]);
  expect(plan.run.changes).toContainEqual(expect.objectContaining({ row: "2", column: "note", to: "李四补记" }));
  expect(plan.run.conflicts).toContainEqual(expect.objectContaining({ row: "3", column: "status", master: "已完成" }));
  expect(plan.run.flags).toContainEqual(expect.objectContaining({ kind: "forkDiffers", row: "3", column: "status" }));
});

test("different decisions are asked once more, and then never again", async () => {
  const returns = await sampleReturns();
  const first = await mergeBytes(MASTER, returns);
  const open = first.plan.run.conflicts[0];
  if (!open) throw new Error("no conflict");
  const decide = async (take: string) => (await mergeBytes(first.bytes, [], { decisions: [{ row: open.row, column: open.column, take }] })).bytes;
  const [one, other] = [await decide(open.values[0]?.unit ?? ""), await decide("master")];
  const fork = await sourceOf("总台账（李四）.xlsx", other);
  const joined = await mergeBytes(one, [fork]);
  expect(joined.plan.run.conflicts.map(({ row, column }) => [row, column])).toContainEqual([open.row, open.column]);
  const settled = await mergeBytes(joined.bytes, [], { decisions: [{ row: open.row, column: open.column, take: "master" }] });
  expect((await mergeBytes(settled.bytes, [fork])).plan.run.conflicts.map(({ row, column }) => [row, column])).not.toContainEqual([open.row, open.column]);
});

test("a master without its store: every text of it stands in ours", async () => {
  const { left, right } = await halves();
  const bare = await sourceOf("总台账（李四）.xlsx", await withoutStore(right));
  const { plan } = await mergeBytes(left, [bare]);
  expect(plan.run.files).toMatchObject([{ status: "merged", unit: null }]);
  expect(plan.run.cells.filter(({ fate }) => fate === "rejected" || fate === "unread")).toEqual([]);
});

test("ours without its store: what it shows stays, what the other knows joins", async () => {
  const { left, right } = await halves();
  const { plan } = await mergeBytes(await withoutStore(left), [await sourceOf("总台账（李四）.xlsx", right)]);
  const gone = plan.run.changes.filter(({ from, to }) => typeof from === "string" && from !== "" && from.split("\n").some((line) => !String(to).includes(line.replace(/^[^：]{2,20}：/u, ""))));
  expect(gone).toEqual([]);
});

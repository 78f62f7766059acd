import { planReceive, type ReceiveRequest } from "../../src/app/receive";
import type { RegisterLine } from "../../src/core/round/register";
import { dispatched, filledIn } from "../support/aDispatch";
import { aSource } from "../support/aReturn";
import { bookOf, masterIn, mergeBytes, sampleReturns, savedBytes, seedBytes, visibleSheets } from "../support/aWorkshop";

const MASTER = "样例轮次/总台账.xlsx";

async function received(bytes: Uint8Array, request: Partial<ReceiveRequest>): Promise<{ bytes: Uint8Array; register: readonly RegisterLine[] }> {
  const excel = bookOf(bytes);
  const plan = planReceive(await masterIn(excel), { sources: [], marks: [], senders: new Map(), insisted: new Set(), today: "2026-10-20", ...request });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  if (plan.value.batch) await excel.commit(plan.value.batch);
  return { bytes: plan.value.batch ? savedBytes(excel) : bytes, register: plan.value.register };
}

const stateOf = (register: readonly RegisterLine[], unit: string) => register.find((line) => line.unit === unit)?.state;
const say = (row: string, column: string) => (column === "progress" ? `完成第${row}项` : null);

test("what was received merges as if it had been merged at once", async () => {
  const returns = await sampleReturns();
  const at = await mergeBytes(seedBytes(MASTER), returns);
  const first = await received(seedBytes(MASTER), { sources: returns.slice(0, 5) });
  const all = await received(first.bytes, { sources: returns.slice(5) });
  expect(await visibleSheets(all.bytes)).toEqual(await visibleSheets(seedBytes(MASTER)));
  const merged = await mergeBytes(all.bytes, []);
  expect(await visibleSheets(merged.bytes)).toEqual(await visibleSheets(at.bytes));
  expect(merged.plan.run.sum).toEqual(at.plan.run.sum);
  expect((await mergeBytes(merged.bytes, [])).plan.batch).toBeNull();
});

test("the same file twice is kept once, and nothing is written for it", async () => {
  const returns = (await sampleReturns()).slice(0, 3);
  const once = await received(seedBytes(MASTER), { sources: returns });
  expect((await received(once.bytes, { sources: returns })).bytes).toBe(once.bytes);
});

describe("the register", () => {
  test("knows received, late, incomplete, zero, paper and missing; before and after the merge", async () => {
    const { master, form } = await dispatched(seedBytes(MASTER));
    const power = filledIn(await form("国网济南供电公司"), say);
    const late = filledIn(await form("国网莱芜供电公司"), say);
    const some = filledIn(await form("市水务局"), (row, column) => (row === "3" ? say(row, column) : null));
    const zero = filledIn(await form("市体育局"), (_row, column) => (column === "progress" ? "无变化" : null));
    const first = await received(master, { sources: [power, some, zero], marks: [{ unit: "市民政局", kind: "paper", date: "2026-10-20", reason: "" }] });
    const second = await received(first.bytes, { sources: [late], today: "2026-11-02" });
    const states = ["国网济南供电公司", "国网莱芜供电公司", "市水务局", "市体育局", "市民政局", "市商务局"];
    expect(states.map((unit) => stateOf(second.register, unit))).toEqual(["received", "late", "incomplete", "zero", "paper", "missing"]);
    const merged = await mergeBytes(second.bytes, [], { today: "2026-11-05" });
    const after = await received(merged.bytes, {});
    expect(states.map((unit) => stateOf(after.register, unit))).toEqual(["received", "late", "incomplete", "zero", "paper", "missing"]);
    expect(after.register.find(({ unit }) => unit === "国网莱芜供电公司")).toMatchObject({ received: "2026-11-02", files: [late.name], missing: [] });
  });

  test("a form of another round counts as sent back, with the reason, until somebody insists", async () => {
    const { master } = await dispatched(seedBytes(MASTER));
    const old = await dispatched(seedBytes(MASTER), { name: "2026年9月" });
    const file = filledIn(await old.form("国网济南供电公司"), say);
    const back = await received(master, { sources: [file] });
    expect(back.register.find(({ unit }) => unit === "国网济南供电公司")).toMatchObject({ state: "returned", files: [file.name] });
    expect(back.register.find(({ unit }) => unit === "国网济南供电公司")?.reason).toContain("2026年9月");
    const taken = await received(back.bytes, { insisted: new Set([file.name]) });
    expect(stateOf(taken.register, "国网济南供电公司")).toBe("received");
    expect((await mergeBytes(taken.bytes, [])).plan.run.changes).toMatchObject([{ row: "5", column: "progress" }]);
  });

  test("a file of nobody waits until somebody says whose it is; it is asked once", async () => {
    const { master, form } = await dispatched(seedBytes(MASTER));
    const filled = filledIn(await form("国网济南供电公司"), (row, column) => (column === "reporter" ? "" : say(row, column)));
    const nobodys = aSource("回复.xlsx", filled.grids.slice(0, 1).map((grid) => ({ ...grid, rows: grid.rows.filter(({ row }) => row >= 3) })));
    const first = await received(master, { sources: [nobodys] });
    expect(stateOf(first.register, "国网济南供电公司")).toBe("missing");
    const merged = await mergeBytes(first.bytes, []);
    expect(merged.plan.run.files).toMatchObject([{ status: "refused", refused: { kind: "unitUnknown" } }]);
    const said = await received(merged.bytes, { senders: new Map([["回复.xlsx", "国网济南供电公司"]]) });
    expect(stateOf(said.register, "国网济南供电公司")).toBe("received");
    const again = await mergeBytes(said.bytes, []);
    expect(again.plan.run.files).toMatchObject([{ status: "merged", unit: "国网济南供电公司", unitFrom: "person" }]);
    expect((await mergeBytes(again.bytes, [nobodys])).plan.run.files).toMatchObject([{ status: "merged", unit: "国网济南供电公司" }]);
  });

  test("a file saved over and sent again replaces the former one", async () => {
    const { master, form } = await dispatched(seedBytes(MASTER));
    const blank = await form("国网济南供电公司");
    const first = await received(master, { sources: [filledIn(blank, say)] });
    const second = await received(first.bytes, { sources: [filledIn(blank, (_row, column) => (column === "progress" ? "改后" : null))] });
    const { plan } = await mergeBytes(second.bytes, []);
    expect(plan.run.conflicts).toEqual([]);
    expect(plan.run.changes.map(({ to }) => to)).toEqual(["改后"]);
  });
});

test("telephone numbers stay out of the store", async () => {
  const { master, form } = await dispatched(seedBytes(MASTER));
  const file = filledIn(await form("国网济南供电公司"), (row, column) => (column === "contact" ? "张三 13800000000" : say(row, column)));
  const { bytes } = await received(master, { sources: [file] });
  const { store } = await masterIn(bookOf(bytes));
  expect(JSON.stringify(store.round?.inbox)).not.toContain("13800000000");
});

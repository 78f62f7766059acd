import { STORE_SHEET } from "../../src/core/store/store";
import { findLedger } from "../../src/core/parse/parseLedger";
import { dispatched, filledIn } from "../support/aDispatch";
import { bookOf, masterIn, mergeBytes, seedBytes } from "../support/aWorkshop";

const LEDGER = "工作台账.xlsx";
const reply = (row: string, column: string, unit: string) => (column === "progress" ? `${unit}完成第${row}项` : column === "status" ? "进行中" : null);

describe("forms", () => {
  test("go to every unit that a row names, and to classes that stand alone", async () => {
    const { plan } = await dispatched(seedBytes(LEDGER));
    expect(plan.forms.map(({ unit }) => unit).filter((unit) => unit !== null)).toHaveLength(33);
    expect(plan.forms.filter(({ unit }) => unit === null).map(({ file }) => file)).toEqual(["34_各区县人民政府（功能区管委会）_2026年10月.xlsx", "35_市政府有关部门（单位）_2026年10月.xlsx"]);
    expect(plan.forms[3]).toMatchObject({ unit: "市商务局", file: "04_市商务局_2026年10月.xlsx" });
  });

  test("hold what is issued, empty replies, a list of statuses and who they are; nothing of the store", async () => {
    const { form } = await dispatched(seedBytes(LEDGER));
    const source = await form("国网济南供电公司");
    const found = findLedger(source.grids);
    expect(found.ok && found.value.ledger.columns.map(({ header }) => header)).toEqual(["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成值", "状态", "进展情况", "存在问题", "下一步措施", "备注", "填报单位", "填报日期", "联系人"]);
    expect(found.ok && found.value.ledger.rows.map(({ key, values }) => [key, values.slice(5)])).toEqual([["5", [null, null, null, null, null, null, "国网济南供电公司", null, null]]]);
    expect(found.ok && [found.value.ledger.chapters.map(({ number }) => number), found.value.ledger.sections.map(({ number }) => number)]).toEqual([[2], [2]]);
    expect(source.grids.map(({ sheet }) => sheet)).toEqual(["填报表", "填报说明"]);
    expect(source.properties.get("taizhang.unit")).toBe("国网济南供电公司");
    expect(source.properties.get("taizhang.round")).toBe("2026年10月");
  });

  test("that come back filled in merge without a question, also under another name", async () => {
    const { master, form } = await dispatched(seedBytes(LEDGER));
    const power = filledIn(await form("国网济南供电公司"), (row, column) => reply(row, column, "济南"));
    const other = { ...filledIn(await form("国网莱芜供电公司"), (row, column) => reply(row, column, "莱芜")), name: "新建 Microsoft Excel 工作表.xlsx" };
    const { plan } = await mergeBytes(master, [power, other]);
    expect(plan.run.files.map(({ unit, unitFrom, status }) => [unit, unitFrom, status])).toEqual([["国网济南供电公司", "metadata", "merged"], ["国网莱芜供电公司", "metadata", "merged"]]);
    expect(plan.run.conflicts).toEqual([]);
    expect(plan.run.flags).toEqual([]);
    expect(plan.run.proposals).toEqual([]);
    expect(plan.run.changes.map(({ column, to }) => [column, to])).toEqual([["status", "进行中"], ["progress", "国网济南供电公司：济南完成第5项\n国网莱芜供电公司：莱芜完成第5项"]]);
  });

  test("of another round are refused with both names, and counted", async () => {
    const { master } = await dispatched(seedBytes(LEDGER));
    const old = await dispatched(seedBytes(LEDGER), { name: "2026年9月" });
    const { plan } = await mergeBytes(master, [filledIn(await old.form("国网济南供电公司"), (row, column) => reply(row, column, "济南"))]);
    expect(plan.run.files).toMatchObject([{ unit: "国网济南供电公司", status: "refused", refused: { kind: "otherRound", round: "2026年9月", own: "2026年10月" } }]);
    expect(plan.run.addsUp).toBe(true);
    expect(plan.run.changes).toEqual([]);
  });

  test("say nothing of cells that were filled before they went out", async () => {
    const first = await dispatched(seedBytes("样例轮次/总台账.xlsx"));
    const said = filledIn(await first.form("国网济南供电公司"), (row, column) => reply(row, column, "济南"));
    const month = await mergeBytes(first.master, [said]);
    const second = await dispatched(month.bytes, { name: "2026年11月", due: "2026-11-30" });
    const blank = await second.form("国网济南供电公司");
    const { plan } = await mergeBytes(second.master, [blank]);
    expect(plan.run.flags).toEqual([]);
    expect(plan.run.missing).toEqual([{ unit: "国网济南供电公司", row: "5", why: "blank" }]);
    expect(plan.batch?.changes ?? []).toEqual([]);
  });
});

describe("one book for everybody", () => {
  test("has a line for each row and unit; who wrote is who answered", async () => {
    const { master, form, plan: { forms } } = await dispatched(seedBytes(LEDGER), { one: true });
    expect(forms).toHaveLength(1);
    const book = filledIn(await form("全部单位"), (row, column, unit) => (row === "5" && unit.startsWith("国网") ? reply(row, column, unit.slice(2, 4)) : null));
    const { plan } = await mergeBytes(master, [book]);
    expect(plan.run.changes.map(({ row, column, to }) => [row, column, to])).toEqual([["5", "status", "进行中"], ["5", "progress", "国网济南供电公司：济南完成第5项\n国网莱芜供电公司：莱芜完成第5项"]]);
    expect(plan.run.conflicts).toEqual([]);
    expect(plan.run.flags).toEqual([]);
    expect(plan.run.notReturned).toHaveLength(31);
  });
});

test("a form for a class of units speaks of whoever filled it in", async () => {
  const { master, form } = await dispatched(seedBytes(LEDGER));
  const form34 = await form("各区县人民政府");
  const district = filledIn(form34, (row, column) => (column === "reporter" ? "历下区人民政府" : reply(row, column, "历下")));
  const { plan } = await mergeBytes(master, [district, { ...form34, name: `副本${form34.name}` }]);
  expect(plan.run.files.map(({ unit, status }) => [unit, status])).toEqual([["历下区人民政府", "merged"], [null, "refused"]]);
  expect(plan.run.changes.map(({ row, column }) => [row, column])).toEqual([["59", "status"], ["59", "progress"]]);
});

describe("the master", () => {
  test("remembers the round and has columns for what is asked", async () => {
    const { master } = await dispatched(seedBytes(LEDGER));
    const { store, ledger } = await masterIn(bookOf(master));
    expect(store.round?.dispatch).toMatchObject({ name: "2026年10月", due: "2026-10-31", sent: "2026-10-08" });
    expect(store.round?.dispatch?.forms).toHaveLength(35);
    expect(ledger.columns.slice(5).map(({ key }) => key)).toEqual(["reportedValue", "status", "progress", "problems", "nextSteps", "note"]);
    expect((await bookOf(master).sheets()).ok && STORE_SHEET).toBe("_台账");
  });
});

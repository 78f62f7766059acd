import { cellPlaces } from "../support/cellPlaces";
import { bookOf, masterIn, mergeBytes, sampleReturns, savedBytes, seedBytes, undoBytes, visibleSheets } from "../support/aWorkshop";

const MASTER = "样例轮次/总台账.xlsx";

describe("the sample round", () => {
  test("every cell has one fate, recounted from the raw files", async () => {
    const returns = await sampleReturns();
    const { plan } = await mergeBytes(seedBytes(MASTER), returns);
    const raw = returns.flatMap(({ name, grids }) => grids.flatMap((grid) => cellPlaces(grid).map((at) => `${name} ${at}`))).sort();
    expect(plan.run.cells.map(({ file, at }) => `${file} ${at}`).sort()).toEqual(raw);
    expect(plan.run.addsUp).toBe(true);
    expect(plan.run.files.every(({ status }) => status === "merged")).toBe(true);
  });

  test("reversed order gives the same bytes", async () => {
    const returns = await sampleReturns();
    const there = await mergeBytes(seedBytes(MASTER), returns);
    const back = await mergeBytes(seedBytes(MASTER), [...returns].reverse());
    expect(Buffer.compare(there.bytes, back.bytes)).toBe(0);
  });

  test("merging twice changes nothing", async () => {
    const returns = await sampleReturns();
    const once = await mergeBytes(seedBytes(MASTER), returns);
    const twice = await mergeBytes(once.bytes, returns);
    expect(twice.plan.batch).toBeNull();
    expect(twice.plan.run.conflicts).toEqual(once.plan.run.conflicts);
  });

  test("two halves join to the whole", async () => {
    const returns = await sampleReturns();
    const whole = await mergeBytes(seedBytes(MASTER), returns);
    const half = await mergeBytes(seedBytes(MASTER), returns.slice(0, 6));
    const joined = await mergeBytes(half.bytes, returns.slice(6));
    expect(await visibleSheets(joined.bytes)).toEqual(await visibleSheets(whole.bytes));
  });

  test("undoing one file equals never having merged it, to the byte", async () => {
    const returns = await sampleReturns();
    const all = await mergeBytes(seedBytes(MASTER), returns);
    for (const { name } of returns.slice(0, 4)) {
      const without = await mergeBytes(seedBytes(MASTER), returns.filter((one) => one.name !== name));
      expect([name, Buffer.compare(await undoBytes(all.bytes, { file: name }), without.bytes)]).toEqual([name, 0]);
    }
  });

  test("undoing the run gives the master back", async () => {
    const all = await mergeBytes(seedBytes(MASTER), await sampleReturns());
    expect(await visibleSheets(await undoBytes(all.bytes, {}))).toEqual(await visibleSheets(seedBytes(MASTER)));
  });

  test("a conflict keeps the master's cell and is settled by a decision", async () => {
    const returns = await sampleReturns();
    const open = await mergeBytes(seedBytes(MASTER), returns);
    const [first] = open.plan.run.conflicts;
    const taken = first?.values[0];
    if (!first || !taken) throw new Error("the sample round has no conflict");
    expect(open.plan.run.changes.some(({ row, column }) => row === first.row && column === first.column)).toBe(false);
    const settled = await mergeBytes(open.bytes, [], { decisions: [{ row: first.row, column: first.column, take: taken.file }] });
    expect(settled.plan.run.changes).toMatchObject([{ row: first.row, column: first.column, to: taken.value }]);
    expect(settled.plan.run.conflicts).toHaveLength(open.plan.run.conflicts.length - 1);
  });

  test("the store is hidden, warns in its first line and is written once", async () => {
    const { bytes } = await mergeBytes(seedBytes(MASTER), await sampleReturns());
    const excel = bookOf(bytes);
    const sheets = await excel.sheets();
    expect(sheets.ok && sheets.value.find(({ name }) => name === "_台账")?.visibility).toBe("hidden");
    expect((await masterIn(excel)).store.round?.submissions).toHaveLength(13);
    expect(Buffer.compare(savedBytes(excel), bytes)).toBe(0);
  });
});

test("a newer store is read by nobody and nothing is written", async () => {
  const { bytes } = await mergeBytes(seedBytes(MASTER), (await sampleReturns()).slice(0, 1));
  const excel = bookOf(bytes);
  excel.type([{ at: { sheet: "_台账", row: 1, col: 1 }, value: 2 }]);
  await expect(mergeBytes(savedBytes(excel), [])).rejects.toThrow("newerStore");
});

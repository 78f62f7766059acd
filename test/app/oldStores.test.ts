/** Stores as other versions left them. `store/format1.xlsx` was written when format 1 was new, and is never written again. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { planDispatch } from "../../src/app/dispatch";
import { planReceive } from "../../src/app/receive";
import { planUndo } from "../../src/app/undo";
import { openPast } from "../../src/core/store/archive";
import { dispatched } from "../support/aDispatch";
import { bookOf, masterIn, mergeBytes, savedBytes, undoBytes } from "../support/aWorkshop";
import { reply } from "../support/month/city";
import { shownIn } from "../support/month/sheets";

const bytes = new Uint8Array(readFileSync(path.join(__dirname, "store", "format1.xlsx")));
const OCTOBER = "2026年10月";

describe("format 1", () => {
  test("is read whole", async () => {
    const { store, storeProblem } = await masterIn(bookOf(bytes));
    expect(storeProblem).toBeNull();
    expect(store.round?.dispatch).toMatchObject({ name: OCTOBER, due: "2026-11-04", sent: "2026-10-28" });
    expect(store.round?.submissions.map(({ file, unit, supersedes }) => [file, unit, supersedes.length])).toEqual([
      ["01_市发展改革委_2026年10月.xlsx", "市发展改革委", 0], ["02_市教育局_2026年10月.xlsx", "市教育局", 0], ["04_市工业和信息化局_2026年10月.xlsx", "市工业和信息化局", 0],
      ["05_市科技局_2026年10月.xlsx", "市科技局", 0], ["08_市财政局_2026年10月.xlsx", "市财政局", 0], ["市发展改革委_更正.xlsx", "市发展改革委", 1], ["市科技局补充.xlsx", "市科技局", 0],
    ]);
    expect(store.round?.decisions).toMatchObject([{ row: "58", column: "progress", take: "市科技局补充.xlsx" }]);
    expect(store.round?.edits).toMatchObject([{ row: "1", column: "note", value: "经办人补记" }]);
    expect([...(store.round?.policies ?? [])]).toEqual([["status", "all-done"], ["reportedValue", "lead"], ["42|reportedValue", "sum"]]);
    expect(store.round?.marks).toMatchObject([{ unit: "市市场监管局", kind: "zero" }]);
    expect([...(store.round?.senders ?? [])]).toEqual([["回复.xlsx", "市文化和旅游局"]]);
    expect(store.round?.inbox.map(({ source }) => source.name)).toHaveLength(2);
    expect(store.runs.map(({ command }) => command)).toEqual(["merge", "merge", "merge"]);
  });

  test("is merged on, undone and sent out anew; the round that is over is kept", async () => {
    const on = await mergeBytes(bytes, []);
    expect(on.plan.run.files.map(({ status }) => status)).toEqual(["merged", "merged"]);
    expect(shownIn(on.bytes).get(6)?.progress).toBe(reply(OCTOBER, "市公安局", 6).progress);
    expect(shownIn(on.bytes).get(58)?.progress).toContain("第58项另有进展。");
    expect(shownIn(await undoBytes(on.bytes, {}))).toEqual(shownIn(bytes));
    const next = await dispatched(on.bytes, { name: "2026年11月", due: "2026-12-04", today: "2026-11-28" });
    const [past] = (await masterIn(bookOf(next.master))).store.past;
    expect(past).toMatchObject({ name: OCTOBER, ended: "2026-11-28" });
    expect(past && openPast(past)?.submissions).toHaveLength(9);
    expect(past && openPast(past)?.edits).toMatchObject([{ row: "1", column: "note", value: "经办人补记" }]);
  });
});

test("a newer format is read only: no command writes, and each says why", async () => {
  const excel = bookOf(bytes);
  excel.type([{ at: { sheet: "_台账", row: 1, col: 1 }, value: 2 }]);
  const master = await masterIn(bookOf(savedBytes(excel)));
  const refused = { ok: false, error: { from: "store", fault: { kind: "newerStore", format: 2 } } };
  expect(planDispatch(master, { name: "一", due: "2026-12-04", one: false, today: "2026-11-28" })).toEqual(refused);
  expect(planReceive(master, { sources: [], marks: [], senders: new Map(), insisted: new Set(), today: "2026-11-28" })).toEqual(refused);
  expect(planUndo(master, {})).toEqual(refused);
  await expect(mergeBytes(savedBytes(excel), [])).rejects.toThrow("newerStore");
});

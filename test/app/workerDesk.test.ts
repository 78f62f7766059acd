import { localEngine } from "../../src/app/engine";
import { firstRows } from "../../src/app/firstRows";
import { understand } from "../../src/app/master";
import { AT_ONCE, FORGOTTEN, type IssueHead, WorkerDesk } from "../../src/app/workerDesk";
import type { Grid } from "../../src/core/grid/grid";
import { seedBytes } from "../support/aWorkshop";
import { readFile } from "../../src/files/readFile";
import { PANE_LIMITS } from "../../src/files/limits";

const TODAY = "2026-11-23";

async function sheets(): Promise<readonly Grid[]> {
  const read = await readFile("x.xlsx", seedBytes("工作台账.xlsx"), { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.grids;
}

/** Hands a workbook over in pieces of so many rows. */
async function handedOver(piece: number) {
  const desk = new WorkerDesk(localEngine);
  const grids = await sheets();
  desk.begin();
  for (const grid of grids) {
    desk.sheet({ ...grid, rows: [] });
    for (let at = 0; at < grid.rows.length; at += piece) desk.rows(grid.rows.slice(at, at + piece));
  }
  const read = await desk.understand(7);
  if (!read.ok) throw new Error("not understood");
  return { desk, grids, head: read.value };
}

test.each([1, 7, 1000])("a workbook that comes in pieces of %i rows is understood as a whole one", async (piece) => {
  const { desk, grids, head } = await handedOver(piece);
  const whole = understand(grids);
  if (!whole.ok) throw new Error("not understood");
  const rows = Array.from({ length: Math.ceil(head.rows / piece) }, (_, at) => desk.ledgerRows(at * piece, (at + 1) * piece)).flat();
  expect({ ...head.master, grid: grids[head.grid], grids: head.grids.map((at) => grids[at]), ledger: { ...head.master.ledger, rows } }).toEqual(whole.value);
});

test("what was understood is asked about by its number, and its issues come in pieces", async () => {
  const { desk, grids } = await handedOver(50);
  const whole = understand(grids);
  if (!whole.ok) throw new Error("not understood");
  const issues = await localEngine.check(whole.value, TODAY);
  expect(await desk.check({ known: 7 }, TODAY, null)).toBe(issues.length);
  const come: IssueHead[] = [];
  for (let heads = desk.issuesFrom(0, 5); heads.length > 0; heads = desk.issuesFrom(come.length, 5)) come.push(...heads);
  expect(come.map(({ issue }) => issue)).toEqual(issues);
  const [first] = issues;
  expect(desk.issuePart(0, 1, 9)).toEqual({ places: first?.places.slice(1, 9), fixes: first?.fixes.slice(1, 9) });
  expect(await desk.ask("review", [{ known: 7 }, TODAY])).toEqual(await localEngine.review(whole.value, TODAY));
  await expect(desk.ask("review", [{ known: 6 }, TODAY])).rejects.toThrow(FORGOTTEN);
});

test("a first look sees the first rows as they are", async () => {
  const { desk, grids } = await handedOver(1000);
  const whole = understand(grids);
  if (!whole.ok) throw new Error("not understood");
  const { ledger, grid } = firstRows(whole.value, 20);
  expect(ledger.rows).toEqual(whole.value.ledger.rows.slice(0, 20));
  expect(grid.rows.at(-1)?.row).toBe(ledger.rows.at(-1)?.gridRow);
  expect(firstRows(whole.value, 10_000).ledger).toBe(whole.value.ledger);
  await desk.check({ known: 7 }, TODAY, 20);
  const last = ledger.rows.at(-1)?.gridRow ?? 0;
  expect(desk.issuesFrom(0, 1000).every(({ issue: { places } }) => places.every(({ row }) => row <= last))).toBe(true);
});

test("one remark that stands for many places comes with the first of them", async () => {
  const { desk, grids } = await handedOver(1000);
  const whole = understand(grids);
  if (!whole.ok) throw new Error("not understood");
  const [some] = await localEngine.check(whole.value, TODAY);
  if (!some) throw new Error("no issue");
  const many = { ...some, places: Array.from({ length: 3 * AT_ONCE }, (_, row) => ({ ...some.at, row })), fixes: [] };
  const crowded = new WorkerDesk({ ...localEngine, check: async () => [many] });
  expect(await crowded.check(whole.value, TODAY, null)).toBe(1);
  const [head] = crowded.issuesFrom(0, 9);
  expect(head).toMatchObject({ places: many.places.length, fixes: 0 });
  expect([...(head?.issue.places ?? []), ...crowded.issuePart(0, AT_ONCE, Infinity).places]).toEqual(many.places);
  expect(desk.issuePart(9999, 0, 1)).toEqual({ places: [], fixes: [] });
});

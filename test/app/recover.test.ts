/**
 * The workbook is cut off at every step of a write: what is saved then can be finished, or taken back, in whole.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { inspectFile as inspect } from "../../src/app/inspectFile";
import { planDispatch } from "../../src/app/dispatch";
import { planLighting } from "../../src/app/light";
import { type Master, openMaster } from "../../src/app/master";
import { planMerge } from "../../src/app/merge";
import { planNormalizing } from "../../src/app/normalize";
import { planReceive } from "../../src/app/receive";
import { planRecovery } from "../../src/app/recover";
import { recoveryOf, type Way } from "../../src/app/recovery";
import { planUndo } from "../../src/app/undo";
import type { Grid } from "../../src/core/grid/grid";
import { officeExcel } from "../../src/excel/officeExcel";
import type { Batch, ExcelPort } from "../../src/excel/port";
import { openInOffice } from "../officeHost/loadClient";
import { PROFILES } from "../officeHost/profile";
import { bookOf, masterIn, mergeBytes, sampleReturns, savedBytes, seedBytes, sourceOf } from "../support/aWorkshop";

jest.setTimeout(120_000);
const MASTER = "样例轮次/总台账.xlsx";
const TODAY = "2026-11-23";

type Made = (master: Master) => Batch | null | undefined;

const normalized: Made = (master) => {
  const plan = planNormalizing(master, "master", TODAY);
  return plan.ok ? plan.value.batch : null;
};
const lit: Made = (master) => {
  const plan = planLighting(master, { asOf: { year: 2026, month: 11, day: 23 }, year: 2025 });
  return plan.ok ? plan.value.batch : null;
};
const undone: Made = (master) => {
  const plan = planUndo(master, {});
  return plan.ok ? plan.value.batch : null;
};
const sentOut: Made = (master) => {
  const plan = planDispatch(master, { name: "2026年12月", due: "2026-12-31", one: false, today: TODAY });
  return plan.ok ? plan.value.batch : null;
};
const received = async (): Promise<Made> => {
  const sources = (await sampleReturns()).slice(4, 5);
  return (master) => {
    const plan = planReceive(master, { sources, marks: [], senders: new Map(), insisted: new Set(), today: TODAY });
    return plan.ok ? plan.value.batch : null;
  };
};
const merged = async (): Promise<Made> => {
  const returns = (await sampleReturns()).slice(0, 3);
  return (master) => {
    const plan = planMerge(master, { returns, decisions: [], policies: new Map(), today: TODAY });
    return plan.ok ? plan.value.batch : null;
  };
};

async function opened(port: ExcelPort): Promise<Master> {
  const master = await openMaster(port);
  if (!master.ok) throw new Error(JSON.stringify(master.error));
  return master.value;
}

/** All that the sheets hold, the store included. */
async function contents(bytes: Uint8Array): Promise<readonly unknown[]> {
  const { grids } = await sourceOf("a.xlsx", bytes);
  const cells = ({ rows }: Grid) => rows.flatMap(({ row, values }) => values.flatMap((value, col) => (value === null || value === undefined || value === "" ? [] : [[row, col, value]])));
  return grids.map((grid) => [grid.sheet, cells(grid)]);
}

/** The batch through Office.js; the request that writes is cut at this action. The workbook as it would be saved then. */
async function written(bytes: Uint8Array, made: Made, cut: number | null): Promise<{ readonly bytes: Uint8Array; readonly actions: number }> {
  const host = openInOffice(bytes, PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  const batch = made(await opened(excel));
  if (!batch) throw new Error("nothing to write");
  const first = host.syncs.length;
  if (cut !== null) host.failAt(2, { kind: "cut", before: cut, code: "GeneralException" });
  const done = await excel.commit(batch);
  if (cut === null && !done.ok) throw new Error(JSON.stringify(done.error));
  return { bytes: host.save(), actions: host.syncs[first + 1]?.actions ?? 0 };
}

/** Normalising was cut off when some of its cells were written. */
let half: Promise<Uint8Array> | undefined;
const halfWritten = (): Promise<Uint8Array> => (half ??= findHalfWritten());

async function findHalfWritten(): Promise<Uint8Array> {
  const before = seedBytes(MASTER);
  const { actions } = await written(before, normalized, null);
  for (let cut = actions - 1; cut >= 0; cut--) {
    const { bytes } = await written(before, normalized, cut);
    const state = recoveryOf(await masterIn(bookOf(bytes)));
    if (state && state.open.length > 0 && state.written.length > 0) return bytes;
  }
  throw new Error("never half written");
}

/** The workbook is opened again without Excel, and the way on is taken. */
async function recovered(bytes: Uint8Array, way: Way): Promise<readonly unknown[]> {
  const excel = bookOf(bytes);
  const batch = planRecovery(await masterIn(excel), way);
  if (!batch) return contents(bytes);
  const done = await excel.commit(batch);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return contents(savedBytes(excel));
}

async function cases(): Promise<readonly (readonly [string, Uint8Array, Made])[]> {
  const plain = seedBytes(MASTER);
  const round = (await mergeBytes(plain, (await sampleReturns()).slice(0, 2))).bytes;
  return [
    ["the first thing that is written", plain, normalized],
    ["a merge into a round", round, await merged()],
    ["a round that is over and the next one sent out", round, sentOut],
    ["a file that is received", round, await received()],
    ["an undo that leaves nothing to remember", round, undone],
    ["lights", plain, lit],
  ];
}

test("cut off at any action, a write can be finished or taken back", async () => {
  for (const [name, before, made] of await cases()) {
    const old = await contents(before);
    const whole = await written(before, made, null);
    const after = await contents(whole.bytes);
    expect(after).not.toEqual(old);
    const step = Math.max(1, Math.floor(whole.actions / 6));
    for (let cut = 0; cut < whole.actions; cut += step) {
      const broken = (await written(before, made, cut)).bytes;
      const master = await masterIn(bookOf(broken));
      const state = recoveryOf(master);
      const place = `${name}, cut at ${cut} of ${whole.actions}`;
      if (!state) {
        // Before the journal was whole nothing was touched; after it was gone, everything was done.
        const now = withoutJournal(await contents(broken));
        expect([place, [JSON.stringify(old), JSON.stringify(after)].includes(JSON.stringify(now))]).toEqual([place, true]);
        continue;
      }
      expect([place, await recovered(broken, "finish")]).toEqual([place, after]);
      if (state.canTakeBack) expect([place, await recovered(broken, "takeBack")]).toEqual([place, old]);
      else expect([place, state.open]).toEqual([place, []]);
    }
  }
});

/** Rows of a journal that was never finished say nothing; the sheet that was made for it may be there, and empty. */
function withoutJournal(sheets: readonly unknown[]): readonly unknown[] {
  return (sheets as readonly (readonly [string, readonly (readonly [number, number, unknown])[]])[])
    .map(([sheet, cells]) => [sheet, cells.filter(([row]) => !cells.some(([other, col, value]) => other === row && col === 0 && value === "写入中"))])
    .filter(([sheet, cells]) => sheet !== "_台账" || (cells ?? []).length > 0);
}

test("a cell that a person has changed meanwhile is neither finished nor taken back, and is named", async () => {
  const excel = bookOf(await halfWritten());
  const [change] = (await masterIn(excel)).interrupted?.changes ?? [];
  if (!change) throw new Error("nothing was being written");
  excel.type([{ at: change.at, value: "另有说法" }]);
  const master = await masterIn(excel);
  expect(recoveryOf(master)?.left).toEqual([change.at]);
  for (const way of ["finish", "takeBack"] as const) expect(planRecovery(master, way)?.changes.map(({ at }) => at)).not.toContainEqual(change.at);
});

test("until it is settled, nothing else is written", async () => {
  const master = await masterIn(bookOf(await halfWritten()));
  expect(planUndo(master, {})).toEqual({ ok: false, error: { from: "store", fault: { kind: "interrupted" } } });
});

test("finishing can be cut off too", async () => {
  const before = seedBytes(MASTER);
  const whole = await written(before, normalized, null);
  const after = await contents(whole.bytes);
  const broken = await halfWritten();
  const finish: Made = (master) => planRecovery(master, "finish");
  const { actions } = await written(broken, finish, null);
  expect(await contents((await written(broken, finish, null)).bytes)).toEqual(after);
  for (let cut = 0; cut < actions; cut += 6) {
    const again = (await written(broken, finish, cut)).bytes;
    expect([cut, await recovered(again, "finish")]).toEqual([cut, after]);
  }
});

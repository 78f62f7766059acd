/**
 * Everything that can go wrong on the way to Excel, at every trip: what is reported is what happened.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import type { CellRef, CellValue } from "../../src/core/grid/grid";
import { valueAt } from "../../src/core/grid/grid";
import type { Change } from "../../src/core/plan/change";
import type { Batch, ExcelFault, ExcelPort } from "../../src/excel/port";
import { EMPTY_BATCH } from "../../src/excel/port";
import { officeExcel } from "../../src/excel/officeExcel";
import { openInOffice } from "../officeHost/loadClient";
import type { OfficeHost, SyncFault } from "../officeHost/officeHost";
import { PROFILES } from "../officeHost/profile";
import { LEDGER, featureBook } from "../workbook/featureBook";
import { inspectFile as inspect } from "../../src/app/inspectFile";
import { PANE_LIMITS } from "../../src/files/limits";
import { readForm } from "../../src/files/readForm";
import { bookOf } from "../support/aWorkshop";
import { LAYER } from "./port.contract";

const at = (row: number, col: number, sheet = LEDGER): CellRef => ({ sheet, row, col });
const set = (row: number, col: number, from: CellValue, to: CellValue): Change => ({ kind: "setCell", at: at(row, col), from, to });

const CHANGES: readonly Change[] = [set(2, 1, "推动设备更新", "推动更新"), set(3, 4, 50, 60), set(10, 6, null, "新"), set(11, 6, null, "又一")];
const BATCH: Batch = {
  ...EMPTY_BATCH, changes: CHANGES, layers: [LAYER],
  sheets: [{ name: "_台账", visibility: "hidden", columns: [], cells: [{ row: 0, col: 0, value: "format: 1", look: "text" }], headerRows: 0 }],
};

function open(deadline?: number): { readonly host: OfficeHost; readonly excel: ExcelPort } {
  const host = openInOffice(featureBook(), PROFILES.ltsc2021);
  return { host, excel: officeExcel({ inspect, ...(deadline === undefined ? {} : { deadline }) }) };
}

/** Which of the changes stand in the workbook now, past the port. */
function standing(host: OfficeHost, changes: readonly Change[]): readonly CellRef[] {
  const id = host.book.find(LEDGER)?.id ?? "";
  return changes.filter(({ at: { row, col }, to }) => host.book.contents(id, row, col).value === to).map((change) => change.at);
}

function hasTraces(host: OfficeHost): boolean {
  return host.book.find("_台账") !== undefined || host.book.draft.book.names().some(({ name }) => name.startsWith("台账_"));
}

/** How many trips the batch takes where nothing goes wrong. */
async function tripsOf(batch: Batch): Promise<number> {
  const { host, excel } = open();
  const done = await excel.commit(batch);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return host.syncs.length;
}

test("changes, a layer and a sheet of ours take two trips: one to look, one to write", async () => {
  expect(await tripsOf(BATCH)).toBe(2);
});

describe("a trip that fails", () => {
  const faults: readonly (readonly [string, SyncFault])[] = [
    ["is refused", { kind: "refuse", code: "GeneralException" }],
    ["fails at its first action", { kind: "cut", before: 0, code: "GeneralException" }],
    ["fails in its first third", { kind: "cut", before: 12, code: "GeneralException" }],
    ["fails at its last action", { kind: "cut", before: -1, code: "GeneralException" }],
    ["is carried out and answered with an error", { kind: "lose", code: "GeneralException" }],
  ];
  const cases = faults.flatMap(([name, fault]) => [1, 2].map((n) => [n, name, fault] as const));

  test.each(cases)("number %i %s: nothing is half written, or what was written is said", async (n, _, fault) => {
    const { host, excel } = open();
    host.failAt(n, fault);
    const done = await excel.commit(BATCH);
    const written = standing(host, CHANGES);
    if (n === 1) {
      expect(done.ok ? host.syncs.length : done.error).toEqual(done.ok ? 3 : { kind: "host", code: "GeneralException" });
      return;
    }
    if (done.ok) throw new Error("a batch that failed was called written");
    if (done.error.kind === "partial") expect(done.error.written).toEqual(written);
    else {
      expect(done.error).toEqual({ kind: "host", code: "GeneralException" });
      expect([written, hasTraces(host)]).toEqual([[], false]);
    }
  });

  test("and cannot be looked into leaves the worst to be told", async () => {
    const { host, excel } = open();
    host.failAt(2, { kind: "cut", before: -1, code: "GeneralException" });
    host.failAt(3, { kind: "refuse", code: "RequestAborted" });
    const done = await excel.commit(BATCH);
    expect(done).toEqual({ ok: false, error: { kind: "partial", written: CHANGES.map((change) => change.at), code: "GeneralException, unverified" } });
  });

  test("leaves our ears open", async () => {
    const { host, excel } = open();
    const heard: string[] = [];
    excel.onEdit((sheet) => heard.push(sheet));
    await host.idle();
    host.failAt(2, { kind: "cut", before: 20, code: "GeneralException" });
    await excel.commit(BATCH);
    host.person.type(at(9, 9), "改");
    await host.idle();
    expect(heard).toEqual([LEDGER]);
  });

  test.each([1, 2])("number %i never comes back: the deadline ends the wait", async (n) => {
    const { host, excel } = open(40);
    host.failAt(n, { kind: "hang" });
    const done = await excel.commit(BATCH);
    expect(done.ok ? null : done.error.kind === "host" || done.error.kind === "partial" ? done.error.code : done.error.kind).toMatch(/^timeout/u);
    expect(standing(host, CHANGES)).toEqual([]);
  });

  test("of a batch in several trips leaves the earlier ones, and says which", async () => {
    const rows = Array.from({ length: 400 }, (_, i) => set(100 + i, 6, null, `${"进展情况".repeat(500)}${i}`));
    const batch: Batch = { ...EMPTY_BATCH, changes: rows };
    const trips = await tripsOf(batch);
    expect(trips).toBeGreaterThanOrEqual(4);
    for (let n = 2; n <= trips; n++) {
      const { host, excel } = open();
      host.failAt(n, { kind: "cut", before: 9, code: "GeneralException" });
      const done = await excel.commit(batch);
      const written = standing(host, rows);
      if (n === 2 && written.length === 0) expect(done).toEqual({ ok: false, error: { kind: "host", code: "GeneralException" } });
      else expect(done).toEqual({ ok: false, error: { kind: "partial", written, code: "GeneralException" } });
    }
  }, 60_000);
});

describe("what happens meanwhile", () => {
  const cases: readonly (readonly [string, (host: OfficeHost) => void, ExcelFault])[] = [
    ["a cell was edited since the preview", (host) => host.person.type(at(3, 4), 55), { kind: "changedSince", cells: [at(3, 4)] }],
    ["a cell that was to be filled is not empty any more", (host) => host.person.type(at(10, 6), "别人填的"), { kind: "changedSince", cells: [at(10, 6)] }],
    ["the sheet was renamed", (host) => host.person.rename(LEDGER, "台账（旧）"), { kind: "sheetMissing", sheet: LEDGER }],
    ["the sheet was deleted", (host) => host.person.removeSheet(LEDGER), { kind: "sheetMissing", sheet: LEDGER }],
    ["the sheet was protected", (host) => host.person.protect(LEDGER), { kind: "protected", sheet: LEDGER }],
    ["somebody is typing into a cell", (host) => host.person.startEditing(), { kind: "editing" }],
    ["cells were merged over one that changes", (host) => host.person.merge(LEDGER, { top: 9, left: 6, bottom: 10, right: 6 }), { kind: "unsupported", what: "insideSpan" }],
  ];

  test.each(cases)("%s: refused before the first write", async (_, happens, fault) => {
    const { host, excel } = open();
    await excel.read([LEDGER]);
    happens(host);
    const before = host.save();
    expect(await excel.commit(BATCH)).toEqual({ ok: false, error: fault });
    host.person.stopEditing();
    expect(host.save()).toEqual(before);
  });

  test.each([
    ["the sheet is renamed", (host: OfficeHost) => host.person.rename(LEDGER, "台账（旧）"), null],
    ["the sheet is deleted", (host: OfficeHost) => host.person.removeSheet(LEDGER), { kind: "sheetMissing", sheet: LEDGER }],
    ["the sheet is protected", (host: OfficeHost) => host.person.protect(LEDGER), { kind: "protected", sheet: LEDGER }],
    ["somebody begins to type", (host: OfficeHost) => host.person.startEditing(), { kind: "editing" }],
  ] as const)("between looking and writing %s", async (_, happens, fault) => {
    const { host, excel } = open();
    host.before(2, () => happens(host));
    const done = await excel.commit(BATCH);
    expect(done.ok ? null : done.error).toEqual(fault);
  });

  test("a renamed sheet is written under its new name: the place is the sheet, not its name", async () => {
    const { host, excel } = open();
    host.before(2, () => host.person.rename(LEDGER, "台账（旧）"));
    expect((await excel.commit({ ...BATCH, layers: [] })).ok).toBe(true);
    const grid = await excel.read(["台账（旧）"]);
    expect(grid.ok && grid.value[0] && valueAt(grid.value[0], 3, 4)).toBe(60);
  });
});

test("an Excel below the floor is told, and not asked", async () => {
  const host = openInOffice(featureBook(), { ...PROFILES.floor, excelApi: 7 });
  expect(await officeExcel().read([LEDGER])).toEqual({ ok: false, error: { kind: "unsupported", what: "ExcelApi 1.9" } });
  expect(host.syncs).toEqual([]);
});

test("a bug of ours is thrown, not told as a fault of Excel's", async () => {
  const { host, excel } = open();
  host.before(1, () => {
    throw new TypeError("ours");
  });
  await expect(excel.read([LEDGER])).rejects.toThrow("ours");
});

test.each(["freezeRows", "setPrintArea"])("what Excel refuses of looks alone does not make a batch fail: %s", async (name) => {
  const { host, excel } = open();
  const targets = { name: "目标清单", visibility: "visible", columns: [], cells: [{ row: 0, col: 0, value: "指标", look: "header" }], headerRows: 1 } as const;
  const execute = host.execute.bind(host);
  host.execute = (message, flags) => {
    const at = message.Body.Actions.findIndex((action) => action.Name.toLowerCase() === name.toLowerCase());
    if (at >= 0) host.failAt(1, { kind: "cut", before: at, code: "GeneralException" });
    return execute(message, flags);
  };
  expect(await excel.commit({ ...BATCH, sheets: [...BATCH.sheets, targets] })).toEqual({ ok: true, value: { written: CHANGES.length, staleFormulas: 0 } });
  expect(standing(host, CHANGES)).toEqual(CHANGES.map((change) => change.at));
});

test("the workbook's own file is handed out, and tells how sheets look and print; without it a check goes on", async () => {
  const host = openInOffice(featureBook(), PROFILES.ltsc2021);
  const formIn = (bytes: Uint8Array | null | undefined) => bytes && readForm(bytes, [LEDGER], { limits: PANE_LIMITS });
  const form = formIn(await officeExcel().looks?.());
  expect(form?.sheets).toHaveLength(1);
  expect(form).toEqual(formIn(await bookOf(host.save()).looks?.()));
  expect(await officeExcel().file()).toEqual({ ok: true, value: host.save() });
  const refusing: typeof Office.context.document.getFileAsync = (_type: unknown, ...rest: unknown[]) => {
    const done = rest.at(-1) as (result: { readonly status: unknown }) => void;
    done({ status: Office.AsyncResultStatus.Failed });
  };
  Office.context.document.getFileAsync = refusing;
  expect(await officeExcel().looks?.()).toBeNull();
  expect(await officeExcel().file()).toEqual({ ok: false, error: { kind: "unsupported", what: "file" } });
});

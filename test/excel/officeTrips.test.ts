/**
 * How often the way to Excel is gone: each trip is a round over the network on the web, and a flicker on the desk.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { localEngine } from "../../src/app/engine";
import { Session } from "../../src/app/session";
import { valueAt } from "../../src/core/grid/grid";
import { officeExcel } from "../../src/excel/officeExcel";
import { isOwnRule } from "../../src/excel/ownRule";
import { EMPTY_BATCH } from "../../src/excel/port";
import { openInOffice } from "../officeHost/loadClient";
import type { OfficeHost } from "../officeHost/officeHost";
import { PROFILES } from "../officeHost/profile";
import { ruleFormula, rulesIn } from "../officeHost/rules";
import { WHOLE } from "../officeHost/rangeRef";
import { bookOf, worksheet } from "../workbook/books";
import { LEDGER, featureBook } from "../workbook/featureBook";
import { inspectFile as inspect } from "../../src/app/inspectFile";
import { LAYER } from "./port.contract";

const REAL = readFileSync(path.resolve(__dirname, "../../seeds/工作台账.xlsx"));

/** Runs a step and tells how many trips it took. */
async function trips(host: OfficeHost, step: () => Promise<unknown>): Promise<number> {
  await host.idle();
  const before = host.syncs.length;
  await step();
  await host.idle();
  return host.syncs.length - before;
}

function ownRules(host: OfficeHost): number {
  const id = host.book.find("工作台账")?.id ?? "";
  return rulesIn(host.book.sheet(id).part.root, [WHOLE]).filter((rule) => isOwnRule(ruleFormula(rule))).length;
}

test("checking the real ledger and putting its lights takes at most six trips; three more times leave as many rules", async () => {
  const host = openInOffice(REAL, PROFILES.ltsc2021);
  const session = new Session(officeExcel({ inspect }), localEngine, { today: () => "2026-11-23", calculates: true });
  await host.idle();
  const check = await trips(host, async () => {
    await session.open();
    await session.check();
  });
  const light = await trips(host, async () => {
    await session.light();
    await session.previewLights();
    await session.confirm();
  });
  expect(session.snapshot().notice).toMatchObject({ kind: "written" });
  expect([check, light]).toEqual([2, 4]);
  expect(ownRules(host)).toBe(8);
  const first = session.snapshot().lights?.counts;
  for (let again = 0; again < 3; again++) {
    await session.light();
    await session.previewLights();
    expect(await trips(host, () => session.confirm())).toBeLessThanOrEqual(4);
    expect(ownRules(host)).toBe(8);
  }
  expect(session.snapshot().lights?.counts).toEqual(first);
  session.close();
}, 120_000);

test("what the formulas of our columns come to in Excel is what the core said", async () => {
  openInOffice(REAL, PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  const session = new Session(excel, localEngine, { today: () => "2026-11-23", calculates: true });
  await session.open();
  await session.light();
  await session.previewLights();
  const layer = session.snapshot().preview?.batch.layers[0];
  await session.confirm();
  const read = await excel.read(["工作台账"]);
  const grid = read.ok ? read.value[0] : undefined;
  const formulas = layer?.cells.filter(({ value }) => typeof value === "object" && value !== null) ?? [];
  expect(formulas.length).toBeGreaterThan(100);
  const wrong = formulas.filter(({ row, col, value }) => {
    const cached = typeof value === "object" && value !== null ? value.cached : null;
    return grid === undefined || (valueAt(grid, row, col) ?? "") !== (cached ?? "");
  });
  expect(wrong).toEqual([]);
  session.close();
}, 60_000);

test("a sheet without days, hidden lines or colours takes one trip to read, and none that costs the person's undo where Excel can undo", async () => {
  const plain = bookOf({ sheets: { 表: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>') } });
  const host = openInOffice(plain, PROFILES.microsoft365);
  const excel = officeExcel({ inspect });
  expect(await trips(host, () => excel.read(["表"]))).toBe(1);
  expect(host.syncs.filter(({ costsUndo }) => costsUndo)).toEqual([]);
});

test("merged cells are asked for once, and again only when they may have changed: the question costs the person's undo on older Excels", async () => {
  const host = openInOffice(featureBook(), PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  excel.onEdit(() => undefined);
  await host.idle();
  const costs = async (): Promise<number> => {
    const before = host.syncs.length;
    await excel.read([LEDGER]);
    return host.syncs.slice(before).filter(({ costsUndo }) => costsUndo).length;
  };
  // The first time, days are found too and the date system is asked for.
  expect(await costs()).toBe(2);
  expect(await costs()).toBe(0);
  host.person.type({ sheet: LEDGER, row: 3, col: 4 }, 51);
  await host.idle();
  expect(await costs()).toBe(0);
  host.person.merge(LEDGER, { top: 9, left: 0, bottom: 10, right: 0 });
  await host.idle();
  expect(await costs()).toBe(1);
});

test("where nobody tells of edits, merged cells are asked for every time", async () => {
  const host = openInOffice(featureBook(), PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  for (let again = 0; again < 2; again++) {
    host.person.merge(LEDGER, { top: 2 + 2 * again, left: 6, bottom: 3 + 2 * again, right: 6 });
    const read = await excel.read([LEDGER]);
    expect(read.ok && read.value[0]?.spans.length).toBe(2 + again);
  }
});

test("no object is left kept in Excel", async () => {
  const host = openInOffice(featureBook(), PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  await excel.read([LEDGER]);
  await excel.commit({ ...EMPTY_BATCH, layers: [LAYER] });
  await excel.show({ sheet: LEDGER, row: 2, col: 1 });
  expect(host.keptObjects).toBe(0);
  expect(host.book.selection?.area).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
});

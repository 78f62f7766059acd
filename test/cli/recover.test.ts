/**
 * A workbook that was cut off in the middle of a write, taken up on the command line.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { readFileSync, writeFileSync } from "node:fs";
import { inspectFile as inspect } from "../../src/app/inspectFile";
import { openMaster } from "../../src/app/master";
import { planMerge } from "../../src/app/merge";
import { recoveryOf } from "../../src/app/recovery";
import { officeExcel } from "../../src/excel/officeExcel";
import { openInOffice } from "../officeHost/loadClient";
import { PROFILES } from "../officeHost/profile";
import { bookOf, masterIn, mergeBytes, sampleReturns, seedBytes, visibleSheets } from "../support/aWorkshop";
import { taizhang, testFolder } from "../support/taizhang";

const MASTER = "样例轮次/总台账.xlsx";
const out = testFolder();

/** The master as it stands when the write of a merge was cut off half way: some cells are written, some are not. */
async function cutHalfWay(): Promise<Uint8Array> {
  for (let cut = 20; cut < 2000; cut += 10) {
    const bytes = await cutOff(cut);
    const state = recoveryOf(await masterIn(bookOf(bytes)));
    if (state && state.written.length > 0 && state.open.length > 0) return bytes;
  }
  throw new Error("never half way");
}

async function cutOff(actions: number): Promise<Uint8Array> {
  const host = openInOffice(seedBytes(MASTER), PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  const master = await openMaster(excel);
  const returns = (await sampleReturns()).slice(0, 3);
  const plan = master.ok ? planMerge(master.value, { returns, decisions: [], policies: new Map(), today: "2026-11-23" }) : null;
  if (!plan?.ok || !plan.value.batch) throw new Error("nothing to write");
  host.failAt(2, { kind: "cut", before: actions, code: "GeneralException" });
  await excel.commit(plan.value.batch);
  return host.save();
}

test("what was cut off is finished or taken back, and nothing else is done before", async () => {
  const bytes = await cutHalfWay();
  writeFileSync(out("断.xlsx"), bytes);
  const blocked = taizhang("merge", out("断.xlsx"), "-o", out("x.xlsx"));
  expect(blocked).toMatchObject({ exit: 2 });
  expect(blocked.said).toContain("没有写完");
  const finished = taizhang("recover", out("断.xlsx"), "-o", out("完.xlsx"), "--finish");
  expect(finished).toMatchObject({ exit: 0, json: { interrupted: true, way: "finish", left: [] } });
  const whole = await mergeBytes(seedBytes(MASTER), (await sampleReturns()).slice(0, 3));
  expect(await visibleSheets(readFileSync(out("完.xlsx")))).toEqual(await visibleSheets(whole.bytes));
  expect(taizhang("recover", out("断.xlsx"), "-o", out("回.xlsx"), "--back")).toMatchObject({ exit: 0, json: { way: "back" } });
  expect(await visibleSheets(readFileSync(out("回.xlsx")))).toEqual(await visibleSheets(seedBytes(MASTER)));
});

test("a whole workbook needs nothing; a way must be named, and one alone", () => {
  expect(taizhang("recover", `seeds/${MASTER}`, "-o", out("x.xlsx"), "--finish")).toMatchObject({ exit: 0, json: { interrupted: false } });
  expect(taizhang("recover", `seeds/${MASTER}`, "-o", out("x.xlsx")).exit).toBe(2);
  expect(taizhang("recover", `seeds/${MASTER}`, "-o", out("x.xlsx"), "--finish", "--back").exit).toBe(2);
});

import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FILE_FORMAT, readStoreFile, storeFile } from "../../src/cli/storeFile";
import { recordGrid } from "../../src/core/store/journal";
import { EMPTY_STORE, type Store, STORE_WARNING } from "../../src/core/store/store";
import { readStore, storeRows } from "../../src/core/store/storeRows";
import { withSubmissions } from "../../src/core/round/round";
import { aBase, aRound, aSubmission } from "../support/aRound";

function bytesOf(store: Store): Uint8Array {
  return Buffer.concat([...storeFile(store)]);
}

const said = fc.oneof(fc.constantFrom("已完成", "行一\n行二", " 前后有空 ", "12", "", "Sheet1!A1"), fc.integer(), fc.boolean(), fc.constant(null));
const cells = fc.dictionary(fc.constantFrom("1.progress", "1.status", "2.progress", "9.note", "1.备注二"), said, { maxKeys: 4 });
const places = fc.constantFrom("", "Sheet1!A", "'10 月'!AB", "表!XFD", "没有列号");
const submissions = fc.array(fc.tuple(fc.constantFrom("市甲局", "市乙局"), cells, places, fc.integer({ min: 0, max: 30 })), { maxLength: 5 });
const stores = submissions.map((own): Store => {
  const all = own.map(([unit, values, left, row]) => {
    const plain = aSubmission(unit, values);
    return { ...plain, entries: plain.entries.map((entry, index) => ({ ...entry, ...(row % 3 === 0 ? { words: { measure: "万元", period: "month" as const } } : row % 3 === 1 ? { words: { period: "total" as const } } : {}), at: left === "" ? "" : `${left}${row + (index >> 1)}` })) };
  });
  return { ...EMPTY_STORE, round: withSubmissions(aRound({ base: aBase({ "1": { progress: "已完成", status: 12 }, "2": {} }) }), all) };
});

test("a store comes back from its file as it comes back from its sheet", () => {
  fc.assert(fc.property(stores, (store) => expect(readStoreFile(bytesOf(store))).toEqual(readStore(recordGrid(storeRows(store))))), { numRuns: 200 });
});

test("what is the base's to the letter is not written again, any other spelling is", () => {
  const base = aBase({ "1": { progress: "已举办三场促销活动，带动消费二亿元。" } });
  const [same, other] = ["已举办三场促销活动，带动消费二亿元。", " 已举办三场促销活动,带动消费二亿元。"];
  const storeOf = (text: string): Store => ({ ...EMPTY_STORE, round: withSubmissions(aRound({ base }), [aSubmission("市甲局", { "1.progress": text })]) });
  for (const text of [same, other]) {
    const read = readStoreFile(bytesOf(storeOf(text)));
    expect(read.ok && read.value.round?.submissions[0]?.entries[0]?.value).toBe(text);
  }
  expect(bytesOf(storeOf(same)).length).toBeLessThan(bytesOf(storeOf(other)).length);
});

test("the first line warns, the second names the format; the same store gives the same bytes", () => {
  const store: Store = { ...EMPTY_STORE, round: withSubmissions(aRound(), [aSubmission("市甲局", { "1.progress": "文" })]) };
  const bytes = bytesOf(store);
  expect(Buffer.from(bytes).toString("utf8").split("\n").slice(0, 2)).toEqual([JSON.stringify([STORE_WARNING]), JSON.stringify(["存储文件", FILE_FORMAT])]);
  expect(bytesOf(store)).toEqual(bytes);
});

test("a store that many blocks hold comes back whole", () => {
  const texts = Array.from({ length: 40 }, (_, at) => `${at}。`.padEnd(60_000, "进展顺利，"));
  const store: Store = { ...EMPTY_STORE, round: withSubmissions(aRound(), texts.map((text, at) => aSubmission(`市${at}局`, { "1.progress": text }))) };
  expect(readStoreFile(bytesOf(store))).toEqual({ ok: true, value: store });
});

test("a file of format 1 is read, a newer one is only told of, others are not ours", () => {
  const old = readStoreFile(readFileSync(path.join(__dirname, "fixtures", "存储文件-格式1.store")));
  expect(old.ok && old.value.round?.submissions.map(({ file, entries }) => [file, entries.length])).toEqual([["01_市发展改革委.xlsx", 88], ["02_市工业和信息化局.xlsx", 86], ["03_市生态环境局.xlsx", 54]]);
  const text = (own: string): Uint8Array => new TextEncoder().encode(own);
  expect(readStoreFile(text(`["${STORE_WARNING}"]\n["存储文件",3]\n？？？`))).toEqual({ ok: false, error: { kind: "newerStore", format: 3 } });
  expect(readStoreFile(text("序号,任务\n1,甲\n"))).toEqual({ ok: false, error: { kind: "notOurs" } });
  expect(readStoreFile(text(`["${STORE_WARNING}"]\n{"一":2}\n`))).toEqual({ ok: false, error: { kind: "notOurs" } });
  const cut = bytesOf({ ...EMPTY_STORE, round: withSubmissions(aRound(), [aSubmission("市甲局", { "1.progress": "文" })]) });
  for (const length of [cut.length - 1, cut.length - 40]) expect(readStoreFile(cut.subarray(0, length))).toEqual({ ok: false, error: { kind: "notOurs" } });
});

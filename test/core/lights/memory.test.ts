import fc from "fast-check";
import { factsOf } from "../../../src/core/lights/facts";
import { firstDueOf, type LitMemory, memoryName, placeMemories, postponementOf, withOldDue } from "../../../src/core/lights/memory";
import { parseLedger } from "../../../src/core/parse/parseLedger";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { type Deadline, NO_DEADLINE } from "../../../src/core/targets/deadline";
import { aGrid } from "../../support/aGrid";

const on = (date: string, text = date): Deadline => ({ ...NO_DEADLINE, kind: "date", date, text });
const lane = (deadline: Deadline) => ({ deadline });

function ledgerOf(rows: readonly (readonly [serial: number | null, task: string])[]): Ledger {
  const parsed = parseLedger(aGrid([["序号", "重点任务", "工作内容", "牵头单位"], ...rows.map(([serial, task]) => [serial, task, `${task}的内容。`, "市发改委"])]));
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}

const memory = (key: string, name: string, date = "2025-12-31"): LitMemory => ({ key, name, due: { date, words: "到 2025 年" }, marks: null });

test.each<[string, ReturnType<typeof firstDueOf>, ReturnType<typeof firstDueOf>, string | null]>([
  // what happened, before, now, the later day
  ["the same", { date: "2025-12-31", words: "到2025年" }, { date: "2025-12-31", words: "2025年底" }, "stands"],
  ["nearer", { date: "2025-12-31", words: "2025年底" }, { date: "2025-06-30", words: "6月底" }, "stands"],
  ["later", { date: "2025-12-31", words: "2025年底" }, { date: "2026-12-31", words: "2026年底" }, "2026-12-31"],
  ["a day later", { date: "2025-12-30", words: "2025-12-30" }, { date: "2025-12-31", words: "2025-12-31" }, "2025-12-31"],
  ["taken away", { date: "2025-12-31", words: "2025年底" }, null, null],
  ["the same words in another year's document", { date: "2025-12-31", words: "年底前" }, { date: "2026-12-31", words: "年底 前" }, "stands"],
  ["none before", null, { date: "2026-12-31", words: "2026年底" }, "stands"],
])("%s", (_, before, now, later) => {
  const found = postponementOf(before, now);
  expect(found === null ? "stands" : found.to).toBe(later);
});

test("the earliest fixed day is remembered, in its later reading; what comes round again is never over", () => {
  expect(firstDueOf([lane(on("2026-06-30")), lane(on("2025-12-31"))])?.date).toBe("2025-12-31");
  expect(firstDueOf([lane({ ...on("2026-05-31"), alternative: "2026-06-30" })])?.date).toBe("2026-06-30");
  expect(firstDueOf([lane({ ...NO_DEADLINE, kind: "annual", recurrence: { every: "year", month: 12, day: 31 } }), lane(NO_DEADLINE)])).toBeNull();
});

test("the old date is back where the new one stands; other dates and corrections by hand keep theirs", () => {
  const target = (deadline: Deadline, from: "clause" | null) => ({
    clause: "甲", start: 0, indicator: "甲", operator: null, value: null, scale: null, unit: null, baselineYear: null, qualitative: true, deadline, from,
  });
  const facts = factsOf([target(on("2026-12-31"), "clause"), target(on("2027-12-31"), "clause"), target(on("2026-12-31"), null)], null, { targetValue: null, targetPercent: false, valuePercent: false });
  const { lanes } = withOldDue(facts, { from: { date: "2025-12-31", words: "到 2025 年" }, to: "2026-12-31" });
  expect(lanes.map(({ deadline, postponedTo }) => [deadline.date, postponedTo])).toEqual([["2025-12-31", "2026-12-31"], ["2027-12-31", undefined], ["2026-12-31", undefined]]);
  const gone = withOldDue(factsOf([target(NO_DEADLINE, null)], null, { targetValue: null, targetPercent: false, valuePercent: false }), { from: { date: "2025-12-31", words: "到 2025 年" }, to: null });
  expect(gone.lanes.map(({ deadline, postponedTo }) => [deadline.date, postponedTo])).toEqual([["2025-12-31", "9999-12-31"]]);
});

test("a memory finds its row after rows moved, were renumbered or renamed, and nobody's where two fit", () => {
  const ledger = ledgerOf([[1, "培育绿色工厂"], [2, "推广新能源车"], [3, "更新公交"]]);
  const places = (moved: Ledger, memories: readonly LitMemory[]) => [...placeMemories(moved, memories).byRow].map(([gridRow, { name }]) => [gridRow, name]);
  const all = ledger.rows.map((row) => memory(row.key ?? "", memoryName(ledger, row)));
  expect(places(ledgerOf([[1, "更新公交"], [2, "培育绿色工厂"], [3, "推广新能源车"]]), all)).toEqual(expect.arrayContaining([[1, "更新公交"], [2, "培育绿色工厂"], [3, "推广新能源车"]]));
  expect(places(ledgerOf([[1, "培育绿色工厂和园区"], [2, "推广新能源车"], [3, "更新公交"]]), all)).toContainEqual([1, "培育绿色工厂"]);
  const other = placeMemories(ledgerOf([[1, "防汛备汛"], [2, "推广新能源车"], [3, "更新公交"]]), all);
  expect(other.rest.map(({ name }) => name)).toEqual(["培育绿色工厂"]);
  expect(placeMemories(ledgerOf([[8, "同名"], [9, "同名"]]), [memory("1", "同名")]).rest).toHaveLength(1);
});

test("no memory stands twice, none is lost, whatever order they come in", () => {
  const names = fc.constantFrom("甲项目", "乙项目", "丙项目", "甲项目二期", "");
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), names), { maxLength: 6 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), names), { maxLength: 6 }), (rows, known) => {
    const memories = known.map(([key, name]) => memory(String(key), name));
    const { byRow, rest } = placeMemories(ledgerOf(rows.map(([serial, task]) => [serial, task || "丁"])), memories);
    expect(byRow.size + rest.length).toBe(memories.length);
    expect(new Set([...byRow.values(), ...rest]).size).toBe(memories.length);
  }), { numRuns: 100 });
});

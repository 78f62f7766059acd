import fc from "fast-check";
import { contentName } from "../../../src/core/round/contentName";
import { digest } from "../../../src/core/round/digest";
import type { Entry } from "../../../src/core/round/round";

const texts = fc.oneof(fc.string({ maxLength: 12, unit: "binary" }), fc.constantFrom('说"是"', "一\\二", "行一\n行二", "\ud800", "\u0000"));
const words = fc.constantFrom({ measure: "万元" }, { measure: "家", period: "month" as const });
const items = fc.array(fc.record({ row: fc.constantFrom("1", "10", "2#2", "goal-1"), column: fc.constantFrom("status", "备注\"二\""), value: fc.oneof(texts, fc.double(), fc.boolean(), fc.constant(null)), at: texts, words }, { requiredKeys: ["row", "column", "value", "at"] }), { maxLength: 6 });

/** As stores written before have it: the names in them must go on meaning the same contents. */
function nameOfWhole(unit: string, rows: readonly string[], entries: readonly Entry[], proposals: readonly Entry[]): string {
  const lines = (own: readonly Entry[]): readonly string[] => own.map(({ row, column, value, words }) => JSON.stringify([row, column, value, ...(words ? [words] : [])])).sort();
  return digest(JSON.stringify([unit, [...rows].sort(), lines(entries), lines(proposals)]));
}

test("a submission is named as if its whole text had been made", () => {
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), items, items, (unit, rows, entries, proposals) => {
      expect(contentName(unit, rows, entries, proposals)).toBe(nameOfWhole(unit, rows, entries, proposals));
    }),
    { numRuns: 300 },
  );
});

test("places and the order of rows are no part of the name", () => {
  const one: Entry = { row: "1", column: "status", value: "已完成", at: "Sheet1!H2" };
  const other: Entry = { row: "2", column: "status", value: "进行中", at: "Sheet1!H3" };
  expect(contentName("市商务局", ["1", "2"], [one, other], [])).toBe(contentName("市商务局", ["2", "1"], [{ ...other, at: "表!A1" }, one], []));
});

import fc from "fast-check";
import { openPast, pastRound } from "../../../src/core/store/archive";
import { pastLine, takePast } from "../../../src/core/store/pastLine";
import { EMPTY_STORE } from "../../../src/core/store/store";
import { readStore, storeRows } from "../../../src/core/store/storeRows";
import { aGrid } from "../../support/aGrid";
import { aBase, aRound, aSubmission } from "../../support/aRound";

const dispatch = { name: "2026年10月", due: "2026-10-31", sent: "2026-10-08", parent: "p", forms: [{ unit: "市甲局", file: "市甲局.xlsx", rows: ["1"] }] };
const round = aRound({
  base: aBase({ "1": { progress: "原文" }, "2": {} }),
  submissions: [aSubmission("市甲局", { "1.progress": "甲\n文", "1.reportedValue": 3 }), aSubmission("市乙局", { "2.progress": "乙文" }, { supersedes: ["x"] })],
  decisions: [{ row: "1", column: "status", take: "master", seen: ["已完成"] }],
  edits: [{ row: "2", column: "note", over: null, value: "手记", seen: [] }],
  policies: new Map([["reportedValue", "sum"]]),
  marks: [{ unit: "市丙局", kind: "phone", date: "2026-10-20", reason: "来电" }],
  dispatch,
});

test("a round that is over comes back whole, through the store's sheet", () => {
  const past = pastRound(round, "2026-11-08");
  if (!past) throw new Error("nothing was kept");
  const rows = storeRows({ ...EMPTY_STORE, past: [past] });
  const read = readStore(aGrid(rows.map((line) => [...line])));
  expect(read.ok && read.value.past).toEqual([past]);
  expect(past).toMatchObject({ name: "2026年10月", due: "2026-10-31", ended: "2026-11-08" });
  expect(openPast(past)).toEqual(round);
});

test("of a round in which nothing was said nothing is kept", () => {
  expect(pastRound(aRound({ dispatch }), "2026-11-08")).toBeNull();
});

test("a damaged row is told, not half read", () => {
  expect(openPast({ name: "", due: "", ended: "", packed: "[[\"轮次\"" })).toBeNull();
});

test("no cell is longer than Excel takes, begins or ends with a blank, or parts a character", () => {
  const unit = fc.constantFrom("字", "𠮷", "a", " a", "\\n");
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 3000 }), (units, times) => {
      const packed = JSON.stringify([units.join("").repeat(times)]);
      const past = { name: "一", due: "", ended: "", packed };
      const line = pastLine(past);
      const pieces = line.slice(3).map(String);
      expect(takePast(line)).toEqual(past);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(32_767);
        expect(piece).not.toMatch(/^\s|\s$|^[\udc00-\udfff]/);
      }
    }),
    { numRuns: 100 },
  );
});

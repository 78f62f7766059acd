import { replacing } from "../../../src/core/round/supersede";
import type { Submission } from "../../../src/core/round/round";

const aFile = (id: string, unit: string, supersedes: readonly string[] = []): Submission => ({ id, file: `${id}.xlsx`, unit, unitFrom: "cell", received: "2026-11-23", run: "r1", supersedes, rows: [], entries: [], proposals: [] });
const replaced = (submissions: readonly Submission[], ...files: readonly string[]) => Object.fromEntries(replacing(submissions, new Set(files), (unit) => unit).map(({ id, supersedes }) => [id, supersedes]));

const THREE = [aFile("a", "甲"), aFile("b", "甲"), aFile("c", "乙")];

test("nobody said so: nothing changes", () => {
  expect(replacing(THREE, new Set(), (unit) => unit)).toBe(THREE);
});

test("the file replaces its unit's others and nobody else's", () => {
  expect(replaced(THREE, "b.xlsx")).toEqual({ a: [], b: ["a"], c: [] });
});

test("said anew, the other way round: the two never replace each other", () => {
  expect(replaced([aFile("a", "甲"), aFile("b", "甲", ["a"])], "a.xlsx")).toEqual({ a: ["b"], b: [] });
});

test("two that both count replace the third", () => {
  expect(replaced([...THREE, aFile("d", "甲")], "a.xlsx", "b.xlsx")).toEqual({ a: ["d"], b: ["d"], c: [], d: [] });
});

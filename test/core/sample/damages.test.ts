import fc from "fast-check";
import { DAMAGES } from "../../../src/core/sample/damages/index";
import { damaged, mergedForm, SOUND, wrongsOf } from "../../support/damaged";

const sound = mergedForm(SOUND);

test("there are at least 48 kinds, each by its own name and title", () => {
  expect(DAMAGES.length).toBeGreaterThanOrEqual(48);
  expect(new Set(DAMAGES.map(({ kind }) => kind)).size).toBe(DAMAGES.length);
  expect(new Set(DAMAGES.map(({ title }) => title)).size).toBe(DAMAGES.length);
});

test.each(DAMAGES.map((damage) => [damage.title, damage] as const))("%s", (_title, damage) => {
  const table = damaged([damage]);
  if (!table) throw new Error("it could not happen to the form");
  const found = mergedForm(table);
  expect(wrongsOf([damage], sound, found)).toEqual([]);
  if (damage.flag) expect(found.flags.map(({ kind }) => kind)).toContain(damage.flag);
  if (damage.expect === "proposed") expect(found.proposals.length).toBeGreaterThan(0);
});

/** Damages that leave nothing to tell a row or the unit by, or that truly make a file contradict itself. */
const TOGETHER_BEYOND_TELLING: readonly (readonly string[])[] = [
  ["contentDeleted", "taskDeleted"], ["contentDeleted", "serialDeleted"], ["contentCleared", "serialDeleted"], ["contentCleared", "taskDeleted"],
  ["unitInFileName", "copyOfFile"], ["unitInFileName", "foreignFileName"],
  ["repeatedRow", "statusUnknown"],
];
const HUNTS = Number(process.env["HUNTS"] ?? 250);

test("two to four at a time: no wrong cell, no false conflict, nothing lost", () => {
  const several = fc.uniqueArray(fc.nat(DAMAGES.length - 1), { minLength: 2, maxLength: 4 }).map((places) => [...places].sort((left, right) => left - right).flatMap((at) => DAMAGES[at] ?? []));
  fc.assert(
    fc.property(several, (damages) => {
      const kinds = damages.map(({ kind }) => kind);
      fc.pre(!TOGETHER_BEYOND_TELLING.some((some) => some.every((kind) => kinds.includes(kind))));
      const table = damaged(damages);
      if (!table) return fc.pre(false);
      expect([kinds, wrongsOf(damages, sound, mergedForm(table))]).toEqual([kinds, []]);
    }),
    { numRuns: HUNTS },
  );
});

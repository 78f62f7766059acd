import fc from "fast-check";
import { dayNumber, dayOf, isoDay, parseIsoDay } from "../../../src/core/grid/day";
import { type Due, duesOf, firstDay, timeOf } from "../../../src/core/lights/due";
import { type Deadline, NO_DEADLINE, type Recurrence } from "../../../src/core/targets/deadline";

const day = (iso: string): number => {
  const parsed = parseIsoDay(iso);
  if (!parsed) throw new Error(iso);
  return dayNumber(parsed);
};

test.each<[string, Recurrence, string, string]>([
  ["each year, before", { every: "year", month: 12, day: 31 }, "2026-11-23", "2026-12-31"],
  ["each year, on the day", { every: "year", month: 12, day: 31 }, "2026-12-31", "2026-12-31"],
  ["each year, after", { every: "year", month: 2, day: 29 }, "2026-03-01", "2027-02-28"],
  ["each year, end of February in a leap year", { every: "year", month: 2, day: 29 }, "2028-02-29", "2028-02-29"],
  ["each quarter, its end", { every: "quarter", monthOfQuarter: 3, day: 31 }, "2026-11-23", "2026-12-31"],
  ["each quarter, into the next year", { every: "quarter", monthOfQuarter: 1, day: 15 }, "2026-11-23", "2027-01-15"],
  ["each quarter, clipped", { every: "quarter", monthOfQuarter: 2, day: 31 }, "2026-02-01", "2026-02-28"],
  ["each month, on the 5th", { every: "month", day: 5 }, "2026-12-06", "2027-01-05"],
  ["each month, clipped", { every: "month", day: 31 }, "2026-02-10", "2026-02-28"],
])("next due: %s", (_, recurrence, asOf, next) => {
  expect(isoDay(dayOf(firstDay([{ kind: "recurring", recurrence, from: null }], day(asOf)) ?? 0))).toBe(next);
});

test("the next due is never past and never further than its own round", () => {
  const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
    fc.record({ every: fc.constant("year" as const), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ every: fc.constant("quarter" as const), monthOfQuarter: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ every: fc.constant("month" as const), day: fc.integer({ min: 1, max: 31 }) }),
  );
  const longest = { year: 367, quarter: 93, month: 32 };
  fc.assert(
    fc.property(recurrence, fc.integer({ min: 15_000, max: 30_000 }), (every, asOf) => {
      const next = firstDay([{ kind: "recurring", recurrence: every, from: null }], asOf) ?? 0;
      expect(next).toBeGreaterThanOrEqual(asOf);
      expect(next - asOf).toBeLessThan(longest[every.every]);
    }),
  );
});

const fixed = (first: string, last = first): Due => ({ kind: "fixed", first: day(first), last: day(last) });

test.each<[string, Due[], string, string]>([
  ["the last day keeps it", [fixed("2025-12-31")], "2025-12-31", "soon"],
  ["the day after is past", [fixed("2025-12-31")], "2026-01-01", "past"],
  ["30 days left", [fixed("2025-12-31")], "2025-12-01", "soon"],
  ["31 days left", [fixed("2025-12-31")], "2025-11-30", "ahead"],
  ["between the readings", [fixed("2026-05-31", "2026-06-30")], "2026-06-30", "between"],
  ["past both readings", [fixed("2026-05-31", "2026-06-30")], "2026-07-01", "past"],
  ["none", [], "2026-07-01", "none"],
  ["长期坚持", [{ kind: "ongoing" }], "2026-07-01", "none"],
  ["recurring is never past", [{ kind: "recurring", recurrence: { every: "year", month: 1, day: 1 }, from: null }], "2026-07-01", "ahead"],
  ["one of two is past", [fixed("2025-12-31"), fixed("2027-12-31")], "2026-07-01", "past"],
])("time: %s", (_, dues, asOf, time) => {
  expect(timeOf(dues, day(asOf), 30)).toBe(time);
});

test("a deadline's readings are put in order, and every part of a multi is kept", () => {
  const one: Deadline = { ...NO_DEADLINE, kind: "date", date: "2026-06-30", alternative: "2026-05-31" };
  const two: Deadline = { ...NO_DEADLINE, kind: "ongoing" };
  const multi: Deadline = { ...NO_DEADLINE, kind: "multi", date: "2026-05-31", parts: [one, two] };
  expect(duesOf(multi)).toEqual([fixed("2026-05-31", "2026-06-30"), { kind: "ongoing" }]);
  expect(firstDay(duesOf(multi), 0)).toBe(day("2026-05-31"));
  expect(duesOf({ ...multi, parts: [] })).toEqual([fixed("2026-05-31")]);
  expect(duesOf(NO_DEADLINE)).toEqual([]);
  expect(duesOf({ ...NO_DEADLINE, kind: "year" })).toEqual([]);
  expect(duesOf({ ...NO_DEADLINE, kind: "quarterly" })).toEqual([
    { kind: "recurring", recurrence: { every: "quarter", monthOfQuarter: 3, day: 31 }, from: null },
  ]);
});

test("a recurring deadline waits for the day it counts from", () => {
  const annual: Deadline = { ...NO_DEADLINE, kind: "annual", recurrence: { every: "year", month: 2, day: 28 }, from: "2028-01-01" };
  expect(firstDay(duesOf(annual), day("2026-11-23"))).toBe(day("2028-02-28"));
  expect(firstDay(duesOf(annual), day("2028-03-01"))).toBe(day("2029-02-28"));
});

import fc from "fast-check";
import { dayNumber, dayOf, isoDay, parseIsoDay, type Day } from "../../../src/core/grid/day";
import { isWorkday, movedOffHolidays, workdaysAfter, type Holidays } from "../../../src/core/targets/workdays";

const day = (iso: string): Day => parseIsoDay(iso) ?? { year: 1, month: 1, day: 1 };
/** The beginning of October 2025: off from the 1st to the 8th, the 11th a Saturday that is worked. */
const october: Holidays = {
  off: new Set(["2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08"]),
  worked: new Set(["2025-10-11"]),
};

test.each<[string, Holidays | null, boolean]>([
  ["2025-09-30", null, true], ["2025-10-04", null, false], ["2025-10-05", null, false], ["2025-10-01", null, true], ["2025-10-01", october, false],
  ["2025-10-11", october, true], ["2025-10-11", null, false],
])("%s", (iso, holidays, expected) => expect(isWorkday(day(iso), holidays)).toBe(expected));

test.each<[string, number, Holidays | null, string]>([
  ["2025-09-29", 5, null, "2025-10-06"], ["2025-09-29", 5, october, "2025-10-13"], ["2025-09-29", 0, null, "2025-09-29"],
])("%s and %d working days", (iso, count, holidays, expected) => {
  expect(workdaysAfter(day(iso), count, holidays)).toEqual({ day: day(expected), withHolidays: holidays !== null });
});

test("遇节假日顺延", () => {
  expect(isoDay(movedOffHolidays(day("2025-10-25"), null).day)).toBe("2025-10-27");
  expect(isoDay(movedOffHolidays(day("2025-10-05"), october).day)).toBe("2025-10-09");
});

test("a moved day is a working day not before it, and is not moved again", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 30_000 }), (number) => {
    const { day: moved } = movedOffHolidays(dayOf(number), null);
    expect(dayNumber(moved)).toBeGreaterThanOrEqual(number);
    expect(isWorkday(moved, null)).toBe(true);
    expect(movedOffHolidays(moved, null).day).toEqual(moved);
  }));
});

import fc from "fast-check";
import { dayNumber, dayOf, daysInMonth, parseIsoDay } from "../../../src/core/grid/day";
import { nextOf } from "../../../src/core/targets/calendar";
import { parseDeadline } from "../../../src/core/targets/parseDeadline";
import type { Recurrence } from "../../../src/core/targets/deadline";

const asOf = { year: 2024, month: 5, day: 10 };

// text | the document's year | kind | date | alternative
test.each([
  ["2018年第三季度", 2018, "date", "2018-09-30", null],
  ["明年上半年", 2018, "date", "2019-06-30", null],
  ["2020年12月31日完成试运行，初步形成报告，再视情况扩大", 2020, "date", "2020-12-31", null],
  ["2020年6月前进一步完善制度，常态化运行，后续不断优化", 2020, "date", "2020-05-31", "2020-06-30"],
  ["第一项于2019年12月31日前完成；第二项为长期工作。", 2020, "multi", "2019-12-31", null],
  ["5年内", 2012, "year", "2016-12-31", "2017-12-31"],
  ["于2012年底前", 2012, "date", "2012-12-31", null],
  ["在2019年9月底前", 2019, "date", "2019-09-30", null],
  ["2020年起，每年1月底前", 2019, "annual", "2025-01-31", null],
  ["上一年度1月至12月", 2019, "range", "2018-12-31", null],
  ["2020年12月底前完成竣工验收", 2019, "date", "2020-12-31", null],
  ["将于2020年4月底前", 2018, "date", "2020-04-30", null],
  ["3月-5月", 2017, "range", "2017-05-31", null],
  ["5月~6月", 2017, "range", "2017-06-30", null],
  ["5月、10月", 2017, "multi", "2017-05-31", null],
  ["全年：", 2017, "year", "2017-12-31", null],
  ["4月初启动", 2017, "none", null, null],
  ["从2019年起，各单位于每年2月底前", 2018, "annual", "2025-02-28", null],
  ["到2022年底", 2021, "date", "2022-12-31", null],
  ["每季度末", 2020, "quarterly", "2024-06-30", null],
  ["到2027年", 2024, "year", "2027-12-31", null],
  ["立行立改，长期坚持", null, "ongoing", null, null],
  ["2024年一季度末", null, "date", "2024-03-31", null],
  ["“十四五”末", null, "date", "2025-12-31", null],
  ["次年3月底前", 2024, "date", "2025-03-31", null],
  ["每月推进，2020年12月底前完成", 2020, "date", "2020-12-31", null],
  ["2025年6月底前完成整改，并长期坚持", 2025, "date", "2025-06-30", null],
  ["2024年5月启动，2025年12月底前完成", 2024, "date", "2025-12-31", null],
  ["自2025年1月1日起施行", 2025, "none", null, null],
  ["2025年3月31日前、9月30日前", 2024, "multi", "2025-03-31", null],
  ["2024年底前完成30%；2025年底前完成60%", 2024, "multi", "2024-12-31", null],
  ["每年1月底前，7月底前", 2024, "multi", "2024-07-31", null],
  ["待定", 2024, "none", null, null],
  ["较2023年增长15%", 2024, "none", null, null],
  ["2025年9月31日", 2024, "none", null, null],
])("%s in a document of %s is %s %s %s", (text, year, kind, date, alternative) => {
  const deadline = parseDeadline(text, { year, asOf });
  expect([deadline.kind, deadline.date, deadline.alternative]).toEqual([kind, date, alternative]);
  expect(deadline.text).toBe(text);
});

test("parts of a multi are all there, ongoing ones too", () => {
  const { parts } = parseDeadline("第一项于2019年12月31日前完成；第二项为长期工作。", { year: 2020, asOf });
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([["date", "2019-12-31"], ["ongoing", null]]);
});

test.each([
  ["6月底前", 2024, 2024], ["明年3月", 2024, 2025], ["2025年6月底前", 2024, null], ["2025年3月底前，6月底前", 2024, null], ["年底前", null, 2024],
])("%s in a document of %s takes the year %s", (text, year, assumed) => {
  expect(parseDeadline(text, { year, asOf }).assumedYear).toBe(assumed);
});

test("an impossible day says so, an event without a day too", () => {
  expect(parseDeadline("2025年9月31日", { year: null, asOf }).note).toEqual({ kind: "impossible" });
  expect(parseDeadline("收到后5个工作日内", { year: null, asOf }).note).toEqual({ kind: "after-event", event: "收到", days: 5, workdays: true, withHolidays: false });
  expect(parseDeadline("3个月内", { year: 2024, month: 11, asOf }).date).toBe("2025-02-28");
});

test("spaces and widths change nothing", () => {
  const texts = ["到2025年底前", "每年2月底前", "2025年6月30日前", "2025.6.30", "三年内", "“十四五”末", "2024年至2026年"];
  const wide = (text: string): string => text.replace(/\d/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const spaced = (text: string): string => text.replace(/(\d+)/gu, " $1 ").replace(/ \. /gu, ".");
  for (const text of texts) {
    const plain = { ...parseDeadline(text, { year: 2024, asOf }), text: "" };
    expect({ ...parseDeadline(wide(text), { year: 2024, asOf }), text: "" }).toEqual(plain);
    if (!text.includes(".")) expect({ ...parseDeadline(spaced(text), { year: 2024, asOf }), text: "" }).toEqual(plain);
  }
});

const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant("year" as const), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ every: fc.constant("quarter" as const), monthOfQuarter: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ every: fc.constant("month" as const), day: fc.integer({ min: 1, max: 31 }) }),
);
const spans = { year: 366, quarter: 92, month: 31 } as const;

test("the next date of a recurrence is on or after the day, within one period, and stable", () => {
  fc.assert(fc.property(recurrences, fc.integer({ min: 0, max: 40_000 }), (recurrence, number) => {
    const next = nextOf(recurrence, dayOf(number));
    const ahead = dayNumber(next) - number;
    expect(ahead).toBeGreaterThanOrEqual(0);
    expect(ahead).toBeLessThanOrEqual(spans[recurrence.every]);
    expect(nextOf(recurrence, next)).toEqual(next);
    expect(next.day).toBe(Math.min(recurrence.day, daysInMonth(next.year, next.month)));
  }));
});

test("every written day is read back", () => {
  fc.assert(fc.property(fc.integer({ min: 10_957, max: 40_000 }), (number) => {
    const { year, month, day } = dayOf(number);
    for (const text of [`${year}年${month}月${day}日前`, `${year}.${month}.${day}`, `${year}/${month}/${day}`, `到 ${year} 年 ${month} 月 ${day} 日`]) {
      const { date } = parseDeadline(text, { year: null, asOf });
      expect(date === null ? null : parseIsoDay(date)).toEqual({ year, month, day });
    }
  }));
});

test("any text has an answer", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from("2025年月日底前每季度至-到、；十一二三上下半内（）“”，起 Q0"))).map((signs) => signs.join("")), (text) => {
    const { kind, date } = parseDeadline(text, { year: 2024, asOf });
    expect(date === null || parseIsoDay(date) !== null).toBe(true);
    if (kind === "none" || kind === "ongoing") expect(date).toBeNull();
  }), { numRuns: 2000 });
});

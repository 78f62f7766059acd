import { parseIsoDay } from "../../../src/core/grid/day";
import type { DeadlineContext } from "../../../src/core/targets/calendar";
import { readHolidayList } from "../../../src/core/targets/holidayList";
import { parseDeadline } from "../../../src/core/targets/parseDeadline";
import { sayNote } from "../../../src/core/targets/sayNote";

const LIST = `# 2025 年
2025-10-01至2025-10-08 休
2025年10月11日 上班
2025.5.1-5.3 劳动节放假；2025/4/27 调休上班
2025-1-1
不是日期
2025-10-08至2025-10-01 休`;
const { holidays, unread } = readHolidayList(LIST);
const asOf = { year: 2025, month: 9, day: 20 };
const on = (text: string, more: Partial<DeadlineContext> = {}): readonly (string | null)[] => {
  const deadline = parseDeadline(text, { year: 2025, asOf, ...more });
  return [deadline.date, sayNote(deadline)];
};

test("the list is read line by line, and what says no day is given back", () => {
  expect([...holidays.off]).toEqual([
    "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-04", "2025-10-05", "2025-10-06", "2025-10-07", "2025-10-08", "2025-05-01", "2025-05-02", "2025-05-03", "2025-01-01",
  ]);
  expect([...holidays.worked]).toEqual(["2025-10-11", "2025-04-27"]);
  expect(unread).toEqual(["不是日期", "2025-10-08至2025-10-01 休"]);
});

test.each<[string, Partial<DeadlineContext>, string | null, string | null]>([
  // A date that moves off holidays: weekends alone without the list.
  ["每月5日前（遇节假日顺延）", {}, "2025-10-06", "遇周末已顺延，未含调休"],
  ["每月5日前（遇节假日顺延）", { holidays }, "2025-10-09", "遇节假日已顺延"],
  ["每月20日前（遇节假日顺延）", { asOf: { year: 2025, month: 9, day: 22 } }, "2025-09-22", "遇周末已顺延，未含调休"],
  ["2025年10月11日前，遇周末顺延", {}, "2025-10-13", "遇周末已顺延，未含调休"],
  ["2025年10月11日前，遇周末顺延", { holidays }, "2025-10-11", "遇节假日已顺延"],
  ["每月5日前", {}, "2025-10-05", null],
  // Counted from the day it came, where somebody says when that was.
  ["收到后5个工作日内", {}, null, "从“收到”之日起算5个工作日，起算日未知"],
  ["收到后5个工作日内", { received: parseIsoDay("2025-09-29") }, "2025-10-06", "按收到之日起5个工作日推算，未含调休"],
  ["收到后5个工作日内", { received: parseIsoDay("2025-09-29"), holidays }, "2025-10-13", "按收到之日起5个工作日推算"],
  ["自印发之日起30日内", { received: parseIsoDay("2025-09-29") }, "2025-10-29", "按收到之日起30天推算"],
  ["验收合格后15日内", { received: parseIsoDay("2025-09-29") }, null, "从“验收合格”之日起算15天，起算日未知"],
  ["10个工作日内", {}, null, "从何日起算10个工作日，文中未写"],
  ["年底前", {}, "2025-12-31", "原文未写年份，按 2025 年推算"],
  ["2025年9月31日", {}, null, "日历上没有这一天"],
  ["下季度末前", {}, null, "须知道文件的月份才能推算"],
  ["下季度末前", { month: 11 }, "2026-03-31", "原文未写年份，按 2026 年推算"],
  ["本季度内", { month: 2 }, "2025-03-31", "原文未写年份，按 2025 年推算"],
  ["2025年底前", {}, "2025-12-31", null],
])("%s %#", (text, more, date, note) => expect(on(text, more)).toEqual([date, note]));

import { monthEnd } from "../../grid/day";
import { between } from "../calendar";
import { CHINESE_FIGURES, figure, hasYear, month, TO, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

/** 3月-5月, 10-11月, 2024年9月至2025年3月底. 上一年度1月至12月 lies behind the document, but is a range. */
export const monthRange: DeadlineForm = {
  id: "month-range",
  starts: YEAR_STARTS + CHINESE_FIGURES + "上",
  second: YEAR_SECOND + CHINESE_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(
    `(?:(?<past>上一?年度?)|${year()})?(?:的)?(?:${month()}|(?<start>1[0-2]|0?[1-9]))(?:底|末|初|上旬|中旬|下旬)?${TO}${year("last")}?${month("last")}(?<part>底|末|初|中旬|上旬|下旬)?(?:之前|以前|前)?(?!\\d)`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const own = yearIn(groups, context);
    const first = groups["past"] === undefined ? own : { year: own.year - 1, assumed: true };
    const firstMonth = figure(groups["month"] ?? groups["start"]);
    const lastMonth = figure(groups["lastmonth"]);
    const wraps = lastMonth < firstMonth ? 1 : 0;
    const last = hasYear(groups, "last") ? yearIn(groups, context, "last") : { ...first, year: first.year + wraps };
    return between({ year: first.year, month: firstMonth, day: 1 }, monthEnd(last.year, lastMonth), last);
  },
  examples: [
    { text: "3月-5月", kind: "range", date: "2024-05-31" },
    { text: "10-11月", kind: "range", date: "2024-11-30" },
    { text: "4月—12月", kind: "range", date: "2024-12-31" },
    { text: "2024年9月至2025年3月底", kind: "range", date: "2025-03-31" },
    { text: "9月至次年3月", kind: "range", date: "2025-03-31" },
    { text: "上一年度1月至12月", kind: "range", date: "2023-12-31" },
  ],
};

import { between } from "../calendar";
import { CHINESE_FIGURES, dayOfMonth, figure, hasYear, month, TO, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

/** 2019年1月1日至12月31日, 6月1日-15日. */
export const dayRange: DeadlineForm = {
  id: "day-range",
  starts: YEAR_STARTS + CHINESE_FIGURES,
  second: YEAR_SECOND + CHINESE_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(
    `${year()}?${month()}(?:${dayOfMonth()}|(?<start>\\d{1,2}))起?${TO}(?:${year("last")}?${month("last")})?${dayOfMonth("last")}(?:止|之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const first = yearIn(groups, context);
    const last = hasYear(groups, "last") ? yearIn(groups, context, "last") : first;
    const firstMonth = figure(groups["month"]);
    return between(
      { year: first.year, month: firstMonth, day: figure(groups["day"] ?? groups["start"]) },
      { year: last.year, month: groups["lastmonth"] === undefined ? firstMonth : figure(groups["lastmonth"]), day: figure(groups["lastday"]) },
      last,
    );
  },
  examples: [
    { text: "2019年1月1日至12月31日", kind: "range", date: "2019-12-31" },
    { text: "6月1日-15日", kind: "range", date: "2024-06-15" },
    { text: "2024年6月1日至2025年5月31日止", kind: "range", date: "2025-05-31" },
    { text: "6月1日至6月31日", kind: "none", date: null },
  ],
};

import { onSaidDay } from "../calendar";
import { BEFORE, CHINESE_FIGURES, dayOfMonth, figure, month, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

/** 2025年6月30日, 6月30日前, 二〇二五年十二月三十一日. 30日前 includes the 30th. */
export const day: DeadlineForm = {
  id: "day",
  starts: YEAR_STARTS + CHINESE_FIGURES,
  second: YEAR_SECOND + CHINESE_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(`(?:${year()}的?)?${month()}(?:${dayOfMonth()}|(?<open>[12]\\d|3[01]|0?[1-9])(?=[前，。；、)]|之前|以前|$))(?:\\d{1,2}(?:时|点))?${BEFORE}`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    return onSaidDay({ year: said.year, month: figure(groups["month"]), day: figure(groups["day"] ?? groups["open"]) }, said);
  },
  examples: [
    { text: "2025年6月30日", kind: "date", date: "2025-06-30" },
    { text: "6月30日前", kind: "date", date: "2024-06-30" },
    { text: "二〇二五年十二月三十一日", kind: "date", date: "2025-12-31" },
    { text: "明年3月1日之前", kind: "date", date: "2025-03-01" },
    { text: "25年3月15号", kind: "date", date: "2025-03-15" },
    { text: "12月31前", kind: "date", date: "2024-12-31" },
    { text: "2025年9月31日", kind: "none", date: null },
  ],
};

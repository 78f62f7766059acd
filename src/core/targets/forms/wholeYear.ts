import { onDay, yearEnd } from "../calendar";
import { INSIDE, year, yearIn, YEAR_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** 2025年, 二〇二五年, 2025年度内, 明年, 今年内: any day of the year keeps it. */
export const wholeYear: DeadlineForm = {
  id: "whole-year",
  starts: YEAR_STARTS,
  second: YEAR_SECOND,
  pattern: new RegExp(`${year()}(?:全年|年?度?${INSIDE})?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    if (groups["short"] !== undefined) return null;
    const said = yearIn(groups, context);
    return onDay("year", yearEnd(said.year), said);
  },
  examples: [
    { text: "到2025年", kind: "year", date: "2025-12-31" },
    { text: "到 ２０２５ 年", kind: "year", date: "2025-12-31" },
    { text: "二〇二七年", kind: "year", date: "2027-12-31" },
    { text: "2025年内", kind: "year", date: "2025-12-31" },
    { text: "明年年内", kind: "year", date: "2025-12-31" },
    { text: "明年", kind: "year", date: "2025-12-31" },
    { text: "本年度", kind: "year", date: "2024-12-31" },
    { text: "2025 年工作目标", kind: "year", date: "2025-12-31" },
  ],
};

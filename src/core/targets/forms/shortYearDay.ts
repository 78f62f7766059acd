import { monthEnd } from "../../grid/day";
import { onDay, onSaidDay } from "../calendar";
import { figure, type DeadlineForm } from "./form";

/** 25.12.31 or 25/6/30, alone in a cell. */
export const shortYearDay: DeadlineForm = {
  id: "short-year-day",
  starts: "1234",
  pattern: /(?<yy>[1-4]\d)(?<sep>[./-])(?<m>1[0-2]|0?[1-9])\k<sep>(?<d>3[01]|[12]\d|0?[1-9])日?(?:之前|以前|前)?(?!.)|(?<yearOfMonth>2\d)[./](?<only>1[0-2]|0?[1-9])(?!.)/suy,
  where: "expression",
  read: ({ yy, m, d, yearOfMonth, only }) => {
    if (yearOfMonth !== undefined) return onDay("date", monthEnd(2000 + figure(yearOfMonth), figure(only)), { year: 2000 + figure(yearOfMonth), assumed: false });
    const year = 2000 + figure(yy);
    return onSaidDay({ year, month: figure(m), day: figure(d) }, { year, assumed: false });
  },
  examples: [
    { text: "25.12.31", kind: "date", date: "2025-12-31" },
    { text: "25.6", kind: "date", date: "2025-06-30" },
    { text: "25/6/30前", kind: "date", date: "2025-06-30" },
  ],
};

import { NO_DEADLINE } from "../deadline";
import { FIGURES, year, YEAR_STARTS, YEAR_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

/** 2025年13月: written as a month, and there is none. */
export const noSuchMonth: DeadlineForm = {
  id: "no-such-month",
  starts: YEAR_STARTS + FIGURES,
  second: YEAR_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(`${year()}(?:1[3-9]|[2-9]\\d|0{1,2})月(?:底|末)?(?:\\d{1,2}日)?(?:之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: () => ({ ...NO_DEADLINE, note: { kind: "impossible" } }),
  examples: [{ text: "2025年13月", kind: "none", date: null }],
};

import { monthEnd } from "../../grid/day";
import { documentYear, onDay } from "../calendar";
import { NO_DEADLINE } from "../deadline";
import { CHINESE_FIGURES, figure, FIGURES, type DeadlineForm } from "./form";

/** 3个月内, 半年内: counted from the document's month, to its end; without the month no date, and the note says how far. */
export const withinMonths: DeadlineForm = {
  id: "within-months",
  starts: FIGURES + CHINESE_FIGURES + "半",
  pattern: /(?:(?<months>\d{1,2}|[一二两三四五六七八九十])个月|半年)(?:之内|以内|内)/uy,
  where: "expression",
  read: ({ months: said }, context) => {
    const months = said === undefined ? 6 : figure(said);
    if (context.month === undefined || context.month === null) return { ...NO_DEADLINE, note: { kind: "months-from-now", months } };
    const count = context.month - 1 + months;
    const year = documentYear(context);
    return onDay("date", monthEnd(year + Math.floor(count / 12), (count % 12) + 1), { year, assumed: true });
  },
  examples: [
    { text: "3个月内", kind: "none", date: null },
    { text: "半年内", kind: "none", date: null },
  ],
};

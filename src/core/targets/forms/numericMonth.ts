import { monthEnd } from "../../grid/day";
import { endOfMonthBefore, onDay } from "../calendar";
import { figure, FIGURES, type DeadlineForm } from "./form";

/** 2025.12, 2025/6, 2025-06, alone in a cell; 前 after it has two readings as after 6月. */
export const numericMonth: DeadlineForm = {
  id: "numeric-month",
  starts: FIGURES,
  pattern: /(?<y>(?:19|20)\d\d)[./-](?<m>1[0-2]|0?[1-9])(?![\d./-])月?(?<part>底|末)?(?<before>之前|以前|前)?/uy,
  where: "expression",
  read: ({ y, m, part, before }) => {
    const year = { year: figure(y), assumed: false };
    const end = monthEnd(year.year, figure(m));
    if (before === undefined || part !== undefined) return onDay("date", end, year);
    return onDay("date", endOfMonthBefore(year.year, figure(m)), year, end);
  },
  examples: [
    { text: "2025.12", kind: "date", date: "2025-12-31" },
    { text: "2025/6", kind: "date", date: "2025-06-30" },
    { text: "2025-06底前", kind: "date", date: "2025-06-30" },
    { text: "2025.6前", kind: "date", date: "2025-05-31", alternative: "2025-06-30" },
  ],
};

import { documentYear, onSaidDay } from "../calendar";
import { figure, FIGURES, type DeadlineForm } from "./form";

/** 6.30 or 12/31, alone in a cell: a day of the document's year. */
export const shortDay: DeadlineForm = {
  id: "short-day",
  starts: FIGURES,
  pattern: /(?<m>1[0-2]|0?[1-9])(?:[./]|-(?=3[01]|2\d|1[3-9]))(?<d>3[01]|[12]\d|0?[1-9])(?![\d.%])日?(?:之前|以前|前)?(?!.)/suy,
  where: "expression",
  read: ({ m, d }, context) => {
    const year = documentYear(context);
    return onSaidDay({ year, month: figure(m), day: figure(d) }, { year, assumed: true });
  },
  examples: [
    { text: "6.30", kind: "date", date: "2024-06-30" },
    { text: "12/31前", kind: "date", date: "2024-12-31" },
    { text: "12-31", kind: "date", date: "2024-12-31" },
    { text: "6.31", kind: "none", date: null },
  ],
};

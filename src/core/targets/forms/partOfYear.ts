import { monthEnd } from "../../grid/day";
import { documentYear, onDay } from "../calendar";
import type { DeadlineForm } from "./form";

/** 年初, 年中, alone in a cell: of the document's year. */
export const partOfYear: DeadlineForm = {
  id: "part-of-year",
  starts: "年",
  pattern: /年(?<part>初|中)(?:之前|以前|前)?/uy,
  where: "expression",
  read: ({ part }, context) => {
    const year = documentYear(context);
    const said = { year, assumed: true };
    return part === "初" ? onDay("date", monthEnd(year, 1), said, monthEnd(year, 3)) : onDay("date", monthEnd(year, 6), said);
  },
  examples: [
    { text: "年初", kind: "date", date: "2024-01-31", alternative: "2024-03-31" },
    { text: "年中", kind: "date", date: "2024-06-30" },
  ],
};

import { between, yearEnd } from "../calendar";
import { TO, year, yearIn, YEAR_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** 2024年至2026年, 2024-2027年. */
export const yearRange: DeadlineForm = {
  id: "year-range",
  starts: YEAR_STARTS,
  second: YEAR_SECOND,
  afterYear: "-~至到",
  pattern: new RegExp(`(?:${year()}|(?<start>(?:19|20)\\d\\d))${TO}${year("last")}(?:年?(?:底|末|期间)|内)?(?:之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const first = groups["start"] === undefined ? yearIn(groups, context).year : Number(groups["start"]);
    const last = yearIn(groups, context, "last");
    return last.year < first ? null : between({ year: first, month: 1, day: 1 }, yearEnd(last.year), last);
  },
  examples: [
    { text: "2024年至2026年", kind: "range", date: "2026-12-31" },
    { text: "2024—2027年", kind: "range", date: "2027-12-31" },
    { text: "2024年-2025年底前", kind: "range", date: "2025-12-31" },
    { text: "今年到明年", kind: "range", date: "2025-12-31" },
  ],
};

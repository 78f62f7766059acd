import { isDay, type Day } from "../../grid/day";
import { between } from "../calendar";
import { figure, TO, type DeadlineForm } from "./form";

/** 20250301-20250630, alone in a cell. */
export const compactRange: DeadlineForm = {
  id: "compact-range",
  starts: "12",
  pattern: new RegExp(`(?<first>(?:19|20)\\d{6})${TO}(?<last>(?:19|20)\\d{6})(?!.)`, "suy"),
  where: "expression",
  read: ({ first = "", last = "" }) => {
    const [from, to] = [first, last].map((day): Day => ({ year: figure(day.slice(0, 4)), month: figure(day.slice(4, 6)), day: figure(day.slice(6)) }));
    return from === undefined || to === undefined || !isDay(from) ? null : between(from, to, { year: to.year, assumed: false });
  },
  examples: [{ text: "20240315-20240630", kind: "range", date: "2024-06-30" }],
};

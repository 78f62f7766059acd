import { between, yearEnd } from "../calendar";
import { figure, type DeadlineForm } from "./form";

/** 2024-2026, alone in a cell. */
export const bareYears: DeadlineForm = {
  id: "bare-years",
  starts: "12",
  pattern: /(?<first>(?:19|20)\d\d)(?:-{1,2}|~|至|到)(?<last>(?:19|20)\d\d)(?!.)/suy,
  where: "expression",
  read: ({ first, last }) => {
    if (figure(last) < figure(first)) return null;
    return between({ year: figure(first), month: 1, day: 1 }, yearEnd(figure(last)), { year: figure(last), assumed: false });
  },
  examples: [{ text: "2024-2026", kind: "range", date: "2026-12-31" }],
};

import { between, documentYear, yearEnd } from "../calendar";
import type { DeadlineForm } from "./form";

/** 今明两年, 明后两年: of the document's year. */
export const pairOfYears: DeadlineForm = {
  id: "pair-of-years",
  starts: "今明",
  second: "明后",
  pattern: /(?<pair>今明|明后)[两二]年(?:内|之内|以内)?(?:底|末)?(?:之前|以前|前)?/uy,
  where: "anywhere",
  read: ({ pair }, context) => {
    const first = documentYear(context) + (pair === "今明" ? 0 : 1);
    return between({ year: first, month: 1, day: 1 }, yearEnd(first + 1), { year: first + 1, assumed: true });
  },
  examples: [
    { text: "今明两年", kind: "range", date: "2025-12-31" },
    { text: "明后两年内", kind: "range", date: "2026-12-31" },
  ],
};

import { onSaidDay } from "../calendar";
import { figure, FIGURES, type DeadlineForm } from "./form";

/** 2025.6.30, 2025/6/30, 2025-06-30, with or without a time of day. */
export const numericDay: DeadlineForm = {
  id: "numeric-day",
  starts: FIGURES,
  pattern: /(?<y>(?:19|20)\d\d)(?<sep>[./-])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d)(?:(?:日|T| )?\d{1,2}:\d{2}(?::\d{2})?)?日?(?:之前|以前|前)?/uy,
  where: "anywhere",
  read: ({ y, m, d }) => onSaidDay({ year: figure(y), month: figure(m), day: figure(d) }, { year: figure(y), assumed: false }),
  examples: [
    { text: "2025.6.30", kind: "date", date: "2025-06-30" },
    { text: "2025/6/30前", kind: "date", date: "2025-06-30" },
    { text: "2025-06-30", kind: "date", date: "2025-06-30" },
    { text: "2023-12-31 00:00:00", kind: "date", date: "2023-12-31" },
    { text: "２０２５．６．３０", kind: "date", date: "2025-06-30" },
    { text: "2025-02-30", kind: "none", date: null },
  ],
};

import { monthEnd } from "../../grid/day";
import { onDay, onSaidDay } from "../calendar";
import { figure, type DeadlineForm } from "./form";

/** 2025。6。30, 2025·6·30, 2025、6、30, 2025_6: a slip of the key between the figures, alone in a cell. */
export const looseDay: DeadlineForm = {
  id: "loose-day",
  starts: "12",
  pattern: /(?<y>(?:19|20)\d\d)(?<sep>[·。、，,_ ])(?<m>1[0-2]|0?[1-9])(?:\k<sep>(?<d>3[01]|[12]\d|0?[1-9]))?(?:日|月)?(?:之前|以前|前)?(?!.)/suy,
  where: "expression",
  read: ({ y, m, d }) => {
    const said = { year: figure(y), assumed: false };
    return d === undefined ? onDay("date", monthEnd(said.year, figure(m)), said) : onSaidDay({ year: said.year, month: figure(m), day: figure(d) }, said);
  },
  examples: [
    { text: "2025。6。30", kind: "date", date: "2025-06-30" },
    { text: "2025·6·30", kind: "date", date: "2025-06-30" },
    { text: "2025，6，30", kind: "date", date: "2025-06-30" },
    { text: "2025。6", kind: "date", date: "2025-06-30" },
  ],
};

import { isDay, type Day } from "../../grid/day";
import { onDay, onSaidDay } from "../calendar";
import { figure, FIGURES, type DeadlineForm } from "./form";

/** 12/31/2025, as sheets of another language write it. Where both orders make a day, both readings are given. */
export const yearLast: DeadlineForm = {
  id: "year-last",
  starts: FIGURES,
  pattern: /(?<a>\d{1,2})[/](?<b>\d{1,2})[/](?<y>(?:19|20)\d\d)(?!\d)/uy,
  where: "expression",
  read: ({ a, b, y }) => {
    const said = { year: figure(y), assumed: false };
    const days: readonly Day[] = [[a, b], [b, a]].map(([month, day]) => ({ year: said.year, month: figure(month), day: figure(day) }));
    const [first, second] = days.filter(isDay).sort((left, right) => left.month - right.month);
    if (first === undefined) return onSaidDay({ year: said.year, month: figure(a), day: figure(b) }, said);
    return onDay("date", first, said, second !== undefined && second.month !== first.month ? second : null);
  },
  examples: [
    { text: "12/31/2025", kind: "date", date: "2025-12-31" },
    { text: "6/5/2025", kind: "date", date: "2025-05-06", alternative: "2025-06-05" },
  ],
};

import { between, onDay, yearEnd } from "../calendar";
import { figure, type DeadlineForm } from "./form";

/** “十四五”末 is 2025-12-31, “十五五”期间 the five years to 2030: the first plan began in 1953, the tenth in 2001. */
export const fiveYearPlan: DeadlineForm = {
  id: "five-year-plan",
  starts: "“十\"",
  second: "十五一二三四六七八九",
  pattern: /[“"]?(?<plan>十[一二三四五六七八九]?)五[”"]?(?:规划)?(?:(?<end>时?期?末|收官|结束)(?:之前|以前|前)?|(?<opening>开局(?:之年|年))|(?<whole>期间|时期|期内|以来|(?!.)))/suy,
  where: "anywhere",
  read: ({ plan, end, whole, opening }) => {
    if (whole === "以来") return null;
    const last = 2005 + 5 * (figure(plan) - 10);
    const named = { year: last, assumed: false };
    if (opening !== undefined) return onDay("year", yearEnd(last - 4), { year: last - 4, assumed: false });
    return end === undefined ? between({ year: last - 4, month: 1, day: 1 }, yearEnd(last), named) : onDay("date", yearEnd(last), named);
  },
  examples: [
    { text: "“十四五”末", kind: "date", date: "2025-12-31" },
    { text: "“十五五”末", kind: "date", date: "2030-12-31" },
    { text: "“十四五”期间", kind: "range", date: "2025-12-31" },
    { text: "“十五五”", kind: "range", date: "2030-12-31" },
    { text: "“十五五”开局之年", kind: "year", date: "2026-12-31" },
    { text: "到十四五期末", kind: "date", date: "2025-12-31" },
  ],
};

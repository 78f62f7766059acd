import { monthEnd } from "../../grid/day";
import { onDay, yearEnd } from "../calendar";
import { BEFORE_WORD, EDGE, year, yearIn, YEAR_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** 2025年底前, 25年底, 2025年年末, 2025年初; 2024年前 has two readings: without 2024, and with it. */
export const yearEdge: DeadlineForm = {
  id: "year-edge",
  starts: YEAR_STARTS,
  second: YEAR_SECOND,
  afterYear: "年底末终初中前之以",
  pattern: new RegExp(`${year()}年?(?:(?<edge>${EDGE}|终(?![端止结身]))${BEFORE_WORD}?|(?<before>${BEFORE_WORD}))`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    if (groups["before"] !== undefined) return onDay("date", yearEnd(said.year - 1), said, yearEnd(said.year));
    if (groups["edge"] === "初") return onDay("date", monthEnd(said.year, 1), said, monthEnd(said.year, 3));
    if (groups["edge"] === "中") return onDay("date", monthEnd(said.year, 6), said);
    return onDay("date", yearEnd(said.year), said);
  },
  examples: [
    { text: "2018年底前", kind: "date", date: "2018-12-31" },
    { text: "25年底", kind: "date", date: "2025-12-31" },
    { text: "到2022年底", kind: "date", date: "2022-12-31" },
    { text: "2025末", kind: "date", date: "2025-12-31" },
    { text: "今年年底", kind: "date", date: "2024-12-31" },
    { text: "2025年初", kind: "date", date: "2025-01-31", alternative: "2025-03-31" },
    { text: "2024年前", kind: "date", date: "2023-12-31", alternative: "2024-12-31" },
  ],
};

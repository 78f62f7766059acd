import { monthEnd } from "../../grid/day";
import { onDay } from "../calendar";
import { BEFORE_WORD, INSIDE, year, yearIn, YEAR_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** 明年上半年, 2025年下半年, 上半年末前. */
export const half: DeadlineForm = {
  id: "half",
  starts: YEAR_STARTS + "上Hh",
  second: YEAR_SECOND + "半12",
  afterYear: "上下的Hh",
  pattern: new RegExp(`${year()}?(?:的?(?<half>[上下])半年度?|[Hh](?<code>[12])(?![0-9A-Za-z]))(?:${INSIDE}|末|底)?${BEFORE_WORD}?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    return onDay("date", monthEnd(said.year, groups["half"] === "上" || groups["code"] === "1" ? 6 : 12), said);
  },
  examples: [
    { text: "上半年", kind: "date", date: "2024-06-30" },
    { text: "2025年下半年", kind: "date", date: "2025-12-31" },
    { text: "明年上半年", kind: "date", date: "2025-06-30" },
    { text: "2025H1", kind: "date", date: "2025-06-30" },
    { text: "今年上半年末", kind: "date", date: "2024-06-30" },
  ],
};

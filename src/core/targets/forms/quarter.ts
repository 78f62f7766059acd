import { monthEnd } from "../../grid/day";
import { endOfMonthBefore, onDay } from "../calendar";
import { BEFORE, CHINESE_FIGURES, figure, INSIDE, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, type DeadlineForm } from "./form";

/** 2018年第三季度, 一季度末, Q3, 前三季度. 第三季度前 has two readings. */
export const quarter: DeadlineForm = {
  id: "quarter",
  starts: YEAR_STARTS + CHINESE_FIGURES + "第前首Qq",
  second: YEAR_SECOND + CHINESE_SECOND + "1234",
  afterYear: "第前首的Qq一二三四1234",
  pattern: new RegExp(`${year()}?(?:的)?(?:[第前]?(?<quarter>[一二三四1-4首])季度|[Qq](?<code>[1-4])(?![0-9A-Za-z]))${INSIDE}?(?<part>末|底|初)?${BEFORE}`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    const named = groups["quarter"] ?? groups["code"];
    const last = named === "首" ? 3 : 3 * figure(named);
    const end = monthEnd(said.year, last);
    if (groups["part"] === "初") return onDay("date", { year: said.year, month: last - 2, day: 10 }, said);
    if (groups["before"] === undefined || groups["part"] !== undefined) return onDay("date", end, said);
    return onDay("date", endOfMonthBefore(said.year, last - 2), said, end);
  },
  examples: [
    { text: "2018年第三季度", kind: "date", date: "2018-09-30" },
    { text: "2024年一季度末", kind: "date", date: "2024-03-31" },
    { text: "三季度", kind: "date", date: "2024-09-30" },
    { text: "2025年首季度", kind: "date", date: "2025-03-31" },
    { text: "Q3", kind: "date", date: "2024-09-30" },
    { text: "2025Q1", kind: "date", date: "2025-03-31" },
    { text: "前三季度", kind: "date", date: "2024-09-30" },
    { text: "第四季度前", kind: "date", date: "2024-09-30", alternative: "2024-12-31" },
  ],
};

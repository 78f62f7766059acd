import { monthEnd } from "../../grid/day";
import { between } from "../calendar";
import { CHINESE_FIGURES, CHINESE_SECOND, figure, hasYear, TO, year, yearIn, YEAR_SECOND, YEAR_STARTS, type DeadlineForm } from "./form";

/** 一至三季度, 1-3季度, 2024年第四季度至2025年第一季度. */
export const quarterRange: DeadlineForm = {
  id: "quarter-range",
  starts: YEAR_STARTS + CHINESE_FIGURES + "第",
  second: YEAR_SECOND + CHINESE_SECOND + "1234至到-~",
  afterYear: "第的一二三四1234",
  pattern: new RegExp(
    `${year()}?的?第?(?<first>[一二三四1-4])(?:季度)?${TO}${year("last")}?第?(?<final>[一二三四1-4])季度(?:末|底)?(?:之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const opens = yearIn(groups, context);
    const closes = hasYear(groups, "last") ? yearIn(groups, context, "last") : opens;
    return between({ year: opens.year, month: 3 * figure(groups["first"]) - 2, day: 1 }, monthEnd(closes.year, 3 * figure(groups["final"])), closes);
  },
  examples: [
    { text: "一至三季度", kind: "range", date: "2024-09-30" },
    { text: "2024年第四季度至2025年第一季度", kind: "range", date: "2025-03-31" },
    { text: "1-3季度", kind: "range", date: "2024-09-30" },
  ],
};

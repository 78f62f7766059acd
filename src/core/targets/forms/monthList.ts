import { several } from "../calendar";
import { partOfMonth } from "./month";
import { CHINESE_FIGURES, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

const MONTH = "(?:1[0-2]|0?[1-9])";

/** 3、6、9、12月底前: several months with one 月. */
export const monthList: DeadlineForm = {
  id: "month-list",
  starts: YEAR_STARTS + CHINESE_FIGURES,
  second: YEAR_SECOND + CHINESE_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(`${year()}?(?<list>${MONTH}(?:[、/,]${MONTH}){1,11})月份?(?<part>底|末|初|上旬|中旬|下旬)?(?<before>之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    const months = (groups["list"] ?? "").split(/[、/,]/u).map(Number);
    return several(months.map((month) => partOfMonth(month, groups["part"], groups["before"] !== undefined, said)));
  },
  examples: [
    { text: "3、6、9、12月底前", kind: "multi", date: "2024-03-31" },
    { text: "5/10月", kind: "multi", date: "2024-05-31" },
  ],
};

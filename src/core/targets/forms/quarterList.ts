import { monthEnd } from "../../grid/day";
import { onDay, several } from "../calendar";
import { CHINESE_FIGURES, figure, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, type DeadlineForm } from "./form";

/** 一、三季度, 第二、四季度末: several quarters with one 季度. */
export const quarterList: DeadlineForm = {
  id: "quarter-list",
  starts: YEAR_STARTS + CHINESE_FIGURES + "第",
  second: YEAR_SECOND + CHINESE_SECOND + "1234",
  afterYear: "第的一二三四1234",
  pattern: new RegExp(`${year()}?的?第?(?<list>[一二三四1-4](?:[、和及]第?[一二三四1-4]){1,3})季度(?:末|底)?(?:之前|以前|前)?`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const said = yearIn(groups, context);
    const quarters = (groups["list"] ?? "").split(/[、和及]第?/u).map(figure);
    return several(quarters.map((quarter) => onDay("date", monthEnd(said.year, 3 * quarter), said)));
  },
  examples: [{ text: "2025年一、三季度", kind: "multi", date: "2025-03-31" }],
};

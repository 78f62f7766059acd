import { documentYear, onDay, yearEnd } from "../calendar";
import { figure, FIGURES, hasYear, CHINESE_FIGURES, year, yearIn, YEAR_WORD_STARTS, YEAR_SECOND, type DeadlineForm } from "./form";

/** 三年内, 5年内, 未来三年, 2012年起5年内: the year they begin in counted, or not; both readings are given. */
export const withinYears: DeadlineForm = {
  id: "within-years",
  starts: FIGURES + CHINESE_FIGURES + YEAR_WORD_STARTS + "未今用",
  second: YEAR_SECOND + "来后十123456789两",
  afterYear: "起",
  pattern: new RegExp(`(?:${year()}起[，,]?)?(?:(?:未来|今后)(?<ahead>\\d{1,2}|[一二两三四五六七八九十])年(?:内|之内|以内)?|(?<years>\\d{1,2}|[一二两三四五六七八九十])年(?:时间(?:内|之内|以内)?|内|之内|以内)|用(?:\\d{1,2}(?:-|~|至|到))?(?<spent>\\d{1,2}|[一二两三四五六七八九十])年(?:左右)?(?:的)?时间)`, "uy"),
  where: "anywhere",
  read: (groups, context) => {
    const years = figure(groups["years"] ?? groups["ahead"] ?? groups["spent"]);
    const said = hasYear(groups) ? yearIn(groups, context) : { year: documentYear(context), assumed: true };
    return onDay("year", yearEnd(said.year + years - 1), said, yearEnd(said.year + years));
  },
  examples: [
    { text: "三年内", kind: "year", date: "2026-12-31", alternative: "2027-12-31" },
    { text: "5年内", kind: "year", date: "2028-12-31", alternative: "2029-12-31" },
    { text: "2012年起5年内", kind: "year", date: "2016-12-31", alternative: "2017-12-31" },
    { text: "用三年时间", kind: "year", date: "2026-12-31", alternative: "2027-12-31" },
    { text: "用3-5年时间", kind: "year", date: "2028-12-31", alternative: "2029-12-31" },
    { text: "两年时间", kind: "year", date: "2025-12-31", alternative: "2026-12-31" },
    { text: "未来三年", kind: "year", date: "2026-12-31", alternative: "2027-12-31" },
  ],
};

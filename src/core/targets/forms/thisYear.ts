import { documentYear, onDay, yearEnd } from "../calendar";
import { BEFORE_WORD, INSIDE, type DeadlineForm } from "./form";

/** 年内, 全年, 年底前, 年末: of the document's year, without a word for it. */
export const thisYear: DeadlineForm = {
  id: "this-year",
  starts: "年全",
  second: "底末终度内年以之",
  pattern: new RegExp(`(?:(?<end>年(?:底(?![数层线])|末|终(?![端止结身]))(?!就业率|总?人口|常住|户籍|存栏|余额|结余|绩效|考核|奖|总结|评[比价定优])${BEFORE_WORD}?)|年度?${INSIDE}|全年(?![龄级制]))`, "uy"),
  where: "anywhere",
  read: ({ end }, context) => {
    const year = documentYear(context);
    return onDay(end === undefined ? "year" : "date", yearEnd(year), { year, assumed: true });
  },
  examples: [
    { text: "年内", kind: "year", date: "2024-12-31" },
    { text: "年底前", kind: "date", date: "2024-12-31" },
    { text: "全年：", kind: "year", date: "2024-12-31" },
    { text: "年度内", kind: "year", date: "2024-12-31" },
  ],
};

import { recurring } from "../calendar";
import { figure, type DeadlineForm } from "./form";

/** 每季度末, 每季度首月10日前, 每季度结束后10日内. */
export const quarterly: DeadlineForm = {
  id: "quarterly",
  starts: "每按季",
  second: "季个度",
  pattern: /(?:(?:每(?:个)?|按)季度?|季度(?=末|底))(?:结束后(?:的)?(?<after>\d{1,2})(?:个工作)?[日天](?:之内|以内|内|前)?|(?:的)?(?:首月|第(?:一|1)个?月|次月)的?(?<first>\d{1,2})?日?(?:之前|以前|前)?|(?:的)?(?:末月|最后(?:一个|1个)月|第(?:三|3)个?月)的?(?<last>\d{1,2})?日?(?:之前|以前|前)?|(?<part>末|底|初)?(?:之前|以前|前)?)/uy,
  where: "anywhere",
  read: ({ after, first, last, part }, context) => {
    const opening = after ?? first;
    if (opening !== undefined) return recurring({ every: "quarter", monthOfQuarter: 1, day: figure(opening) }, context);
    if (part === "初") return recurring({ every: "quarter", monthOfQuarter: 1, day: 10 }, context);
    return recurring({ every: "quarter", monthOfQuarter: 3, day: last === undefined ? 31 : figure(last) }, context);
  },
  examples: [
    { text: "每季度末", kind: "quarterly", date: "2024-06-30" },
    { text: "每季度", kind: "quarterly", date: "2024-06-30" },
    { text: "每季度首月10日前", kind: "quarterly", date: "2024-07-10" },
    { text: "每季度最后一个月25日前", kind: "quarterly", date: "2024-06-25" },
  ],
};

import { NO_DEADLINE } from "../deadline";
import { year, YEAR_SECOND, YEAR_STARTS, type DeadlineForm } from "./form";

/** 2025年汛期前, 秋季学期开学前, 国庆前后: a time that no calendar fixes. It is read so that its year is not taken for a deadline of its own. */
export const season: DeadlineForm = {
  id: "season",
  starts: YEAR_STARTS + "每主汛春夏秋冬供采雨高中两开寒暑国元五端清",
  second: YEAR_SECOND + "年汛期季耕灌收运种节供采暖热考会学假庆旦一午明秋",
  pattern: new RegExp(
    `(?:每年|${year()})?(?:(?:主?汛期?|春[耕灌季运]|夏[季收]|秋[季收冬种]|冬[季春]|供[暖热]季?|采暖季?|雨季|高考|中考|两会|[春秋]季学期|开学|[寒暑]假)(?:供[暖热]|采暖|学期|开学|到来|开始|来临)*(?:期间|之前|以前|前后|前|后|结束)`
    + `|(?:国庆|元旦|春|中秋|端午|清明|五一|劳动)(?:节|假期)*(?:期间|前后|之后|后))`, "uy"),
  where: "expression",
  read: () => NO_DEADLINE,
  examples: [
    { text: "2025年汛期前", kind: "none", date: null },
    { text: "秋季学期开学前", kind: "none", date: null },
    { text: "每年春节期间", kind: "none", date: null },
  ],
};

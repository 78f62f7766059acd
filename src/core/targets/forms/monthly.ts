import { movedOff, recurring, several } from "../calendar";
import { figure, type DeadlineForm } from "./form";

const PART_ENDS: ReadonlyMap<string, number> = new Map([["上旬", 10], ["初", 10], ["中", 15], ["中旬", 20]]);

/** 每月5日前, 每月底, 每月; a rule for holidays (遇节假日顺延) is kept as a note. */
export const monthly: DeadlineForm = {
  id: "monthly",
  starts: "每次按逐",
  second: "月个",
  pattern: /(?:(?:每(?:个)?|次|按|逐)月份?)(?:的)?(?:(?<day>[12]\d|3[01]|0?[1-9])(?:日|号)(?:[、和及](?<also>[12]\d|3[01]|0?[1-9])(?:日|号))?|(?<part>底|末|初|中旬|上旬|下旬|中))?(?:之前|以前|前)?(?<moves>[(，]?(?:如)?(?:遇|逢)(?:法定)?(?:节假日|双休日|周末|休息日)[^)。；]{0,12}顺延\)?)?/uy,
  where: "anywhere",
  read: ({ day, also, part, moves }, context) => {
    if (also !== undefined) return several([day, also].map((one) => recurring({ every: "month", day: figure(one) }, context)));
    const deadline = recurring({ every: "month", day: day === undefined ? (PART_ENDS.get(part ?? "") ?? 31) : figure(day) }, context);
    return moves === undefined ? deadline : movedOff(deadline, context);
  },
  examples: [
    { text: "每月5日前", kind: "monthly", date: "2024-06-05" },
    { text: "每月底", kind: "monthly", date: "2024-05-31" },
    { text: "每月", kind: "monthly", date: "2024-05-31" },
    { text: "每月10日、25日前", kind: "multi", date: "2024-05-10" },
    { text: "每月25日前（遇节假日顺延）", kind: "monthly", date: "2024-05-27" },
  ],
};

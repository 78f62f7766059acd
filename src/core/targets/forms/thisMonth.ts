import { documentYear, onSaidDay, type DeadlineContext } from "../calendar";
import { monthEnd } from "../../grid/day";
import { NO_DEADLINE, type Deadline } from "../deadline";
import { figure, type DeadlineForm, type Groups } from "./form";

/** 月底前, 本月25日前, 下月10日前: of the document's month; without the month no date, and the note says how far. */
export const thisMonth: DeadlineForm = {
  id: "this-month",
  starts: "月本当下",
  pattern: /(?:(?<next>下个?月)|本月|当月|(?=月底|月末))(?:(?<day>[12]\d|3[01]|0?[1-9])(?:日|号)|月?(?:底|末)|内)?(?:之前|以前|前)?/uy,
  where: "expression",
  read: readMonth,
  examples: [
    { text: "月底前", kind: "none", date: null },
    { text: "下月10日前", kind: "none", date: null },
  ],
};

function readMonth(groups: Groups, context: DeadlineContext): Deadline {
  const ahead = groups["next"] === undefined ? 0 : 1;
  if (context.month === undefined || context.month === null) return { ...NO_DEADLINE, note: { kind: "months-from-now", months: ahead } };
  const year = documentYear(context) + (context.month + ahead > 12 ? 1 : 0);
  const month = ((context.month + ahead - 1) % 12) + 1;
  const day = groups["day"] === undefined ? monthEnd(year, month) : { year, month, day: figure(groups["day"]) };
  return onSaidDay(day, { year, assumed: true });
}

import { monthEnd } from "../../grid/day";
import { documentYear, onDay, type DeadlineContext } from "../calendar";
import { NO_DEADLINE, type Deadline } from "../deadline";
import { BEFORE_WORD, INSIDE, type DeadlineForm, type Groups } from "./form";

/** 本季度末, 下季度: of the document's quarter; without the document's month no date, and the note says how far. */
export const thisQuarter: DeadlineForm = {
  id: "this-quarter",
  starts: "本当下",
  second: "季一个",
  pattern: new RegExp(`(?:(?<next>下一?个?)|[本当])季度?(?:末|底|${INSIDE})?${BEFORE_WORD}?`, "uy"),
  where: "expression",
  read: readQuarter,
  examples: [
    { text: "下季度", kind: "none", date: null },
    { text: "本季度末前", kind: "none", date: null },
  ],
};

function readQuarter(groups: Groups, context: DeadlineContext): Deadline {
  const ahead = groups["next"] === undefined ? 0 : 1;
  if (context.month === undefined || context.month === null) return { ...NO_DEADLINE, note: { kind: "months-from-now", months: 3 * ahead } };
  const quarter = Math.ceil(context.month / 3) + ahead;
  const year = documentYear(context) + (quarter > 4 ? 1 : 0);
  return onDay("date", monthEnd(year, 3 * (((quarter - 1) % 4) + 1)), { year, assumed: true });
}

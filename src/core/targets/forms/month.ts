import { monthEnd, type Day } from "../../grid/day";
import { endOfMonthBefore, onDay, type YearRead } from "../calendar";
import type { Deadline } from "../deadline";
import { BEFORE, CHINESE_FIGURES, figure, INSIDE, month as monthPiece, PART, year, yearIn, YEAR_STARTS, YEAR_SECOND, CHINESE_SECOND, MONTH_AFTER_YEAR, type DeadlineForm } from "./form";

/** 2025年6月底前, 6月, 4月上旬. A bare 6月前 has two readings: without June, and with it. */
export const month: DeadlineForm = {
  id: "month",
  starts: YEAR_STARTS + CHINESE_FIGURES,
  second: YEAR_SECOND + CHINESE_SECOND,
  afterYear: MONTH_AFTER_YEAR,
  pattern: new RegExp(`(?:${year()}的?)?${monthPiece()}(?!\\d{1,2}(?![.、\\d]))${INSIDE}?${PART}${BEFORE}`, "uy"),
  where: "anywhere",
  read: (groups, context) =>
    partOfMonth(figure(groups["month"]), groups["part"], groups["before"] !== undefined, yearIn(groups, context)),
  examples: [
    { text: "2025年6月底前", kind: "date", date: "2025-06-30" },
    { text: "6月", kind: "date", date: "2024-06-30" },
    { text: "6月前", kind: "date", date: "2024-05-31", alternative: "2024-06-30" },
    { text: "1月前", kind: "date", date: "2023-12-31", alternative: "2024-01-31" },
    { text: "2020年06月", kind: "date", date: "2020-06-30" },
    { text: "次年3月底前", kind: "date", date: "2025-03-31" },
    { text: "4月初", kind: "date", date: "2024-04-10" },
    { text: "4月上旬", kind: "date", date: "2024-04-10" },
    { text: "4月中旬", kind: "date", date: "2024-04-20" },
    { text: "4月下旬", kind: "date", date: "2024-04-30" },
    { text: "6月月底", kind: "date", date: "2024-06-30" },
    { text: "4月上中旬", kind: "date", date: "2024-04-20" },
    { text: "十二月底", kind: "date", date: "2024-12-31" },
    { text: "25年2月底", kind: "date", date: "2025-02-28" },
  ],
};

/** The last day of each part of a month, and the last day before it begins. */
const PARTS: ReadonlyMap<string, readonly [end: number, before: number]> = new Map([
  ["上旬", [10, 0]], ["上中旬", [20, 0]], ["中上旬", [20, 0]], ["中下旬", [31, 10]], ["中旬", [20, 10]], ["下旬", [31, 20]], ["初", [10, 10]], ["中", [15, 15]], ["底", [31, 31]], ["末", [31, 31]],
]);

/** The deadline in a part of a month; 前 before a part that is not its end has two readings. */
export function partOfMonth(month: number, part: string | undefined, before: boolean, said: YearRead): Deadline {
  const last = monthEnd(said.year, month);
  const [end, start] = (part === undefined ? undefined : PARTS.get(part)) ?? [31, 0];
  const until: Day = end >= last.day ? last : { ...last, day: end };
  if (!before || start === end) return onDay("date", until, said);
  return onDay("date", start === 0 ? endOfMonthBefore(said.year, month) : { ...last, day: start }, said, until);
}

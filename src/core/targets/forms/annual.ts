import { recurring } from "../calendar";
import type { Deadline, Recurrence } from "../deadline";
import { BEFORE, dayOfMonth, figure, month, PART, type DeadlineForm, type Groups } from "./form";
import type { DeadlineContext } from "../calendar";

/** 每年, 每年2月底前, 每年6月30日前, 每年第一季度, 每年上半年. */
export const annual: DeadlineForm = {
  id: "annual",
  starts: "每按",
  second: "年一个会自财",
  pattern: new RegExp(
    `(?:每(?:一|个)?(?:会计|自然|财政)?年度?|按年度?)(?:的)?(?:(?:(?:1[0-2]|0?[1-9])月?(?:\\d{1,2}日)?(?:-|~|至|到))?${month()}(?:${dayOfMonth()}|${PART})${BEFORE}|第?(?<quarter>[一二三四1-4])季度(?:末|底)?前?|(?<half>[上下])半年|(?<opening>年?初)|(?<middle>年中)|年?(?:底|末|终)(?:之前|以前|前)?)?`, "uy"),
  where: "anywhere",
  read: readAnnual,
  examples: [
    { text: "每年", kind: "annual", date: "2024-12-31" },
    { text: "每年2月底前", kind: "annual", date: "2025-02-28" },
    { text: "每年6月30日前", kind: "annual", date: "2024-06-30" },
    { text: "每年第一季度", kind: "annual", date: "2025-03-31" },
    { text: "每年6-9月", kind: "annual", date: "2024-09-30" },
    { text: "每年6月1日至9月30日", kind: "annual", date: "2024-09-30" },
    { text: "每年年中", kind: "annual", date: "2024-06-30" },
    { text: "按年度", kind: "annual", date: "2024-12-31" },
    { text: "每年初", kind: "annual", date: "2025-01-31" },
    { text: "每年年底前", kind: "annual", date: "2024-12-31" },
    { text: "每年5月前", kind: "annual", date: "2025-04-30", alternative: "2025-05-31" },
  ],
};

const every = (monthNumber: number, day: number): Recurrence => ({ every: "year", month: monthNumber, day });

function readAnnual(groups: Groups, context: DeadlineContext): Deadline {
  const { quarter, half, day, part, before } = groups;
  if (quarter !== undefined) return recurring(every(3 * figure(quarter), 31), context);
  if (half !== undefined) return recurring(every(half === "上" ? 6 : 12, 31), context);
  if (groups["middle"] !== undefined) return recurring(every(6, 30), context);
  if (groups["opening"] !== undefined) return recurring(every(1, 31), context);
  if (groups["month"] === undefined) return recurring(every(12, 31), context);
  return everyYearIn(figure(groups["month"]), day === undefined ? null : figure(day), part, before !== undefined, context);
}

const PART_ENDS: ReadonlyMap<string, number> = new Map([["上旬", 10], ["初", 10], ["中", 15], ["中旬", 20]]);

/** Every year in a month, up to a day or the end of a part of it; a bare 前 has two readings. */
export function everyYearIn(monthNumber: number, day: number | null, part: string | undefined, before: boolean, context: DeadlineContext): Deadline {
  const until = every(monthNumber, day ?? PART_ENDS.get(part ?? "") ?? 31);
  if (day !== null || part !== undefined || !before) return recurring(until, context);
  return recurring(every(monthNumber === 1 ? 12 : monthNumber - 1, 31), context, until);
}

/** Reads one expression of time, such as a cell of 完成时限 or a label (2025 年工作目标). */
import { movedOff, several, type DeadlineContext } from "./calendar";
import { NO_DEADLINE, type Deadline } from "./deadline";
import { findTimes, type FoundDeadline } from "./findDeadlines";
import { read } from "./reading";

export type { DeadlineContext } from "./calendar";

/** What parts the items of a cell that names several deadlines: each item may be work without a day of its own. */
const ITEM_END = /[；。\n]/u;

/** 遇节假日顺延 stands once for all dates of a cell. */
const MOVES = /[遇逢](?:法定)?(?:节假日|双休日|周末|休息日)[^。；]{0,12}顺延/u;

/**
 * The deadline that a text says. Several dates are a `multi`; a date beside words such as 长期坚持 or 每月推进 is the date,
 * unless they stand in items of their own. A text without any is `none`, with a note where it says why.
 */
export function parseDeadline(text: string, context: DeadlineContext): Deadline {
  const reading = read(text);
  const found = joined(reading.text, findTimes(reading, "expression", context).deadlines);
  if (found.length === 0) return { ...NO_DEADLINE, text };
  const items = itemsOf(reading.text, found).map(within);
  const parts = distinct(items.flat());
  const real = parts.filter(({ kind }) => kind !== "none");
  const deadline = several(real.length > 0 ? real : parts);
  const moves = MOVES.test(reading.text) && deadline.note === undefined && deadline.kind !== "none" && deadline.kind !== "ongoing";
  return { ...(moves ? movedOff(deadline, context) : deadline), text };
}

const isDay = ({ deadline: { kind } }: FoundDeadline): boolean => kind === "date" || kind === "year" || kind === "range";

/** 6月至年底, 2024年下半年至2025年上半年, 2024年6月起至2025年: two times that 至 joins are one range. */
function joined(text: string, found: readonly FoundDeadline[]): readonly FoundDeadline[] {
  const times: FoundDeadline[] = [];
  for (const one of found) {
    const before = times[times.length - 1];
    if (!isDay(one) || !/[至到]/u.test(text.charAt(one.start))) times.push(one);
    else if (before !== undefined && isDay(before) && before.end === one.start && (before.deadline.date ?? "") < (one.deadline.date ?? "")) {
      times[times.length - 1] = { ...one, start: before.start, deadline: { ...one.deadline, kind: "range" } };
    } else times.push(text.charAt(one.start - 1) === "起" ? { ...one, deadline: { ...one.deadline, kind: "range" } } : one);
  }
  return times;
}

function itemsOf(text: string, found: readonly FoundDeadline[]): readonly (readonly Deadline[])[] {
  const items: Deadline[][] = [];
  let end = 0;
  for (const [index, { start, end: next, deadline }] of found.entries()) {
    const following = found[index + 1];
    // 2025年每月5日前: the year only says for how long.
    if (following !== undefined && /^，?$/u.test(text.slice(next, following.start)) && following.deadline.recurrence !== null && (deadline.kind === "year" || deadline.kind === "range")) continue;
    const last = items[items.length - 1];
    if (last === undefined || ITEM_END.test(text.slice(end, start))) items.push([deadline]);
    else last.push(deadline);
    end = next;
  }
  return items;
}

/** The deadlines of one item: a day goes before work that goes on or comes round. */
function within(item: readonly Deadline[]): readonly Deadline[] {
  const flat = item.flatMap((deadline) => (deadline.kind === "multi" ? deadline.parts : [deadline]));
  const days = flat.filter(({ kind }) => kind === "date" || kind === "year" || kind === "range");
  if (days.length > 0) return days;
  const recurring = flat.filter(({ recurrence }) => recurrence !== null);
  return recurring.length > 0 ? recurring : flat;
}

/** Each deadline where it comes first. */
function distinct(deadlines: readonly Deadline[]): readonly Deadline[] {
  const seen = new Set<string>();
  return deadlines.filter(({ kind, date, alternative, recurrence }) => {
    const key = `${kind} ${date ?? ""} ${alternative ?? ""} ${recurrence === null ? "" : JSON.stringify(recurrence)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

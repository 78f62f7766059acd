/** Reads one expression of time, such as a cell of 完成时限 or a label (2025 年工作目标). */
import { several, type DeadlineContext } from "./calendar";
import { NO_DEADLINE, type Deadline } from "./deadline";
import { findTimes, type FoundDeadline } from "./findDeadlines";
import { read } from "./reading";

export type { DeadlineContext } from "./calendar";

/** What parts the items of a cell that names several deadlines: each item may be work without a day of its own. */
const ITEM_END = /[；。\n]/u;

/**
 * The deadline that a text says. Several dates are a `multi`; a date beside words such as 长期坚持 or 每月推进 is the date,
 * unless they stand in items of their own. A text without any is `none`, with a note where it says why.
 */
export function parseDeadline(text: string, context: DeadlineContext): Deadline {
  const reading = read(text);
  const found = findTimes(reading, "expression", context).deadlines;
  if (found.length === 0) return { ...NO_DEADLINE, text };
  const items = itemsOf(reading.text, found).map(within);
  const parts = distinct(items.flat());
  const real = parts.filter(({ kind }) => kind !== "none");
  return { ...several(real.length > 0 ? real : parts), text };
}

function itemsOf(text: string, found: readonly FoundDeadline[]): readonly (readonly Deadline[])[] {
  const items: Deadline[][] = [];
  let end = 0;
  for (const [index, { start, end: next, deadline }] of found.entries()) {
    const following = found[index + 1];
    // 2025年每月5日前: the year only says for how long.
    if (following?.start === next && following.deadline.recurrence !== null && (deadline.kind === "year" || deadline.kind === "range")) continue;
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

const sameDeadline = (left: Deadline, right: Deadline): boolean =>
  left.kind === right.kind && left.date === right.date && left.alternative === right.alternative
  && JSON.stringify(left.recurrence) === JSON.stringify(right.recurrence);

function distinct(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.filter((deadline, at) => !deadlines.slice(0, at).some((earlier) => sameDeadline(earlier, deadline)));
}

/**
 * What a change of issued words does to what is due, as arithmetic: 350 家 → 300 家，目标下降 14 %; 2025 → 2026，时限推后.
 * A department that quietly lowers its number is seen by this, not by the letters that changed.
 */
import type { Day } from "../grid/day";
import { plainText, type CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { sayDemand, unitWord } from "../lights/demand";
import { compareTargets, type TargetChange } from "../targets/compareTargets";
import type { Deadline } from "../targets/deadline";
import { readDeadlineCell } from "../targets/deadlineCell";
import type { Target } from "../targets/target";
import { readNumber } from "../text/readNumber";

/** The change in both languages of the pane. */
export interface IssuedChange {
  readonly zh: string;
  readonly en: string;
}

/** Longer texts than this are compared by eye: no ledger asks for more in one cell. */
const LONGEST = 20_000;

/** What the change from `master` to `value` means for target and deadline, or null where it means nothing there. `today` stands for the document's year where the words name none. */
export function issuedChange(column: ColumnKey, master: CellValue, value: CellValue, today: Day): IssuedChange | null {
  switch (column) {
    case "content":
      return ofContent(plainText(master), plainText(value), today);
    case "targetValue":
      return ofFigures(master, value);
    case "deadline":
      return ofDeadlines(master, value, today);
    default:
      return null;
  }
}

function ofContent(before: string, after: string, today: Day): IssuedChange | null {
  if (before.length > LONGEST || after.length > LONGEST) return null;
  return together(compareTargets(before, after, { label: null, year: null, asOf: today }).map(sayTargetChange));
}

function together(changes: readonly IssuedChange[]): IssuedChange | null {
  if (changes.length === 0) return null;
  return { zh: changes.map(({ zh }) => zh).join("；"), en: changes.map(({ en }) => en).join("; ") };
}

function sayTargetChange(change: TargetChange): IssuedChange {
  switch (change.kind) {
    case "value":
      return named(change.indicator, withFall(amount(change.from), amount(change.to), change.percent, change.weaker, isCeiling(change.from)));
    case "operator": {
      const words = `${sayDemand(change.from)} → ${sayDemand(change.to)}`;
      return named(change.indicator, change.weaker ? { zh: `${words}，要求放松`, en: `${words}, asks for less` } : { zh: `${words}，要求改变`, en: `${words}, asks otherwise` });
    }
    case "deadline":
      return named(change.indicator, movedDeadline(change.from.deadline, change.to.deadline));
    case "removed":
      return named(change.indicator, { zh: `${amount(change.from)}，目标被删去`.replace(/^，/u, ""), en: `${amount(change.from)}, target is gone`.replace(/^, /u, "") });
    case "added":
      return named(change.indicator, { zh: `新增目标 ${amount(change.to)}`.trimEnd(), en: `new target ${amount(change.to)}`.trimEnd() });
  }
}

const named = (indicator: string, { zh, en }: IssuedChange): IssuedChange => ({ zh: `${indicator}：${zh}`, en: `${indicator}: ${en}` });

const isCeiling = ({ operator }: Target): boolean => operator === "<=" || operator === "<";

/** 30 万辆, 3—5 家; "" for a target without a figure. */
function amount(target: Target): string {
  if (target.value === null) return "";
  const figure = target.upper === undefined ? `${target.value}` : `${target.value}—${target.upper}`;
  return `${figure} ${unitWord(target)}`.trimEnd();
}

function withFall(was: string, is: string, percent: number | null, weaker: boolean, ceiling: boolean): IssuedChange {
  const by = percent === null ? "" : ` ${share(percent)} %`;
  const arrow = `${was} → ${is}`;
  if (ceiling) return weaker ? { zh: `${arrow}，上限放宽${by}`, en: `${arrow}, ceiling raised${by}` } : { zh: `${arrow}，上限收紧${by}`, en: `${arrow}, ceiling lowered${by}` };
  return weaker ? { zh: `${arrow}，目标下降${by}`, en: `${arrow}, target lowered${by}` } : { zh: `${arrow}，目标提高${by}`, en: `${arrow}, target raised${by}` };
}

/** A share in whole percent, one decimal where that would be 0. */
function share(percent: number): number {
  const whole = Math.round(Math.abs(percent));
  return whole === 0 ? Math.abs(percent) : whole;
}

function movedDeadline(from: Deadline, to: Deadline): IssuedChange {
  const arrow = `${dayWords(from, to)} → ${dayWords(to, from)}`;
  const was = from.alternative ?? from.date;
  const is = to.alternative ?? to.date;
  if (is === null) return { zh: `${arrow}，时限取消`, en: `${arrow}, deadline dropped` };
  if (was === null) return { zh: `${arrow}，新设时限`, en: `${arrow}, deadline set` };
  if (was === is) return { zh: `${arrow}，时限改变`, en: `${arrow}, deadline changed` };
  return was < is ? { zh: `${arrow}，时限推后`, en: `${arrow}, deadline put off` } : { zh: `${arrow}，时限提前`, en: `${arrow}, deadline brought forward` };
}

/** 2025 beside another year, else the day; the words themselves where the year was only taken for them or the day comes round. */
function dayWords(deadline: Deadline, other: Deadline): string {
  const { kind, date, text, assumedYear, recurrence } = deadline;
  if (date === null) return text === "" ? "无" : text;
  if (assumedYear !== null || recurrence !== null || kind === "multi") return text;
  return kind === "year" && (other.kind === "year" || other.date === null) ? date.slice(0, 4) : date;
}

function ofFigures(master: CellValue, value: CellValue): IssuedChange | null {
  const was = readNumber(master);
  const is = readNumber(value);
  if (was === null || is === null || was.measure !== is.measure || was.value === is.value) return null;
  const percent = was.value === 0 ? null : Math.round(((is.value - was.value) / was.value) * 1000) / 10;
  const words = ({ value: figure, measure }: { readonly value: number; readonly measure: string }): string => `${figure} ${measure}`.trimEnd();
  return withFall(words(was), words(is), percent, is.value < was.value, false);
}

function ofDeadlines(master: CellValue, value: CellValue, today: Day): IssuedChange | null {
  const [from, to] = [master, value].map((cell) => {
    const read = readDeadlineCell(cell, undefined, { year: null, asOf: today });
    return "deadline" in read ? read.deadline : null;
  });
  if (from === null || from === undefined || to === null || to === undefined || (from.date === to.date && from.alternative === to.alternative)) return null;
  return movedDeadline(from, to);
}

import { isEmpty } from "../../grid/grid";
import { cellMark, cellOf, type Ledger, type LedgerRow, textOf } from "../../ledger/ledger";
import type { Deadline } from "../../targets/deadline";
import type { Target } from "../../targets/target";
import { readDeadlineCell } from "../../targets/deadlineCell";
import { plainFigures } from "../../text/plainFigures";
import type { CheckContext } from "../context";
import { LONGEST_DEADLINE } from "../deadlines";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { short, tell } from "../say";

const say = {
  later: {
    zh: "完成时限{cell}晚于“{words}”（{date}），以哪个为准？",
    en: "The deadline {cell} is later than “{words}” ({date}): which one counts?",
  },
  earlier: {
    zh: "完成时限{cell}比“{words}”（{date}）早了至少一年，以哪个为准？",
    en: "The deadline {cell} is a year or more before “{words}” ({date}): which one counts?",
  },
} as const;

const FIXED: readonly string[] = ["date", "year", "range"];

/** The day of the row's own 完成时限 cell, or null. */
function cellDate(ledger: Ledger, row: LedgerRow, context: CheckContext): string | null {
  const value = cellOf(ledger, row, "deadline");
  if (isEmpty(value) || (typeof value === "string" && value.length > LONGEST_DEADLINE)) return null;
  const read = typeof value === "string" ? context.deadlineOf(value) : readDeadlineCell(value, cellMark(ledger, row, "deadline"), context.when);
  return "deadline" in read && FIXED.includes(read.deadline.kind) ? read.deadline.date : null;
}

/** Equal texts share their targets, and so what is worked out of them. */
const known = new WeakMap<readonly Target[], readonly Deadline[]>();

/** The dated deadlines of the row's text and label, earliest first. */
function textDates({ targetsOf }: CheckContext, row: LedgerRow): readonly Deadline[] {
  const targets = targetsOf(row);
  const before = known.get(targets);
  if (before) return before;
  const dates = targets
    .map(({ deadline }) => deadline)
    .flatMap((deadline) => (deadline.kind === "multi" ? deadline.parts : [deadline]))
    .filter(({ kind, date }) => FIXED.includes(kind) && date !== null)
    .sort((left, right) => ((left.date ?? "") < (right.date ?? "") ? -1 : 1));
  known.set(targets, dates);
  return dates;
}

const lastReading = ({ date, alternative }: Deadline): string => (alternative !== null && alternative > (date ?? "") ? alternative : (date ?? ""));

/** Some months earlier is a plan; a whole year earlier is another date. */
function isYearEarlier(cell: string, text: string): boolean {
  return `${Number(cell.slice(0, 4)) + 1}${cell.slice(4)}` <= text;
}

/** A year that is named but was not read as a date of the task: then the text may well mean the cell's. */
function namesYearBeyond(content: string, first: Deadline, last: Deadline): boolean {
  const years = [...plainFigures(content).matchAll(/(^|[^\d ]) {0,2}(20\d{2}) ?年/gu)]
    .filter((found) => found[1] !== "较" && found[1] !== "比")
    .map((found) => Number(found[2]));
  return years.some((year) => year < Number((first.date ?? "").slice(0, 4)) || year > Number(lastReading(last).slice(0, 4)));
}

export const deadlineAgainstText: RowRule = {
  scope: "row",
  id: "deadline/against-text",
  group: "content",
  severity: "warning",
  title: { zh: "完成时限与正文矛盾", en: "Deadline against the text" },
  why: {
    zh: "亮灯以完成时限栏为准；填错一格，到期的会显示为正常。",
    en: "Lights go by the column of deadlines; a wrong cell hides what is overdue.",
  },
  say,
  check(row, context) {
    const { ledger } = context;
    const cell = cellDate(ledger, row, context);
    const dates = cell === null ? [] : textDates(context, row);
    const first = dates[0];
    const last = dates[dates.length - 1];
    if (cell === null || !first || !last) return [];
    const isLater = cell > lastReading(last);
    if (!isLater && !isYearEarlier(cell, first.date ?? "")) return [];
    if (namesYearBeyond(textOf(ledger, row, "content"), first, last)) return [];
    const { text, date } = isLater ? last : first;
    return [inRow(ledger, row, "deadline", tell(say, isLater ? "later" : "earlier", { cell, words: short(text), date: date ?? "" }), { subject: cell })];
  },
  examples: [
    { name: "一致，或同一年里更早", given: [{ content: "到 2025 年，建成工厂 350 家。", deadline: "2025年底" }, { content: "到 2025 年，建成工厂 350 家。", deadline: "2025年9月" }], reports: [] },
    { name: "每年的任务、没有日期的任务", given: [{ content: "每年举办活动 10 场以上。", deadline: "2027年底" }, { deadline: "2027年底" }], reports: [] },
    { name: "基期年份不算时限", given: [{ content: "到 2025 年，回收量较 2023 年增长 15%。", deadline: "2025年底" }], reports: [] },
    { name: "正文还提到别的年份", given: [{ content: "2022 年启动，力争 2024 年前投产。", deadline: "2023年底" }], reports: [] },
    { name: "晚于正文，基期不碍事", given: [{ content: "到 2025 年，回收量较 2023 年增长 15%。", deadline: "2026年6月30日" }], reports: [{ at: "1.deadline", says: "later" }] },
    { name: "晚于正文", given: [{ content: "到 2025 年，建成工厂 350 家。", deadline: "2026年6月30日" }], reports: [{ at: "1.deadline", says: "later" }] },
    { name: "早了两年", given: [{ content: "到 2027 年，建成工厂 350 家。", deadline: "2025年9月30日" }], reports: [{ at: "1.deadline", says: "earlier" }] },
  ],
};

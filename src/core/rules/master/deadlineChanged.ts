import { cellMark, cellOf, type Ledger, type LedgerRow, placeOf } from "../../ledger/ledger";
import { isoDay } from "../../grid/day";
import { readDay } from "../../text/readDay";
import type { CheckContext } from "../context";
import { LONGEST_DEADLINE } from "../deadlines";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  later: {
    zh: "完成时限由{from}推迟到{to}：延期须说明理由并经批准",
    en: "The deadline moved from {from} to {to}: an extension needs a reason and approval",
  },
  earlier: {
    zh: "完成时限由{from}提前到{to}，请确认",
    en: "The deadline moved from {from} forward to {to}; please confirm",
  },
} as const;

/** The last day that keeps the row's 完成时限 cell, or null. */
function lastDay(ledger: Ledger, row: LedgerRow, context: CheckContext): string | null {
  const value = cellOf(ledger, row, "deadline");
  const day = readDay(value, cellMark(ledger, row, "deadline"));
  if (day) return isoDay(day);
  const read = typeof value === "string" && value.length <= LONGEST_DEADLINE ? context.deadlineOf(value) : null;
  if (!read || !("deadline" in read) || read.deadline.recurrence) return null;
  return read.deadline.alternative ?? read.deadline.date;
}

export const masterDeadlineChanged: AgainstRule = {
  scope: "master",
  id: "master/deadline-changed",
  group: "content",
  severity: "warning",
  title: { zh: "完成时限变动", en: "Deadline changed" },
  why: {
    zh: "延期是一件要批准的事，不能只改一格。",
    en: "An extension is an act that is approved, not the edit of a cell.",
  },
  say,
  check(context, { ledger: master, twins }) {
    const { ledger } = context;
    return [...twins].flatMap(([row, twin]) => {
      const from = lastDay(master, twin, context);
      const to = lastDay(ledger, row, context);
      if (from === null || to === null || from === to || !placeOf(ledger, row, "deadline")) return [];
      return [inRow(ledger, row, "deadline", tell(say, to > from ? "later" : "earlier", { from, to }), { subject: `${from} ${to}` })];
    });
  },
  examples: [
    { name: "写法不同，日子相同", given: [{ deadline: "2025年底" }], against: [{ deadline: "2025-12-31" }], reports: [] },
    { name: "推迟", given: [{ deadline: "2026年6月30日" }], against: [{ deadline: "2025年12月31日" }], reports: [{ at: "1.deadline", says: "later" }] },
    { name: "提前", given: [{ deadline: "2025年6月30日" }], against: [{ deadline: "2025年12月31日" }], reports: [{ at: "1.deadline", says: "earlier" }] },
  ],
};

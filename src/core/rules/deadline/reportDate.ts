import { readDay } from "../../text/readDay";
import type { CellRule } from "../rule";
import { isNothing } from "../deadlines";
import { impossibleDate } from "../impossibleDates";
import { short, tell } from "../say";

const say = {
  unread: {
    zh: "{header}“{text}”不是完整的日期，请写成“2025年10月14日”这样的形式",
    en: "{header} “{text}” is no whole date; please write it like 2025年10月14日",
  },
} as const;

export const deadlineReportDate: CellRule = {
  scope: "cell",
  id: "deadline/report-date",
  group: "content",
  severity: "info",
  title: { zh: "填报日期不完整", en: "Report date incomplete" },
  why: {
    zh: "填报日期用来判断是否按时报送、哪一份较新。",
    en: "The report date tells what came in time, and which of two is newer.",
  },
  say,
  on: ["date"],
  under: ["reportDate"],
  needs: { text: {} },
  check({ text, key, mark }, { ledger }) {
    if (text === null || key !== "reportDate" || mark?.error || isNothing(text) || readDay(text, mark) || impossibleDate(text) !== null) return [];
    const header = ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "";
    return [{ message: tell(say, "unread", { header, text: short(text) }), subject: text }];
  },
  examples: [
    { name: "完整日期", given: [{ reportDate: "2025年10月14日" }, { reportDate: "2025.6.12" }, { reportDate: { value: 45955, mark: { date: true } } }], reports: [] },
    { name: "没有年份", given: [{ reportDate: "10月中旬" }], reports: [{ at: "1.reportDate", says: "unread" }] },
  ],
};

import { cellOf, textOf } from "../../ledger/ledger";
import { inRow, placeIn } from "../finding";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  marked: {
    zh: "完成时限“{from}”宜作“{to}”，与其他各行一致",
    en: "The deadline “{from}” should be “{to}” like the others",
  },
} as const;

const MARKED = /^\s*(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?\s*(底|前|底前)?\s*$/u;
const WORDED = /\d{4}\s*年/u;

/** 2025.12 as 2025年12月, 2025-6-30 as 2025年6月30日; null where there is no such day or month. */
function worded(text: string): string | null {
  const [, year, month, day, end = ""] = MARKED.exec(text) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) > 31) return null;
  return `${year}年${Number(month)}月${day === undefined ? "" : `${Number(day)}日`}${end}`;
}

export const deadlineSpelling: LedgerRule = {
  scope: "ledger",
  id: "deadline/spelling",
  group: "text",
  severity: "info",
  title: { zh: "完成时限写法不一", en: "Deadlines spelled in several ways" },
  why: {
    zh: "“2025.12”在表格里会变成小数；与“2025年12月”混用也不便筛选。通篇用一种写法的台账不报。",
    en: "2025.12 turns into a decimal in a sheet, and does not filter with 2025年12月. Ledgers with one spelling are left alone.",
  },
  say,
  check({ ledger, profile }) {
    const position = ledger.index.get("deadline");
    if (position === undefined || profile.style === "none") return [];
    const rows = ledger.rows.filter((row) => !row.spanned?.has(position) && typeof cellOf(ledger, row, "deadline") === "string");
    const odd = rows.filter((row) => worded(textOf(ledger, row, "deadline")) !== null);
    const usual = rows.filter((row) => WORDED.test(textOf(ledger, row, "deadline"))).length;
    if (usual <= odd.length) return [];
    return odd.map((row) => {
      const from = textOf(ledger, row, "deadline");
      const to = worded(from) ?? from;
      const fixes = row.marks?.[position]?.formula ? [] : [{ at: placeIn(ledger, row, "deadline"), from, to, safe: false }];
      return inRow(ledger, row, "deadline", tell(say, "marked", { from: from.trim(), to }), { subject: from, fixes });
    });
  },
  examples: [
    { name: "写法一致", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }], reports: [] },
    { name: "通篇用点", given: [{ deadline: "2025.12" }, { deadline: "2026.6" }], reports: [] },
    { name: "一处用点", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }, { deadline: "2025.12" }], reports: [{ at: "3.deadline", says: "marked", to: "2025年12月", safe: false }] },
    { name: "一处用横线", given: [{ deadline: "2025年12月" }, { deadline: "2025年底" }, { deadline: "2025-06-30" }], reports: [{ at: "3.deadline", says: "marked", to: "2025年6月30日", safe: false }] },
  ],
};

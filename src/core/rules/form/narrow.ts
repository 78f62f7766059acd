import { widthAt } from "../../form/form";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  hashes: {
    zh: "“{header}”栏太窄，有{count}个数字或日期显示为 ####",
    en: "{header} is too narrow: {count} figures or dates show as ####",
  },
} as const;

/** 2026/1/1, the least that a day takes. */
const SHORTEST_DATE = 8;

export const formNarrow: LedgerRule = {
  scope: "ledger",
  id: "form/narrow",
  group: "form",
  severity: "warning",
  title: { zh: "列太窄，显示为 ####", en: "Column too narrow for its figures" },
  why: {
    zh: "放不下的数字和日期显示成一串井号。",
    en: "Figures and dates that do not fit are shown as a row of hash signs.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, form }) {
    if (!form) return [];
    return ledger.columns.flatMap(({ col, header }, position) => {
      const width = widthAt(form, col);
      if (width === 0) return [];
      return ledger.rows.flatMap((row): readonly Finding[] => {
        const value = row.values[position];
        if (typeof value !== "number" || row.spanned?.has(position)) return [];
        const shown = row.marks?.[position]?.date ? SHORTEST_DATE : String(Math.trunc(value)).length;
        return shown <= width + 0.5 ? [] : [{ at: { sheet: ledger.sheet, row: row.gridRow, col }, row: row.key, message: tell(say, "hashes", { header }), subject: header }];
      });
    });
  },
  examples: [
    { name: "放得下", given: [{ reportedValue: 1200 }], form: { widths: { reportedValue: 10 } }, reports: [] },
    { name: "放不下", given: [{ reportedValue: 1_234_567 }, { reportedValue: { value: 46_309, mark: { date: true } } }], form: { widths: { reportedValue: 4 } }, reports: [{ at: "1.reportedValue", says: "hashes", places: ["1.reportedValue", "2.reportedValue"] }] },
  ],
};

import { faceAt } from "../../form/form";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  open: {
    zh: "有{count}个单元格边框不全",
    en: "{count} cells lack lines",
  },
} as const;


export const formBorders: LedgerRule = {
  scope: "ledger",
  id: "form/borders",
  group: "form",
  severity: "info",
  title: { zh: "缺边框", en: "Lines missing" },
  why: {
    zh: "其他单元格四周都有线，这几格缺线，打印出来不成表。",
    en: "All other cells have lines around them; without them the print is no table.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, form, formHabits, isMerged }) {
    if (!form || !formHabits?.boxed) return [];
    return ledger.rows.flatMap((row) =>
      ledger.columns.flatMap(({ col }): readonly Finding[] => {
        if (faceAt(form, row.gridRow, col)?.boxed !== false || isMerged(row.gridRow, col)) return [];
        return [{ at: { sheet: ledger.sheet, row: row.gridRow, col }, row: row.key, message: tell(say, "open", {}) }];
      }),
    );
  },
  examples: [
    { name: "都有边框", given: [{}, {}], form: {}, reports: [] },
    { name: "通篇没有边框", given: [{}, {}], form: { body: { boxed: false } }, reports: [] },
    { name: "一格缺边框", given: [{}, {}, {}], form: { cells: { "2.content": { boxed: false } } }, reports: [{ at: "2.content", says: "open" }] },
  ],
};

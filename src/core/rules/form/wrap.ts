import { faceAt, widthAt } from "../../form/form";
import { LONG_TEXT } from "../../form/formHabits";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  cut: {
    zh: "有{count}个单元格文字较长却没有自动换行，会显示不全",
    en: "{count} cells hold long texts that are not wrapped and are cut off",
  },
} as const;

const LONG = "统筹推进全市老旧设备摸底、更新和改造工作，建立问题清单，逐项落实责任，定期调度进展，及时协调解决困难。";

export const formWrap: LedgerRule = {
  scope: "ledger",
  id: "form/wrap",
  group: "form",
  severity: "warning",
  title: { zh: "长文字没有自动换行", en: "Long text that is not wrapped" },
  why: {
    zh: "不换行的长文字被右边的单元格挡住，打印不出来。",
    en: "A long text that is not wrapped is hidden by the next cell, and not printed.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, form, formHabits }) {
    if (!form || !formHabits?.wrapped) return [];
    return ledger.columns.flatMap(({ col }, position) =>
      ledger.rows.flatMap((row): readonly Finding[] => {
        const value = row.values[position];
        if (typeof value !== "string" || value.length < LONG_TEXT || value.length * 2 <= widthAt(form, col) || row.spanned?.has(position) || faceAt(form, row.gridRow, col)?.wrap !== false) return [];
        return [{ at: { sheet: ledger.sheet, row: row.gridRow, col }, row: row.key, message: tell(say, "cut", {}) }];
      }),
    );
  },
  examples: [
    { name: "都换行", given: [{ content: LONG }], form: {}, reports: [] },
    { name: "通篇不换行的表", given: [1, 2, 3, 4, 5].map(() => ({ content: LONG })), form: { body: { wrap: false } }, reports: [] },
    {
      name: "一格没有换行",
      given: [{ content: LONG }, { content: LONG }, { content: LONG }, { content: LONG }, { content: LONG }, { content: LONG }],
      form: { cells: { "2.content": { wrap: false } } },
      reports: [{ at: "2.content", says: "cut" }],
    },
  ],
};

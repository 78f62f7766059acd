import { faceAt } from "../../form/form";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  marked: {
    zh: "有{count}个单元格填了底色，可能是没有清除的记号",
    en: "{count} cells have a fill, perhaps a mark that was left over",
  },
} as const;


export const formFill: LedgerRule = {
  scope: "ledger",
  id: "form/fill",
  group: "form",
  severity: "info",
  title: { zh: "留下的底色", en: "Colours left over" },
  why: {
    zh: "底色多半是审阅时做的记号；报送前要么说明意思，要么清除。",
    en: "Fills are mostly marks of a review; before sending, say what they mean or clear them.",
  },
  say,
  beyondValues: true,
  gather: "subject",
  check({ ledger, form, formHabits }) {
    if (!form || !formHabits?.unfilled) return [];
    return ledger.rows.flatMap((row) =>
      ledger.columns.flatMap(({ col }, position): readonly Finding[] => {
        const fill = faceAt(form, row.gridRow, col)?.fill ?? null;
        if (fill === null || row.spanned?.has(position)) return [];
        return [{ at: { sheet: ledger.sheet, row: row.gridRow, col }, row: row.key, message: tell(say, "marked", {}), subject: fill }];
      }),
    );
  },
  examples: [
    { name: "没有底色", given: [{}, {}], form: {}, reports: [] },
    { name: "隔行换色的表", given: [{}, {}], form: { body: { fill: "DDEEFF" } }, reports: [] },
    { name: "一格标黄", given: [{}, {}, {}], form: { cells: { "2.content": { fill: "FFFF00" } } }, reports: [{ at: "2.content", says: "marked" }] },
  ],
};

import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  parted: {
    zh: "手动分页符把这个标题和它的第一项任务分开了",
    en: "A page break parts this heading from its first task",
  },
} as const;


export const formPageBreak: LedgerRule = {
  scope: "ledger",
  id: "form/page-break",
  group: "form",
  severity: "warning",
  title: { zh: "标题与任务分在两页", en: "Heading parted from its tasks" },
  why: {
    zh: "章节标题留在一页末尾，任务到了下一页。",
    en: "The heading stays at the foot of a page while its tasks begin the next.",
  },
  say,
  beyondValues: true,
  check({ ledger, form }) {
    if (!form) return [];
    const breaks = new Set(form.print.breaks);
    const headings = ledger.frame.filter(({ kind }) => kind === "chapter" || kind === "section");
    return headings.filter(({ gridRow }) => breaks.has(gridRow + 1)).map(({ gridRow }): Finding => ({ at: { sheet: ledger.sheet, row: gridRow, col: ledger.columns[0]?.col ?? 0 }, row: null, message: tell(say, "parted", {}) }));
  },
  examples: [
    { name: "在标题前分页", given: [{}, "一、甲", {}], form: { print: { breaks: [2] } }, reports: [] },
    { name: "在标题后分页", given: [{}, "一、甲", {}], form: { print: { breaks: [3] } }, reports: [{ at: "2", says: "parted" }] },
  ],
};

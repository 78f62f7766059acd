import { textOf } from "../../ledger/ledger";
import { comparisonForm, comparisonMark } from "../../text/compare";
import { placeIn, inRow } from "../finding";
import { alike, groupBy } from "../groupBy";
import type { LedgerRule } from "../rule";
import { isLent } from "../serialIndex";
import { short, tell } from "../say";

const say = {
  wholly: {
    zh: "“{task}”一行的任务和工作内容出现了{times}次",
    en: "The task “{task}” stands here {times} times with the same content",
  },
} as const;

export const rowsRepeated: LedgerRule = {
  scope: "ledger",
  id: "rows/repeated",
  group: "structure",
  severity: "warning",
  title: { zh: "任务重复", en: "Task repeated" },
  why: {
    zh: "同一任务出现两次，各单位的反馈会分散到两行。",
    en: "With one task in two rows, its returns are split between them.",
  },
  say,
  check({ ledger }) {
    const rows = ledger.rows.filter((row) => row.kind === "task" && !isLent(ledger, row) && textOf(ledger, row, "task").trim() !== "");
    const forms = new Map<string, string>();
    const formOf = (text: string): string => {
      const form = forms.get(text) ?? comparisonForm(text);
      forms.set(text, form);
      return form;
    };
    const named = alike(rows, (row) => comparisonMark(textOf(ledger, row, "task")), (row) => formOf(textOf(ledger, row, "task")));
    const groups = named.flatMap((same) => [...groupBy(same, (row) => formOf(textOf(ledger, row, "content"))).values()]).filter(({ length }) => length > 1);
    return groups.flatMap((same) => {
      const last = same[same.length - 1];
      if (!last) return [];
      const places = [...same].reverse().map((row) => placeIn(ledger, row, "task"));
      const task = short(textOf(ledger, last, "task"));
      return [inRow(ledger, last, "task", tell(say, "wholly", { task, times: same.length }), { subject: task, places })];
    });
  },
  examples: [
    { name: "各不相同", given: [{}, {}], reports: [] },
    { name: "名称相同、内容不同", given: [{ task: "加强领导" }, { task: "加强领导" }], reports: [] },
    {
      name: "粘贴了两次",
      given: [{ task: "推进摸底", content: "完成摸底。" }, {}, { task: "推进摸底", content: "完成 摸底。" }],
      reports: [{ at: "3.task", says: "wholly", places: ["3.task", "1.task"] }],
    },
  ],
};

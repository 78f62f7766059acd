import { ownerOf } from "../../ledger/columns";
import { isLent } from "../serialIndex";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  across: {
    zh: "“{header}”的合并单元格跨了{times}项任务：各项都是这个内容，还是只有第一项？",
    en: "A merged cell of {header} covers {times} tasks: does it speak for all of them, or for the first?",
  },
} as const;

interface Span {
  readonly top: number;
  readonly col: number;
  readonly position: number;
  readonly tasks: number;
}

export const rowsSpanAcrossTasks: LedgerRule = {
  scope: "ledger",
  id: "rows/span-across-tasks",
  group: "structure",
  severity: "warning",
  title: { zh: "填报栏合并单元格跨任务", en: "Merged cell over several tasks" },
  why: {
    zh: "合并单元格的内容按各项任务都填了来读取；只属于第一项的，应取消合并。",
    en: "A merged cell is read as the answer of every task it covers; where it answers the first only, it should be split.",
  },
  say,
  check({ ledger, rowKeys }) {
    const spans = new Map<string, Span>();
    for (const row of ledger.rows) {
      for (const [position, { row: top, col }] of row.spanned ?? []) {
        const owner = ownerOf(ledger.columns[position]?.key ?? "");
        if ((owner !== "unit" && owner !== "shared") || isLent(ledger, row)) continue;
        const key = `${top}:${col}`;
        spans.set(key, { top, col, position, tasks: (spans.get(key)?.tasks ?? 1) + 1 });
      }
    }
    return [...spans.values()].map(({ top, col, position, tasks }): Finding => ({
      at: { sheet: ledger.sheet, row: top, col },
      row: rowKeys.get(top) ?? null,
      message: tell(say, "across", { header: ledger.columns[position]?.header ?? "", times: tasks }),
    }));
  },
  examples: [
    { name: "一格一项", given: [{ progress: "已立项。" }, { progress: "已摸底。" }], reports: [] },
    { name: "一项任务占两行", given: [{ progress: "已立项。" }, { serial: null, task: null, progress: null }], spans: ["1.serial+2", "1.progress+2"], reports: [] },
    { name: "进展跨两项任务", given: [{ progress: "已立项。" }, { progress: null }], spans: ["1.progress+2"], reports: [{ at: "1.progress", says: "across" }] },
  ],
};

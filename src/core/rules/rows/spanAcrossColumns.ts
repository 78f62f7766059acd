import { isEmpty, rowAt } from "../../grid/grid";
import { ownerOf } from "../../ledger/columns";
import type { Finding, LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  across: {
    zh: "这一格横跨“{first}”到“{last}”{times}栏，只按“{first}”读取；请取消合并，分栏填写",
    en: "This merged cell covers {times} columns from {first} to {last} and is read as {first}; please split it",
  },
} as const;

export const rowsSpanAcrossColumns: LedgerRule = {
  scope: "ledger",
  id: "rows/span-across-columns",
  group: "structure",
  severity: "warning",
  title: { zh: "任务行里横向合并", en: "Columns merged in a row of a task" },
  why: {
    zh: "横向合并后，后几栏读不到内容，也不能按列汇总。",
    en: "The columns on the right have nothing to be read or merged.",
  },
  say,
  check({ ledger, grid, rowKeys }) {
    return grid.spans.flatMap(({ top, left, right }): readonly Finding[] => {
      if (left === right || !rowKeys.has(top) || isEmpty(rowAt(grid, top)?.values[left])) return [];
      const covered = ledger.columns.filter(({ col }) => left <= col && col <= right);
      const [first] = covered;
      const last = covered[covered.length - 1];
      // Labels over 序号 and 重点任务 are usual; answers are kept apart.
      if (!first || !last || covered.length < 2 || !covered.some(({ key }) => ownerOf(key) !== "master" || key.endsWith("Units"))) return [];
      return [{ at: { sheet: ledger.sheet, row: top, col: left }, row: rowKeys.get(top) ?? null, message: tell(say, "across", { first: first.header, last: last.header, times: covered.length }) }];
    });
  },
  examples: [
    { name: "没有横向合并", given: [{ progress: "已立项。" }], reports: [] },
    { name: "进展和问题合并成一格", given: [{ progress: "已立项。", problems: null }], spans: ["1.progress+1x2"], reports: [{ at: "1.progress", says: "across" }] },
  ],
};

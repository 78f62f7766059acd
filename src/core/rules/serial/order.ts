import { inRow } from "../finding";
import type { LedgerRule } from "../rule";
import { isCounting } from "../serialIndex";
import { tell } from "../say";

const say = {
  after: {
    zh: "序号{serial}排在{before}之后（共{count}处）",
    en: "Serial {serial} stands after {before} ({count} places)",
  },
} as const;

export const serialOrder: LedgerRule = {
  scope: "ledger",
  id: "serial/order",
  group: "structure",
  severity: "info",
  title: { zh: "序号顺序颠倒", en: "Serials out of order" },
  why: {
    zh: "任务可能被排序或移动过，核对时容易漏看。",
    en: "Tasks may have been sorted or moved, and are easily overlooked.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  check({ ledger, serials }) {
    if (!serials.numbered) return [];
    return serials.runs.filter((run) => !isCounting(run)).flatMap((run) => {
      const times = new Map<string | null, number>();
      for (const { key } of run) times.set(key, (times.get(key) ?? 0) + 1);
      return run.flatMap((row, index) => {
        const before = Number(run[index - 1]?.key ?? 0);
        // A repeated serial is spoken of by its own rule.
        if (Number(row.key) >= before || (times.get(row.key) ?? 0) > 1) return [];
        return [inRow(ledger, row, "serial", tell(say, "after", { serial: row.key ?? "", before }))];
      });
    });
  },
  examples: [
    { name: "顺序", given: [{}, {}, {}], reports: [] },
    { name: "3 在 4 之后", given: [{ serial: 1 }, { serial: 2 }, { serial: 4 }, { serial: 3 }], reports: [{ at: "4.serial", says: "after" }] },
  ],
};

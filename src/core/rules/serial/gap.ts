import { inRow } from "../finding";
import type { LedgerRule } from "../rule";
import { isCounting } from "../serialIndex";
import { tell } from "../say";

const say = {
  jump: {
    zh: "序号从{from}跳到{to}，中间是删了任务，还是编号有误？",
    en: "Serials jump from {from} to {to}: was a task deleted, or is the numbering wrong?",
  },
} as const;

export const serialGap: LedgerRule = {
  scope: "ledger",
  id: "serial/gap",
  group: "structure",
  severity: "warning",
  title: { zh: "序号不连续", en: "Gap in the serials" },
  why: {
    zh: "缺号可能是漏了任务。只有部分任务的表（如某单位的反馈表）不作此项检查；不会自动重新编号。",
    en: "A gap may be a lost task. Sheets that hold only some of the tasks are not asked; nothing is renumbered unasked.",
  },
  say,
  check({ ledger, serials, master }) {
    if (master || serials.extract || !serials.numbered) return [];
    const broken = serials.runs.filter((run) => !isCounting(run));
    if (broken.length === 0) return [];
    const counted = new Set(serials.runs.flat());
    const lackedAbove = new Map<number, number>();
    let lacked = 0;
    for (const row of ledger.rows) {
      lackedAbove.set(row.gridRow, lacked);
      if (row.kind === "task" && !counted.has(row)) lacked += 1;
    }
    const without = (above: number, below: number): number => (lackedAbove.get(below) ?? 0) - (lackedAbove.get(above) ?? 0);
    return broken.flatMap((run) => {
      const times = new Map<string | null, number>();
      for (const { key } of run) times.set(key, (times.get(key) ?? 0) + 1);
      return run.flatMap((row, index) => {
        const from = Number(run[index - 1]?.key ?? 0);
        const to = Number(row.key);
        // A row that lost its number, a number that stands elsewhere, or gave way to a second one of its neighbour's, is spoken of by other rules.
        if (to <= from + 1 || without(run[index - 1]?.gridRow ?? 0, row.gridRow) >= to - from - 1 || times.has(String(from + 1)) || (times.get(String(from)) ?? 0) > 1) return [];
        return [inRow(ledger, row, "serial", tell(say, "jump", { from, to }), { subject: `${from}-${to}` })];
      });
    });
  },
  examples: [
    { name: "连续", given: [{}, {}, {}], reports: [] },
    { name: "缺 3", given: [{}, {}, { serial: 4 }, {}, {}, {}], reports: [{ at: "3.serial", says: "jump" }] },
    { name: "某单位的几行", given: [{ serial: 3 }, { serial: 18 }, { serial: 27 }], reports: [] },
  ],
};

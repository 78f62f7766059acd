import type { LedgerRow } from "../../ledger/ledger";
import { inRow, placeIn } from "../finding";
import { groupBy } from "../groupBy";
import type { LedgerRule } from "../rule";
import { isCounting } from "../serialIndex";
import { tell } from "../say";

const say = {
  again: {
    zh: "序号{serial}用了{times}次，请改正其中一个",
    en: "Serial {serial} is used {times} times; please correct one of them",
  },
} as const;

interface Numbered {
  readonly row: LedgerRow;
  /** The serial of the row before. */
  readonly before: number;
}

/** The row that breaks the counting, else the last one. */
function oddOne(same: readonly Numbered[]): LedgerRow | undefined {
  return (same.find(({ row, before }) => before + 1 !== Number(row.key)) ?? same[same.length - 1])?.row;
}

export const serialDuplicate: LedgerRule = {
  scope: "ledger",
  id: "serial/duplicate",
  group: "structure",
  severity: "error",
  title: { zh: "序号重复", en: "Serial used twice" },
  why: {
    zh: "两项任务同一序号，按序号汇总会写错行；各章、各节重新编号不算重复。",
    en: "With one serial for two tasks, returns are written to the wrong row. Beginning anew in each chapter or section is no repetition.",
  },
  say,
  check({ ledger, serials }) {
    return serials.runs.filter((run) => !isCounting(run)).flatMap((run) => {
      const counted = run.map((row, index) => ({ row, before: Number(run[index - 1]?.key ?? 0) }));
      return [...groupBy(counted, ({ row }) => row.key)].flatMap(([serial, same]) => {
        const row = same.length > 1 ? oddOne(same) : undefined;
        if (!row) return [];
        const others = same.map((one) => one.row).filter((other) => other !== row);
        const places = [row, ...others].map((one) => placeIn(ledger, one, "serial"));
        return [inRow(ledger, row, "serial", tell(say, "again", { serial: serial ?? "", times: same.length }), { subject: serial ?? "", places })];
      });
    });
  },
  examples: [
    { name: "连续编号", given: [{}, {}, {}], reports: [] },
    { name: "每节重新编号", given: ["(一) 甲", { serial: 1 }, { serial: 2 }, "(二) 乙", { serial: 1 }, { serial: 2 }], reports: [] },
    { name: "一项任务占几行，序号合并", given: [{ serial: 1 }, { serial: null, task: null }, { serial: 2 }], spans: ["1.serial+2"], reports: [] },
    { name: "30 误作 2", given: [{}, {}, {}, { serial: 2 }], reports: [{ at: "4.serial", says: "again", places: ["4.serial", "2.serial"] }] },
  ],
};

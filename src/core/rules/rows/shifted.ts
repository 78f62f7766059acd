import type { LedgerRow } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import type { CellFix, Finding, RowRule } from "../rule";
import { short, tell } from "../say";
import type { Shift } from "../shifts";

const say = {
  one: {
    zh: "“{text}”填在了“{header}”栏，应在相邻的“{target}”栏",
    en: "“{text}” stands under {header} and belongs to {target} beside it",
  },
  many: {
    zh: "从“{header}”栏起有{times}格错位，应整体移一格到“{target}”栏",
    en: "From {header} on {times} cells stand one column off; they should begin at {target}",
  },
  lost: {
    zh: "“{text}”不像“{header}”栏的内容，是不是填错了列？",
    en: "“{text}” is nothing for {header}; does it belong to another column?",
  },
} as const;

function headerAt({ ledger }: CheckContext, position: number): string {
  return ledger.columns[position]?.header ?? "";
}

/** Each cell gives its value to the one beside it; the one that nobody fills anew is emptied. */
function moves({ ledger }: CheckContext, row: LedgerRow, positions: readonly number[], by: number): readonly CellFix[] {
  const col = (position: number): number => ledger.columns[position]?.col ?? 0;
  if (positions.some((position) => row.marks?.[position]?.formula)) return [];
  return positions.flatMap((position): readonly CellFix[] => {
    const value = row.values[position] ?? null;
    const target = { sheet: ledger.sheet, row: row.gridRow, col: col(position + by) };
    const filled: CellFix = { at: target, from: row.values[position + by] ?? null, to: value, safe: false };
    if (positions.includes(position - by)) return [filled];
    return [filled, { at: { ...target, col: col(position) }, from: value, to: null, safe: false }];
  });
}

function findingOf(context: CheckContext, row: LedgerRow, { positions, by }: Shift): Finding {
  const { ledger } = context;
  const places = positions.map((position) => ({ sheet: ledger.sheet, row: row.gridRow, col: ledger.columns[position]?.col ?? 0 }));
  const [at = { sheet: ledger.sheet, row: row.gridRow, col: 0 }] = places;
  const first = positions[0] ?? 0;
  const header = headerAt(context, first);
  const text = short(String(row.values[first] ?? ""));
  if (by === null) return { at, row: row.key, subject: text, message: tell(say, "lost", { header, text }) };
  const target = headerAt(context, first + by);
  const message = positions.length === 1 ? tell(say, "one", { text, header, target }) : tell(say, "many", { header, target, times: positions.length });
  return { at, row: row.key, subject: text, message, places, fixes: moves(context, row, positions, by) };
}

export const rowsShifted: RowRule = {
  scope: "row",
  id: "rows/shifted",
  group: "content",
  severity: "error",
  title: { zh: "填错了列", en: "Value in the neighbour’s column" },
  why: {
    zh: "粘贴时错了一列，单位、状态、数值就都对不上，汇总会把它们当成别的内容。",
    en: "Pasted one column off, units, statuses and figures are taken for something else.",
  },
  say,
  beyondValues: true,
  check(row, context) {
    const shift = context.shifts.get(row);
    return shift ? [findingOf(context, row, shift)] : [];
  },
  examples: [
    {
      name: "各在其栏",
      given: [{ reportedValue: 5, status: "进行中", progress: "已完成摸底五处，印发方案一份。" }, { reportedValue: null, status: null, progress: null }],
      reports: [],
    },
    {
      name: "状态填到了完成值",
      given: [{ reportedValue: "进行中", status: null, progress: "已完成摸底五处，印发方案一份。" }],
      reports: [{ at: "1.reportedValue", says: "one" , to: null, safe: false }],
    },
    {
      name: "从责任单位起错后一格",
      given: [{ leadUnits: "市商务局", responsibleUnits: "市财政局", deadline: "2026年12月", status: "进行中" }, { leadUnits: null, responsibleUnits: "市商务局", deadline: "市财政局", status: null, progress: null }],
      reports: [{ at: "2.responsibleUnits", says: "many", places: ["2.responsibleUnits", "2.deadline"], to: "市财政局", safe: false }],
    },
    { name: "单位栏里是日期", given: [{ leadUnits: "2026年12月31日" }], reports: [{ at: "1.leadUnits", says: "lost" }] },
  ],
};

import { isEmpty, rowAt } from "../../grid/grid";
import type { LedgerRow } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import { inRow, placeIn } from "../finding";
import type { LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  inherited: {
    zh: "“{label}”下面{times}行的首格是空的（其他标签是合并单元格），按“{label}”读取",
    en: "The first cells of {times} rows below “{label}” are empty, where other labels are merged; they are read as “{label}”",
  },
} as const;

/** Rows that have their label from above, by the row that shows it. */
function lentByHand({ ledger, grid }: CheckContext, position: number): ReadonlyMap<LedgerRow, readonly LedgerRow[]> {
  const col = ledger.columns[position]?.col ?? 0;
  const lent = new Map<LedgerRow, LedgerRow[]>();
  let holder: LedgerRow | null = null;
  for (const row of ledger.rows) {
    if (row.kind !== "goal") {
      holder = null;
      continue;
    }
    if (!isEmpty(rowAt(grid, row.gridRow)?.values[col])) holder = row;
    else if (holder && holder.label === row.label && !row.spanned?.has(position)) lent.set(holder, [...(lent.get(holder) ?? []), row]);
  }
  return lent;
}

export const rowsLabelUnmerged: LedgerRule = {
  scope: "ledger",
  id: "rows/label-unmerged",
  group: "structure",
  severity: "info",
  title: { zh: "标签的合并被取消", en: "Label that was unmerged" },
  why: {
    zh: "合并取消后下面几行的首格空着，年份要从上面的标签继承。",
    en: "With the span gone the rows below have no label, and take their year from above.",
  },
  say,
  check(context) {
    const { ledger } = context;
    const position = ledger.index.get("serial");
    if (position === undefined || !isSpannedUsually(context, position)) return [];
    return [...lentByHand(context, position)].map(([holder, rows]) =>
      inRow(ledger, holder, "serial", tell(say, "inherited", { label: short(holder.label ?? ""), times: rows.length }), { places: [placeIn(ledger, holder, "serial"), ...rows.map((row) => placeIn(ledger, row, "serial"))] }),
    );
  },
  examples: [
    { name: "标签都没有合并", given: ["一、工作目标", { serial: "2025 年工作目标", task: null }, { serial: null, task: null }], reports: [] },
    {
      name: "一个合并，一个没有",
      given: ["一、工作目标", { serial: "2025 年工作目标", task: null }, { serial: null, task: null }, { serial: "2027 年工作目标", task: null }, { serial: null, task: null }],
      spans: ["2.serial+2"],
      reports: [{ at: "4.serial", says: "inherited", places: ["4.serial", "5.serial"] }],
    },
  ],
};

/** Labels of this ledger, or of the master that it came from, stand in merged cells. */
function isSpannedUsually({ ledger, master }: CheckContext, position: number): boolean {
  const isLabelled = (rows: readonly LedgerRow[], at: number): boolean => rows.some((row) => row.kind === "goal" && row.spanned?.has(at));
  return isLabelled(ledger.rows, position) || (master !== null && isLabelled(master.ledger.rows, master.ledger.index.get("serial") ?? -1));
}

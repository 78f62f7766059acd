import { cellMark, cellOf } from "../../ledger/ledger";
import { readNumber } from "../../text/readNumber";
import { inRow } from "../finding";
import type { RowRule } from "../rule";
import { tell } from "../say";

const say = {
  below: {
    zh: "{header}是负数（{value}），请核实",
    en: "{header} is below zero ({value}); please check",
  },
} as const;

export const valueNegative: RowRule = {
  scope: "row",
  id: "value/negative",
  group: "content",
  severity: "warning",
  title: { zh: "目标值或完成值为负", en: "Value below zero" },
  why: {
    zh: "家数、亿元、百分比一般不会小于零，多半是公式或录入出错；目标本身是负数的不报。",
    en: "Counts, sums and shares are hardly below zero; mostly a formula or a slip. Rows whose target is below zero are not mentioned.",
  },
  say,
  check(row, { ledger }) {
    const valueOf = (key: string): number | null => readNumber(cellOf(ledger, row, key), cellMark(ledger, row, key))?.value ?? null;
    const reported = valueOf("reportedValue");
    if (reported === null || reported >= 0 || (valueOf("targetValue") ?? 0) < 0) return [];
    const header = ledger.columns[ledger.index.get("reportedValue") ?? -1]?.header ?? "";
    return [inRow(ledger, row, "reportedValue", tell(say, "below", { header, value: reported }), { subject: String(reported) })];
  },
  examples: [
    { name: "零和正数，目标为负", given: [{ reportedValue: 0 }, { reportedValue: 5 }, { targetValue: -3, reportedValue: -2 }], reports: [] },
    { name: "负数", given: [{ targetValue: 12, reportedValue: -5 }], reports: [{ at: "1.reportedValue", says: "below" }] },
  ],
};

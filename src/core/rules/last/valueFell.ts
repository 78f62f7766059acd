import { cellMark, cellOf } from "../../ledger/ledger";
import { readNumber } from "../../text/readNumber";
import { inRow } from "../finding";
import type { AgainstRule } from "../rule";
import { tell } from "../say";

const say = {
  fell: {
    zh: "完成值由上期的{from}降到{to}，请核实",
    en: "The reported value fell from {from} in the round before to {to}; please check",
  },
} as const;

export const lastValueFell: AgainstRule = {
  scope: "last",
  id: "last/value-fell",
  group: "content",
  severity: "warning",
  title: { zh: "完成值倒退", en: "Reported value fell" },
  why: {
    zh: "累计数不会变小；变小多是填错，或上期多报了。",
    en: "A total does not shrink: one of the two is wrong.",
  },
  say,
  check({ ledger }, { ledger: last, twins }) {
    return [...twins].flatMap(([row, twin]) => {
      const to = readNumber(cellOf(ledger, row, "reportedValue"), cellMark(ledger, row, "reportedValue"));
      const from = readNumber(cellOf(last, twin, "reportedValue"), cellMark(last, twin, "reportedValue"));
      if (!to || !from || to.value >= from.value || to.measure !== from.measure) return [];
      return [inRow(ledger, row, "reportedValue", tell(say, "fell", { from: from.value, to: to.value }), { subject: String(to.value) })];
    });
  },
  examples: [
    { name: "有增长", given: [{ reportedValue: 82 }], against: [{ reportedValue: 79 }], reports: [] },
    { name: "倒退", given: [{ reportedValue: 79 }], against: [{ reportedValue: 82 }], reports: [{ at: "1.reportedValue", says: "fell" }] },
  ],
};

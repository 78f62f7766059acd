import { statusForm, statusWord, type Status } from "../../lights/status";
import { cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import { inRow, placeIn } from "../finding";
import { Memo } from "../../units/memo";
import { groupBy } from "../groupBy";
import type { LedgerRule } from "../rule";
import { tell } from "../say";

const say = {
  other: {
    zh: "状态“{text}”即“{word}”，宜统一",
    en: "The status “{text}” means “{word}”; one word is better",
  },
} as const;

/** What the ledger mostly calls a status: the usual word where it is in use at all, else its own most frequent one. */
function usualWord(status: Status, rows: readonly { readonly form: string }[]): string {
  const times = [...groupBy(rows, ({ form }) => form)].sort(([, left], [, right]) => right.length - left.length);
  const own = times[0];
  const word = statusWord(status);
  return own && !times.some(([form]) => form === word) && own[1].length > 1 ? own[0] : word;
}

export const statusSynonym: LedgerRule = {
  scope: "ledger",
  id: "status/synonym",
  group: "content",
  severity: "info",
  title: { zh: "状态用词不统一", en: "Several words for one status" },
  why: {
    zh: "同一状态几种说法，筛选和统计时会漏。",
    en: "With several words for one status, filters and counts miss some.",
  },
  say,
  gather: "subject",
  check({ ledger, statusOf }) {
    const position = ledger.index.get("status");
    if (position === undefined) return [];
    const forms = new Memo<string>();
    const told = ledger.rows.flatMap((row): { row: LedgerRow; status: Status; form: string }[] => {
      const text = textOf(ledger, row, "status");
      const status = row.spanned?.has(position) ? null : statusOf(text);
      return status === null ? [] : [{ row, status, form: forms.get(text, statusForm) }];
    });
    return [...groupBy(told, ({ status }) => status)].flatMap(([status, rows]) => {
      const word = usualWord(status, rows);
      return rows.filter(({ form }) => form !== word).map(({ row, form }) => {
        const fix = { at: placeIn(ledger, row, "status"), from: cellOf(ledger, row, "status"), to: word, safe: false };
        const fixes = row.marks?.[position]?.formula ? [] : [fix];
        return inRow(ledger, row, "status", tell(say, "other", { text: form, word }), { subject: form, fixes });
      });
    });
  },
  examples: [
    { name: "用词统一", given: [{ status: "进行中" }, { status: "已完成" }], reports: [] },
    { name: "本台账自己的统一说法", given: [{ status: "已办结" }, { status: "已办结" }], reports: [] },
    { name: "一处不同", given: [{ status: "进行中" }, { status: "推进中" }], reports: [{ at: "2.status", says: "other", to: "进行中", safe: false }] },
  ],
};

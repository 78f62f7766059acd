import { isEmpty } from "../../grid/grid";
import { cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import { inRow } from "../finding";
import type { LedgerRule } from "../rule";
import { isLent } from "../serialIndex";
import { short, tell } from "../say";

const say = {
  empty: {
    zh: "“{name}”一行的{header}是空的，请补上",
    en: "{header} of “{name}” is empty; please fill it in",
  },
} as const;

const KEYS = ["task", "content"] as const;
/** A column that others leave empty as well is not required here. */
const USUAL_SHARE = 0.9;
const FEWEST = 5;

function emptyRows({ ledger }: CheckContext, key: (typeof KEYS)[number]): readonly LedgerRow[] {
  const tasks = ledger.rows.filter((row) => row.kind === "task" && !isLent(ledger, row) && ledger.columns.some((_, position) => !isEmpty(row.values[position])));
  const empty = tasks.filter((row) => isEmpty(cellOf(ledger, row, key)));
  return tasks.length < FEWEST || tasks.length - empty.length < tasks.length * USUAL_SHARE ? [] : empty;
}

export const rowsRequired: LedgerRule = {
  scope: "ledger",
  id: "rows/required",
  group: "content",
  severity: "warning",
  title: { zh: "任务或内容为空", en: "Task or content empty" },
  why: {
    zh: "其他各行都有，只有这一行空着，多半是误删或漏填。",
    en: "All other rows have one; here it was deleted or left out.",
  },
  say,
  check(context) {
    const { ledger } = context;
    return KEYS.filter((key) => ledger.index.has(key)).flatMap((key) =>
      emptyRows(context, key).map((row) => {
        const name = textOf(ledger, row, "task") || textOf(ledger, row, "content") || (row.key ?? "");
        return inRow(ledger, row, key, tell(say, "empty", { name: short(name), header: ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "" }));
      }),
    );
  },
  examples: [
    { name: "都填了", given: [{}, {}, {}, {}, {}], reports: [] },
    { name: "多数行不填任务名称", given: [{}, { task: null }, { task: null }, {}, { task: null }], reports: [] },
    { name: "一行没有内容", given: [{}, {}, {}, {}, {}, {}, {}, {}, {}, { content: null }], reports: [{ at: "10.content", says: "empty" }] },
  ],
};

import { isEmpty } from "../../grid/grid";
import type { ColumnKey } from "../../ledger/columns";
import { cellOf, type LedgerRow, textOf } from "../../ledger/ledger";
import type { CheckContext } from "../context";
import { inRow } from "../finding";
import { DEFAULT_REQUIRED } from "../requiredColumns";
import type { LedgerRule } from "../rule";
import { isLent } from "../serialIndex";
import { short, tell } from "../say";

const say = {
  empty: {
    zh: "“{name}”一行的{header}是空的，请补上",
    en: "{header} of “{name}” is empty; please fill it in",
  },
} as const;

/** A column that others leave empty as well is not required, unless a person says so. */
const USUAL_SHARE = 0.9;
const FEWEST = 5;

function emptyRows({ ledger }: CheckContext, kind: LedgerRow["kind"], key: ColumnKey): readonly LedgerRow[] {
  const rows = ledger.rows.filter((row) => row.kind === kind && !isLent(ledger, row) && ledger.columns.some((_, position) => !isEmpty(row.values[position])));
  const empty = rows.filter((row) => isEmpty(cellOf(ledger, row, key)));
  const isUsual = rows.length >= FEWEST && rows.length - empty.length >= rows.length * USUAL_SHARE;
  return isUsual || !isAskedByDefault(kind, key) ? empty : [];
}

/** 重点任务 is filled where the ledger has names at all. */
function isAskedByDefault(kind: LedgerRow["kind"], key: ColumnKey): boolean {
  return key === "task" || DEFAULT_REQUIRED[kind].includes(key);
}

/** 牵头单位 has a rule of its own. */
function keysOf({ required }: CheckContext, kind: LedgerRow["kind"]): readonly ColumnKey[] {
  const asked = required[kind].filter((key) => key !== "leadUnits" && key !== "task");
  return kind === "task" ? ["task", ...asked] : asked;
}

export const rowsRequired: LedgerRule = {
  scope: "ledger",
  id: "rows/required",
  group: "content",
  severity: "warning",
  title: { zh: "必填的格为空", en: "Required cell empty" },
  why: {
    zh: "其他各行都有，只有这一行空着，多半是误删或漏填。",
    en: "All other rows have one; here it was deleted or left out.",
  },
  say,
  check(context) {
    const { ledger } = context;
    return (["task", "goal"] as const).flatMap((kind) =>
      keysOf(context, kind).filter((key) => ledger.index.has(key)).flatMap((key) =>
        emptyRows(context, kind, key).map((row) => {
          const name = textOf(ledger, row, "task") || textOf(ledger, row, "content") || (row.key ?? "");
          return inRow(ledger, row, key, tell(say, "empty", { name: short(name), header: ledger.columns[ledger.index.get(key) ?? -1]?.header ?? "" }));
        }),
      ),
    );
  },
  examples: [
    { name: "都填了", given: [{}, {}, {}, {}, {}], reports: [] },
    { name: "多数行不填任务名称", given: [{}, { task: null }, { task: null }, {}, { task: null }], reports: [] },
    { name: "一行没有内容", given: [{}, {}, {}, {}, {}, {}, {}, {}, {}, { content: null }], reports: [{ at: "10.content", says: "empty" }] },
  ],
};

import { isEmpty } from "../../grid/grid";
import { type Ledger, type LedgerRow, textOf } from "../../ledger/ledger";
import { inRow, placeIn } from "../finding";
import type { LedgerRule } from "../rule";
import { short, tell } from "../say";

const say = {
  blank: {
    zh: "“{name}”没有填写{header}（共{times}行），列入催报",
    en: "{header} of “{name}” is not filled in ({times} rows); to be asked for",
  },
} as const;

/** Answered by so many rows, an empty one was forgotten; with fewer the ledger is still being filled in. */
const USUAL_SHARE = 0.8;
const FEWEST = 4;

/** Where a row says how it stands: its progress, else its value and status. */
function isBlank(ledger: Ledger, row: LedgerRow, position: number): boolean {
  return isEmpty(row.values[position]) && !ledger.columns.some(({ key }, other) => (key === "problems" || key === "note") && !isEmpty(row.values[other]));
}

export const rowsUnanswered: LedgerRule = {
  scope: "ledger",
  id: "rows/unanswered",
  group: "content",
  severity: "warning",
  title: { zh: "没有填报", en: "Row without an answer" },
  why: {
    zh: "其他各行都填了进展，空着的一行要么漏填，要么没有工作。",
    en: "All others report progress; an empty row was forgotten or nothing was done.",
  },
  say,
  check({ ledger, required }) {
    const position = ledger.index.get("progress");
    if (position === undefined || required.task.includes("progress")) return [];
    const header = ledger.columns[position]?.header ?? "";
    const asked = ledger.rows.filter((row) => textOf(ledger, row, "task").trim() !== "" || textOf(ledger, row, "content").trim() !== "");
    const blank = asked.filter((row) => isBlank(ledger, row, position));
    const [first] = blank;
    if (!first || asked.length - blank.length < Math.max(FEWEST, asked.length * USUAL_SHARE)) return [];
    const name = short(textOf(ledger, first, "task") || textOf(ledger, first, "content"));
    const places = blank.map((row) => placeIn(ledger, row, "progress"));
    return [inRow(ledger, first, "progress", tell(say, "blank", { name, header, times: blank.length }), { places })];
  },
  examples: [
    { name: "都没有填，或写在备注里", given: [{ progress: null }, { progress: null, note: "见上级文件。" }], reports: [] },
    {
      name: "只有一行没填",
      given: [{ progress: "已立项三处。" }, { progress: "已摸底五处。" }, { progress: null }, { progress: "已招标两处。" }, { progress: "已采购一批。" }],
      reports: [{ at: "3.progress", says: "blank" }],
    },
  ],
};

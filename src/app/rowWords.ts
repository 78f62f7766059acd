/** What a row's words ask for: its targets, and its own deadline from the strongest source. */
import type { Day } from "../core/grid/day";
import type { CellMark, CellValue } from "../core/grid/grid";
import { cellMark, cellOf, type Ledger, type LedgerRow, textOf } from "../core/ledger/ledger";
import type { SourcedDeadline } from "../core/lights/facts";
import type { Deadline } from "../core/targets/deadline";
import { readDeadlineCell } from "../core/targets/deadlineCell";
import { extractTargets } from "../core/targets/extractTargets";
import { findDeadlines } from "../core/targets/findDeadlines";
import type { Holidays } from "../core/targets/workdays";
import type { Target } from "../core/targets/target";

export interface Reckoning {
  readonly asOf: Day;
  /** The document's year, for words such as 年底前; null where nobody says. */
  readonly year: number | null;
  /** The list of holidays that a person keeps, for 遇节假日顺延; absent or null where there is none. */
  readonly holidays?: Holidays | null;
}

export interface ReadRow {
  readonly row: LedgerRow;
  readonly targets: readonly Target[];
  readonly own: SourcedDeadline | null;
}

/** What is to be done, in words; of a ledger that has no 工作内容, its 重点任务. */
export function contentOf(ledger: Ledger, row: LedgerRow): string {
  return textOf(ledger, row, ledger.index.has("content") ? "content" : "task");
}

/** The words of a row that name dates. */
export interface DatingWords {
  readonly content: string;
  readonly label: string | null;
  readonly cell: CellValue;
  readonly mark: CellMark | undefined;
}

/** The row's own deadline: a valid 完成时限 cell decides, then the clause, then the label (CONTRACT). `column` is the cell's. */
export function ownDeadline({ content, label, cell, mark }: DatingWords, { asOf, year, holidays }: Reckoning): { readonly own: SourcedDeadline | null; readonly column: Deadline | null } {
  const context = { year, asOf, holidays: holidays ?? null };
  const read = readDeadlineCell(cell, mark, context);
  const column = "deadline" in read && read.deadline.kind !== "none" ? read.deadline : null;
  if (column) return { own: { deadline: column, from: "column" }, column };
  return { own: earliest(findDeadlines(content, context).map(({ deadline }) => deadline), "clause") ?? labelled(label, context), column };
}

/** What a row's words ask for. */
export function readRow(ledger: Ledger, row: LedgerRow, reckoning: Reckoning): ReadRow {
  const content = contentOf(ledger, row);
  const { own, column } = ownDeadline({ content, label: row.label, cell: cellOf(ledger, row, "deadline"), mark: cellMark(ledger, row, "deadline") }, reckoning);
  return { row, targets: extractTargets(content, { ...reckoning, holidays: reckoning.holidays ?? null, label: row.label, cell: column }), own };
}

/** Every row of a ledger. */
export function readRows(ledger: Ledger, reckoning: Reckoning): readonly ReadRow[] {
  return ledger.rows.map((row) => readRow(ledger, row, reckoning));
}

function labelled(label: string | null, context: Reckoning): SourcedDeadline | null {
  return label === null ? null : earliest(findDeadlines(label, context).map(({ deadline }) => deadline), "label");
}

/** The one that comes first; one without a date only where there is no other. */
function earliest(deadlines: readonly Deadline[], from: SourcedDeadline["from"]): SourcedDeadline | null {
  const dated = deadlines.filter(({ date }) => date !== null);
  const [first] = dated.length > 0 ? [...dated].sort((left, right) => ((left.date ?? "") < (right.date ?? "") ? -1 : 1)) : deadlines;
  return first ? { deadline: first, from } : null;
}

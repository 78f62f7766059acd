/** What a person has looked at and lets stand, with the reason. Kept in the workbook, listed, and taken back at will. */
import type { ColumnKey } from "../ledger/columns";
import type { RowKey } from "../ledger/ledger";

/** here: this finding at this place. spelling: these words wherever the rule finds them. rule: all that the rule says. */
export const IGNORE_SCOPES = ["here", "spelling", "rule"] as const;
export type IgnoreScope = (typeof IGNORE_SCOPES)[number];

/** Where a finding stands, by what is written there: rows move, and what they say goes with them. */
export interface Anchor {
  /** The row's 序号 or goal key when it was ignored; null on headings and the form. */
  readonly row: RowKey | null;
  /** What the row is about, in comparison form; "" where it is no task and no goal. */
  readonly name: string;
  readonly column: ColumnKey | null;
  /** The cell's text in comparison form, long ones shortened to their beginning and a digest. */
  readonly words: string;
}

export interface Ignored {
  readonly scope: IgnoreScope;
  readonly rule: string;
  /** The words that the finding was about; "" where it was about the whole cell, or all of a rule is ignored. */
  readonly subject: string;
  /** Only where it is put aside here. */
  readonly anchor: Anchor | null;
  /** In the person's own words; may be "". */
  readonly reason: string;
  /** "2026-11-23" */
  readonly date: string;
}

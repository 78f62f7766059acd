/** A cell as rules see it. */
import type { CellMark, CellRef, CellValue } from "../grid/grid";
import type { ColumnKey, ColumnOwner, ColumnType } from "../ledger/columns";
import type { LedgerRow } from "../ledger/ledger";

/** What a cell is to a rule: its column's type; `heading` for chapters and sections; `margin` for titles, notes and signatures. */
export type CellKind = ColumnType | "heading" | "margin";

/** A cell with something in it. Under a vertical span it comes once, where the value stands. */
export interface LedgerCell {
  readonly at: CellRef;
  readonly kind: CellKind;
  readonly value: CellValue;
  /** The value where it is a text and no error value, else null. */
  readonly text: string | null;
  readonly mark: CellMark | undefined;
  /** Null on headings and margins. */
  readonly row: LedgerRow | null;
  readonly key: ColumnKey | null;
  readonly owner: ColumnOwner | null;
}

/** What a damage is: how it happens to a form, and what becomes of it. */
import type { ColumnKey } from "../../ledger/columns";
import type { FlagKind } from "../../round/flag";
import type { SampleTable } from "../sampleTable";

export type Expectation =
  /** Understood as if it had not happened. */
  | "normalised"
  /** Kept out of the master and listed for a person. */
  | "proposed"
  /** Said to a person; the master takes nothing wrong. */
  | "flagged";

export interface Damage {
  readonly kind: string;
  /** What a clerk would call it. */
  readonly title: string;
  readonly expect: Expectation;
  /** How a person is told, where the damage itself is told. */
  readonly flag?: FlagKind;
  /** Columns whose replies are gone with it, in one row. */
  readonly loses?: readonly ColumnKey[];
  /** The form after it, or null where the form has nothing that it could happen to. */
  befall(table: SampleTable): SampleTable | null;
}

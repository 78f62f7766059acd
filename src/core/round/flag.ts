/** What a person may want to look at in a returned file. Worded in `sayFlag.ts`. */
import type { ColumnKey } from "../ledger/columns";
import type { RowId } from "./round";

export const FLAG_KINDS = [
  "newRow", "rowMissing", "serialDiffers", "recognisedByText", "duplicateRow", "notAddressed", "issuedChanged", "issuedCleared",
  "cleared", "unknownStatus", "notANumber", "measureDropped", "formula", "formulaWithoutValue", "errorValue", "struck", "coloured", "cutRow", "picture", "hiddenRows",
  "hiddenSheet", "spanShared", "note", "extraColumn", "masterLacksColumn", "outsideTable", "looseText", "secondTable", "otherSheet",
  "unitDiffers", "reporterDiffers", "sameContent", "supersedes", "secondFile", "rowGone", "underSpan", "otherBase", "fork", "forkDiffers", "columnGuessed", "tooLong", "tooTall", "zeroReport", "sumIncomplete",
] as const;

export type FlagKind = (typeof FLAG_KINDS)[number];

export interface Flag {
  readonly kind: FlagKind;
  readonly file: string;
  readonly row: RowId | null;
  readonly column: ColumnKey | null;
  /** `sheet!A1`, or null where the flag is of the whole file. */
  readonly at: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

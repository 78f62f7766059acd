/** The fates of CONTRACT: every non-empty cell of every returned file has exactly one. */
import type { CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import type { RowId } from "./round";

export const FATES = [
  "frame", "unchanged", "accepted", "composed", "conflict", "proposal", "rejected", "unread",
] as const;

export type Fate = (typeof FATES)[number];

/** Why, where the fate does not say it all; worded in `sayReason.ts`. */
export type FateReason =
  | "" | "superseded" | "decided" | "byHand" | "byPolicy" | "zeroReport" | "inDetails" | "rowGone" | "sameContent" | "duplicateRow" | "notAddressed"
  | "errorValue" | "picture" | "extraColumn" | "masterLacksColumn" | "outsideTable" | "looseText" | "secondTable" | "otherSheet" | "newRow" | "unitUnknown" | "otherRound" | "noLedger";

export interface CellFate {
  readonly file: string;
  /** `sheet!A1`. */
  readonly at: string;
  readonly unit: string | null;
  readonly row: RowId | null;
  readonly column: ColumnKey | null;
  /** As it stands in the file. */
  readonly value: CellValue;
  readonly fate: Fate;
  readonly reason: FateReason;
}

export type FateSum = Readonly<Record<Fate, number>> & { readonly cells: number };

/** How many cells have each fate, while they are being counted. */
export type FateTally = Record<Fate, number>;

export function emptyTally(): FateTally {
  return { frame: 0, unchanged: 0, accepted: 0, composed: 0, conflict: 0, proposal: 0, rejected: 0, unread: 0 };
}

/** Adds the counts of `added`, so many times, to `tally`. */
export function addTally(tally: FateTally, added: Readonly<FateTally>, times = 1): void {
  for (const fate of FATES) tally[fate] += added[fate] * times;
}

/** Law 1: whether every cell has its fate. A run whose sum does not add up writes nothing. */
export function addsUp(sum: FateSum): boolean {
  return FATES.reduce((total, fate) => total + sum[fate], 0) === sum.cells;
}

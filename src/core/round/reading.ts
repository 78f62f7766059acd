/** What comes of reading a returned file. */
import type { ParseProblem } from "../parse/parseLedger";
import type { CellFate, FateTally } from "./fate";
import type { Flag } from "./flag";
import type { UnitFinder } from "./returnedUnit";
import type { Base, BaseRow, Dispatch, Entry, RowId, Submission, UnitSource } from "./round";

/** What a return is read against. */
export interface RoundView {
  readonly base: Base;
  /** What was sent out, or null where the round began without forms of ours. */
  readonly dispatch: Dispatch | null;
  /** `parentOf` the ledger of the round. */
  readonly parent: string;
  /** The lines above the master's header. */
  readonly titles: readonly string[];
  readonly finder: UnitFinder;
  /** One text for all spellings of one list of units. */
  readonly unitsForm: (text: string) => string;
  /** Whether the row went to the unit, by name or by a class that covers it. */
  readonly addresses: (row: BaseRow, unit: string) => "named" | "class" | null;
  /** The rows that went to the unit by name, in the order of the base. */
  readonly namedRows: (unit: string) => readonly BaseRow[];
}

/** A cell of the file; `fate` is null where the projection decides. */
export interface ReadCell extends Omit<CellFate, "fate"> {
  readonly fate: CellFate["fate"] | null;
  /** The comparison text of what it reports, by which the projection's verdict is found; "" where the fate is known. */
  readonly form: string;
}

export interface MissingReply {
  readonly unit: string;
  readonly row: RowId;
  readonly why: "absent" | "blank";
}

export type Refusal =
  | ParseProblem
  | { readonly kind: "unitUnknown" }
  /** The file says of itself that it is of another round. */
  | { readonly kind: "otherRound"; readonly round: string; readonly own: string }
  /** Not one of its rows is a row of the round: another ledger, or an old template. */
  | { readonly kind: "otherLedger"; readonly rows: number }
  /** The issued texts of so many rows are others; of earlier years where `said` is not 0. */
  | { readonly kind: "oldTemplate"; readonly rows: number; readonly changed: number; readonly said: number; readonly own: number }
  /** It was filled in, or due, before this round was sent out. */
  | { readonly kind: "oldReport"; readonly date: string; readonly sent: string };

/** Whether a person may insist on a file that was refused so: it is of another time, not unreadable. */
export function mayInsist({ kind }: Refusal | { readonly kind: "sameContent" }): boolean {
  return kind === "otherRound" || kind === "otherLedger" || kind === "oldTemplate" || kind === "oldReport";
}

export interface ReturnReading {
  readonly file: string;
  readonly unit: string | null;
  readonly unitFrom: UnitSource | null;
  readonly refused: Refusal | null;
  /** One a unit; usually one. Empty where the file is refused. */
  readonly submissions: readonly Submission[];
  /** Every cell in the order in which it was read; empty where the fates are only counted. */
  readonly cells: readonly ReadCell[];
  /** The cells whose fate no other file can change, by fate. */
  readonly tally: Readonly<FateTally>;
  /** How many cells wait for the projection. */
  readonly waiting: number;
  /** Of how many cells an entry was read, where it is not one. */
  readonly weights: ReadonlyMap<Entry, number>;
  /** The cells with text or a value, counted over the sheets themselves: the fates must add up to it. */
  readonly counted: number;
  readonly flags: readonly Flag[];
  readonly missing: readonly MissingReply[];
  /** How many rows of the round the file carries. */
  readonly rows: number;
  /** What came later has a greater number; 0 for files that are merged as they come. */
  readonly batch: number;
}

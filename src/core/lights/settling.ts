/**
 * What a person decides of a row in the pane, before it is written: 人工认定 or 调整后时限 with its ground. It hangs on the
 * row's words, so that rows that move meanwhile keep it.
 */
import { parseIsoDay, serialOfDay } from "../grid/day";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { textOf } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import { type HandMarks, NO_MARKS, NOT_DONE } from "./facts";
import type { Light } from "./light";
import type { LightSettings } from "./settings";

/** The ways in which a past-due row is settled; a light is 人工认定 as that light; null takes back what was decided. */
export type Settlement = Light | "not-done" | "adjust" | "dropped" | null;

export const DROPPED = "不再考核";

/** What is decided of a row: `on` is the new date of "adjust", "2027-06-30". */
export interface RowDecision {
  readonly settlement: Settlement;
  readonly on: string;
  readonly ground: string;
}

export interface GivenMark {
  /** The row where it stood, and the words by which it is found again. */
  readonly gridRow: number;
  readonly anchor: string;
  readonly marks: HandMarks;
}

export type DecisionFault = "noGround" | "noDate";

/** What is still missing, or null. Nothing is decided without a ground: a later date least of all. */
export function decisionFault({ settlement, on, ground }: RowDecision): DecisionFault | null {
  if (settlement === null) return null;
  if (settlement === "adjust" && !parseIsoDay(on)) return "noDate";
  return ground.trim() === "" ? "noGround" : null;
}

/** The marks of a decision, as they are written into our columns. */
export function marksOf({ settlement, on, ground }: RowDecision, settings: LightSettings): HandMarks {
  if (settlement === null) return NO_MARKS;
  const day = settlement === "adjust" ? parseIsoDay(on) : null;
  return { adjusted: day && serialOfDay(day), override: overrideWord(settlement, settings), ground: ground.trim() };
}

function overrideWord(settlement: Exclude<Settlement, null>, settings: LightSettings): string {
  if (settlement === "adjust") return "";
  if (settlement === "not-done") return NOT_DONE;
  return settlement === "dropped" ? DROPPED : settings.looks[settlement].word;
}

/** The words by which a row is known again. */
export function rowAnchor(ledger: Ledger, row: LedgerRow): string {
  return [row.key ?? "", row.label ?? "", textOf(ledger, row, "task"), textOf(ledger, row, "content")].map(comparisonForm).join("\u0000");
}

/** By sheet row, where each mark belongs now; those whose row is gone, or stands twice, are left out. */
export function placeMarks(ledger: Ledger, given: readonly GivenMark[]): ReadonlyMap<number, HandMarks> {
  if (given.length === 0) return new Map();
  const rows = new Map<string, number[]>();
  for (const row of ledger.rows) {
    const anchor = rowAnchor(ledger, row);
    rows.set(anchor, [...(rows.get(anchor) ?? []), row.gridRow]);
  }
  return new Map(given.flatMap(({ anchor, gridRow, marks }) => {
    const found = rows.get(anchor) ?? [];
    const at = found.includes(gridRow) ? gridRow : found.length === 1 ? found[0] : undefined;
    return at === undefined ? [] : [[at, marks] as const];
  }));
}

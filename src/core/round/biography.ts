/** 来历: the life of one cell within its round. What lost is told as well as what stands. */
import type { CellValue } from "../grid/grid";
import { type ColumnKey, ownerOf } from "../ledger/columns";
import type { FateReason } from "./fate";
import { type Projection, project, type RoundUnits } from "./projection";
import { type Decision, type HandEdit, type PolicyName, type Round, type RowId, rowPolicyKey } from "./round";
import { cellKey, type Verdict, type VoiceFate } from "./voice";

/**
 * base: as it went out, nobody has said anything else. auto: what the reports make by the rules. open: asked, nobody has
 * decided. edited: typed over by a person, later reports stand beside it. locked: decided, or typed into a cell for one
 * value; what comes later is asked and never written over it.
 */
export type CellState = "base" | "auto" | "open" | "edited" | "locked";

export const CELL_STATE_WORDS: Readonly<Record<CellState, readonly [zh: string, en: string]>> = {
  base: ["下发时的内容", "as it went out"], auto: ["自动", "automatic"], open: ["待定", "open"], edited: ["手改", "edited by hand"], locked: ["锁定", "locked"],
};

/** What one file says for the cell. */
export interface Report {
  readonly unit: string;
  readonly value: CellValue;
  readonly file: string;
  /** `sheet!A1` in the file; "" where a master without a store was joined. */
  readonly at: string;
  /** The day the file came, "2026-11-23". */
  readonly received: string;
  readonly run: string;
  readonly fate: VoiceFate | "proposal";
  readonly reason: FateReason;
  /** Whether the cell holds it, alone or beside others. */
  readonly stands: boolean;
}

export interface CellBiography {
  readonly row: RowId;
  readonly column: ColumnKey;
  readonly base: CellValue;
  /** What the cell should hold now. */
  readonly value: CellValue;
  readonly state: CellState;
  /** By the day they came, then by file. */
  readonly reports: readonly Report[];
  readonly decision: Decision | null;
  readonly edit: HandEdit | null;
  /** How values that differ become one here; null where nobody has chosen. */
  readonly policy: PolicyName | null;
}

/** The life of a cell, or null where the round has no such row. `projection` spares making it again for many cells. */
export function cellBiography(round: Round, units: RoundUnits, row: RowId, column: ColumnKey, projection: Projection = project(round, units)): CellBiography | null {
  const own = round.base.rows.find(({ id }) => id === row);
  if (!own) return null;
  const base = own.cells.get(column) ?? null;
  const cell = projection.cells.get(cellKey(row, column));
  const decision = round.decisions.find((one) => one.row === row && one.column === column) ?? null;
  const edit = round.edits.find((one) => one.row === row && one.column === column) ?? null;
  return {
    row, column, base, decision, edit,
    value: cell ? cell.value : base,
    state: stateOf(column, cell?.kind ?? "base", edit),
    reports: reportsOf(round, row, column, cell?.verdicts ?? []),
    policy: round.policies.get(rowPolicyKey(row, column)) ?? round.policies.get(column) ?? null,
  };
}

function stateOf(column: ColumnKey, kind: "base" | "accepted" | "composed" | "conflict" | "decided" | "edited", edit: HandEdit | null): CellState {
  switch (kind) {
    case "base":
      return "base";
    case "conflict":
      return "open";
    case "decided":
      return "locked";
    case "edited":
      return ownerOf(column) === "unit" ? "edited" : "locked";
    case "accepted":
    case "composed":
      return edit ? "edited" : "auto";
  }
}

function reportsOf(round: Round, row: RowId, column: ColumnKey, verdicts: readonly Verdict[]): readonly Report[] {
  const files = new Map(round.submissions.map((submission) => [submission.id, submission]));
  const spoken = verdicts.flatMap(({ voice, fate, reason }): Report[] => {
    const file = files.get(voice.submission);
    const { unit, value, at } = voice;
    return file ? [{ unit, value, file: file.file, at, received: file.received, run: file.run, fate, reason, stands: fate === "accepted" || fate === "composed" }] : [];
  });
  const proposed = round.submissions.flatMap(({ unit, file, received, run, proposals }) =>
    proposals.filter((one) => one.row === row && one.column === column).map(({ value, at }): Report => ({ unit, value, file, at, received, run, fate: "proposal", reason: "", stands: false })),
  );
  const key = ({ received, file, at }: Report): string => `${received}|${file}|${at}`;
  return [...spoken, ...proposed].sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}

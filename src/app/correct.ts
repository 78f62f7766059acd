/** Corrections that a person chose, cell by cell: written through the guard and kept so that they can be taken back. */
import type { CellRef, CellValue } from "../core/grid/grid";
import { columnAt } from "../core/ledger/ledger";
import { ok, type Result } from "../core/result";
import { nextRun, type Store } from "../core/store/store";
import { type Batch, EMPTY_BATCH } from "../excel/port";
import { type Master, type MasterFault, usableStore } from "./master";
import { withStore } from "./storeWrites";

export interface Correction {
  /** The rule that asks for it, or "proposal" where a unit does. */
  readonly rule: string;
  readonly at: CellRef;
  readonly from: CellValue;
  readonly to: CellValue;
}

export interface CorrectRequest {
  readonly command: "normalize" | "proposal";
  /** One a cell. */
  readonly corrections: readonly Correction[];
  /** "2026-11-23". */
  readonly today: string;
}

/** Plans the corrections; null where there is none. */
export function planCorrections(master: Master, { command, corrections, today }: CorrectRequest): Result<Batch | null, MasterFault> {
  const stored = usableStore(master);
  if (!stored.ok) return stored;
  if (corrections.length === 0) return ok(null);
  const store = stored.value;
  const run = nextRun(store);
  const rowAt = new Map(master.ledger.rows.map((row) => [row.gridRow, row.key]));
  const journal = corrections.map(({ rule, at, from, to }) => ({ run, rule, at, row: rowAt.get(at.row) ?? null, column: columnAt(master.ledger, at.col), from, to }));
  const summary = command === "normalize" ? `规范 ${corrections.length} 处` : `采用建议 ${corrections.length} 处`;
  const after: Store = { ...store, runs: [...store.runs, { id: run, command, date: today, summary }], changes: [...store.changes, ...journal] };
  const changes = corrections.map(({ at, from, to }) => ({ kind: "setCell" as const, at, from, to }));
  return ok(withStore({ ...EMPTY_BATCH, changes }, store, after));
}

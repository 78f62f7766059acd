/** What `merge` answers, as CONTRACT writes it. */
import { sayDoubt } from "../core/round/policies/doubt";
import { sayFlag, sayReason, sayRefusal } from "../core/round/sayFlag";
import type { CellFate } from "../core/round/fate";
import type { MergeRun } from "../core/round/mergeReturns";

export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
}

/** Describes a run; files that could not even be read are listed with the others. */
export function describeMerge(run: MergeRun, unread: readonly UnreadFile[]) {
  const files = [
    ...run.files.map(({ file, unit, unitFrom, status, refused, rows }) => ({ file, unit, unitFrom, status, reason: refused ? sayRefusal(refused) : null, rows })),
    ...unread.map(({ file, reason }) => ({ file, unit: null, unitFrom: null, status: "refused" as const, reason, rows: 0 })),
  ].sort((left, right) => (left.file < right.file ? -1 : left.file > right.file ? 1 : 0));
  return {
    files,
    conflicts: run.conflicts.map(({ doubt, ...conflict }) => ({ ...conflict, reason: doubt ? sayDoubt(doubt) : null })),
    sums: run.sums,
    proposals: run.proposals.map(({ change, ...line }) => ({ ...line, change: change?.zh ?? null })),
    missing: run.missing,
    notReturned: run.notReturned,
    flags: run.flags.map(({ kind, file, row, column, at, params }) => ({ kind, file, row, column, at, message: sayFlag({ kind, params }) })),
    sum: run.sum,
    changes: run.changes.length,
    cells: run.cells.map(describeFate),
  };
}

function describeFate({ file, at, unit, row, column, value, fate, reason }: CellFate) {
  return { file, at, unit, row, column, value, fate, reason: sayReason(reason) };
}

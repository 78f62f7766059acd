/** A workbook of values alone, for laws that want a thousand rounds: what the commands plan is written as the port promises. */
import { planMerge, type MergePlan, type MergeRequest } from "../../src/app/merge";
import { type Master, understand } from "../../src/app/master";
import { planReceive } from "../../src/app/receive";
import { planUndo, type UndoRequest } from "../../src/app/undo";
import type { CellValue, Grid } from "../../src/core/grid/grid";
import type { SourceFile } from "../../src/core/grid/sourceFile";
import { STORE_SHEET } from "../../src/core/store/store";
import type { Batch } from "../../src/excel/port";
import { aGrid } from "./aGrid";

export class PaperBook {
  readonly grids: readonly Grid[];

  constructor(grids: readonly Grid[]) {
    this.grids = grids;
  }

  static of(lines: readonly (readonly CellValue[])[]): PaperBook {
    return new PaperBook([aGrid(lines, { sheet: "工作台账" })]);
  }

  get master(): Master {
    const master = understand(this.grids);
    if (!master.ok) throw new Error(JSON.stringify(master.error));
    return master.value;
  }

  plan(returns: readonly SourceFile[], request: Partial<MergeRequest> = {}): MergePlan {
    const plan = planMerge(this.master, { returns, decisions: [], policies: new Map(), today: "2026-11-23", ...request });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return plan.value;
  }

  merge(returns: readonly SourceFile[], request: Partial<MergeRequest> = {}): PaperBook {
    return this.commit(this.plan(returns, request).batch);
  }

  receive(sources: readonly SourceFile[]): PaperBook {
    const plan = planReceive(this.master, { sources, marks: [], senders: new Map(), insisted: new Set(), today: "2026-11-23" });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return this.commit(plan.value.batch);
  }

  undo(request: UndoRequest): PaperBook {
    const plan = planUndo(this.master, request);
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    return this.commit(plan.value.batch);
  }

  /** Guard first, then all writes. */
  commit(batch: Batch | null): PaperBook {
    if (!batch) return this;
    const [ledger] = this.grids;
    if (!ledger) throw new Error("no sheet");
    const rows = new Map(ledger.rows.map((own) => [own.row, { ...own, values: [...own.values] }]));
    for (const change of batch.changes) {
      const { at, from, to } = change;
      const row = rows.get(at.row);
      if (!row || (row.values[at.col] ?? null) !== from) throw new Error(`changed since: ${JSON.stringify(change)}`);
      row.values[at.col] = to;
    }
    const kept = this.grids.slice(1).filter(({ sheet }) => !batch.removeSheets.includes(sheet) && !batch.sheets.some(({ name }) => name === sheet));
    return new PaperBook([{ ...ledger, rows: [...rows.values()] }, ...kept, ...batch.sheets.map(sheetOf)]);
  }

  /** A person types. */
  typed(row: number, col: number, value: CellValue): PaperBook {
    const [ledger, ...others] = this.grids;
    if (!ledger) throw new Error("no sheet");
    const rows = ledger.rows.map((own) => (own.row === row ? { ...own, values: Array.from({ length: Math.max(own.values.length, col + 1) }, (_, at) => (at === col ? value : (own.values[at] ?? null))) } : own));
    return new PaperBook([{ ...ledger, rows }, ...others]);
  }

  /** As another master's file. */
  file(name: string): SourceFile {
    return { name, format: "xlsx", grids: this.grids, properties: new Map(), remarks: [] };
  }

  /** What a person sees, line by line. */
  get seen(): readonly (readonly CellValue[])[] {
    return (this.grids[0]?.rows ?? []).map(({ values }) => Array.from(values, (value) => value ?? null));
  }

  get hasStore(): boolean {
    return this.grids.some(({ sheet }) => sheet === STORE_SHEET);
  }
}

function sheetOf({ name, visibility, cells }: Batch["sheets"][number]): Grid {
  const rows = new Map<number, CellValue[]>();
  for (const { row, col, value } of cells) {
    const own = rows.get(row) ?? [];
    rows.set(row, own);
    own[col] = typeof value === "object" && value !== null ? value.cached : value;
  }
  const inOrder = [...rows].sort(([left], [right]) => left - right);
  return { sheet: name, visibility, rows: inOrder.map(([row, values]) => ({ row, values: Array.from(values, (value) => value ?? null), marks: null, hidden: false })), spans: [], notes: [], hiddenColumns: [] };
}

import type { CellValue } from "../../src/core/grid/grid";
import type { SourceFile } from "../../src/core/grid/sourceFile";
import { findLedger } from "../../src/core/parse/parseLedger";
import { type DispatchPlan, type DispatchRequest, guideLines, planDispatch, STATUS_CHOICE } from "../../src/app/dispatch";
import { formBook } from "../../src/workbook/formBook";
import { bookOf, masterIn, savedBytes, sourceOf } from "./aWorkshop";

export interface Dispatched {
  readonly plan: DispatchPlan;
  /** The master that remembers what went out. */
  readonly master: Uint8Array;
  readonly form: (unit: string) => Promise<SourceFile>;
}

/** Sends a round out, as the command does. */
export async function dispatched(bytes: Uint8Array, request: Partial<DispatchRequest> = {}): Promise<Dispatched> {
  const excel = bookOf(bytes);
  const plan = planDispatch(await masterIn(excel), { name: "2026年10月", due: "2026-10-31", one: false, today: "2026-10-08", ...request });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const receipt = await excel.commit(plan.value.batch);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.error));
  return {
    plan: plan.value,
    master: savedBytes(excel),
    form: async (unit) => {
      const form = plan.value.forms.find((one) => one.unit === unit || one.file.includes(unit));
      const book = form && formBook(form, guideLines("2026年10月", "2026-10-31"), [STATUS_CHOICE]);
      const saved = book?.ok ? book.value.save() : null;
      if (!form || !saved?.ok) throw new Error(unit);
      return sourceOf(form.file, saved.value);
    },
  };
}

/** A form with its reply cells filled in: by row of the ledger, column and reporter. */
export function filledIn(form: SourceFile, say: (row: string, column: string, reporter: string) => CellValue): SourceFile {
  const found = findLedger(form.grids);
  if (!found.ok) throw new Error(found.error.kind);
  const { ledger, grid } = found.value;
  const keys = new Map(ledger.rows.map((row) => [row.gridRow, row]));
  const rows = grid.rows.map((line) => {
    const row = keys.get(line.row);
    if (!row) return line;
    const reporter = String(row.values[ledger.index.get("reporter") ?? -1] ?? "");
    const values = [...line.values];
    for (const { key, col } of ledger.columns) {
      const said = say(row.key ?? "", key, reporter);
      if (said !== null) values[col] = said;
    }
    return { ...line, values };
  });
  return { ...form, grids: form.grids.map((one) => (one === grid ? { ...one, rows } : one)) };
}

/** 导入: a ledger of any format as the plan of a clean workbook. Every text of the sheet is in it; repeated headers stand once, rows cut by a page break are whole. */
import { type CellValue, type Grid, isEmpty, plainText, rowAt } from "../core/grid/grid";
import type { ColumnKey } from "../core/ledger/columns";
import type { Ledger, LedgerRow } from "../core/ledger/ledger";
import { joinCutRows } from "../core/parse/joinCutRows";

export interface LedgerPlan {
  readonly sheet: string;
  readonly titleLines: readonly { readonly kind: "label" | "title"; readonly text: string }[];
  readonly columns: readonly { readonly key: ColumnKey; readonly header: string }[];
  readonly rows: readonly (
    | { readonly kind: "outline"; readonly text: string }
    | { readonly kind: "task" | "goal"; readonly values: readonly CellValue[] }
  )[];
}

export const LEDGER_SHEET = "工作台账";

const ATTACHMENT = /^\s*附(?:件|表|录)\s*\d*\s*[:：]?\s*$/u;

/** The plan of the workbook. */
export function importLedger(grid: Grid, read: Ledger): LedgerPlan {
  const ledger = joinCutRows(read);
  const bodies = new Map<number, LedgerRow>(ledger.rows.map((row) => [row.gridRow, row]));
  const pieces = new Set(ledger.rows.flatMap((row) => row.pieces.map(({ gridRow }) => gridRow)));
  const kinds = new Map(ledger.frame.map(({ gridRow, kind }) => [gridRow, kind]));
  const titleLines: { kind: "label" | "title"; text: string }[] = [];
  const rows: LedgerPlan["rows"][number][] = [];
  for (const { row, values } of grid.rows) {
    const body = bodies.get(row);
    if (body) {
      rows.push({ kind: body.kind, values: ownValues(grid, ledger, body) });
      continue;
    }
    const kind = kinds.get(row);
    if (pieces.has(row) || kind === "header" || kind === "repeatedHeader" || kind === "blank") continue;
    const text = values.filter((value) => !isEmpty(value)).map((value) => plainText(value)).join("　");
    if (text === "") continue;
    if (kind === "title") titleLines.push({ kind: ATTACHMENT.test(text) ? "label" : "title", text });
    else rows.push({ kind: "outline", text });
  }
  return { sheet: LEDGER_SHEET, titleLines, columns: ledger.columns.map(({ key, header }) => ({ key, header: header.split("/").at(-1) ?? header })), rows };
}

/** The row's own cells: what a span lends it stands once, in the row above. */
function ownValues(grid: Grid, ledger: Ledger, row: LedgerRow): readonly CellValue[] {
  const cells = rowAt(grid, row.gridRow);
  const label = row.kind === "goal" ? row.label : null;
  return ledger.columns.map(({ key, col }, position) => {
    if (!row.spanned?.has(position)) return row.values[position] ?? null;
    return key === "serial" && label !== null ? null : (cells?.values[col] ?? row.values[position] ?? null);
  });
}

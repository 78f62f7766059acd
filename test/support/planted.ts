/** Mistakes planted into a sound ledger, and what the checker says of them beyond what it said before. */
import { placeName } from "../../src/core/grid/a1";
import type { CellMark, CellRef, CellValue, Grid } from "../../src/core/grid/grid";
import type { ColumnKey } from "../../src/core/ledger/columns";
import { checkLedger } from "../../src/core/rules/checkLedger";
import { checkContext, type CheckGiven } from "../../src/core/rules/context";
import { RULES } from "../../src/core/rules/index";
import type { Issue } from "../../src/core/rules/rule";
import { AS_OF, ledgerOf } from "./aLedger";

export interface Planted {
  /** The 序号 of a row; for a heading, a word of it. */
  readonly at: number | string;
  /** Left out for a heading: its first cell. */
  readonly key?: ColumnKey;
  readonly value?: CellValue | ((before: CellValue) => CellValue);
  readonly mark?: CellMark;
  readonly note?: string;
}

/** The cell that a mistake is planted into, or a failed test. */
export function plantedAt(grid: Grid, { at, key }: Pick<Planted, "at" | "key">): CellRef {
  const { ledger } = ledgerOf(grid);
  if (typeof at === "string") {
    const row = grid.rows.find(({ values }) => String(values[0]).includes(at));
    if (!row) throw new Error(`no heading: ${at}`);
    return { sheet: grid.sheet, row: row.row, col: 0 };
  }
  const row = ledger.rows.find((one) => one.key === String(at));
  const column = ledger.columns.find((one) => one.key === key);
  if (!row || !column) throw new Error(`no cell: ${at}.${key ?? ""}`);
  return { sheet: grid.sheet, row: row.gridRow, col: column.col };
}

/** The ledger with the mistakes in it. */
export function plant(grid: Grid, planted: readonly Planted[]): Grid {
  const places = planted.map((one) => ({ ...one, place: plantedAt(grid, one) }));
  const notes = places.flatMap(({ place: { row, col }, note }) => (note === undefined ? [] : [{ row, col, text: note }]));
  const rows = grid.rows.map((row) => {
    const own = places.filter(({ place }) => place.row === row.row);
    if (own.length === 0) return row;
    const values = [...row.values];
    const marks: (CellMark | undefined)[] = [...(row.marks ?? [])];
    for (const { place: { col }, value, mark } of own) {
      if (value !== undefined) {
        values[col] = typeof value === "function" ? value(values[col] ?? null) : value;
        marks[col] = undefined;
      }
      if (mark) marks[col] = mark;
    }
    return { ...row, values, marks: marks.some((mark) => mark !== undefined) ? marks : null };
  });
  return { ...grid, rows, notes: [...grid.notes, ...notes] };
}

/** Other words in place of some of the cell's, or a failed test where it lacks them. */
export const replaced = (from: string, to: string) => (before: CellValue): CellValue => {
  if (typeof before !== "string" || !before.includes(from)) throw new Error(`no ${from}`);
  return before.replace(from, to);
};

/** All that the checker says of a sheet. */
export function checked(grid: Grid, more: Partial<CheckGiven> = {}): readonly Issue[] {
  return checkLedger(checkContext({ ...ledgerOf(grid), asOf: AS_OF, ...more }), RULES);
}

export const told = (issue: Issue): string => `${issue.rule} ${issue.places.map(placeName).join()}`;

/** What is done about it: auto is applied unasked, offer at a click, ask needs a person, note is worth knowing. */
export function actionOf({ fix, severity }: Issue): string {
  if (severity === "error" && !fix?.safe) return "error";
  if (fix) return fix.safe ? "auto" : "offer";
  return severity === "warning" ? "ask" : "note";
}

import type { SheetLedger } from "../core/rules/context";

/** A ledger cut off behind so many of its rows, with as much of its sheet. */
export function firstRows({ ledger, grid }: SheetLedger, count: number): SheetLedger {
  const last = ledger.rows[count - 1]?.gridRow;
  if (last === undefined) return { ledger, grid };
  const above = <T extends { readonly gridRow: number }>(lines: readonly T[]): readonly T[] => lines.filter(({ gridRow }) => gridRow <= last);
  return {
    ledger: { ...ledger, rows: ledger.rows.slice(0, count), chapters: above(ledger.chapters), sections: above(ledger.sections), frame: above(ledger.frame) },
    grid: { ...grid, rows: grid.rows.filter(({ row }) => row <= last) },
  };
}

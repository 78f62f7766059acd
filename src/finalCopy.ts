/** Composition: the clean copy of a workbook, over the workbook in memory, whoever keeps the original. */
import type { FinalCopy } from "./app/finalCopy";
import { OWN_SHEETS } from "./app/ownSheets";
import { parseIsoDay } from "./core/grid/day";
import { err, ok, type Result, Unreachable } from "./core/result";
import { isOwnRule } from "./excel/ownRule";
import type { ReadOptions } from "./files/input";
import type { WorkbookFault } from "./workbook/fault";
import { finalBook } from "./workbook/final/finalBook";
import { openWorkbook } from "./workbook/workbook";

/** The copy of a workbook's bytes; `today` is a day such as "2026-11-23". */
export function makeFinalCopy(bytes: Uint8Array, ledgerSheet: string, today: string, options: ReadOptions): Result<FinalCopy, WorkbookFault> {
  const asOf = parseIsoDay(today);
  if (!asOf) throw new Unreachable(today);
  const workbook = openWorkbook(bytes, options);
  const made = workbook.ok ? finalBook(workbook.value, { ownSheets: OWN_SHEETS, ledgerSheet, isOwnRule, asOf }) : workbook;
  if (!made.ok) return err(made.error);
  const sheets = [...made.value.sheets];
  const sum = (count: (sheet: (typeof sheets)[number][1]) => number): number => sheets.reduce((all, [, sheet]) => all + count(sheet), 0);
  return ok({
    bytes: made.value.bytes,
    told: {
      formulas: sum(({ formulas }) => formulas), unvalued: sum(({ unvalued }) => unvalued.length), leftSheets: made.value.leftSheets, shownRows: sum(({ shownRows }) => shownRows.length),
      clearedColumns: sheets.flatMap(([name, { clearedColumns }]) => clearedColumns.map((column) => `${name}!${column}`)), unkeptRules: made.value.unkeptRules,
    },
  });
}

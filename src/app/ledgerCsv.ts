/** The ledger as .csv: the sheet's lines in their order, one header, days as people write them. */
import { dayOfSerial, isoDay } from "../core/grid/day";
import type { CellValue } from "../core/grid/grid";
import { typeOf } from "../core/ledger/columns";
import { csvBytes } from "../files/text/writeCsv";
import type { LedgerPlan } from "./importLedger";

/** The file of a ledger's plan. Outline rows stand in the first column, as in the sheet. */
export function ledgerCsv({ titleLines, columns, rows }: LedgerPlan): Uint8Array {
  const shown = (value: CellValue, col: number): CellValue => {
    const day = typeof value === "number" && typeOf(columns[col]?.key ?? "") === "date" ? dayOfSerial(value) : null;
    return day ? isoDay(day) : value;
  };
  return csvBytes([
    ...titleLines.map(({ text }) => [text]),
    columns.map(({ header }) => header),
    ...rows.map((row) => (row.kind === "outline" ? [row.text] : row.values.map(shown))),
  ]);
}

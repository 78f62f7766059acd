import type { Grid, Span } from "../../core/grid/grid";
import type { Remark } from "../../core/grid/sourceFile";
import { rkNumber } from "../bytes";
import { FORMULA } from "../cellMarks";
import { GridCells } from "../gridCells";
import { PartFault } from "../partFault";
import { readRichBin, type BinStyles } from "./parts";
import type { Records } from "./records";

export interface BinContext {
  readonly sheet: string;
  readonly strings: readonly { readonly text: string; readonly marks: number }[];
  readonly styles: BinStyles;
  readonly date1904: boolean;
}

const [ROW, LAST_CELL, FIRST_SHORT, LAST_SHORT, R_STRING, COL_INFO, MERGE_CELL] = [0, 11, 12, 18, 62, 60, 176];
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Reads one worksheet part of an .xlsb ([MS-XLSB] 2.1.7.62). */
export function readSheetBin(records: Records, context: BinContext): { readonly grid: Pick<Grid, "rows" | "spans" | "hiddenColumns">; readonly remarks: readonly Remark[] } {
  const cells = new GridCells(context.date1904);
  const spans: Span[] = [];
  let row = 0;
  let col = -1;
  while (records.next()) {
    const { type } = records;
    if (type === ROW) {
      row = records.u32(0);
      col = -1;
      if ((records.u8(11) & 0x10) !== 0) cells.hideRow(row);
    } else if (type <= LAST_CELL || type === R_STRING) {
      col = records.u32(0);
      setCell(cells, records, type, 8, { row, col }, context);
    } else if (type >= FIRST_SHORT && type <= LAST_SHORT) {
      col++;
      setCell(cells, records, type - FIRST_SHORT + 1, 4, { row, col }, context);
    } else if (type === MERGE_CELL) {
      const span = { top: records.u32(0), left: records.u32(8), bottom: records.u32(4), right: records.u32(12) };
      if (span.top < span.bottom || span.left < span.right) spans.push(span);
    } else if (type === COL_INFO && (records.u16(16) & 1) !== 0) cells.hideColumns(records.u32(0), records.u32(4));
  }
  const { rows, hiddenColumns } = cells.finish();
  return { grid: { rows, spans, hiddenColumns }, remarks: cells.remarks(context.sheet) };
}

/** Sets a cell whose value stands `at` bytes into its record; the style stands in the four bytes before. */
function setCell(cells: GridCells, records: Records, type: number, at: number, { row, col }: { readonly row: number; readonly col: number }, context: BinContext): void {
  if (row > LAST_ROW || col > LAST_COLUMN) throw new PartFault({ kind: "damagedPart", part: context.sheet });
  const bits = context.styles.cells[records.u24(at - 4)] ?? 0;
  switch (type) {
    case 2:
      return cells.setNumber(row, col, records.rk(at, rkNumber), bits);
    case 3:
      return cells.setError(row, col, records.u8(at), bits);
    case 4:
      return cells.setBoolean(row, col, records.u8(at) === 1, bits);
    case 5:
      return cells.setNumber(row, col, records.double(at), bits);
    case 6:
      return cells.setText(row, col, records.text(at).text ?? "", bits);
    case 7: {
      const string = context.strings[records.u32(at)];
      return string === undefined ? cells.count("cell/missingText", row, col) : cells.setText(row, col, string.text, bits | string.marks);
    }
    case 8:
      return cells.setText(row, col, records.text(at).text ?? "", bits | FORMULA);
    case 9:
      return cells.setNumber(row, col, records.double(at), bits | FORMULA);
    case 10:
      return cells.setBoolean(row, col, records.u8(at) === 1, bits | FORMULA);
    case LAST_CELL:
      return cells.setError(row, col, records.u8(at), bits | FORMULA);
    case R_STRING: {
      const { text, marks } = readRichBin(records, at, context.styles.fonts);
      return cells.setText(row, col, text, bits | marks);
    }
    default:
  }
}

import type { CellNote, Grid, Span } from "../../core/grid/grid";
import type { Remark } from "../../core/grid/sourceFile";
import { rkNumber, viewOf } from "../bytes";
import { FORMULA } from "../cellMarks";
import { GridCells } from "../gridCells";
import { PartFault } from "../partFault";
import { BIFF8, BOF, substream, type BiffRecord } from "./biffRecords";
import { Continued } from "./continued";
import type { BiffSheetEntry, Globals } from "./globals";

type Records = readonly [BiffRecord, ...BiffRecord[]];

const [FORMULA_CELL, NOTE, OBJ, COL_INFO, MUL_RK, R_STRING, MERGE_CELLS, LABEL_SST] = [0x06, 0x1c, 0x5d, 0x7d, 0xbd, 0xd6, 0xe5, 0xfd];
const [TXO, NUMBER, LABEL, BOOL_ERR, STRING, ROW, RK] = [0x01b6, 0x0203, 0x0204, 0x0205, 0x0207, 0x0208, 0x027e];
/** The fewest bytes that these records have. */
const LEAST: ReadonlyMap<number, number> = new Map([
  [FORMULA_CELL, 14], [MUL_RK, 12], [R_STRING, 8], [LABEL_SST, 10], [NUMBER, 14], [LABEL, 8], [BOOL_ERR, 8], [RK, 10], [ROW, 16], [COL_INFO, 10], [NOTE, 8],
]);

const LAST_COLUMN = 255;

/** Reads the substream of one worksheet ([MS-XLS] 2.1.7.20.5); throws `PartFault` where there is none or it is cut. */
export function readBiffSheet(bytes: Uint8Array, entry: BiffSheetEntry, globals: Globals): { readonly grid: Grid; readonly remarks: readonly Remark[] } {
  const isThere = entry.start + 4 <= bytes.length && viewOf(bytes).getUint16(entry.start, true) === BOF;
  if (!isThere) throw new PartFault({ kind: "missingPart", part: entry.name });
  return new BiffSheetReader(bytes, globals, entry.name).read(entry);
}

class BiffSheetReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly globals: Globals;
  private readonly sheet: string;
  private readonly cells: GridCells;
  private readonly spans: Span[] = [];
  private readonly notes: CellNote[] = [];
  /** Texts of the objects over the sheet, by number; notes refer to them. */
  private readonly objectTexts = new Map<number, string>();
  private object = -1;
  /** The formula whose text the next record gives. */
  private waiting: { readonly row: number; readonly col: number; readonly bits: number } | null = null;

  constructor(bytes: Uint8Array, globals: Globals, sheet: string) {
    this.sheet = sheet;
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.globals = globals;
    this.cells = new GridCells(globals.date1904);
  }

  read(entry: BiffSheetEntry): { readonly grid: Grid; readonly remarks: readonly Remark[] } {
    for (const records of substream(this.bytes, entry.start)) {
      const [{ type, start, end }] = records;
      const least = LEAST.get(type);
      if (least !== undefined && end - start < least) throw new PartFault({ kind: "damagedPart", part: entry.name });
      this.readRecord(records);
    }
    const { name: sheet, visibility } = entry;
    const { rows, hiddenColumns } = this.cells.finish();
    const notes = this.notes.sort((a, b) => a.row - b.row || a.col - b.col);
    return { grid: { sheet, visibility, rows, spans: this.spans, notes, hiddenColumns }, remarks: this.cells.remarks(sheet) };
  }

  private readRecord(records: Records): void {
    const { view } = this;
    const [{ type, start, end }] = records;
    switch (type) {
      case ROW:
        if ((view.getUint16(start + 12, true) & 0x20) !== 0) this.cells.hideRow(view.getUint16(start, true));
        return;
      case COL_INFO:
        if ((view.getUint16(start + 8, true) & 1) !== 0) this.cells.hideColumns(view.getUint16(start, true), view.getUint16(start + 2, true));
        return;
      case MERGE_CELLS:
        this.readSpans(start, end);
        return;
      case OBJ:
        this.object = end - start >= 8 ? view.getUint16(start + 6, true) : -1;
        return;
      case TXO:
        this.readObjectText(records);
        return;
      case NOTE:
        this.readNote(records);
        return;
      case STRING:
        this.readFormulaText(records);
        return;
      default:
        if (LEAST.has(type)) this.readCell(records);
    }
  }

  private readCell(records: Records): void {
    const { view, cells, globals } = this;
    const [{ type, start, end }] = records;
    const row = view.getUint16(start, true);
    const col = view.getUint16(start + 2, true);
    const last = type === MUL_RK ? col + Math.floor((end - start - 6) / 6) - 1 : col;
    if (last > LAST_COLUMN) throw new PartFault({ kind: "damagedPart", part: this.sheet });
    const bits = this.styleAt(start + 4);
    switch (type) {
      case NUMBER:
        return cells.setNumber(row, col, view.getFloat64(start + 6, true), bits);
      case RK:
        return cells.setNumber(row, col, rkNumber(view, start + 6), bits);
      case MUL_RK:
        for (let at = start + 4, i = 0; at + 8 <= end; at += 6, i++) cells.setNumber(row, col + i, rkNumber(view, at + 2), this.styleAt(at));
        return;
      case LABEL_SST: {
        const string = globals.strings[view.getUint32(start + 6, true)];
        if (string === undefined) return cells.count("cell/missingText", row, col);
        return cells.setText(row, col, string.text, bits | string.marks);
      }
      case LABEL:
      case R_STRING:
        return cells.setText(row, col, globals.text.read(records, 6, 2), bits);
      case BOOL_ERR: {
        const value = view.getUint8(start + 6);
        return view.getUint8(start + 7) === 0 ? cells.setBoolean(row, col, value === 1, bits) : cells.setError(row, col, value, bits);
      }
      default:
        this.readFormula(row, col, start + 6, bits | FORMULA);
    }
  }

  private styleAt(at: number): number {
    return this.globals.styles[this.view.getUint16(at, true)] ?? 0;
  }

  /** The value that a formula had when the file was saved ([MS-XLS] 2.5.133). */
  private readFormula(row: number, col: number, at: number, bits: number): void {
    const { view, cells } = this;
    if (view.getUint16(at + 6, true) !== 0xffff) return cells.setNumber(row, col, view.getFloat64(at, true), bits);
    const kind = view.getUint8(at);
    const value = view.getUint8(at + 2);
    if (kind === 1) cells.setBoolean(row, col, value === 1, bits);
    else if (kind === 2) cells.setError(row, col, value, bits);
    else if (kind === 3) cells.setText(row, col, "", bits);
    else {
      cells.setUnknown(row, col);
      this.waiting = { row, col, bits };
    }
  }

  private readFormulaText(records: Records): void {
    if (this.waiting === null) return;
    const { row, col, bits } = this.waiting;
    this.waiting = null;
    this.cells.replaceText(row, col, this.globals.text.read(records, 0, 2), bits);
  }

  private readSpans(start: number, end: number): void {
    for (let at = start + 2; at + 8 <= end; at += 8) {
      const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => this.view.getUint16(at + offset, true)) as [number, number, number, number];
      if (top < bottom || left < right) this.spans.push({ top, left, bottom, right });
    }
  }

  /** The text of an object stands in the records that continue its own ([MS-XLS] 2.4.329). */
  private readObjectText([own, ...more]: Records): void {
    if (own.end - own.start < 12 || more.length === 0) return;
    const length = this.view.getUint16(own.start + 10, true);
    const from = new Continued(this.bytes, more);
    this.objectTexts.set(this.object, from.text(length, (from.number(1) & 1) === 1));
  }

  private readNote(records: Records): void {
    const [{ start, end }] = records;
    const row = this.view.getUint16(start, true);
    const col = this.view.getUint16(start + 2, true);
    if (this.globals.version === BIFF8) {
      this.notes.push({ row, col, text: this.objectTexts.get(this.view.getUint16(start + 6, true)) ?? "" });
    } else if (row !== 0xffff) this.notes.push({ row, col, text: this.globals.text.read([{ type: NOTE, start, end }], 4, 2) });
  }
}

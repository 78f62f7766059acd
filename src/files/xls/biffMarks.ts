import { COLOURED, FORMULA, STRUCK } from "../cellMarks";
import { marksOfBuiltIn, marksOfFormat } from "../numberFormat";
import { PartFault } from "../partFault";
import { BOF, substream, type BiffRecord } from "./biffRecords";
import { readRunFonts } from "./sstRuns";

/** What a binary workbook says of its cells besides their values, which another reader gives. */
export interface BiffSheet {
  /** Cells that have a value. */
  readonly cells: number;
  /** Bits of `cellMarks` of a cell. */
  marks(row: number, col: number): number;
}

const [FILE_PASS, FONT, FORMAT, XF, BOUND_SHEET, SST, CONTINUE] = [0x2f, 0x31, 0x041e, 0xe0, 0x85, 0xfc, 0x3c];
const [NUMBER, RK, MUL_RK, LABEL_SST, LABEL, R_STRING, FORMULA_CELL, BOOL_ERR] = [0x0203, 0x027e, 0xbd, 0xfd, 0x0204, 0xd6, 0x06, 0x0205];
const SINGLE_CELLS: ReadonlySet<number> = new Set([NUMBER, RK, LABEL_SST, LABEL, R_STRING, FORMULA_CELL, BOOL_ERR]);
/** Colours that are black or automatic ([MS-XLS] 2.5.161). */
const PLAIN_COLOURS: ReadonlySet<number> = new Set([0, 8, 0x40, 0x7fff]);
const BIFF8 = 0x0600;
const WIDE = new TextDecoder("utf-16le");
const NARROW = new TextDecoder("latin1");

/**
 * Walks over the workbook stream of an .xls of Excel 97 and later (in older ones the texts don't say their encoding): number formats, fonts and formulas of the cells, by sheet in the order of
 * their places in the stream. Throws `PartFault` where it is encrypted or ends before a sheet does.
 */
export function readBiffMarks(stream: Uint8Array): readonly BiffSheet[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const globals = readGlobals(view, stream);
  return globals.sheets.map((start) => readSheet(view, start, globals));
}

interface Globals {
  readonly sheets: readonly number[];
  readonly styles: readonly number[];
  readonly texts: readonly number[];
}

function readGlobals(view: DataView, stream: Uint8Array): Globals {
  const fonts: { readonly struck: boolean; readonly colour: number }[] = [];
  const formats = new Map<number, number>();
  const styles: { readonly font: number; readonly format: number }[] = [];
  const sheets: number[] = [];
  const texts: BiffRecord[] = [];
  let last = 0;
  for (const record of substream(view, 0)) {
    const { type, start, end } = record;
    if (type === BOF && end - start >= 2 && view.getUint16(start, true) !== BIFF8) {
      throw new PartFault({ kind: "unsupported", what: "Excel 5.0/95" });
    }
    if (type !== CONTINUE) last = type;
    if (type === FILE_PASS) throw new PartFault({ kind: "encryptedWorkbook" });
    if (type === BOUND_SHEET) sheets.push(view.getUint32(start, true));
    else if (type === FONT) fonts.push({ struck: (view.getUint16(start + 2, true) & 8) !== 0, colour: view.getUint16(start + 4, true) });
    else if (type === XF) styles.push({ font: view.getUint16(start, true), format: view.getUint16(start + 2, true) });
    else if (type === FORMAT) formats.set(view.getUint16(start, true), marksOfFormat(formatCode(stream, start, end)));
    else if (type === SST || (type === CONTINUE && last === SST)) texts.push(record);
  }
  const usual = fonts[0]?.colour;
  /** There is no font of number 4. */
  const fontMarks = (number: number): number => {
    const font = fonts[number > 4 ? number - 1 : number];
    if (font === undefined) return 0;
    return (font.struck ? STRUCK : 0) | (font.colour !== usual && !PLAIN_COLOURS.has(font.colour) ? COLOURED : 0);
  };
  return {
    sheets: sheets.sort((a, b) => a - b),
    styles: styles.map(({ font, format }) => fontMarks(font) | (formats.get(format) ?? marksOfBuiltIn(format))),
    texts: readRunFonts(view, texts).map((runs) => runs.reduce((marks, font) => marks | fontMarks(font), 0)),
  };
}

function formatCode(stream: Uint8Array, start: number, end: number): string {
  const isWide = ((stream[start + 4] ?? 0) & 1) === 1;
  return (isWide ? WIDE : NARROW).decode(stream.subarray(start + 5, end));
}

function readSheet(view: DataView, from: number, { styles, texts }: Globals): BiffSheet {
  const marks = new Map<number, number>();
  let cells = 0;
  const add = (row: number, col: number, bits: number): void => {
    cells++;
    if (bits !== 0) marks.set(row * 256 + col, bits);
  };
  for (const { type, start, end } of substream(view, from)) {
    if (type !== MUL_RK && !SINGLE_CELLS.has(type)) continue;
    const row = view.getUint16(start, true);
    const col = view.getUint16(start + 2, true);
    if (type === MUL_RK) {
      for (let at = start + 4; at + 6 <= end - 2; at += 6) {
        add(row, col + (at - start - 4) / 6, styles[view.getUint16(at, true)] ?? 0);
      }
      continue;
    }
    const style = styles[view.getUint16(start + 4, true)] ?? 0;
    const run = type === LABEL_SST ? (texts[view.getUint32(start + 6, true)] ?? 0) : 0;
    add(row, col, style | run | (type === FORMULA_CELL ? FORMULA : 0));
  }
  return { cells, marks: (row, col) => marks.get(row * 256 + col) ?? 0 };
}

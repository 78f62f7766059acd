import type { CellNote } from "../../core/grid/grid";
import type { SheetEntry, WorkbookPart } from "../xlsx/workbookPart";
import { marksOfFont, type Font } from "../font";
import { marksOfBuiltIn, marksOfFormat } from "../numberFormat";
import type { Records } from "./records";

const [WB_PROP, BUNDLE_SHEET] = [153, 156];
const [FONT, FMT, XF, BEGIN_CELL_XFS, END_CELL_XFS, BEGIN_FONTS, END_FONTS] = [43, 44, 47, 617, 618, 611, 612];
const SST_ITEM = 19;
const [BEGIN_COMMENT, COMMENT_TEXT] = [635, 637];

/** Reads workbook.bin: which sheets the file says it has. */
export function readWorkbookBin(records: Records): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  while (records.next()) {
    if (records.type === WB_PROP) date1904 = (records.u32(0) & 1) === 1;
    if (records.type !== BUNDLE_SHEET) continue;
    const state = records.u32(0);
    const relation = records.text(8);
    sheets.push({
      name: records.text(relation.end).text ?? "",
      visibility: state === 2 ? "veryHidden" : state === 1 ? "hidden" : "visible",
      relation: relation.text ?? "",
    });
  }
  return { sheets, date1904 };
}

export interface BinStyles {
  /** Bits of `cellMarks` by the index that cells give. */
  readonly cells: readonly number[];
  /** The same by the number of a font. */
  readonly fonts: readonly number[];
}

/** Reads styles.bin: of each cell style, its number format and its font. */
export function readStylesBin(records: Records): BinStyles {
  const fonts: Font[] = [];
  const formats = new Map<number, number>();
  const cells: { readonly font: number; readonly format: number }[] = [];
  let inCells = false;
  let inFonts = false;
  while (records.next()) {
    const { type } = records;
    if (type === BEGIN_CELL_XFS || type === END_CELL_XFS) inCells = type === BEGIN_CELL_XFS;
    else if (type === BEGIN_FONTS || type === END_FONTS) inFonts = type === BEGIN_FONTS;
    else if (type === FONT && inFonts) fonts.push({ struck: (records.u16(2) & 8) !== 0, colour: colourOf(records) });
    else if (type === FMT) formats.set(records.u16(0), marksOfFormat(records.text(2).text ?? ""));
    else if (type === XF && inCells) cells.push({ format: records.u16(2), font: records.u16(4) });
  }
  const usual = fonts[0]?.colour ?? null;
  const marks = fonts.map((font) => marksOfFont(font, usual));
  return { fonts: marks, cells: cells.map(({ format, font }) => (formats.get(format) ?? marksOfBuiltIn(format)) | (marks[font] ?? 0)) };
}

/** The colour in a font ([MS-XLSB] 2.5.16), null where it is black or automatic. */
function colourOf(records: Records): string | null {
  const kind = records.u8(12) >> 1;
  const index = records.u8(13);
  const tint = records.u16(14);
  if (kind === 1) return index === 0 || index === 8 || index === 64 ? null : `indexed ${index}`;
  if (kind === 2) return records.u24(16) === 0 ? null : `rgb ${records.u24(16)}`;
  if (kind === 3) return index === 1 && tint === 0 ? null : `theme ${index} ${tint}`;
  return null;
}

/** Reads the text of a rich string ([MS-XLSB] 2.5.122) and the marks of its runs. */
export function readRichBin(records: Records, offset: number, fonts: readonly number[]): { readonly text: string; readonly marks: number } {
  const { text, end } = records.text(offset + 1);
  let marks = 0;
  if ((records.u8(offset) & 1) === 1) {
    const runs = records.u32(end);
    for (let i = 0; i < runs && records.has(end + 4 + i * 4, 4); i++) marks |= fonts[records.u16(end + 6 + i * 4)] ?? 0;
  }
  return { text: text ?? "", marks };
}

/** Reads sharedStrings.bin. */
export function readStringsBin(records: Records, fonts: readonly number[]): readonly { readonly text: string; readonly marks: number }[] {
  const strings: { readonly text: string; readonly marks: number }[] = [];
  while (records.next()) if (records.type === SST_ITEM) strings.push(readRichBin(records, 0, fonts));
  return strings;
}

/** Reads a comments part. */
export function readCommentsBin(records: Records): readonly CellNote[] {
  const notes: CellNote[] = [];
  let place = { row: 0, col: 0 };
  while (records.next()) {
    if (records.type === BEGIN_COMMENT) place = { row: records.u32(4), col: records.u32(12) };
    else if (records.type === COMMENT_TEXT) notes.push({ ...place, text: readRichBin(records, 0, []).text });
  }
  return notes;
}

import { placeName } from "../../core/grid/a1";
import type { CellValue, Grid, Span } from "../../core/grid/grid";
import type { Remark } from "../../core/grid/sourceFile";
import { DATE, ERROR, FORMULA, NUMBER_MARKS, TEXT_MARKS } from "../cellMarks";
import { DAYS_1904 } from "../gridCells";
import { excelSerial } from "../isoDate";
import { fileRemark, type FileRemarkId } from "../remark";
import { RowBuilder } from "../rowBuilder";
import { attributeText, forEachChild, openRoot, Texts } from "../xml/texts";
import { CLOSE, nameCode, OPEN, RAW, TEXT, type Token, type XmlScanner } from "../xml/scanner";
import { XmlFault } from "../xml/xmlFault";
import { parseArea } from "./area";
import { parseNumber } from "./number";
import { PartFault } from "../partFault";
import { readRichText } from "./richText";
import { NO_STRINGS, type SharedStrings } from "./sharedStrings";
import type { Styles } from "./styles";

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly sheet: string;
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly date1904: boolean;
}

export interface SheetContent {
  readonly grid: Pick<Grid, "rows" | "spans" | "hiddenColumns">;
  readonly remarks: readonly Remark[];
}

const [SHEET_DATA, ROW, COLS, COL, MERGE_CELL, MERGE_CELLS, C, V, F, IS] = [
  "sheetData", "row", "cols", "col", "mergeCell", "mergeCells", "c", "v", "f", "is",
].map(nameCode) as [number, number, number, number, number, number, number, number, number, number];
const [R, S, T, HIDDEN, HEIGHT, MIN, MAX, WIDTH, REF] = ["r", "s", "t", "hidden", "ht", "min", "max", "width", "ref"].map(
  nameCode,
) as [number, number, number, number, number, number, number, number, number];

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** Texts are decoded together, in pieces of so many UTF-16 units. */
const PIECE = 64 * 1024;

const UTF8 = new TextDecoder();

type CellType = "number" | "shared" | "text" | "boolean" | "error" | "date";

/** Reads one worksheet part (ECMA-376 18.3). Bounds come from the cells seen, never from `dimension`. */
export function readSheet(xml: XmlScanner, context: SheetContext): SheetContent {
  return new SheetReader(xml, context).read();
}

class SheetReader {
  private readonly xml: XmlScanner;
  private readonly context: SheetContext;
  private readonly styleMarks: Uint8Array;
  private readonly strings: readonly string[];
  private readonly builder = new RowBuilder();
  private readonly spans: Span[] = [];
  private readonly hiddenRanges: { readonly min: number; readonly max: number }[] = [];
  private readonly faults = new Map<FileRemarkId, { count: number; readonly row: number; readonly col: number }>();
  private row = -1;
  private col = -1;
  /** The row element told its number, so that its cells may not tell another. */
  private rowTold = false;
  private texts = new Texts();
  private textRows: (CellValue | undefined)[][] = [];
  private textColumns: number[] = [];

  constructor(xml: XmlScanner, context: SheetContext) {
    this.xml = xml;
    this.context = context;
    this.styleMarks = context.styles.marks;
    this.strings = context.strings.texts;
  }

  read(): SheetContent {
    const { xml } = this;
    openRoot(xml);
    forEachChild(xml, () => {
      const section = xml.name;
      if (section !== SHEET_DATA && section !== COLS && section !== MERGE_CELLS) return;
      forEachChild(xml, () => {
        if (section === SHEET_DATA && xml.name === ROW) this.readRow();
        else if (section === COLS && xml.name === COL) this.readColumn();
        else if (section === MERGE_CELLS && xml.name === MERGE_CELL) this.readSpan();
      });
    });
    this.flushTexts();
    const rows = this.builder.finish();
    return { grid: { rows, spans: this.spans, hiddenColumns: this.hiddenColumns() }, remarks: this.remarks() };
  }

  private readRow(): void {
    const { xml, builder } = this;
    const number = xml.wholeAttribute(R);
    this.rowTold = number > 0;
    this.row = this.rowTold ? number - 1 : this.row + 1;
    if (this.row > LAST_ROW) throw new XmlFault("damaged");
    this.col = -1;
    builder.begin(xml.isOn(HIDDEN) || xml.wholeAttribute(HEIGHT) === 0);
    if (xml.empty) return;
    for (;;) {
      const token = xml.next();
      if (token === OPEN) {
        if (xml.name === C) this.readCell();
        else xml.skip();
      } else if (token === CLOSE) break;
    }
    builder.end();
    if (this.texts.size > PIECE) this.flushTexts();
  }

  private readCell(): void {
    const { xml } = this;
    if (xml.findAttribute(R)) this.readPlace();
    else this.col++;
    if (this.col > LAST_COLUMN) throw new XmlFault("damaged");
    if (xml.empty) return;
    const style = xml.wholeAttribute(S);
    let bits = style < 0 ? 0 : (this.styleMarks[style] ?? 0);
    const type = this.cellType();
    let hasValue = false;
    for (;;) {
      const token = xml.next();
      if (token === CLOSE) break;
      if (token !== OPEN) continue;
      if (xml.name === V) hasValue = this.readValue(type, bits) || hasValue;
      else if (xml.name === F) {
        bits |= FORMULA;
        xml.skip();
      } else if (xml.name === IS) {
        this.addText(bits & TEXT_MARKS, true);
        hasValue = true;
      } else xml.skip();
    }
    if (!hasValue && (bits & FORMULA) !== 0) this.builder.set(this.row, this.col, null, FORMULA);
  }

  /** "B7" into column and row; the row element decides where both tell one. */
  private readPlace(): void {
    const { bytes, start, end } = this.xml;
    let at = start;
    let col = 0;
    for (; at < end; at++) {
      const letter = ((bytes[at] as number) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      col = col * 26 + letter;
    }
    let row = 0;
    for (; at < end; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) throw new XmlFault("damaged");
      row = row * 10 + digit;
    }
    if (col === 0 || col > LAST_COLUMN + 1 || row === 0 || row > LAST_ROW + 1) throw new XmlFault("damaged");
    this.col = col - 1;
    if (row - 1 === this.row) return;
    if (this.rowTold) this.count("cell/misplaced");
    else {
      this.row = row - 1;
      this.rowTold = true;
    }
  }

  private cellType(): CellType {
    const { xml } = this;
    if (!xml.findAttribute(T)) return "number";
    const first = xml.bytes[xml.start];
    if (first === 0x73) return xml.end - xml.start === 1 ? "shared" : "text";
    if (first === 0x62) return "boolean";
    if (first === 0x65) return "error";
    if (first === 0x64) return "date";
    return first === 0x69 ? "text" : "number";
  }

  /** Reads the `v` just opened; whether it held a value. */
  private readValue(type: CellType, bits: number): boolean {
    const { xml } = this;
    if (type === "text") return this.addText(bits & TEXT_MARKS, false);
    if (type === "error") return this.addText((bits & TEXT_MARKS) | ERROR, false);
    if (xml.empty) return false;
    const first = xml.next();
    if (first === CLOSE) return false;
    const { start, end } = xml;
    const second = first === TEXT ? xml.next() : first;
    if (second === CLOSE) return this.setPlain(type, bits, xml.bytes, start, end);
    const texts = new Texts(256);
    if (first === TEXT) texts.append(xml.bytes, start, end, true);
    const whole = new TextEncoder().encode(restOfElement(xml, second, texts));
    return this.setPlain(type, bits, whole, 0, whole.length);
  }

  private setPlain(type: CellType, bits: number, bytes: Uint8Array, start: number, end: number): boolean {
    switch (type) {
      case "shared":
        return this.setShared(bits, parseNumber(bytes, start, end));
      case "boolean":
        return this.set(bytes[start] === 0x31 || bytes[start] === 0x74, bits & TEXT_MARKS);
      case "date": {
        const text = UTF8.decode(bytes.subarray(start, end));
        const serial = excelSerial(text);
        return serial === null ? this.set(text, bits & TEXT_MARKS) : this.set(serial, (bits & TEXT_MARKS) | DATE);
      }
      case "number":
      case "text":
      case "error": {
        const number = parseNumber(bytes, start, end);
        if (Number.isNaN(number)) return this.setNotNumber(bits, UTF8.decode(bytes.subarray(start, end)));
        const shift = this.context.date1904 && (bits & DATE) !== 0 ? DAYS_1904 : 0;
        return this.set(number + shift, bits & NUMBER_MARKS);
      }
    }
  }

  private setShared(bits: number, index: number): boolean {
    const text = this.strings[index];
    if (text === undefined) {
      if (this.context.strings === NO_STRINGS) throw new PartFault({ kind: "missingPart", part: "sharedStrings.xml" });
      this.count("cell/missingText");
      return false;
    }
    return this.set(text, (bits | (this.context.strings.marks[index] ?? 0)) & TEXT_MARKS);
  }

  private setNotNumber(bits: number, text: string): boolean {
    if (!/\S/u.test(text)) return false;
    this.count("cell/notNumber");
    return this.set(text, bits & TEXT_MARKS);
  }

  private set(value: CellValue, bits: number): boolean {
    this.builder.set(this.row, this.col, value, bits);
    return true;
  }

  /** Keeps the place for the text of the element just opened; it is decoded with many others. */
  private addText(bits: number, rich: boolean): boolean {
    const { texts } = this;
    let marks = bits;
    if (rich) marks |= readRichText(this.xml, texts, this.context.styles.usualColour);
    else texts.appendElement(this.xml, true);
    texts.finish();
    this.set("", marks);
    this.textRows.push(this.builder.current);
    this.textColumns.push(this.col);
    return true;
  }

  private flushTexts(): void {
    const { textRows, textColumns } = this;
    const decoded = this.texts.decode();
    for (let i = 0; i < decoded.length; i++) {
      const row = textRows[i];
      const col = textColumns[i];
      if (row !== undefined && col !== undefined) row[col] = decoded[i];
    }
    this.textRows = [];
    this.textColumns = [];
  }

  private readColumn(): void {
    const { xml } = this;
    if (!xml.isOn(HIDDEN) && xml.wholeAttribute(WIDTH) !== 0) return;
    this.hiddenRanges.push({ min: xml.wholeAttribute(MIN), max: xml.wholeAttribute(MAX) });
  }

  /** Hidden columns up to the last that has a cell. */
  private hiddenColumns(): readonly number[] {
    const hidden: number[] = [];
    for (let col = 0; col <= this.builder.lastColumn; col++) {
      if (this.hiddenRanges.some(({ min, max }) => min <= col + 1 && col + 1 <= max)) hidden.push(col);
    }
    return hidden;
  }

  private readSpan(): void {
    const span = parseArea(attributeText(this.xml, REF) ?? "");
    if (span === null) throw new XmlFault("damaged");
    if (span.top !== span.bottom || span.left !== span.right) this.spans.push(span);
  }

  private count(id: FileRemarkId): void {
    const seen = this.faults.get(id);
    this.faults.set(id, seen ? { ...seen, count: seen.count + 1 } : { count: 1, row: this.row, col: this.col });
  }

  private remarks(): readonly Remark[] {
    const { sheet } = this.context;
    const { twice } = this.builder;
    const all = [...this.faults, ...(twice.count > 0 ? [["cell/twice", twice] as const] : [])];
    return all.map(([id, { count, row, col }]) => fileRemark(id, { count }, placeName({ sheet, row, col })));
  }
}

/** The text of a `v` that comes in several pieces (comments or CDATA inside), from `token` on; goes past its end. */
function restOfElement(xml: XmlScanner, token: Token, texts: Texts): string {
  for (let next = token; next !== CLOSE; next = xml.next()) {
    if (next === TEXT) texts.append(xml.bytes, xml.start, xml.end, true);
    else if (next === RAW) texts.appendRaw(xml.bytes, xml.start, xml.end, true);
    else xml.skip();
  }
  texts.finish();
  return texts.decode()[0] ?? "";
}

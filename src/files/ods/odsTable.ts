import type { CellMark, CellNote, CellValue, Grid, GridRow, Span } from "../../core/grid/grid";
import { DATE, ERROR, FORMULA, markOf, PERCENT } from "../cellMarks";
import { libreOfficeSerial } from "../isoDate";
import { nameCode, prefixedCode, type XmlScanner } from "../xml/scanner";
import { attributeText, forEachChild, Texts } from "../xml/texts";
import { XmlFault } from "../xml/xmlFault";
import { readOdsParagraph } from "./odsText";
import type { OdsStyles } from "./odsStyles";

const [COLUMN, ROW, CELL, COVERED_CELL, P, ANNOTATION, SOURCE, SHAPES, FRAME] = [
  "table-column", "table-row", "table-cell", "covered-table-cell", "p", "annotation", "table-source", "shapes", "frame",
].map(nameCode) as [number, number, number, number, number, number, number, number, number];
const WRAPPERS: ReadonlySet<number> = new Set(
  ["table-columns", "table-rows", "table-header-columns", "table-header-rows", "table-column-group", "table-row-group"].map(nameCode),
);
const [NAME, STYLE_NAME, DEFAULT_STYLE, VISIBILITY, FORMULA_TEXT] = [
  "name", "style-name", "default-cell-style-name", "visibility", "formula",
].map(prefixedCode) as [number, number, number, number, number];
const [COLUMNS_REPEATED, ROWS_REPEATED, COLUMNS_SPANNED, ROWS_SPANNED] = [
  "number-columns-repeated", "number-rows-repeated", "number-columns-spanned", "number-rows-spanned",
].map(prefixedCode) as [number, number, number, number];
const [VALUE_TYPE, VALUE, DATE_VALUE, TIME_VALUE, BOOLEAN_VALUE, STRING_VALUE] = [
  "value-type", "value", "date-value", "time-value", "boolean-value", "string-value",
].map(prefixedCode) as [number, number, number, number, number, number];

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** A repeated cell stands for many; beyond so many the file was not made by people. */
const MOST_REPEATED = 2_000_000;

interface Column {
  readonly style: string;
  readonly hidden: boolean;
}

interface Cell {
  readonly value: CellValue | undefined;
  readonly bits: number;
}

export interface OdsSheet {
  readonly grid: Grid;
  /** A copy that LibreOffice keeps of a sheet in another file: no sheet of this one. */
  readonly isLinked: boolean;
  /** Pictures and text boxes over the sheet and in its cells. */
  readonly drawings: number;
}

/** Reads one `table:table` of an OpenDocument spreadsheet (ODF 1.2, 9.1). */
export class OdsTable {
  private readonly xml: XmlScanner;
  private readonly styles: OdsStyles;
  private readonly dayZero: number;
  private readonly rows: GridRow[] = [];
  private readonly spans: Span[] = [];
  private readonly notes: CellNote[] = [];
  private readonly columns: Column[] = [];
  private row = 0;
  private lastColumn = -1;
  private repeated = 0;
  private isLinked = false;
  private drawings = 0;

  /** `dayZero`: the serial number of the day from which the numbers of this file count days. */
  constructor(xml: XmlScanner, styles: OdsStyles, dayZero: number) {
    this.xml = xml;
    this.styles = styles;
    this.dayZero = dayZero;
  }

  read(): OdsSheet {
    const { xml } = this;
    const sheet = attributeText(xml, NAME) ?? "";
    const hidden = this.styles.isHiddenTable(attributeText(xml, STYLE_NAME) ?? "");
    this.readLines();
    const hiddenColumns: number[] = [];
    for (let col = 0; col <= this.lastColumn; col++) if (this.columns[col]?.hidden === true) hiddenColumns.push(col);
    const { rows, spans, notes, isLinked, drawings } = this;
    return { grid: { sheet, visibility: hidden ? "hidden" : "visible", rows, spans, notes, hiddenColumns }, isLinked, drawings };
  }

  private readLines(): void {
    const { xml } = this;
    forEachChild(xml, () => {
      if (WRAPPERS.has(xml.name)) this.readLines();
      else if (xml.name === COLUMN) this.readColumn();
      else if (xml.name === ROW) this.readRow();
      else if (xml.name === SOURCE) this.isLinked = true;
      else if (xml.name === SHAPES) forEachChild(xml, () => this.drawings++);
    });
  }

  private readColumn(): void {
    const { columns } = this;
    const column = { style: attributeText(this.xml, DEFAULT_STYLE) ?? "", hidden: isHidden(this.xml) };
    for (let left = repetition(this.xml, COLUMNS_REPEATED); left > 0 && columns.length <= LAST_COLUMN; left--) columns.push(column);
  }

  private readRow(): void {
    const { xml } = this;
    const times = repetition(xml, ROWS_REPEATED);
    const hidden = isHidden(xml);
    const rowStyle = attributeText(xml, DEFAULT_STYLE);
    const values: (CellValue | undefined)[] = [];
    const marks: (CellMark | undefined)[] = [];
    let col = 0;
    forEachChild(xml, () => {
      if (xml.name !== CELL && xml.name !== COVERED_CELL) return;
      const repeats = repetition(xml, COLUMNS_REPEATED);
      const { value, bits } = this.readCell(col, rowStyle);
      if (value !== undefined) {
        if (col + repeats - 1 > LAST_COLUMN) throw new XmlFault("damaged");
        this.countRepeated(repeats - 1);
        for (let i = col; i < col + repeats; i++) {
          values[i] = value;
          if (bits !== 0) marks[i] = markOf(bits);
        }
      }
      col += repeats;
    });
    if (values.length > 0) this.addRows({ values, marks: marks.length > 0 ? marks : null, hidden }, times);
    this.row += times;
  }

  private addRows(row: Omit<GridRow, "row">, times: number): void {
    if (this.row + times - 1 > LAST_ROW) throw new XmlFault("damaged");
    this.countRepeated(times - 1);
    for (let i = 0; i < times; i++) this.rows.push({ row: this.row + i, ...row });
    this.lastColumn = Math.max(this.lastColumn, row.values.length - 1);
  }

  private countRepeated(count: number): void {
    this.repeated += count;
    if (this.repeated > MOST_REPEATED) throw new XmlFault("damaged");
  }

  private readCell(col: number, rowStyle: string | null): Cell {
    const { xml } = this;
    const style = attributeText(xml, STYLE_NAME) ?? rowStyle ?? this.columns[col]?.style ?? "";
    const formula = xml.findAttribute(FORMULA_TEXT) ? FORMULA : 0;
    const isError = xml.hasAttribute(VALUE_TYPE, "error");
    const type = attributeText(xml, VALUE_TYPE);
    const typed = isError ? null : typedValue(xml, type ?? "");
    const string = isError ? null : attributeText(xml, STRING_VALUE);
    this.readSpan(col);
    const { text, marks } = this.readText(col);
    const value = typed?.value ?? string ?? text ?? (type === null ? undefined : "");
    if (value === undefined) return formula === 0 ? { value, bits: 0 } : { value: null, bits: FORMULA };
    const bits = (isError ? ERROR : 0) | formula | marks | this.styles.marks("table-cell", style);
    return typeof value === "number" && type === "float" ? this.shown(value, bits, style) : { value, bits: bits | (typed === null ? 0 : typed.bits) };
  }

  /** A plain number that a format shows as a day or a percentage, as programs other than LibreOffice write them. */
  private shown(value: number, bits: number, style: string): Cell {
    const format = this.styles.formatMarks(style);
    return { value: (format & DATE) === 0 ? value : value + this.dayZero, bits: bits | format };
  }

  private readSpan(col: number): void {
    const width = repetition(this.xml, COLUMNS_SPANNED);
    const height = repetition(this.xml, ROWS_SPANNED);
    if (width === 1 && height === 1) return;
    const bottom = Math.min(LAST_ROW, this.row + height - 1);
    this.spans.push({ top: this.row, left: col, bottom, right: Math.min(LAST_COLUMN, col + width - 1) });
  }

  /** The text of the paragraphs of a cell, null where it has none; its note is kept. */
  private readText(col: number): { readonly text: string | null; readonly marks: number } {
    const { xml } = this;
    const lines: string[] = [];
    let marks = 0;
    forEachChild(xml, () => {
      if (xml.name === P) {
        const line = this.readLine();
        lines.push(line.text);
        marks |= line.marks;
      } else if (xml.name === ANNOTATION) {
        const note: string[] = [];
        forEachChild(xml, () => {
          if (xml.name === P) note.push(this.readLine().text);
        });
        this.notes.push({ row: this.row, col, text: note.join("\n") });
      } else if (xml.name === FRAME) this.drawings++;
    });
    return { text: lines.length > 0 ? lines.join("\n") : null, marks };
  }

  private readLine(): { readonly text: string; readonly marks: number } {
    const texts = new Texts(256);
    const marks = readOdsParagraph(this.xml, texts, this.styles);
    texts.finish();
    return { text: texts.decode()[0] ?? "", marks };
  }
}

function repetition(xml: XmlScanner, code: number): number {
  return Math.min(LAST_ROW + 1, Math.max(1, xml.wholeAttribute(code)));
}

/** "collapse" by hand, "filter" by a filter. */
function isHidden(xml: XmlScanner): boolean {
  return xml.hasAttribute(VISIBILITY, "collapse") || xml.hasAttribute(VISIBILITY, "filter");
}

/** The value that the attributes of a cell give, or null where its text is its value (ODF 1.2, 19.385). */
function typedValue(xml: XmlScanner, type: string): { readonly value: CellValue; readonly bits: number } | null {
  switch (type) {
    case "float":
    case "currency":
    case "percentage": {
      const value = numberOf(attributeText(xml, VALUE));
      return value === null ? null : { value, bits: type === "percentage" ? PERCENT : 0 };
    }
    case "date": {
      const serial = libreOfficeSerial(attributeText(xml, DATE_VALUE) ?? "");
      return serial === null ? null : { value: serial, bits: DATE };
    }
    case "time": {
      const value = dayFraction(attributeText(xml, TIME_VALUE) ?? "");
      return value === null ? null : { value, bits: 0 };
    }
    case "boolean":
      return { value: xml.hasAttribute(BOOLEAN_VALUE, "true"), bits: 0 };
    default:
      return null;
  }
}

function numberOf(text: string | null): number | null {
  return text !== null && /^[+-]?[0-9.]{1,400}(?:[eE][+-]?[0-9]{1,4})?$/u.test(text) ? Number(text) : null;
}

/** "PT12H30M00S" as a part of a day. */
function dayFraction(text: string): number | null {
  const found = /^PT([0-9]{1,8})H([0-9]{1,2})M([0-9]{1,2}(?:[.,][0-9]{1,9})?)S$/u.exec(text);
  if (found === null) return null;
  return (Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]?.replace(",", "."))) / 86_400;
}

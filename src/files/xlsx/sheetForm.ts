import type { FormColumn, FormRow, PrintForm, SheetForm } from "../../core/form/form";
import { attributeText, elementText, forEachChild, openRoot } from "../xml/texts";
import { CLOSE, nameCode, OPEN, type XmlScanner } from "../xml/scanner";

/** What a worksheet part tells of its form; names of the workbook and the faces of its styles are added by the reader. */
export interface SheetLook extends Omit<SheetForm, "sheet" | "faces" | "print"> {
  readonly print: Omit<PrintForm, "titleRows" | "area">;
}

const ELEMENTS = ["sheetPr", "pageSetUpPr", "sheetViews", "sheetView", "pane", "sheetFormatPr", "cols", "sheetData", "row", "c", "autoFilter", "filterColumn", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "brk"] as const;
const CODES: Readonly<Record<string, number>> = Object.fromEntries(ELEMENTS.map((name) => [name, nameCode(name)]));
const [R, S, HEIGHT, CUSTOM_HEIGHT, HIDDEN, MIN, MAX, WIDTH] = ["r", "s", "ht", "customHeight", "hidden", "min", "max", "width"].map(nameCode) as [number, number, number, number, number, number, number, number];
const [CUSTOM_FORMAT, STYLE, TOP_LEFT] = ["customFormat", "style", "topLeftCell"].map(nameCode) as [number, number, number];
const [STATE, X_SPLIT, Y_SPLIT, FIT, ID, MANUAL] = ["state", "xSplit", "ySplit", "fitToPage", "id", "man"].map(nameCode) as [number, number, number, number, number, number];
const [ORIENTATION, PAPER, SCALE, WIDE, HIGH, LEFT, RIGHT, DEFAULT_WIDTH] = ["orientation", "paperSize", "scale", "fitToWidth", "fitToHeight", "left", "right", "defaultColWidth"].map(nameCode) as [number, number, number, number, number, number, number, number];

/** Excel's default, in characters. */
const USUAL_WIDTH = 8.43;
/** Excel's default, left and right together, in inches. */
const USUAL_MARGINS = 1.4;

/** Reads the form of one worksheet part (ECMA-376 18.3). Linear in the part; values are passed over. */
export function readSheetForm(xml: XmlScanner): SheetLook {
  const reader = new FormReader(xml);
  openRoot(xml);
  forEachChild(xml, () => reader.readSection());
  return reader.look();
}

class FormReader {
  private readonly xml: XmlScanner;
  private readonly rows = new Map<number, FormRow>();
  private readonly columns: FormColumn[] = [];
  private readonly breaks: number[] = [];
  private defaultWidth = USUAL_WIDTH;
  private frozen = { rows: 0, cols: 0 };
  private filtered = false;
  private isFitted = false;
  private sideMargins = USUAL_MARGINS;
  private headerFooter = "";
  private setup = { orientation: null as PrintForm["orientation"], paper: null as number | null, scale: null as number | null, wide: 1, high: 1 };
  private row = -1;

  constructor(xml: XmlScanner) {
    this.xml = xml;
  }

  look(): SheetLook {
    const { orientation, paper, scale, wide, high } = this.setup;
    const { rows, columns, defaultWidth, frozen, filtered } = this;
    const fit = this.isFitted ? { wide, high } : null;
    return { rows, columns, defaultWidth, frozen, filtered, print: { orientation, paper, scale: fit ? null : scale, fit, sideMargins: this.sideMargins, headerFooter: this.headerFooter, breaks: this.breaks } };
  }

  readSection(): void {
    const { xml } = this;
    switch (xml.name) {
      case CODES["sheetPr"]:
        return this.each("pageSetUpPr", () => {
          this.isFitted = xml.isOn(FIT);
        });
      case CODES["sheetViews"]:
        return forEachChild(xml, () => this.readView());
      case CODES["sheetFormatPr"]:
        this.defaultWidth = this.number(DEFAULT_WIDTH) ?? USUAL_WIDTH;
        return;
      case CODES["cols"]:
        return forEachChild(xml, () => this.readColumn());
      case CODES["sheetData"]:
        return this.each("row", () => this.readRow());
      case CODES["autoFilter"]:
        return this.each("filterColumn", () => {
          this.filtered = true;
        });
      default:
        return this.readPrint();
    }
  }

  private readPrint(): void {
    const { xml } = this;
    switch (xml.name) {
      case CODES["pageMargins"]:
        this.sideMargins = (this.number(LEFT) ?? USUAL_MARGINS / 2) + (this.number(RIGHT) ?? USUAL_MARGINS / 2);
        return;
      case CODES["pageSetup"]: {
        const orientation = attributeText(xml, ORIENTATION);
        this.setup = {
          orientation: orientation === "portrait" || orientation === "landscape" ? orientation : null,
          paper: this.number(PAPER), scale: this.number(SCALE), wide: this.number(WIDE) ?? 1, high: this.number(HIGH) ?? 1,
        };
        return;
      }
      case CODES["headerFooter"]:
        return forEachChild(xml, () => {
          this.headerFooter += `${elementText(xml)} `;
        });
      case CODES["rowBreaks"]:
        return this.each("brk", () => {
          if (xml.isOn(MANUAL)) this.breaks.push(xml.wholeAttribute(ID));
        });
    }
  }

  private each(name: (typeof ELEMENTS)[number], visit: () => void): void {
    forEachChild(this.xml, () => {
      if (this.xml.name === CODES[name]) visit();
    });
  }

  private readView(): void {
    const { xml } = this;
    if (xml.name !== CODES["sheetView"]) return;
    // A sheet that was scrolled when it was frozen counts from the first row that is seen.
    const above = Number(/\d+$/u.exec(attributeText(xml, TOP_LEFT) ?? "")?.[0] ?? 1) - 1;
    forEachChild(xml, () => {
      if (xml.name !== CODES["pane"] || !(attributeText(xml, STATE) ?? "").startsWith("frozen")) return;
      const rows = this.number(Y_SPLIT) ?? 0;
      this.frozen = { rows: rows > 0 ? rows + above : 0, cols: this.number(X_SPLIT) ?? 0 };
    });
  }

  private readColumn(): void {
    const first = this.xml.wholeAttribute(MIN) - 1;
    const last = this.xml.wholeAttribute(MAX) - 1;
    if (first < 0 || last < first) return;
    this.columns.push({ first, last, width: this.number(WIDTH) ?? this.defaultWidth, hidden: this.xml.isOn(HIDDEN), face: Math.max(0, this.xml.wholeAttribute(STYLE)) });
  }

  private readRow(): void {
    const { xml } = this;
    const told = xml.wholeAttribute(R);
    this.row = told > 0 ? told - 1 : this.row + 1;
    const height = xml.isOn(CUSTOM_HEIGHT) ? this.number(HEIGHT) : null;
    const face = xml.isOn(CUSTOM_FORMAT) ? Math.max(0, xml.wholeAttribute(S)) : null;
    const faces: (number | undefined)[] = [];
    if (!xml.empty) {
      const inside = xml.depth;
      let col = -1;
      for (let token = xml.next(); token !== CLOSE || xml.depth >= inside; token = xml.next()) {
        if (token !== OPEN) continue;
        if (xml.name === CODES["c"]) {
          col = xml.findAttribute(R) ? this.columnOfPlace() : col + 1;
          faces[col] = Math.max(0, xml.wholeAttribute(S));
        }
        xml.skip();
      }
    }
    this.rows.set(this.row, { height, faces, face });
  }

  /** The letters of "B7", between `start` and `end`. */
  private columnOfPlace(): number {
    const { bytes, start, end } = this.xml;
    let col = 0;
    for (let at = start; at < end; at++) {
      const letter = ((bytes[at] ?? 0) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      col = col * 26 + letter;
    }
    return Math.min(col, 16_384) - 1;
  }

  private number(code: number): number | null {
    const text = attributeText(this.xml, code);
    const value = text === null || text === "" ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : null;
  }
}

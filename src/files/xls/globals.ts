import type { Grid } from "../../core/grid/grid";
import { viewOf } from "../bytes";
import { marksOfFont, type Font } from "../font";
import { marksOfBuiltIn, marksOfFormat } from "../numberFormat";
import { PartFault } from "../partFault";
import { BIFF5, BIFF8, BOF, substream, type BiffRecord } from "./biffRecords";
import { BiffText } from "./biffText";
import { Continued } from "./continued";

export interface BiffSheetEntry {
  readonly name: string;
  readonly visibility: Grid["visibility"];
  readonly kind: "worksheet" | "macrosheet" | "chartsheet" | "module";
  /** Where its substream begins. */
  readonly start: number;
}

/** What the first substream of a workbook says, to which the cells of all sheets refer ([MS-XLS] 2.1.7.20.3). */
export interface Globals {
  readonly version: number;
  readonly text: BiffText;
  readonly sheets: readonly BiffSheetEntry[];
  readonly date1904: boolean;
  /** Bits of `cellMarks` by the index that cells give. */
  readonly styles: readonly number[];
  readonly strings: readonly { readonly text: string; readonly marks: number }[];
}

const [DATE_1904, FILE_PASS, FONT, CODE_PAGE, BOUND_SHEET, XF, SST, FORMAT] = [0x22, 0x2f, 0x31, 0x42, 0x85, 0xe0, 0xfc, 0x041e];
const KINDS: ReadonlyMap<number, BiffSheetEntry["kind"]> = new Map([[1, "macrosheet"], [2, "chartsheet"], [6, "module"]]);
/** Colours that are black or automatic ([MS-XLS] 2.5.161). */
const PLAIN_COLOURS: ReadonlySet<number> = new Set([0, 8, 0x40, 0x7fff]);

/** Reads the globals; throws `PartFault` where the workbook is encrypted, older than Excel 5.0 or cut short. */
export function readGlobals(bytes: Uint8Array): Globals {
  const view = viewOf(bytes);
  const version = bytes.length >= 6 && view.getUint16(0, true) === BOF ? view.getUint16(4, true) : 0;
  if (version !== BIFF8 && version !== BIFF5) throw new PartFault({ kind: "unsupported", what: "Excel 2.0–4.0" });
  const reader = new GlobalsReader(bytes, version);
  for (const records of substream(bytes, 0)) reader.add(records);
  return reader.finish();
}

/** The fewest bytes of a record that is looked into. */
const LEAST: ReadonlyMap<number, number> = new Map([[DATE_1904, 2], [FONT, 6], [CODE_PAGE, 2], [BOUND_SHEET, 7], [XF, 4], [FORMAT, 4]]);

class GlobalsReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly version: number;
  private readonly text: BiffText;
  private readonly fonts: Font[] = [];
  private readonly formats = new Map<number, number>();
  private readonly styles: { readonly font: number; readonly format: number }[] = [];
  private readonly sheets: BiffSheetEntry[] = [];
  private strings: readonly BiffRecord[] = [];
  private date1904 = false;

  constructor(bytes: Uint8Array, version: number) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.version = version;
    this.text = new BiffText(bytes, version);
  }

  add(records: readonly [BiffRecord, ...BiffRecord[]]): void {
    const { view } = this;
    const [{ type, start, end }] = records;
    if (type === FILE_PASS) throw new PartFault({ kind: "encryptedWorkbook" });
    if (type === SST) this.strings = records;
    if (end - start < (LEAST.get(type) ?? Infinity)) return;
    if (type === CODE_PAGE) this.text.setCodePage(view.getUint16(start, true));
    else if (type === DATE_1904) this.date1904 = view.getUint16(start, true) === 1;
    else if (type === FONT) this.fonts.push(fontOf(view, start));
    else if (type === XF) this.styles.push({ font: view.getUint16(start, true), format: view.getUint16(start + 2, true) });
    else if (type === BOUND_SHEET) this.sheets.push(sheetOf(view, records, this.text));
    else this.formats.set(view.getUint16(start, true), marksOfFormat(this.text.read(records, 2, this.version === BIFF8 ? 2 : 1)));
  }

  finish(): Globals {
    const { version, text, sheets, date1904, fonts, formats } = this;
    const usual = fonts[0]?.colour ?? null;
    /** There is no font of number 4. */
    const fontMarks = (number: number): number => {
      const font = fonts[number > 4 ? number - 1 : number];
      return font === undefined ? 0 : marksOfFont(font, usual);
    };
    const styles = this.styles.map(({ font, format }) => fontMarks(font) | (formats.get(format) ?? marksOfBuiltIn(format)));
    return { version, text, sheets, date1904, styles, strings: readStrings(this.bytes, this.strings, fontMarks) };
  }
}

function fontOf(view: DataView, start: number): Font {
  const colour = view.getUint16(start + 4, true);
  return { struck: (view.getUint16(start + 2, true) & 8) !== 0, colour: PLAIN_COLOURS.has(colour) ? null : String(colour) };
}

function sheetOf(view: DataView, records: readonly [BiffRecord, ...BiffRecord[]], text: BiffText): BiffSheetEntry {
  const [{ start }] = records;
  const state = view.getUint8(start + 4) & 3;
  return {
    name: text.read(records, 6, 1),
    visibility: state === 2 ? "veryHidden" : state === 1 ? "hidden" : "visible",
    kind: KINDS.get(view.getUint8(start + 5)) ?? "worksheet",
    start: view.getUint32(start, true),
  };
}

/** The shared string table ([MS-XLS] 2.4.265): texts, the fonts of their runs, and phonetics, which are skipped. */
function readStrings(bytes: Uint8Array, records: readonly BiffRecord[], fontMarks: (font: number) => number): Globals["strings"] {
  const from = new Continued(bytes, records);
  const strings: Globals["strings"][number][] = [];
  from.skip(8);
  while (!from.isDone()) {
    const length = from.number(2);
    const flags = from.number(1);
    const runs = (flags & 8) === 0 ? 0 : from.number(2);
    const extension = (flags & 4) === 0 ? 0 : from.number(4);
    const text = from.text(length, (flags & 1) === 1);
    let marks = 0;
    for (let i = 0; i < runs && !from.isDone(); i++) {
      from.skip(2);
      marks |= fontMarks(from.number(2));
    }
    from.skip(extension);
    strings.push({ text, marks });
  }
  return strings;
}

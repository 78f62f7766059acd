import { marksOfFont, type Font } from "../font";
import { marksOfBuiltIn, marksOfFormat } from "../numberFormat";
import { attributeText, forEachChild, openRoot } from "../xml/texts";
import { nameCode, type XmlScanner } from "../xml/scanner";
import { readFont } from "./font";

export interface Styles {
  /** What the style of a cell remarks: bits of `cellMarks`, by the index that cells give. */
  readonly marks: Uint8Array;
  /** The colour of the workbook's first font, which is no mark anywhere in it. */
  readonly usualColour: string | null;
}

/** Those of a workbook that has no styles.xml. */
export const NO_STYLES: Styles = { marks: new Uint8Array(), usualColour: null };

const NUM_FMTS = nameCode("numFmts");
const FONTS = nameCode("fonts");
const CELL_XFS = nameCode("cellXfs");
const NUM_FMT_ID = nameCode("numFmtId");
const FORMAT_CODE = nameCode("formatCode");
const FONT_ID = nameCode("fontId");

/** Reads styles.xml (ECMA-376 18.8): of each cell style, its number format and its font. */
export function readStyles(xml: XmlScanner): Styles {
  const formats = new Map<number, number>();
  const fonts: Font[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  openRoot(xml);
  forEachChild(xml, () => {
    const section = xml.name;
    forEachChild(xml, () => {
      if (section === NUM_FMTS) {
        formats.set(xml.wholeAttribute(NUM_FMT_ID), marksOfFormat(attributeText(xml, FORMAT_CODE) ?? ""));
      } else if (section === FONTS) fonts.push(readFont(xml));
      else if (section === CELL_XFS) {
        cells.push({ format: xml.wholeAttribute(NUM_FMT_ID), font: xml.wholeAttribute(FONT_ID) });
      }
    });
  });
  const usualColour = fonts[0]?.colour ?? null;
  const fontMarks = fonts.map((font) => marksOfFont(font, usualColour));
  const marks = cells.map((cell) => (formats.get(cell.format) ?? marksOfBuiltIn(cell.format)) | (fontMarks[cell.font] ?? 0));
  return { marks: Uint8Array.from(marks), usualColour };
}

import { COLOURED, STRUCK } from "../cellMarks";
import { CLOSE, nameCode, OPEN, prefixedCode, type XmlScanner } from "../xml/scanner";
import { attributeText, forEachChild, type Texts } from "../xml/texts";
import type { Numbering } from "./numbering";

/** What a document holds that does not come into the text, or not as it stands, counted for the remarks. */
export interface Besides {
  deletions: number;
  textBoxes: number;
  nestedTables: number;
  /** Tables that go on with the one before. */
  joinedTables: number;
  /** Numbers that Word shows and that were written out, and those that could not be. */
  numbered: number;
  unnumbered: number;
}

/** What paragraphs are read with. */
export interface ParagraphContext {
  readonly numbering: Numbering;
  readonly besides: Besides;
}

const [T, TAB, BR, CR, DASH, R_PR, P_PR, NUM_PR, NUM_ID, ILVL] = [
  "t", "tab", "br", "cr", "noBreakHyphen", "rPr", "pPr", "numPr", "numId", "ilvl",
].map(nameCode) as [number, number, number, number, number, number, number, number, number, number];
const [DEL, MOVE_FROM, DEL_TEXT, INSTR_TEXT, FALLBACK, TEXT_BOX] = [
  "del", "moveFrom", "delText", "instrText", "Fallback", "txbxContent",
].map(nameCode) as [number, number, number, number, number, number];
const [STRIKE, DOUBLE_STRIKE, COLOR] = ["strike", "dstrike", "color"].map(nameCode) as [number, number, number];
const VAL = prefixedCode("val");
const PLAIN_COLOURS: ReadonlySet<string> = new Set(["auto", "000000"]);

/**
 * Adds the text of the paragraph just opened (ECMA-376 17.3) and goes past its end; its marks. What tracked changes
 * deleted is left out, what they inserted is in; tabs and breaks are characters.
 */
export function readParagraph(xml: XmlScanner, texts: Texts, context: ParagraphContext): number {
  if (xml.empty) return 0;
  const outside = xml.depth - 1;
  let marks = 0;
  for (;;) {
    const token = xml.next();
    if (token === CLOSE && xml.depth === outside) return marks;
    if (token === OPEN) marks |= readInline(xml, texts, context);
  }
}

function readInline(xml: XmlScanner, texts: Texts, context: ParagraphContext): number {
  switch (xml.name) {
    case T:
      texts.appendElement(xml, false);
      return 0;
    case TAB:
      texts.put(0x09);
      return 0;
    case BR:
    case CR:
      texts.put(0x0a);
      return 0;
    case DASH:
      texts.put(0x2d);
      return 0;
    case R_PR:
      return readRunMarks(xml);
    case P_PR:
      addNumber(xml, texts, context);
      return 0;
    case DEL:
    case MOVE_FROM:
      context.besides.deletions++;
      xml.skip();
      return 0;
    case DEL_TEXT:
    case INSTR_TEXT:
    case FALLBACK:
      xml.skip();
      return 0;
    case TEXT_BOX:
      context.besides.textBoxes++;
      texts.put(0x0a);
      return 0;
    default:
      return 0;
  }
}

function readRunMarks(xml: XmlScanner): number {
  let marks = 0;
  forEachChild(xml, () => {
    if (xml.name === STRIKE || xml.name === DOUBLE_STRIKE) marks |= !xml.findAttribute(VAL) || xml.isOn(VAL) ? STRUCK : 0;
    else if (xml.name === COLOR) marks |= PLAIN_COLOURS.has(attributeText(xml, VAL)?.toLowerCase() ?? "auto") ? 0 : COLOURED;
  });
  return marks;
}

/** Writes out the number that Word shows before the paragraph whose `pPr` was just opened. */
function addNumber(xml: XmlScanner, texts: Texts, { numbering, besides }: ParagraphContext): void {
  let list = null as string | null;
  let level = 0;
  forEachChild(xml, () => {
    if (xml.name !== NUM_PR) return;
    forEachChild(xml, () => {
      if (xml.name === NUM_ID) list = attributeText(xml, VAL);
      else if (xml.name === ILVL) level = Math.max(0, xml.wholeAttribute(VAL));
    });
  });
  if (list === null || list === "0") return;
  const label = numbering.next(list, level);
  if (label === null) besides.unnumbered++;
  else if (label !== "") {
    besides.numbered++;
    for (const char of label) texts.put(char.codePointAt(0) ?? 0);
  }
}

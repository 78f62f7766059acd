import { marksOfFont } from "../font";
import { CLOSE, nameCode, OPEN, type XmlScanner } from "../xml/scanner";
import type { Texts } from "../xml/texts";
import { readFont } from "./font";

const T = nameCode("t");
const R_PR = nameCode("rPr");
const R_PH = nameCode("rPh");
const EXT_LST = nameCode("extLst");

/**
 * Adds the text of the `si`, `is` or `text` just opened to `texts` and goes past its end. Phonetic runs are no part of
 * it. Gives the marks of its runs: a part that is struck through or coloured marks the whole.
 */
export function readRichText(xml: XmlScanner, texts: Texts, usualColour: string | null): number {
  if (xml.empty) return 0;
  const outside = xml.depth - 1;
  let marks = 0;
  for (;;) {
    const token = xml.next();
    if (token === OPEN) {
      if (xml.name === T) texts.appendElement(xml, true);
      else if (xml.name === R_PR) marks |= marksOfFont(readFont(xml), usualColour);
      else if (xml.name === R_PH || xml.name === EXT_LST) xml.skip();
    } else if (token === CLOSE && xml.depth === outside) return marks;
  }
}

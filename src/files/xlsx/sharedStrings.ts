import { END, nameCode, OPEN, type XmlScanner } from "../xml/scanner";
import { Texts } from "../xml/texts";
import { readRichText } from "./richText";

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Bits of `cellMarks` from the runs of each text. */
  readonly marks: readonly number[];
}

export const NO_STRINGS: SharedStrings = { texts: [], marks: [] };

const SI = nameCode("si");
/** Texts are cut from decoded pieces of so many UTF-16 units: large enough to be fast, small enough not to hold much in memory. */
const PIECE = 64 * 1024;

/** Reads sharedStrings.xml (ECMA-376 18.4); counts what is there, never what is declared. */
export function readSharedStrings(xml: XmlScanner, usualColour: string | null): SharedStrings {
  const batch = new Texts();
  const texts: string[] = [];
  const marks: number[] = [];
  const flush = (): void => {
    for (const text of batch.decode()) texts.push(text);
  };
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN || xml.name !== SI) continue;
    marks.push(readRichText(xml, batch, usualColour));
    batch.finish();
    if (batch.size > PIECE) flush();
  }
  flush();
  return { texts, marks };
}

import { COLOURED, STRUCK } from "./cellMarks";

/** What of a font matters to a reader of values. */
export interface Font {
  readonly struck: boolean;
  /** A colour other than black or automatic, by its name in the file; null for none. */
  readonly colour: string | null;
}

/** The bits of `cellMarks` for a font, in a workbook whose first font has the colour `usual`. */
export function marksOfFont(font: Font, usual: string | null): number {
  return (font.struck ? STRUCK : 0) | (font.colour !== null && font.colour !== usual ? COLOURED : 0);
}

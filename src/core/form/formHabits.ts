/** What the looks of a ledger have in common, so that what differs can be told; nothing is held against a bare sheet. */
import { isEmpty } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import type { Ledger } from "../ledger/ledger";
import { type CellFace, faceAt, type SheetForm } from "./form";

/** "仿宋 11": the font and the size. */
export type FontName = string;

export interface FormHabits {
  /** The usual font of a column's filled cells, where it has one. */
  readonly fonts: ReadonlyMap<ColumnKey, FontName>;
  readonly headerFont: FontName | null;
  /** Most cells of tasks have lines on all sides. */
  readonly boxed: boolean;
  /** Most long texts are wrapped. */
  readonly wrapped: boolean;
  /** Hardly any cell of a task has a fill. */
  readonly unfilled: boolean;
}

const CLEAR_SHARE = 0.8;
const FEWEST = 5;
/** Texts of so many characters want more than one line. */
export const LONG_TEXT = 30;

export function fontName({ font, size }: CellFace): FontName {
  return `${font || "默认字体"} ${size}`;
}

/** The habits of a sheet. Linear in the cells of its tasks. */
export function learnFormHabits(form: SheetForm, ledger: Ledger): FormHabits {
  const fonts = new Map<ColumnKey, FontName>();
  const [boxed, wrapped, filled] = [new Tally(), new Tally(), new Tally()];
  ledger.columns.forEach(({ key, col }, position) => {
    const own = new Tally();
    for (const { gridRow, values, spanned } of ledger.rows) {
      const face = faceAt(form, gridRow, col);
      const value = values[position];
      if (!face || spanned?.has(position)) continue;
      boxed.add(String(face.boxed));
      filled.add(String(face.fill !== null));
      if (isEmpty(value)) continue;
      own.add(fontName(face));
      if (typeof value === "string" && value.length >= LONG_TEXT) wrapped.add(String(face.wrap));
    }
    const usual = own.usual(CLEAR_SHARE);
    if (usual !== null) fonts.set(key, usual);
  });
  const header = new Tally();
  for (const { col } of ledger.columns) {
    const face = faceAt(form, ledger.headerRow, col);
    if (face) header.add(fontName(face));
  }
  return { fonts, headerFont: header.usual(0.7, 3), boxed: boxed.usual(0.9) === "true", wrapped: wrapped.usual(CLEAR_SHARE) === "true", unfilled: filled.usual(0.9) === "false" };
}

/** Whether anybody gave the sheet a look: one that nobody did is no model for others. */
export function isStyled({ boxed, wrapped }: FormHabits): boolean {
  return boxed || wrapped;
}

class Tally {
  private readonly counts = new Map<string, number>();
  private total = 0;

  add(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.total += 1;
  }

  /** The kind with at least this share of them, or null. */
  usual(share: number, fewest: number = FEWEST): string | null {
    for (const [kind, times] of this.counts) if (times >= this.total * share && times >= fewest) return kind;
    return null;
  }
}

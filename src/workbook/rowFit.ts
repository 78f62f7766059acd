/** Rows whose height was made for what they hold stay so when they hold something else; a text that is cut off is as good as lost on paper. */
import { numberAttribute, tagAttribute, withTagAttribute } from "./attributes";
import { childText, formulaTag, styleOf, valueOf } from "./cellXml";
import type { Draft } from "./draft";
import { heightOf, lineCount } from "../core/form/rowHeight";
import { cellsOf } from "./sheetData";
import type { SheetPart } from "./sheetPart";
import { childElements, childNamed } from "./xml";

const USUAL_WIDTH = 8.43;

/** The rows of one sheet while cells of them are written. */
export class RowFit {
  private readonly draft: Draft;
  private readonly sheet: SheetPart;
  private readonly widths: readonly { readonly min: number; readonly max: number; readonly width: number }[];
  private readonly spanned: ReadonlySet<string>;
  /** By row: the height that its content needed before. */
  private readonly before = new Map<number, number>();

  constructor(draft: Draft, sheet: SheetPart) {
    this.draft = draft;
    this.sheet = sheet;
    const cols = childNamed(sheet.root, "cols");
    this.widths = (cols ? childElements(cols) : []).map((entry) => ({
      min: (numberAttribute(entry, "min") ?? 0) - 1, max: (numberAttribute(entry, "max") ?? 0) - 1, width: numberAttribute(entry, "width") ?? USUAL_WIDTH,
    }));
    this.spanned = new Set(sheet.spans().map(({ top, left }) => `${top} ${left}`));
  }

  /** To be told before a cell of the row is written. */
  note(row: number): void {
    if (this.heightIn(row) !== null && !this.before.has(row)) this.before.set(row, this.needed(row));
  }

  /** After all writes: rows that fitted fit again, and none is too low for what came into it. */
  settle(): void {
    for (const [row, needed] of this.before) {
      const height = this.heightIn(row);
      const slot = this.sheet.data.byRow.get(row);
      const now = this.needed(row);
      if (height === null || slot === undefined || now === needed) continue;
      if (height === needed || height < now) slot.open = withTagAttribute(slot.open, "ht", String(now));
    }
  }

  /** The height that somebody fixed, or null where the program that opens the file finds it. */
  private heightIn(row: number): number | null {
    const open = this.sheet.data.byRow.get(row)?.open;
    const height = open === undefined || !/customHeight=["'](?:1|true)/u.test(open) ? null : tagAttribute(open, "ht");
    return height === null ? null : Number(height);
  }

  /** The height that the row's wrapped texts need; texts of spans and results of formulas do not count. */
  private needed(row: number): number {
    const slot = this.sheet.data.byRow.get(row);
    const { styles, strings } = this.draft;
    return (slot ? cellsOf(slot) : []).reduce((most, { col, xml }) => {
      if (childText(xml, "v") === null && childText(xml, "is") === null) return most;
      const look = styles.textLook(styleOf(xml));
      const value = look.wraps && formulaTag(xml) === null && !this.spanned.has(`${row} ${col}`) ? valueOf(xml, (index) => strings.textAt(index)) : null;
      return typeof value === "string" ? Math.max(most, heightOf(lineCount(value, this.widthOf(col), look.size), look.size)) : most;
    }, 0);
  }

  private widthOf(col: number): number {
    return this.widths.find(({ min, max }) => min <= col && col <= max)?.width ?? USUAL_WIDTH;
  }
}

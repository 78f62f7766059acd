/** Whole sheets of ours beside the ledger: made, or replaced as a whole. */
import type { CellStyle } from "./cellStyle";
import { LOOKS } from "./cellStyle";
import type { ColumnSetting } from "./columns";
import type { Draft } from "./draft";
import type { NewCell, NewRule } from "./newSheet";
import { newSheetXml } from "./newSheet";
import { MARGINS, pagesFor } from "./page";
import { heightOf, lineCount } from "../core/form/rowHeight";
import type { Visibility } from "./workbookPart";

export interface PlainSheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly columns: readonly ColumnSetting[];
  readonly cells: readonly NewCell[];
  readonly rules?: readonly NewRule[];
  /** Rows from the top that stay in sight and are printed on every page. */
  readonly headerRows: number;
}

/** Puts the sheet at the end, or in the place of the one that has its name. */
export function putOwnSheet(draft: Draft, { name, visibility, columns, cells, rules = [], headerRows }: PlainSheet): void {
  const seen = columns.filter(({ hidden }) => hidden !== true).map(({ width }) => width);
  const sheet = newSheetXml(
    {
      columns, cells, rules, heights: wrappedHeights(columns, cells), frozen: { rows: headerRows, cols: 0 }, spans: [],
      print: { ...pagesFor(seen, LOOKS.text.font.size), margins: MARGINS, footer: "&C第 &P 页 共 &N 页" },
    },
    draft.styles, draft.strings,
  );
  draft.putSheet(name, visibility, sheet);
  draft.repeatRows(name, headerRows > 0 ? { first: 0, last: headerRows - 1 } : null);
}

const USUAL_WIDTH = 8.43;

/** Heights of the rows in which a wrapped text needs more than one line. */
function wrappedHeights(columns: readonly ColumnSetting[], cells: readonly NewCell[]): ReadonlyMap<number, number> {
  const widths = new Map(columns.map(({ col, width }) => [col, width]));
  const heights = new Map<number, number>();
  for (const { row, col, value, look } of cells) {
    const { wrap, font }: CellStyle = LOOKS[look];
    if (!wrap || typeof value !== "string") continue;
    const lines = lineCount(value, widths.get(col) ?? USUAL_WIDTH, font.size);
    if (lines > 1) heights.set(row, Math.max(heights.get(row) ?? 0, heightOf(lines, font.size)));
  }
  return heights;
}

/** The cells of a returned file that are no cells of its rows: the form around them, other sheets, loose text. */
import { placeName } from "../grid/a1";
import { type CellValue, type Grid, isEmpty, plainText } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import type { FrameKind, Ledger } from "../ledger/ledger";
import { helpersOf } from "../lights/helperColumns";
import { findHeader } from "../parse/findHeader";
import type { Fate, FateReason } from "./fate";
import type { Flag } from "./flag";
import type { FateBook } from "./fateBook";

/** Books all cells of the file outside the rows of its ledger, each with its fate; of a file without a ledger all its cells. */
export function outsideCells(source: SourceFile, ledgerGrid: Grid | null, ledger: Ledger | null, book: FateBook): readonly Flag[] {
  const flags: Flag[] = [];
  for (const grid of source.grids) {
    if (grid === ledgerGrid && ledger) takeLedgerSheet(source.name, grid, ledger, book, flags);
    else takeOtherSheet(source.name, grid, ledgerGrid !== null, book, flags);
  }
  return flags;
}

/** How many cells have text or a value, a span counted once. */
export function countCells(source: SourceFile): number {
  let count = 0;
  for (const grid of source.grids) eachCell(grid, () => (count += 1));
  return count;
}

const FRAME_FATES: Readonly<Record<FrameKind, readonly [Fate, FateReason]>> = {
  title: ["frame", ""],
  header: ["frame", ""],
  repeatedHeader: ["frame", ""],
  chapter: ["frame", ""],
  section: ["frame", ""],
  footer: ["frame", ""],
  blank: ["frame", ""],
  note: ["unread", "looseText"],
};

function takeLedgerSheet(file: string, grid: Grid, ledger: Ledger, book: FateBook, flags: Flag[]): void {
  const kinds = new Map(ledger.frame.map(({ kind, gridRow }) => [gridRow, kind]));
  const own: boolean[] = [];
  for (const { col } of ledger.columns) own[col] = true;
  const helpers = new Set(Object.values(helpersOf(grid, ledger.headerRow)?.places ?? {}));
  eachCell(grid, (row, col, value) => {
    const kind = kinds.get(row);
    if (kind === undefined && own[col]) return;
    const [fate, reason]: readonly [Fate, FateReason] = kind !== undefined ? FRAME_FATES[kind] : helpers.has(col) ? ["frame", ""] : ["unread", "outsideTable"];
    bookOutside(book, grid, row, col, value, fate, reason);
    if (fate === "unread") {
      const at = placeName({ sheet: grid.sheet, row, col });
      flags.push({ kind: kind === undefined ? "outsideTable" : "looseText", file, row: null, column: null, at, params: { text: String(value) } });
    }
  });
  flags.push(...valuesUnderSpans(file, grid));
}

function bookOutside(book: FateBook, { sheet }: Grid, row: number, col: number, value: CellValue, fate: Fate, reason: FateReason): void {
  book.count(fate);
  if (book.listed) book.list({ at: placeName({ sheet, row, col }), unit: null, row: null, column: null, value }, fate, reason);
}

/** What sheets are called that explain the form or feed its lists. */
const GUIDE = /说明|须知|指南|要求|样表|样例|示例|范例|模板|注意|字典|下拉|选项|代码表|参考/u;

function takeOtherSheet(file: string, grid: Grid, besideLedger: boolean, book: FateBook, flags: Flag[]): void {
  let count = 0;
  let first = "";
  eachCell(grid, (_row, _col, value) => {
    if (count < 2) first += plainText(value);
    count += 1;
  });
  const second = besideLedger && findHeader(grid) !== null;
  const guide = besideLedger && !second && (GUIDE.test(grid.sheet) || (first.length <= 60 && GUIDE.test(first)));
  const reason: FateReason = !besideLedger ? "noLedger" : second ? "secondTable" : guide ? "" : "otherSheet";
  eachCell(grid, (row, col, value) => bookOutside(book, grid, row, col, value, guide ? "frame" : "unread", reason));
  if (count === 0 || !besideLedger || (guide && grid.visibility === "visible")) return;
  const kind = second ? "secondTable" : grid.visibility === "visible" ? "otherSheet" : "hiddenSheet";
  flags.push({ kind, file, row: null, column: null, at: null, params: { sheet: grid.sheet, count } });
}

/** Every cell with text or a value, a span once at its first cell. */
export function eachCell(grid: Grid, take: (row: number, col: number, value: CellValue) => void): void {
  const covered = grid.spans.length === 0 ? null : coveredBySpan(grid);
  for (const { row, values } of grid.rows) {
    for (let col = 0; col < values.length; col += 1) {
      const value = values[col];
      if (value === undefined || isEmpty(value) || covered?.(row, col)) continue;
      take(row, col, value);
    }
  }
}

/** Whether a place lies under a span without being its first cell. */
export function coveredBySpan(grid: Grid): (row: number, col: number) => boolean {
  if (grid.spans.length === 0) return () => false;
  const byRow = new Map<number, { left: number; right: number; top: number }[]>();
  const tall: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const span of grid.spans) {
    if (span.bottom - span.top > 2_000) tall.push(span);
    else {
      for (let row = span.top; row <= span.bottom; row += 1) {
        const spans = byRow.get(row) ?? [];
        spans.push(span);
        byRow.set(row, spans);
      }
    }
  }
  const under = (row: number, col: number) => (span: { top: number; left: number; right: number }): boolean =>
    span.left <= col && col <= span.right && !(span.top === row && span.left === col);
  return (row, col) =>
    (byRow.get(row)?.some(under(row, col)) ?? false) || tall.some((span) => span.top <= row && row <= span.bottom && under(row, col)(span));
}

/** Values that a program left under a span: nobody sees them, so somebody should. */
function valuesUnderSpans(file: string, grid: Grid): readonly Flag[] {
  if (grid.spans.length === 0) return [];
  const covered = coveredBySpan(grid);
  return grid.rows.flatMap(({ row, values }) =>
    values.flatMap((value, col): Flag[] =>
      isEmpty(value) || !covered(row, col)
        ? []
        : [{ kind: "underSpan", file, row: null, column: null, at: placeName({ sheet: grid.sheet, row, col }), params: { text: String(value) } }],
    ),
  );
}

/** The header is found by what its words mean, not by where it stands. */
import { type Grid, type GridRow, isEmpty, plainText, rowAt, type Span } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import type { LedgerColumn } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import { type HeaderFit, headerMeaning } from "./headerWords";

export interface Header {
  /** The first row of the header, from 0. */
  readonly top: number;
  /** The last one: the same unless the header has two rows. */
  readonly bottom: number;
  readonly columns: readonly LedgerColumn[];
  /** How many columns a preset knows. */
  readonly known: number;
}

/** A header stands near the top; a return may carry a letter above it, but not a hundred rows. */
const ROWS_SEARCHED = 60;
/** The first header counts, unless a later one says so much more that the first was some other small table. */
const CLEARLY_MORE = 3;
const FITS: readonly HeaderFit[] = ["whole", "trimmed", "ending"];

/** The best header of a sheet, or null where no row names a ledger's columns. */
export function findHeader(grid: Grid): Header | null {
  let best: Header | null = null;
  for (const row of grid.rows) {
    if (row.row > ROWS_SEARCHED && best) break;
    if (row.row > ROWS_SEARCHED * 4) break;
    if (!isHeaderRow(row)) continue;
    const header = headerAt(grid, row.row);
    if (!best || header.known >= best.known + CLEARLY_MORE) best = header;
  }
  return best;
}

/** The header that a person points at, whatever its words; columns that no preset knows go by their own text. */
export function headerAt(grid: Grid, top: number): Header {
  const upper = headerTexts(grid, top);
  const lower = isSecondHeaderRow(grid, top) ? headerTexts(grid, top + 1) : new Map<number, string>();
  const spans = grid.spans.filter((span) => span.top === top && span.right > span.left);
  const texts = new Map<number, { header: string; words: string }>();
  for (const [col, text] of upper) texts.set(col, { header: text, words: text });
  for (const [col, text] of lower) {
    const above = upper.get(col) ?? textAbove(upper, spans, col);
    texts.set(col, { header: above === undefined ? text : `${above}/${text}`, words: text });
  }
  const columns = nameColumns([...texts].sort(([left], [right]) => left - right));
  return {
    top,
    bottom: lower.size > 0 ? top + 1 : top,
    columns,
    known: columns.filter(({ key, header }) => key !== keyOfExtra(header)).length,
  };
}

/** Whether a row of the body says the header again (page breaks of the printed form). */
export function repeatsHeader(row: GridRow, header: Header): boolean {
  let same = 0;
  let filled = 0;
  row.values.forEach((value, col) => {
    if (isEmpty(value)) return;
    filled += 1;
    const text = comparisonForm(plainText(value));
    const own = header.columns.find((column) => column.col === col);
    if (own && own.header.split("/").some((part) => comparisonForm(part) === text)) same += 1;
  });
  return same >= 1 && same === filled && (same >= 2 || header.columns.length <= 2);
}

/** Whether the row's words name at least three columns, the task's own among them. */
export function isHeaderRow(row: GridRow): boolean {
  const filled = row.values.reduce<number>((count, value) => (isEmpty(value) ? count : count + 1), 0);
  const enough = Math.max(3, filled / 2);
  const keys = new Set<ColumnKey>();
  let left = filled;
  for (const value of row.values) {
    if (isEmpty(value)) continue;
    left -= 1;
    const meaning = typeof value === "string" ? headerMeaning(value) : null;
    if (meaning && meaning.fit !== "ending") keys.add(meaning.key);
    // Rows of the body are told from a header by their first cells.
    if (keys.size + left < enough) return false;
  }
  const names = keys.has("serial") || keys.has("task") || keys.has("content");
  return names && keys.size >= 3 && keys.size * 2 >= filled;
}

function headerTexts(grid: Grid, row: number): Map<number, string> {
  const texts = new Map<number, string>();
  rowAt(grid, row)?.values.forEach((value, col) => {
    if (!isEmpty(value)) texts.set(col, plainText(value).trim());
  });
  return texts;
}

/** 完成情况 over 完成值 | 状态: a short row of words under spanned or empty cells of the first one. */
function isSecondHeaderRow(grid: Grid, top: number): boolean {
  const below = rowAt(grid, top + 1);
  if (!below) return false;
  const upper = headerTexts(grid, top);
  const wide = grid.spans.filter((span) => span.top === top && span.bottom === top && span.right > span.left);
  const tall = grid.spans.some((span) => span.top === top && span.bottom > top);
  let known = 0;
  for (const [col, text] of headerTexts(grid, top + 1)) {
    const under = wide.some((span) => span.left <= col && col <= span.right) || !upper.has(col);
    if (!under || text.length > 20) return false;
    if (headerMeaning(text)) known += 1;
  }
  return known > 0 && (wide.length > 0 || tall);
}

function textAbove(upper: ReadonlyMap<number, string>, spans: readonly Span[], col: number): string | undefined {
  const span = spans.find(({ left, right }) => left <= col && col <= right);
  return span && upper.get(span.left);
}

/** Each preset goes to the column whose words fit it best, the first of equals; the others keep their own words. */
function nameColumns(texts: readonly (readonly [number, { header: string; words: string }])[]): LedgerColumn[] {
  const keys = new Map<number, ColumnKey>();
  const taken = new Set<ColumnKey>();
  for (const fit of FITS) {
    for (const [col, { header, words }] of texts) {
      const meaning = headerMeaning(words) ?? headerMeaning(header);
      if (meaning?.fit !== fit || keys.has(col) || taken.has(meaning.key)) continue;
      keys.set(col, meaning.key);
      taken.add(meaning.key);
    }
  }
  // 重点任务 | 年度目标任务: the second column of tasks says what is to be done.
  if (!taken.has("content")) {
    const second = texts.find(([col, { header, words }]) => !keys.has(col) && (headerMeaning(words) ?? headerMeaning(header))?.key === "task");
    if (second) {
      keys.set(second[0], "content");
      taken.add("content");
    }
  }
  return texts.map(([col, { header }]) => {
    const own = keys.get(col);
    if (own !== undefined) return { key: own, header, col };
    let key = keyOfExtra(header);
    for (let copy = 2; taken.has(key); copy += 1) key = `${keyOfExtra(header)}#${copy}`;
    taken.add(key);
    return { key, header, col };
  });
}

/** An extra column goes by its header, without layout. */
function keyOfExtra(header: string): ColumnKey {
  return header.replace(/\s+/gu, "");
}

/** Which cells of which sheets a draft has written: asked for single cells and for areas of any size. */
import type { Span } from "../core/grid/grid";

export class ChangedCells {
  /** Columns by row by sheet, names in lower case as references compare them. */
  private readonly sheets = new Map<string, Map<number, Set<number>>>();
  private readonly whole = new Set<string>();
  /** Runs of whole rows, first and last. */
  private readonly rows = new Map<string, (readonly [first: number, last: number])[]>();
  private count = 0;

  add(sheet: string, row: number, col: number): void {
    const rows = getOrAdd(this.sheets, sheet.toLowerCase(), () => new Map<number, Set<number>>());
    const cols = getOrAdd(rows, row, () => new Set<number>());
    if (cols.has(col)) return;
    cols.add(col);
    this.count++;
  }

  /** Every cell of the sheet, those it does not have among them. */
  addSheet(sheet: string): void {
    this.whole.add(sheet.toLowerCase());
    this.count++;
  }

  /** Every cell of the rows, those they do not have among them. */
  addRows(sheet: string, first: number, last: number): void {
    getOrAdd(this.rows, sheet.toLowerCase(), () => []).push([first, last]);
    this.count++;
  }

  /** Lets the rows of a sheet stand elsewhere; null for a row that is gone. */
  moveRows(sheet: string, moved: (row: number) => number | null): void {
    const key = sheet.toLowerCase();
    const cells = this.sheets.get(key);
    if (cells) {
      const next = new Map<number, Set<number>>();
      for (const [row, cols] of cells) {
        const to = moved(row);
        if (to !== null) next.set(to, cols);
      }
      this.sheets.set(key, next);
    }
    this.rows.set(key, (this.rows.get(key) ?? []).flatMap(([first, last]) => {
      const kept = Array.from({ length: last - first + 1 }, (_, i) => moved(first + i)).filter((row) => row !== null);
      return kept.map((row) => [row, row] as const);
    }));
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  has(sheet: string, row: number, col: number): boolean {
    const isInRow = (this.rows.get(sheet.toLowerCase()) ?? []).some(([first, last]) => first <= row && row <= last);
    return isInRow || this.whole.has(sheet.toLowerCase()) || (this.sheets.get(sheet.toLowerCase())?.get(row)?.has(col) ?? false);
  }

  /** Whether a cell inside the area has changed. Costs no more than the smaller of the area's rows and the changed rows. */
  touches(sheet: string, { top, left, bottom, right }: Span): boolean {
    const rows = this.sheets.get(sheet.toLowerCase());
    if (this.whole.has(sheet.toLowerCase())) return true;
    if (this.rows.get(sheet.toLowerCase())?.some(([first, last]) => first <= bottom && top <= last)) return true;
    if (rows === undefined) return false;
    if (bottom - top < rows.size) {
      for (let row = top; row <= bottom; row++) if (anyBetween(rows.get(row), left, right)) return true;
      return false;
    }
    for (const [row, cols] of rows) if (top <= row && row <= bottom && anyBetween(cols, left, right)) return true;
    return false;
  }
}

function anyBetween(cols: ReadonlySet<number> | undefined, left: number, right: number): boolean {
  if (cols === undefined) return false;
  for (const col of cols) if (left <= col && col <= right) return true;
  return false;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

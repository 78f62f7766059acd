/** Which cells of which sheets a draft has written: asked for single cells and for areas of any size. */
import type { Span } from "../core/grid/grid";

export class ChangedCells {
  /** Columns by row by sheet, names in lower case as references compare them. */
  private readonly sheets = new Map<string, Map<number, Set<number>>>();
  private readonly whole = new Set<string>();
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

  get isEmpty(): boolean {
    return this.count === 0;
  }

  has(sheet: string, row: number, col: number): boolean {
    return this.whole.has(sheet.toLowerCase()) || (this.sheets.get(sheet.toLowerCase())?.get(row)?.has(col) ?? false);
  }

  /** Whether a cell inside the area has changed. Costs no more than the smaller of the area's rows and the changed rows. */
  touches(sheet: string, { top, left, bottom, right }: Span): boolean {
    const rows = this.sheets.get(sheet.toLowerCase());
    if (this.whole.has(sheet.toLowerCase())) return true;
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

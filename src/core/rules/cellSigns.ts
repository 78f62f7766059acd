/** The signs of a ledger's texts, kept by cell: they are found once, while its style is learned, and asked for when its cells are checked. */
import type { Ledger } from "../ledger/ledger";
import type { SignSet } from "../text/signs";

export class CellSigns {
  private readonly width: number;
  private readonly kept: Int32Array;

  constructor({ rows, columns }: Ledger) {
    this.width = columns.length;
    this.kept = new Int32Array(rows.length * columns.length * 2);
  }

  keep(row: number, position: number, { has, meets }: SignSet): void {
    if (row < 0) return;
    const at = (row * this.width + position) * 2;
    this.kept[at] = has;
    this.kept[at + 1] = meets;
  }

  /** Of the text of a cell; undefined where it was not scanned. */
  of(row: number, position: number): SignSet | undefined {
    const at = (row * this.width + position) * 2;
    const has = this.kept[at];
    return has ? { has, meets: this.kept[at + 1] ?? 0 } : undefined;
  }
}

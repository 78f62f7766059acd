/** The fates of one file's cells while it is read: always counted; listed one by one where somebody wants the list. */
import type { CellValue } from "../grid/grid";
import type { ColumnKey } from "../ledger/columns";
import { emptyTally, type Fate, type FateReason, type FateTally } from "./fate";
import type { ReadCell } from "./reading";
import type { Entry, RowId } from "./round";

/** A cell as it stands in its file. */
export interface BookedCell {
  readonly at: string;
  readonly unit: string | null;
  readonly row: RowId | null;
  readonly column: ColumnKey | null;
  readonly value: CellValue;
}

export class FateBook {
  /** Without a list nothing is kept of a cell but its count. */
  readonly listed: boolean;
  /** The cells whose fate no other file can change. */
  readonly tally: FateTally = emptyTally();
  /** In the order in which they were read; empty without a list. */
  readonly cells: ReadCell[] = [];
  /** Of how many cells an entry was read, where it is not one: none under a span, several where a page break cut it. */
  readonly weights = new Map<Entry, number>();
  /** How many cells wait for the projection. */
  waiting = 0;
  private readonly file: string;

  constructor(file: string, listed: boolean) {
    this.file = file;
    this.listed = listed;
  }

  count(fate: Fate, cells = 1): void {
    this.tally[fate] += cells;
  }

  /** The cells of an entry; the projection decides their fate. */
  wait(entry: Entry, cells: number): void {
    this.waiting += cells;
    if (cells !== 1) this.weights.set(entry, cells);
  }

  /** Lists a cell that is counted already; `form` is the comparison text of one that waits. */
  list(cell: BookedCell, fate: Fate | null, reason: FateReason, form = ""): void {
    this.cells.push({ file: this.file, ...cell, fate, reason, form });
  }

  /** Turns the cells listed from `first` on into the form, and so many unchanged ones of the count. */
  makeFrame(first: number, unchanged: number): void {
    this.tally.unchanged -= unchanged;
    this.tally.frame += unchanged;
    for (let index = first; index < this.cells.length; index += 1) {
      const cell = this.cells[index];
      if (cell) this.cells[index] = { ...cell, fate: "frame" };
    }
  }

  /** Of a file that is not taken only the form and what came back as it went out have a fate of their own. */
  refuse(why: FateReason): void {
    const { tally } = this;
    tally.rejected += tally.accepted + tally.composed + tally.conflict + tally.proposal + this.waiting;
    Object.assign(tally, { accepted: 0, composed: 0, conflict: 0, proposal: 0 });
    this.waiting = 0;
    this.weights.clear();
    this.cells.forEach((cell, index) => {
      const fate = cell.fate === "frame" || cell.fate === "unchanged" || cell.fate === "unread" ? cell.fate : "rejected";
      this.cells[index] = { ...cell, unit: null, fate, reason: fate === "rejected" ? why : cell.reason, form: "" };
    });
  }
}

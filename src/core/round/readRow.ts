/** One row of a returned file: what it reports, what it proposes, and the fates that need no other file. */
import { placeName } from "../grid/a1";
import { type CellMark, type CellValue, isEmpty, plainText } from "../grid/grid";
import { type ColumnKey, ownerOf, presetOf, typeOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { readNumber } from "../text/readNumber";
import type { Fate, FateReason } from "./fate";
import type { Flag, FlagKind } from "./flag";
import type { IdentityLevel } from "./identity";
import type { ReadCell, RoundView } from "./reading";
import type { BaseRow, Entry, Proposal } from "./round";
import { sameIssued } from "./sameIssued";
import { keptValue, sameValue, statusOf, valueForm } from "./value";

export interface RowQuestion {
  readonly file: string;
  readonly ledger: Ledger;
  readonly row: LedgerRow;
  /** The row of the round it is, or null. */
  readonly known: BaseRow | null;
  readonly level: IdentityLevel | null;
  readonly unit: string;
  readonly view: RoundView;
  /** The reply cells went out empty. */
  readonly blankForm: boolean;
  /** The reading of the first copy where this is a second one. */
  readonly first: RowReading | null;
}

export interface RowReading {
  readonly cells: readonly ReadCell[];
  readonly entries: readonly Entry[];
  readonly proposals: readonly Proposal[];
  readonly flags: readonly Flag[];
  readonly addressed: "named" | "class" | null;
}

interface Cell {
  readonly column: ColumnKey;
  readonly value: CellValue;
  readonly mark: CellMark | undefined;
  readonly at: string;
  /** The value stands in a row above, under a span that reaches into this one: it was counted there. */
  readonly lent: boolean;
  /** The cells of the file that it was read from: one, or the pieces that a page break made of it. */
  readonly pieces: readonly { readonly at: string; readonly value: CellValue }[];
}

/** Reads the row. */
export function readRow(question: RowQuestion): RowReading {
  return new RowReader(question).read();
}

class RowReader {
  private readonly question: RowQuestion;
  private readonly addressed: "named" | "class" | null;
  private readonly cells: ReadCell[] = [];
  private readonly entries: Entry[] = [];
  private readonly proposals: Proposal[] = [];
  private readonly flags: Flag[] = [];

  constructor(question: RowQuestion) {
    this.question = question;
    this.addressed = question.known ? question.view.addresses(question.known, question.unit) : null;
  }

  read(): RowReading {
    const { known, first } = this.question;
    const cells = this.filledCells();
    if (!known) this.takeNewRow(cells);
    else {
      for (const cell of cells) this.takeCell(known, cell);
      if (first) this.flag("duplicateRow", null, null, {});
      else this.flagIdentity(known, cells);
    }
    this.flagCut(cells);
    if (known && this.addressed === null) this.frameUntouched();
    return { cells: this.cells, entries: this.entries, proposals: this.proposals, flags: this.flags, addressed: this.addressed };
  }

  /** Another unit's row that came back as it went out is the form. */
  private frameUntouched(): void {
    if (!this.cells.every(({ fate }) => fate === "unchanged" || fate === "frame")) return;
    this.cells.forEach((cell, index) => (this.cells[index] = { ...cell, fate: "frame" }));
  }

  /** A row that the master does not have is proposed whole; a bare number in an empty line is the form. */
  private takeNewRow(cells: readonly Cell[]): void {
    const says = cells.some(({ column }) => column !== "serial" && ownerOf(column) !== "provenance");
    for (const cell of cells) {
      if (cell.lent) continue;
      this.flagStruck(cell);
      this.put(cell, says ? "proposal" : "frame", says ? "newRow" : "");
      if (says) this.proposals.push({ row: null, column: cell.column, value: proposedValue(cell), at: cell.at });
    }
    const place = cells.find(({ column }) => column === "content" || column === "task") ?? cells[0];
    if (says && place) this.flag("newRow", null, place.at, { text: plainText(place.value) });
  }

  private takeCell(known: BaseRow, cell: Cell): void {
    const { view } = this.question;
    const owner = ownerOf(cell.column);
    if (owner === "provenance") return this.put(cell, "frame", "");
    this.flagStruck(cell);
    if (cell.mark?.error) {
      this.flag("errorValue", cell.column, cell.at, { value: plainText(cell.value) });
      return this.put(cell, "unread", "errorValue");
    }
    if (isPicture(cell)) {
      this.flag("picture", cell.column, cell.at, {});
      return this.put(cell, "unread", "picture");
    }
    if (!view.base.columns.includes(cell.column)) {
      const reason: FateReason = presetOf(cell.column) ? "masterLacksColumn" : "extraColumn";
      this.flag(reason, cell.column, cell.at, { text: plainText(cell.value) });
      return this.put(cell, "unread", reason);
    }
    if (owner === "master") return this.takeIssued(known, cell);
    return this.takeReply(known, cell);
  }

  private takeIssued(known: BaseRow, cell: Cell): void {
    const base = known.cells.get(cell.column) ?? null;
    const label = cell.column === "serial" || cell.column === "task" ? known.label : null;
    const same =
      sameIssued(cell.column, base, cell.value, cell.mark, this.question.view.unitsForm) ||
      (label !== null && sameIssued("task", label, cell.value, cell.mark, this.question.view.unitsForm));
    if (same) return this.put(cell, "unchanged", "");
    if (this.question.first) return this.put(cell, "rejected", "duplicateRow");
    this.put(cell, "proposal", "");
    if (cell.lent) return;
    this.proposals.push({ row: known.id, column: cell.column, value: proposedValue(cell), at: cell.at });
    this.flag(cell.column === "serial" ? "serialDiffers" : "issuedChanged", cell.column, cell.at, { master: plainText(base), value: plainText(cell.value) });
  }

  private takeReply(known: BaseRow, cell: Cell): void {
    const { first } = this.question;
    const value = keptValue(cell.column, cell.value, cell.mark);
    const base = known.cells.get(cell.column) ?? null;
    if (this.addressed === null) {
      if (sameValue(cell.column, base, value)) return this.put(cell, "unchanged", "");
      this.flag("notAddressed", cell.column, cell.at, { unit: this.question.unit, value: plainText(cell.value) });
      return this.put(cell, "rejected", "notAddressed");
    }
    const former = first?.entries.find(({ column }) => column === cell.column);
    if (former && sameValue(cell.column, former.value, value)) return this.put(cell, "rejected", "duplicateRow");
    this.flagReply(cell);
    this.entries.push({ row: known.id, column: cell.column, value, at: cell.at });
    this.put(cell, null, "", valueForm(cell.column, value));
  }

  private flagReply(cell: Cell): void {
    const { column, value, mark, at } = cell;
    const text = plainText(value);
    if (mark?.formula) this.flag("formula", column, at, { value: text });
    if (cell.lent) this.flag("spanShared", column, at, { value: text });
    if (typeOf(column) === "status" && statusOf(value) === null) this.flag("unknownStatus", column, at, { value: text });
    if (typeOf(column) !== "number") return;
    const number = readNumber(value, mark);
    if (!number) this.flag("notANumber", column, at, { value: text });
    else if (number.measure !== "" || number.before !== "") this.flag("measureDropped", column, at, { value: text, number: number.value });
  }

  /** Of issued texts, too: whoever strikes through what was issued wants it gone. */
  private flagStruck({ column, value, mark, at, lent }: Cell): void {
    if (mark?.struck && !lent) this.flag("struck", column, at, { value: plainText(value) });
  }

  private flagCut(cells: readonly Cell[]): void {
    const { pieces } = this.question.row;
    const place = cells.find(({ column }) => column === "content") ?? cells[0];
    if (pieces.length > 0 && place) this.flag("cutRow", null, place.at, { count: pieces.length, text: plainText(place.value) });
  }

  private flagIdentity(known: BaseRow, cells: readonly Cell[]): void {
    const { level, ledger, row } = this.question;
    if (level === "similar") this.flag("recognisedByText", null, cells[0]?.at ?? null, { row: known.id });
    const filled = new Set(cells.map(({ column }) => column));
    for (const { key, col } of ledger.columns) {
      const base = known.cells.get(key) ?? null;
      const owner = ownerOf(key);
      if (owner === "provenance" || filled.has(key) || isEmpty(base)) continue;
      // Forms of ours go out with empty replies: a blank one says nothing of what the master shows.
      if (owner !== "master" && (this.addressed === null || this.question.blankForm)) continue;
      const at = placeName({ sheet: ledger.sheet, row: row.gridRow, col });
      if (row.kind === "goal" && (key === "serial" || key === "task")) continue;
      this.flag(owner === "master" ? "issuedCleared" : "cleared", key, at, { master: plainText(base) });
    }
  }

  private filledCells(): readonly Cell[] {
    const { ledger, row } = this.question;
    return ledger.columns.flatMap(({ key, col }, position): Cell[] => {
      const value = row.values[position] ?? null;
      const mark = row.marks?.[position];
      const from = row.spanned?.get(position);
      const at = placeName({ sheet: ledger.sheet, row: from?.row ?? row.gridRow, col: from?.col ?? col });
      if (isEmpty(value)) {
        if (mark?.formula) this.flag("formulaWithoutValue", key, at, {});
        return [];
      }
      const pieces = row.pieces.length === 0 ? [{ at, value }] : piecesOf(ledger, row, position, col);
      return [{ column: key, value, mark, at: pieces[0]?.at ?? at, lent: from !== undefined, pieces }];
    });
  }

  private put(cell: Cell, fate: Fate | null, reason: FateReason, form = ""): void {
    if (cell.lent) return;
    const { file, unit, known } = this.question;
    for (const { at, value } of cell.pieces) this.cells.push({ file, at, unit, row: known?.id ?? null, column: cell.column, value, fate, reason, form });
  }

  private flag(kind: FlagKind, column: ColumnKey | null, at: string | null, params: Flag["params"]): void {
    this.flags.push({ kind, file: this.question.file, row: this.question.known?.id ?? null, column, at, params });
  }
}

/** WPS puts a picture into a cell as a formula of its own, whose name is also what the cell holds for other programs. */
function isPicture({ value, mark }: Cell): boolean {
  return mark?.formula === true && typeof value === "string" && /^=?(?:_xlfn\.)?DISPIMG\(/u.test(value);
}

function piecesOf(ledger: Ledger, row: LedgerRow, position: number, col: number): Cell["pieces"] {
  return row.pieces.flatMap((piece) => {
    const value = piece.values[position] ?? null;
    if (isEmpty(value) || piece.spanned?.has(position)) return [];
    return [{ at: placeName({ sheet: ledger.sheet, row: piece.gridRow, col }), value }];
  });
}

function proposedValue({ column, value, mark }: Cell): CellValue {
  return typeOf(column) === "text" || typeOf(column) === "units" ? value : keptValue(column, value, mark);
}

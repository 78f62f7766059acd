/** The rows of a returned file: what each reports, what it proposes, and the fates that need no other file. */
import { type CellMark, type CellValue, type Grid, isEmpty, plainText } from "../grid/grid";
import { type ColumnKey, type ColumnOwner, type ColumnType, ownerOf, presetOf, typeOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import { readNumber } from "../text/readNumber";
import type { Fate, FateReason } from "./fate";
import type { FateBook } from "./fateBook";
import { type FigureWords, joinWords, wordsOfCell, wordsOfHeader } from "./figure";
import type { Flag, FlagKind } from "./flag";
import type { IdentityLevel } from "./identity";
import { coveredBySpan } from "./outsideCells";
import type { OwnTexts } from "./ownTexts";
import type { PlaceNames } from "./placeNames";
import type { RoundView } from "./reading";
import type { BaseRow, Entry, Proposal } from "./round";
import { sameIssued } from "./sameIssued";
import { keptValue, sameValue, statusOf, valueForm } from "./value";

export interface RowsQuestion {
  readonly file: string;
  readonly grid: Grid;
  readonly ledger: Ledger;
  readonly view: RoundView;
  /** The reply cells went out empty. */
  readonly blankForm: boolean;
  readonly places: PlaceNames;
  readonly texts: OwnTexts;
  readonly book: FateBook;
  readonly flags: Flag[];
}

export interface RowQuestion {
  readonly row: LedgerRow;
  /** The row of the round it is, or null. */
  readonly known: BaseRow | null;
  readonly level: IdentityLevel | null;
  readonly unit: string;
  /** The reading of the first copy where this is a second one. */
  readonly first: RowReading | null;
}

export interface RowReading {
  readonly entries: readonly Entry[];
  readonly proposals: readonly Proposal[];
  readonly addressed: "named" | "class" | null;
}

/** What is the same for all cells of a column. */
interface Column {
  readonly key: ColumnKey;
  readonly col: number;
  readonly position: number;
  readonly owner: ColumnOwner;
  readonly type: ColumnType;
  /** Whether the round has the column. */
  readonly asked: boolean;
  /** What the header says of figures. */
  readonly words: FigureWords;
}

interface Cell {
  readonly column: Column;
  readonly value: CellValue;
  readonly mark: CellMark | undefined;
  readonly at: string;
  /** The value stands in a row above, under a span that reaches into this one: it was counted there. */
  readonly lent: boolean;
  /** The cells of the file that it was read from, where a page break made several of it. */
  readonly pieces: readonly { readonly at: string; readonly value: CellValue }[] | null;
}

const NOTHING: readonly never[] = [];

/** Reads the rows of one file, one after the other; their cells go into the book. */
export class RowsReader {
  private readonly file: RowsQuestion;
  private readonly columns: readonly Column[];
  private readonly covered: ((row: number, col: number) => boolean) | null;

  constructor(file: RowsQuestion) {
    this.file = file;
    const { ledger, view, grid } = file;
    this.columns = ledger.columns.map(({ key, col, header }, position) => {
      const type = typeOf(key);
      return { key, col, position, owner: ownerOf(key), type, asked: view.base.columns.includes(key), words: type === "number" ? wordsOfHeader(header) : NO_WORDS };
    });
    this.covered = grid.spans.length === 0 ? null : coveredBySpan(grid);
  }

  read(question: RowQuestion): RowReading {
    return new RowReader(this.file, this.columns, this.covered, question).read();
  }
}

class RowReader {
  private readonly file: RowsQuestion;
  private readonly columns: readonly Column[];
  private readonly covered: ((row: number, col: number) => boolean) | null;
  private readonly question: RowQuestion;
  /** Every cell of the row stands alone, and none is listed. */
  private readonly plain: boolean;
  private readonly addressed: "named" | "class" | null;
  private entries: Entry[] | null = null;
  private proposals: Proposal[] | null = null;
  /** How many of its cells came back as they went out, and how many did not. */
  private unchanged = 0;
  private others = 0;

  constructor(file: RowsQuestion, columns: readonly Column[], covered: ((row: number, col: number) => boolean) | null, question: RowQuestion) {
    this.file = file;
    this.columns = columns;
    this.covered = covered;
    this.question = question;
    const { row } = question;
    this.plain = row.spanned === null && row.pieces.length === 0 && covered === null && !file.book.listed;
    this.addressed = question.known ? file.view.addresses(question.known, question.unit) : null;
  }

  read(): RowReading {
    const { known, first, row } = this.question;
    const { book } = this.file;
    const begun = book.cells.length;
    if (!known) this.takeNewRow(this.columns.flatMap((column) => this.cellAt(column) ?? []));
    else {
      for (const column of this.columns) this.takeColumn(known, column);
      if (first) this.flag("duplicateRow", null, null, {});
      else this.flagIdentity(known);
    }
    if (row.pieces.length > 0) this.flagCut();
    // Another unit's row that came back as it went out is the form.
    if (known && this.addressed === null && this.others === 0) book.makeFrame(begun, this.unchanged);
    return { entries: this.entries ?? NOTHING, proposals: this.proposals ?? NOTHING, addressed: this.addressed };
  }

  /** What came back as it went out, to the letter, needs no look at its meaning. */
  private takeColumn(known: BaseRow, column: Column): void {
    const { row } = this.question;
    const value = row.values[column.position];
    if (this.plain && row.marks?.[column.position] === undefined && (isEmpty(value) || this.takePlain(known, column, value ?? null))) return;
    const cell = this.cellAt(column);
    if (cell) this.takeCell(known, cell);
  }

  /** A cell that stands alone and that nothing is to be said of; false where it needs a closer look. */
  private takePlain(known: BaseRow, { key, owner, asked }: Column, value: CellValue): boolean {
    const { book } = this.file;
    if (owner === "provenance") book.count("frame");
    else if (owner === "master" && asked && value === known.cells.get(key)) {
      this.unchanged += 1;
      book.count("unchanged");
    } else return false;
    return true;
  }

  /** A row that the master does not have is proposed whole; a bare number in an empty line is the form. */
  private takeNewRow(cells: readonly Cell[]): void {
    const says = cells.some(({ column }) => column.key !== "serial" && column.owner !== "provenance");
    for (const cell of cells) {
      if (cell.lent) continue;
      this.flagStruck(cell);
      this.put(cell, says ? "proposal" : "frame", says ? "newRow" : "");
      if (says) this.propose(null, cell);
    }
    const place = cells.find(({ column: { key } }) => key === "content" || key === "task") ?? cells[0];
    if (says && place) this.flag("newRow", null, place.at, { text: plainText(place.value) });
  }

  private takeCell(known: BaseRow, cell: Cell): void {
    const { column: { key, owner, asked }, at } = cell;
    if (owner === "provenance") return this.put(cell, "frame", "");
    this.flagStruck(cell);
    if (cell.mark?.error) {
      this.flag("errorValue", key, at, { value: plainText(cell.value) });
      return this.put(cell, "unread", "errorValue");
    }
    if (isPicture(cell)) {
      this.flag("picture", key, at, {});
      return this.put(cell, "unread", "picture");
    }
    if (!asked) {
      const reason: FateReason = presetOf(key) ? "masterLacksColumn" : "extraColumn";
      this.flag(reason, key, at, { text: plainText(cell.value) });
      return this.put(cell, "unread", reason);
    }
    if (owner === "master") return this.takeIssued(known, cell);
    return this.takeReply(known, cell);
  }

  private takeIssued(known: BaseRow, cell: Cell): void {
    const { view } = this.file;
    const { key } = cell.column;
    const base = known.cells.get(key) ?? null;
    const label = key === "serial" || key === "task" ? known.label : null;
    const same =
      sameIssued(key, base, cell.value, cell.mark, view.unitsForm) ||
      (label !== null && sameIssued("task", label, cell.value, cell.mark, view.unitsForm));
    if (same) return this.put(cell, "unchanged", "");
    if (this.question.first) return this.put(cell, "rejected", "duplicateRow");
    this.put(cell, "proposal", "");
    if (cell.lent) return;
    this.propose(known, cell);
    this.flag(key === "serial" ? "serialDiffers" : "issuedChanged", key, cell.at, { master: plainText(base), value: plainText(cell.value) });
  }

  private takeReply(known: BaseRow, cell: Cell): void {
    const { first, unit } = this.question;
    const { key } = cell.column;
    const value = keptValue(key, cell.value, cell.mark);
    if (this.addressed === null) {
      if (sameValue(key, known.cells.get(key) ?? null, value)) return this.put(cell, "unchanged", "");
      this.flag("notAddressed", key, cell.at, { unit, value: plainText(cell.value) });
      return this.put(cell, "rejected", "notAddressed");
    }
    const former = first?.entries.find(({ column }) => column === key);
    if (former && sameValue(key, former.value, value)) return this.put(cell, "rejected", "duplicateRow");
    this.flagReply(cell);
    const words = wordsAround(cell);
    const entry: Entry = words ? { row: known.id, column: key, value: this.own(value), at: cell.at, words } : { row: known.id, column: key, value: this.own(value), at: cell.at };
    (this.entries ??= []).push(entry);
    this.wait(cell, entry);
  }

  private propose(known: BaseRow | null, { column: { key, type }, value, mark, at }: Cell): void {
    const kept = type === "text" || type === "units" ? value : keptValue(key, value, mark);
    (this.proposals ??= []).push({ row: known?.id ?? null, column: key, value: this.own(kept), at });
  }

  private own(value: CellValue): CellValue {
    return typeof value === "string" ? this.file.texts.of(value) : value;
  }

  private flagReply(cell: Cell): void {
    const { column: { key, type }, value, mark, at } = cell;
    if (mark?.formula) this.flag("formula", key, at, { value: plainText(value) });
    if (cell.lent) this.flag("spanShared", key, at, { value: plainText(value) });
    if (type === "status" && statusOf(value) === null) this.flag("unknownStatus", key, at, { value: plainText(value) });
    if (type !== "number") return;
    const number = readNumber(value, mark);
    if (!number) this.flag("notANumber", key, at, { value: plainText(value) });
    else if (number.measure !== "" || number.before !== "") this.flag("measureDropped", key, at, { value: plainText(value), number: number.value });
  }

  /** Of issued texts, too: whoever strikes through what was issued wants it gone. */
  private flagStruck({ column, value, mark, at, lent }: Cell): void {
    if (mark?.struck && !lent) this.flag("struck", column.key, at, { value: plainText(value) });
  }

  private flagCut(): void {
    const cells = this.columns.flatMap((column) => this.cellAt(column, false) ?? []);
    const place = cells.find(({ column }) => column.key === "content") ?? cells[0];
    if (place) this.flag("cutRow", null, place.at, { count: this.question.row.pieces.length, text: plainText(place.value) });
  }

  private flagIdentity(known: BaseRow): void {
    const { level, row } = this.question;
    if (level === "similar") this.flag("recognisedByText", null, this.firstPlace(), { row: known.id });
    for (const { key, col, owner, position } of this.columns) {
      if (owner === "provenance") continue;
      const base = known.cells.get(key);
      if (base === undefined || isEmpty(base) || this.isFilled(position, col)) continue;
      // Forms of ours go out with empty replies: a blank one says nothing of what the master shows.
      if (owner !== "master" && (this.addressed === null || this.file.blankForm)) continue;
      if (row.kind === "goal" && (key === "serial" || key === "task")) continue;
      this.flag(owner === "master" ? "issuedCleared" : "cleared", key, this.placeOf(row.gridRow, col), { master: plainText(base) });
    }
  }

  private firstPlace(): string | null {
    for (const column of this.columns) {
      const cell = this.cellAt(column, false);
      if (cell) return cell.at;
    }
    return null;
  }

  private isFilled(position: number, col: number): boolean {
    const { row } = this.question;
    return !isEmpty(row.values[position]) && !this.isHidden(row, position, col);
  }

  /** A value that a program left under a span: nobody sees it. */
  private isHidden(row: LedgerRow, position: number, col: number): boolean {
    return this.covered !== null && !row.spanned?.has(position) && this.covered(row.gridRow, col);
  }

  /** The cell under a column; null where it is empty. */
  private cellAt(column: Column, speaks = true): Cell | null {
    const { row } = this.question;
    const { position, col, key } = column;
    const value = row.values[position] ?? null;
    const mark = row.marks?.[position];
    const from = row.spanned?.get(position);
    const at = (): string => this.placeOf(from?.row ?? row.gridRow, from?.col ?? col);
    if (isEmpty(value)) {
      if (speaks && mark?.formula) this.flag("formulaWithoutValue", key, at(), {});
      return null;
    }
    if (this.isHidden(row, position, col)) return null;
    const pieces = row.pieces.length === 0 ? null : this.piecesOf(position, col);
    return { column, value, mark, at: pieces?.[0]?.at ?? at(), lent: from !== undefined, pieces };
  }

  private piecesOf(position: number, col: number): NonNullable<Cell["pieces"]> {
    return this.question.row.pieces.flatMap((piece) => {
      const value = piece.values[position] ?? null;
      if (isEmpty(value) || piece.spanned?.has(position) || this.isHidden(piece, position, col)) return [];
      return [{ at: this.placeOf(piece.gridRow, col), value }];
    });
  }

  private placeOf(row: number, col: number): string {
    return this.file.places.of(this.file.ledger.sheet, row, col);
  }

  private put(cell: Cell, fate: Fate, reason: FateReason): void {
    const { book } = this.file;
    if (fate === "unchanged") this.unchanged += cell.lent ? 0 : (cell.pieces?.length ?? 1);
    else if (fate !== "frame" && !cell.lent) this.others += 1;
    if (cell.lent) return;
    book.count(fate, cell.pieces?.length ?? 1);
    if (book.listed) this.list(cell, fate, reason);
  }

  private wait(cell: Cell, entry: Entry): void {
    const { book } = this.file;
    book.wait(entry, cell.lent ? 0 : (cell.pieces?.length ?? 1));
    this.others += 1;
    if (book.listed && !cell.lent) this.list(cell, null, "", valueForm(entry.column, entry.value));
  }

  private list(cell: Cell, fate: Fate | null, reason: FateReason, form = ""): void {
    const { unit, known } = this.question;
    for (const { at, value } of cell.pieces ?? [cell]) this.file.book.list({ at, unit, row: known?.id ?? null, column: cell.column.key, value }, fate, reason, form);
  }

  private flag(kind: FlagKind, column: ColumnKey | null, at: string | null, params: Flag["params"]): void {
    this.file.flags.push({ kind, file: this.file.file, row: this.question.known?.id ?? null, column, at, params });
  }
}

const NO_WORDS: FigureWords = {};

/** What the cell and its header say around a figure, or null where nothing. */
function wordsAround({ column: { type, words: header }, value, mark }: Cell): FigureWords | null {
  if (type !== "number") return null;
  const words = typeof value === "number" && !mark?.percent ? header : joinWords(wordsOfCell(value, mark), header);
  return words.measure === undefined && words.period === undefined ? null : words;
}

/** WPS puts a picture into a cell as a formula of its own, whose name is also what the cell holds for other programs. */
function isPicture({ value, mark }: Cell): boolean {
  return mark?.formula === true && typeof value === "string" && /^=?(?:_xlfn\.)?DISPIMG\(/u.test(value);
}

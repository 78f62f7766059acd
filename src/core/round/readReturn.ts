/**
 * A returned file → what it says for the round, and a fate for each of its cells. Nothing is decided here that other files
 * could change: cells that report something get their fate from the projection.
 */
import { type Grid, isEmpty, plainText } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import { headerOf, ownerOf } from "../ledger/columns";
import { type Ledger, textOf } from "../ledger/ledger";
import { joinCutRows } from "../parse/joinCutRows";
import { findLedger, type FoundLedger } from "../parse/parseLedger";
import { comparisonForm } from "../text/compare";
import { contentName } from "./contentName";
import { FateBook } from "./fateBook";
import type { Flag } from "./flag";
import { indexOf } from "./baseIndex";
import { alignRows, type KnownRows, type Pairing, type RowIdentity } from "./identity";
import { oldForm } from "./oldForm";
import { countCells, outsideCells } from "./outsideCells";
import { OwnTexts } from "./ownTexts";
import type { PlaceNames } from "./placeNames";
import { recogniseColumns, type RecognisedColumns } from "./recogniseColumns";
import { type RowReading, RowsReader } from "./readRow";
import { type Metadata, metadataOf } from "./metadata";
import { type Speakers, speakersOf } from "./speakers";
import type { MissingReply, Refusal, ReturnReading, RoundView } from "./reading";
import type { BaseRow, Entry, Proposal, RowId, Submission } from "./round";

/** What a person said of a file, and when it came. */
export interface Arrival {
  /** "2026-11-23". */
  readonly received: string;
  readonly run: string;
  /** Whose it is, where a person said so. */
  readonly unit?: string | null;
  /** A file of another round is wanted all the same. */
  readonly insisted?: boolean;
  /** Counts what was received before it was merged. */
  readonly batch?: number;
}

/** How a file is read. */
export interface ReadingWish {
  /** Every cell is listed with its fate; else the fates are only counted. Both give the same sums. */
  readonly listed: boolean;
  /** The ledger of the file where somebody has looked for it already. */
  readonly found?: FoundLedger;
  /** Where texts are kept that several files share. */
  readonly texts?: OwnTexts;
}

const LISTED: ReadingWish = { listed: true };

/** Reads one returned file. What is known of its arrival is kept with what it says; nothing of the file's sheets is. */
export function readReturn(source: SourceFile, view: RoundView, arrival: Arrival, { listed, found = findLedger(source.grids), texts = new OwnTexts() }: ReadingWish = LISTED): ReturnReading {
  const book = new FateBook(source.name, listed);
  if (!found.ok) {
    outsideCells(source, null, null, book);
    return refuse(source, found.error, null, book);
  }
  const { grid } = found.value;
  const { known, byId, places } = indexOf(view.base);
  const { ledger: named, guessed } = recogniseColumns(found.value.ledger, view.base);
  const { ledger, pairs: alone } = alignReturn(named, known);
  const metadata = metadataOf(source);
  const speakers = speakersOf({ file: isSharedForm(source.name, view) ? "" : source.name, grid, ledger, pairs: alone, byId, view, metadata: metadata.unit, told: arrival.unit ?? null });
  const pairs = speakers && !speakers.everybodys ? amongOwnRows(ledger, alone, view.namedRows(speakers.unit.name)) : alone;
  const opened = { source, grid, ledger, guessed, pairs, byId, places, texts, view, arrival, book };
  const refusal = arrival.insisted ? null : oldForm({ metadata, grid, ledger, pairs, byId, view });
  if (speakers && !refusal) return new ReturnReader(opened, speakers, metadata).read();
  new ReturnReader(opened, speakers ?? NOBODY, metadata).read();
  book.refuse(refusal ? "otherRound" : "unitUnknown");
  return refuse(source, refusal ?? { kind: "unitUnknown" }, speakers?.unit ?? null, book);
}

const NOBODY: Speakers = { unit: { name: "", from: "name", alsoNamed: null }, everybodys: false, reporterOf: () => null, unitOf: () => "" };

/** Whether the name is the one that we gave a form for several units: it speaks of nobody (各区县人民政府（功能区管委会）). */
function isSharedForm(name: string, { dispatch }: RoundView): boolean {
  return dispatch?.forms.some(({ unit, file }) => unit === null && name.includes(file.replace(/\.xlsx$/u, ""))) ?? false;
}

/** Rows that a page break cut are joined first, unless the master has them cut in the same way. */
function alignReturn(read: Ledger, known: KnownRows): { readonly ledger: Ledger; readonly pairs: readonly (Pairing | null)[] } {
  const pairsOf = (ledger: Ledger): readonly (Pairing | null)[] => alignRows(ledger.rows.map((row) => identityOf(ledger, row)), known);
  const pairs = pairsOf(read);
  const ledger = joinCutRows(read, (index) => pairs[index] === null);
  return { ledger, pairs: ledger === read ? pairs : pairsOf(ledger) };
}

/**
 * Rows without a text that several rows of the round could be: among the rows that went to the unit, as many of one name as
 * the file has, in their order; a single one is all of the file's.
 */
function amongOwnRows(ledger: Ledger, pairs: readonly (Pairing | null)[], own: readonly BaseRow[]): readonly (Pairing | null)[] {
  if (!pairs.includes(null)) return pairs;
  const taken = new Set(pairs.flatMap((pair) => (pair ? [pair.id] : [])));
  const open = new Map<string, number[]>();
  ledger.rows.forEach((row, index) => {
    if (pairs[index]) return;
    const { name, content } = identityOf(ledger, row);
    const form = content !== "" ? "" : comparisonForm(name);
    if (form !== "") open.set(form, [...(open.get(form) ?? []), index]);
  });
  if (open.size === 0) return pairs;
  const found = [...pairs];
  for (const [form, indexes] of open) {
    const rows = own.filter((row) => !taken.has(row.id) && comparisonForm(row.label ?? plainText(row.cells.get("task"))) === form);
    const [only] = rows;
    if (rows.length === indexes.length) indexes.forEach((index, at) => (found[index] = { id: rows[at]?.id ?? "", level: "similar" }));
    else if (only && rows.length === 1) indexes.forEach((index, at) => (found[index] = { id: only.id, level: at === 0 ? "similar" : "duplicate" }));
  }
  return found;
}

/** What a row of a ledger is recognised by. */
export function identityOf(ledger: Ledger, row: Ledger["rows"][number]): RowIdentity {
  return {
    serial: row.kind === "goal" ? null : row.key,
    name: row.label ?? textOf(ledger, row, "task"),
    content: textOf(ledger, row, "content"),
  };
}

interface Opened {
  readonly source: SourceFile;
  readonly grid: Grid;
  readonly ledger: Ledger;
  readonly guessed: RecognisedColumns["guessed"];
  readonly pairs: readonly (Pairing | null)[];
  readonly byId: ReadonlyMap<RowId, BaseRow>;
  readonly places: PlaceNames;
  readonly texts: OwnTexts;
  readonly view: RoundView;
  readonly arrival: Arrival;
  readonly book: FateBook;
}

interface Share {
  readonly entries: Entry[];
  readonly proposals: Proposal[];
  readonly rows: RowId[];
}

class ReturnReader {
  private readonly opened: Opened;
  private readonly speakers: Speakers;
  private readonly metadata: Metadata;
  private readonly shares = new Map<string, Share>();
  private readonly flags: Flag[] = [];
  private readonly firstOf = new Map<string, Map<RowId, RowReading>>();
  private readonly rows: RowsReader;

  constructor(opened: Opened, speakers: Speakers, metadata: Metadata) {
    this.opened = opened;
    this.speakers = speakers;
    this.metadata = metadata;
    const { source, grid, ledger, view, places, texts, book } = opened;
    this.rows = new RowsReader({ file: source.name, grid, ledger, view, blankForm: view.dispatch !== null || metadata.round !== null, places, texts, book, flags: this.flags });
  }

  read(): ReturnReading {
    const { source, ledger, pairs, texts, book } = this.opened;
    this.flagFile();
    ledger.rows.forEach((row, index) => this.takeRow(row, pairs[index] ?? null));
    for (const flag of outsideCells(source, this.opened.grid, ledger, book)) this.flags.push(flag);
    const submissions = this.submissions();
    const missing = submissions.flatMap((submission) => this.missingOf(submission));
    return {
      file: source.name,
      unit: this.speakers.unit.name,
      unitFrom: this.speakers.unit.from,
      refused: null,
      submissions,
      ...booked(source, book),
      flags: this.flags.map((flag) => texts.flag(flag)),
      missing,
      rows: new Set(submissions.flatMap(({ rows }) => rows)).size,
      batch: this.opened.arrival.batch ?? 0,
    };
  }

  private takeRow(row: Ledger["rows"][number], pair: Pairing | null): void {
    const { byId, view } = this.opened;
    const known = byId.get(pair?.id ?? "") ?? null;
    const unit = this.speakers.unitOf(row, known);
    const firsts = this.firstsOf(view.finder.identify(unit).key);
    const first = known ? (firsts.get(known.id) ?? null) : null;
    const reading = this.rows.read({ row, known, level: pair?.level ?? null, unit, first });
    this.flagReporter(row, known);
    const share = this.shares.get(unit) ?? { entries: [], proposals: [], rows: [] };
    this.shares.set(unit, share);
    share.entries.push(...reading.entries);
    share.proposals.push(...reading.proposals);
    if (!known || first) return;
    firsts.set(known.id, reading);
    if (reading.addressed !== null || reading.entries.length > 0) share.rows.push(known.id);
  }

  /** The first copies of the rows that a unit speaks in. */
  private firstsOf(unitKey: string): Map<RowId, RowReading> {
    const own = this.firstOf.get(unitKey) ?? new Map<RowId, RowReading>();
    this.firstOf.set(unitKey, own);
    return own;
  }

  private flagReporter(row: Ledger["rows"][number], known: BaseRow | null): void {
    const { unit, everybodys, reporterOf } = this.speakers;
    const reporter = reporterOf(row);
    const { finder } = this.opened.view;
    if (everybodys || reporter === null || finder.identify(reporter).key === finder.identify(unit.name).key) return;
    this.flag("reporterDiffers", known?.id ?? null, { reporter, unit: unit.name });
  }

  private submissions(): readonly Submission[] {
    const { source, arrival } = this.opened;
    const own = this.speakers.unit.name;
    // In a book for everybody only those have answered who wrote something.
    const answered = [...this.shares].filter(([unit, { entries, proposals }]) => unit === own || entries.length + proposals.length > 0);
    if (!this.shares.has(own) && answered.length === 0) answered.push([own, { entries: [], proposals: [], rows: [] }]);
    return answered.map(([unit, { entries, proposals, rows }]) => ({
      id: contentName(unit, rows, entries, proposals),
      file: source.name,
      unit,
      unitFrom: this.speakers.unit.from,
      received: arrival.received,
      run: arrival.run,
      supersedes: [],
      rows,
      entries,
      proposals,
    }));
  }

  /** Rows that went to the unit by name and say nothing. */
  private missingOf(submission: Submission): readonly MissingReply[] {
    const present = new Set(submission.rows);
    const answered = new Set(submission.entries.map(({ row }) => row));
    return this.opened.view.namedRows(submission.unit).flatMap((row): MissingReply[] => {
      if (answered.has(row.id)) return [];
      const why = present.has(row.id) ? "blank" : "absent";
      if (why === "absent" && submission.unit === this.speakers.unit.name && !this.speakers.everybodys) this.flag("rowMissing", row.id, { unit: submission.unit });
      return [{ unit: submission.unit, row: row.id, why }];
    });
  }

  private flagFile(): void {
    const { ledger, grid, view } = this.opened;
    const { name, alsoNamed } = this.speakers.unit;
    if (alsoNamed !== null) this.flag("unitDiffers", null, { unit: name, other: alsoNamed });
    if (this.metadata.parent !== null && this.metadata.parent !== view.parent) this.flag("otherBase", null, {});
    for (const { key, column } of this.opened.guessed) {
      this.flags.push({ kind: "columnGuessed", file: this.opened.source.name, row: null, column: key, at: this.opened.places.of(grid.sheet, ledger.headerRow, column.col), params: { header: column.header, as: headerOf(key) } });
    }
    const hidden = ledger.rows.filter((row) => row.hidden).length;
    if (hidden > 0) this.flag("hiddenRows", null, { count: hidden });
    this.flagColoured();
    for (const { row, col, text } of grid.notes) {
      this.flags.push({ kind: "note", file: this.opened.source.name, row: null, column: null, at: this.opened.places.of(grid.sheet, row, col), params: { text } });
    }
  }

  /** Once for the file: some units write all their answers in blue. */
  private flagColoured(): void {
    const { ledger, source } = this.opened;
    const replies = [...ledger.columns.entries()].filter(([, { key }]) => ownerOf(key) === "shared" || ownerOf(key) === "unit");
    const places = ledger.rows.filter(({ marks }) => marks !== null).flatMap((row) =>
      replies.flatMap(([position, { col }]) => (row.marks?.[position]?.coloured && !isEmpty(row.values[position]) && !row.spanned?.has(position) ? [{ row: row.gridRow, col }] : [])),
    );
    const [first] = places;
    if (first === undefined) return;
    this.flags.push({ kind: "coloured", file: source.name, row: null, column: null, at: this.opened.places.of(ledger.sheet, first.row, first.col), params: { count: places.length } });
  }

  private flag(kind: Flag["kind"], row: RowId | null, params: Flag["params"]): void {
    this.flags.push({ kind, file: this.opened.source.name, row, column: null, at: null, params });
  }
}

/** A file that is not taken: its cells are counted all the same. */
function refuse(source: SourceFile, refused: Refusal, unit: Speakers["unit"] | null, book: FateBook): ReturnReading {
  return { file: source.name, unit: unit?.name ?? null, unitFrom: unit?.from ?? null, refused, submissions: [], ...booked(source, book), flags: [], missing: [], rows: 0, batch: 0 };
}

function booked(source: SourceFile, { cells, tally, waiting, weights }: FateBook): Pick<ReturnReading, "cells" | "tally" | "waiting" | "weights" | "counted"> {
  return { cells, tally, waiting, weights, counted: countCells(source) };
}

/**
 * A returned file → what it says for the round, and a fate for each of its cells. Nothing is decided here that other files
 * could change: cells that report something get their fate from the projection.
 */
import { placeName } from "../grid/a1";
import { type Grid, isEmpty } from "../grid/grid";
import type { SourceFile } from "../grid/sourceFile";
import { ownerOf } from "../ledger/columns";
import { type Ledger, textOf } from "../ledger/ledger";
import { joinCutRows } from "../parse/joinCutRows";
import { findLedger } from "../parse/parseLedger";
import { digest } from "./digest";
import type { Flag } from "./flag";
import { indexOf } from "./baseIndex";
import { alignRows, type KnownRows, type Pairing, type RowIdentity } from "./identity";
import { outsideCells } from "./outsideCells";
import { readRow, type RowReading } from "./readRow";
import { reportersOf, returnedUnit } from "./returnedUnit";
import type { MissingReply, ReadCell, Refusal, ReturnReading, RoundView } from "./reading";
import type { BaseRow, Entry, Proposal, RowId, Submission, UnitSource } from "./round";

export const METADATA_UNIT = "taizhang.unit";

/** Reads one returned file. `received` and `run` are kept with what it says. */
export function readReturn(source: SourceFile, view: RoundView, received: string, run: string): ReturnReading {
  const found = findLedger(source.grids);
  if (!found.ok) return refuse(source, found.error, outsideCells(source, null, null).cells);
  const { grid } = found.value;
  const { ledger, pairs } = alignReturn(found.value.ledger, indexOf(view.base).known);
  const { byId } = indexOf(view.base);
  const paired = pairs.flatMap((pair) => byId.get(pair?.id ?? "") ?? []);
  const fits = (unit: string): number => paired.filter((row) => view.addresses(row, unit) === "named").length;
  const unit = returnedUnit(source.name, source.properties.get(METADATA_UNIT), grid, ledger, view.finder, fits);
  const opened = { source, grid, ledger, pairs, byId, view, received, run };
  if (unit) return new ReturnReader(opened, unit, reportersOf(ledger, view.finder)).read();
  const nobodys = new ReturnReader(opened, { name: "", from: "name", alsoNamed: null }, new Map()).read();
  return refuse(source, { kind: "unitUnknown" }, nobodys.cells.map(asNobodys));
}

/** Rows that a page break cut are joined first, unless the master has them cut in the same way. */
function alignReturn(read: Ledger, known: KnownRows): { readonly ledger: Ledger; readonly pairs: readonly (Pairing | null)[] } {
  const pairsOf = (ledger: Ledger): readonly (Pairing | null)[] => alignRows(ledger.rows.map((row) => identityOf(ledger, row)), known);
  const pairs = pairsOf(read);
  const ledger = joinCutRows(read, (index) => pairs[index] === null);
  return { ledger, pairs: ledger === read ? pairs : pairsOf(ledger) };
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
  readonly pairs: readonly (Pairing | null)[];
  readonly byId: ReadonlyMap<RowId, BaseRow>;
  readonly view: RoundView;
  readonly received: string;
  readonly run: string;
}

interface Share {
  readonly entries: Entry[];
  readonly proposals: Proposal[];
  readonly rows: RowId[];
}

class ReturnReader {
  private readonly opened: Opened;
  private readonly unit: { name: string; from: UnitSource; alsoNamed: string | null };
  private readonly reporters: ReadonlyMap<number, string>;
  private readonly everybodys: boolean;
  private readonly shares = new Map<string, Share>();
  private readonly cells: ReadCell[] = [];
  private readonly flags: Flag[] = [];
  private readonly firstOf = new Map<RowId, RowReading>();

  constructor(opened: Opened, unit: ReturnReader["unit"], reporters: ReadonlyMap<number, string>) {
    this.opened = opened;
    this.unit = unit;
    this.reporters = reporters;
    this.everybodys = unit.from === "cell" && unit.alsoNamed === null && this.distinctReporters() > 1 && !opened.view.finder.inFileName(opened.source.name);
  }

  read(): ReturnReading {
    const { source, ledger, pairs } = this.opened;
    this.flagFile();
    ledger.rows.forEach((row, index) => this.takeRow(row, pairs[index] ?? null));
    const outside = outsideCells(source, this.opened.grid, ledger);
    this.cells.push(...outside.cells);
    this.flags.push(...outside.flags);
    const submissions = this.submissions();
    return {
      file: source.name,
      unit: this.unit.name,
      unitFrom: this.unit.from,
      refused: null,
      submissions,
      cells: this.cells,
      flags: this.flags,
      missing: submissions.flatMap((submission) => this.missingOf(submission)),
      rows: new Set(submissions.flatMap(({ rows }) => rows)).size,
    };
  }

  private takeRow(row: Ledger["rows"][number], pair: Pairing | null): void {
    const { ledger, view, byId, source } = this.opened;
    const own = this.reporters.get(row.gridRow);
    const unit = this.everybodys && own !== undefined ? own : this.unit.name;
    const known = byId.get(pair?.id ?? "") ?? null;
    const reading = readRow({ file: source.name, ledger, row, known, level: pair?.level ?? null, unit, view, first: known ? (this.firstOf.get(known.id) ?? null) : null });
    this.cells.push(...reading.cells);
    this.flags.push(...reading.flags);
    if (!this.everybodys && own !== undefined && view.finder.identify(own).key !== view.finder.identify(unit).key) {
      this.flag("reporterDiffers", known?.id ?? null, { reporter: own, unit });
    }
    const share = this.shares.get(unit) ?? { entries: [], proposals: [], rows: [] };
    this.shares.set(unit, share);
    share.entries.push(...reading.entries);
    share.proposals.push(...reading.proposals);
    if (!known || this.firstOf.has(known.id)) return;
    this.firstOf.set(known.id, reading);
    if (reading.addressed !== null || reading.entries.length > 0) share.rows.push(known.id);
  }

  private submissions(): readonly Submission[] {
    const { source, received, run } = this.opened;
    if (this.shares.size === 0) this.shares.set(this.unit.name, { entries: [], proposals: [], rows: [] });
    return [...this.shares].map(([unit, { entries, proposals, rows }]) => ({
      id: digest(JSON.stringify([unit, [...rows].sort(), contentOf(entries), contentOf(proposals)])),
      file: source.name,
      unit,
      unitFrom: this.unit.from,
      received,
      run,
      supersedes: [],
      rows,
      entries,
      proposals,
    }));
  }

  /** Rows that went to the unit by name and say nothing. */
  private missingOf(submission: Submission): readonly MissingReply[] {
    if (this.everybodys) return [];
    const present = new Set(submission.rows);
    const answered = new Set(submission.entries.map(({ row }) => row));
    return this.opened.view.namedRows(submission.unit).flatMap((row): MissingReply[] => {
      if (answered.has(row.id)) return [];
      const why = present.has(row.id) ? "blank" : "absent";
      if (why === "absent") this.flag("rowMissing", row.id, { unit: submission.unit });
      return [{ unit: submission.unit, row: row.id, why }];
    });
  }

  private flagFile(): void {
    const { ledger, grid } = this.opened;
    if (this.unit.alsoNamed !== null) this.flag("unitDiffers", null, { unit: this.unit.name, other: this.unit.alsoNamed });
    const hidden = ledger.rows.filter((row) => row.hidden).length;
    if (hidden > 0) this.flag("hiddenRows", null, { count: hidden });
    this.flagColoured();
    for (const { row, col, text } of grid.notes) {
      this.flags.push({ kind: "note", file: this.opened.source.name, row: null, column: null, at: placeName({ sheet: grid.sheet, row, col }), params: { text } });
    }
  }

  /** Once for the file: some units write all their answers in blue. */
  private flagColoured(): void {
    const { ledger, source } = this.opened;
    const replies = [...ledger.columns.entries()].filter(([, { key }]) => ownerOf(key) === "shared" || ownerOf(key) === "unit");
    const places = ledger.rows.flatMap((row) =>
      replies.flatMap(([position, { col }]) => (row.marks?.[position]?.coloured && !isEmpty(row.values[position]) && !row.spanned?.has(position) ? [{ row: row.gridRow, col }] : [])),
    );
    const [first] = places;
    if (first === undefined) return;
    this.flags.push({ kind: "coloured", file: source.name, row: null, column: null, at: placeName({ sheet: ledger.sheet, ...first }), params: { count: places.length } });
  }

  private flag(kind: Flag["kind"], row: RowId | null, params: Flag["params"]): void {
    this.flags.push({ kind, file: this.opened.source.name, row, column: null, at: null, params });
  }

  private distinctReporters(): number {
    return new Set([...this.reporters.values()].map((name) => this.opened.view.finder.identify(name).key)).size;
  }
}

/** Content without places: the same answers from a re-sorted sheet are the same answers. */
function contentOf(items: readonly (Entry | Proposal)[]): readonly string[] {
  return items.map(({ row, column, value }) => JSON.stringify([row, column, value])).sort();
}

/** Of a file without a unit only the form and what came back as it went out have a fate of their own. */
function asNobodys(cell: ReadCell): ReadCell {
  const fate = cell.fate === "frame" || cell.fate === "unchanged" || cell.fate === "unread" ? cell.fate : "rejected";
  return { ...cell, unit: null, fate, reason: fate === "rejected" ? "unitUnknown" : cell.reason, form: "" };
}

/** A file that is not taken: its cells are counted all the same. */
function refuse(source: SourceFile, refused: Refusal, cells: readonly ReadCell[]): ReturnReading {
  return { file: source.name, unit: null, unitFrom: null, refused, submissions: [], cells, flags: [], missing: [], rows: 0 };
}

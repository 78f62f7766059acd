/** Who speaks in each row of a returned file: mostly the file's unit; in a book that several filled in, the row's own reporter. */
import { isEmpty } from "../grid/grid";
import type { Grid } from "../grid/grid";
import { ownerOf } from "../ledger/columns";
import type { Ledger, LedgerRow } from "../ledger/ledger";
import type { Pairing } from "./identity";
import type { RoundView } from "./reading";
import { labelledUnits, reportersOf, type ReturnedUnit, returnedUnit } from "./returnedUnit";
import type { BaseRow } from "./round";

export interface Speakers {
  readonly unit: ReturnedUnit;
  /** Several units filled in their own rows. */
  readonly everybodys: boolean;
  /** The row's reporter where the file names one, in the master's spelling. */
  readonly reporterOf: (row: LedgerRow) => string | null;
  readonly unitOf: (row: LedgerRow, known: BaseRow | null) => string;
}

export interface SpeakerQuestion {
  readonly file: string;
  readonly grid: Grid;
  readonly ledger: Ledger;
  readonly pairs: readonly (Pairing | null)[];
  readonly byId: ReadonlyMap<string, BaseRow>;
  readonly view: RoundView;
  /** The unit that the file's properties name. */
  readonly metadata: string | null;
  /** The unit that a person named. */
  readonly told: string | null;
}

/** The speakers, or null where nothing tells whose file it is. */
export function speakersOf(question: SpeakerQuestion): Speakers | null {
  const { file, grid, ledger, pairs, byId, view, metadata, told } = question;
  const reporters = new Map([...labelledReporters(grid, ledger, view), ...reportersOf(ledger, view.finder)]);
  const speaking = speakingReporters(ledger, reporters);
  const fits = (name: string): number => speakingRows(ledger, pairs).flatMap((id) => byId.get(id) ?? []).filter((row) => view.addresses(row, name) === "named").length;
  const unit = told !== null ? personsWord(told, view) : returnedUnit({ file, metadata, grid, ledger, reporters: speaking, finder: view.finder, fits });
  if (!unit) return null;
  const keyOf = (name: string): string => view.finder.identify(name).key;
  const distinct = new Set(speaking.map(keyOf)).size;
  const everybodys = unit.from === "cell" && unit.alsoNamed === null && distinct > 1 && view.finder.inFileName(file) === null;
  const shared = sharedRows(ledger, pairs, reporters, keyOf);
  return {
    unit,
    everybodys,
    reporterOf: (row) => reporters.get(row.gridRow) ?? null,
    unitOf: (row, known) => {
      const own = reporters.get(row.gridRow);
      if (own === undefined) return everybodys && known ? (onlyUnit(known, new Set(speaking), view) ?? unit.name) : unit.name;
      if (everybodys) return own;
      if (!known || keyOf(own) === keyOf(unit.name) || view.addresses(known, own) !== "named") return unit.name;
      return shared.has(known.id) || view.addresses(known, unit.name) === null ? own : unit.name;
    },
  };
}

function personsWord(told: string, { finder }: RoundView): ReturnedUnit {
  return { name: finder.identify(told).name, from: "person", alsoNamed: null };
}

/** The rows of the round in which the file says something; all that it shows where it says nothing. */
function speakingRows(ledger: Ledger, pairs: readonly (Pairing | null)[]): readonly string[] {
  const shown = ledger.rows.flatMap((row, index) => (pairs[index] ? [{ row, id: pairs[index].id }] : []));
  const hasReply = replyFinder(ledger);
  const speaking = shown.filter(({ row }) => hasReply(row));
  return (speaking.length > 0 ? speaking : shown).map(({ id }) => id);
}

/** Reporters of rows that say something; of all rows where none does. */
function speakingReporters(ledger: Ledger, reporters: ReadonlyMap<number, string>): readonly string[] {
  const speaking = ledger.rows.filter(replyFinder(ledger)).flatMap((row) => reporters.get(row.gridRow) ?? []);
  return speaking.length > 0 ? speaking : [...reporters.values()];
}

/** Tells whether a row says something. */
function replyFinder(ledger: Ledger): (row: LedgerRow) => boolean {
  const replies = ledger.columns.flatMap(({ key }, position) => (ownerOf(key) === "shared" || ownerOf(key) === "unit" ? [position] : []));
  return ({ values }) => replies.some((position) => !isEmpty(values[position]));
}

/** Rows of the round that stand in the file for several reporters. */
function sharedRows(ledger: Ledger, pairs: readonly (Pairing | null)[], reporters: ReadonlyMap<number, string>, keyOf: (name: string) => string): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  ledger.rows.forEach((row, index) => {
    const id = pairs[index]?.id;
    const reporter = reporters.get(row.gridRow);
    if (id === undefined || reporter === undefined) return;
    const key = keyOf(reporter);
    if (owners.has(id) && owners.get(id) !== key) shared.add(id);
    owners.set(id, key);
  });
  return shared;
}

/** The only one of the units that speak in the file to whom the row was sent. */
function onlyUnit(row: BaseRow, speaking: ReadonlySet<string>, view: RoundView): string | null {
  const own = [...speaking].filter((name) => view.addresses(row, name) === "named");
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** "填报单位：市财政局" above each of several blocks names the rows below it. */
function labelledReporters(grid: Grid, ledger: Ledger, view: RoundView): ReadonlyMap<number, string> {
  const labels = labelledUnits(grid, ledger, view.finder);
  const reporters = new Map<number, string>();
  if (new Set(labels.map(({ unit }) => view.finder.identify(unit).key)).size < 2) return reporters;
  for (const { gridRow } of ledger.rows) {
    const label = labels.filter((one) => one.gridRow < gridRow).at(-1) ?? labels[0];
    if (label) reporters.set(gridRow, label.unit);
  }
  return reporters;
}


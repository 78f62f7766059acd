/** The rows of a ledger with their lights: what the layer and the list of targets are made from. */
import { type CellValue, type Grid, plainText, valueAt } from "../grid/grid";
import { type ColumnKey, ownerOf } from "../ledger/columns";
import { cellMark, cellOf, type Ledger, type LedgerRow } from "../ledger/ledger";
import { completionColumn } from "./completion";
import type { CorrectedTarget } from "./corrections";
import { factsOf, type HandMarks, isMarked, judgeFacts, NO_MARKS, type SourcedDeadline } from "./facts";
import { type HelperBlock, isHelperHeader } from "./helperColumns";
import type { CellPlace, RowLight, RowPlaces } from "./helperRow";
import { type Postponement, withOldDue } from "./memory";
import { type Arrival, NO_ARRIVAL } from "./replyState";
import type { LightSettings } from "./settings";

/** What was read from a row's words. */
export interface RowWords {
  readonly row: LedgerRow;
  readonly targets: readonly CorrectedTarget[];
  /** The row's own deadline, from the strongest source; null without one. */
  readonly own: SourcedDeadline | null;
  /** The row's earliest date was moved since it was first lit; absent or null where it was not. */
  readonly postponement?: Postponement | null;
}

export interface LitRow extends RowLight {
  readonly row: LedgerRow;
  readonly places: RowPlaces;
  /** Those that a person struck out have no lane in `facts`; the others stand there in this order. */
  readonly targets: readonly CorrectedTarget[];
}

/** Judges every row. `marks` and `arrivals` go by sheet row; a row without any may be missing. */
export function lightRows(
  ledger: Ledger, words: readonly RowWords[], marks: ReadonlyMap<number, HandMarks>, asOf: string, settings: LightSettings,
  arrivals: ReadonlyMap<number, Arrival> = new Map(),
): readonly LitRow[] {
  const completion = completionColumn(ledger);
  const replyKeys = replyKeysOf(ledger);
  return words.map(({ row, targets, own, postponement }) => {
    const kept = targets.flatMap(({ target }) => target ?? []);
    const plain = factsOf(kept, own, {
      targetValue: cellOf(ledger, row, "targetValue"),
      targetPercent: cellMark(ledger, row, "targetValue")?.percent ?? false,
      valuePercent: cellMark(ledger, row, "reportedValue")?.percent ?? false,
    });
    const facts = postponement ? withOldDue(plain, postponement) : plain;
    const report = { status: cellOf(ledger, row, "status"), value: cellOf(ledger, row, "reportedValue"), completed: completion === null ? null : (row.values[completion] ?? null) };
    const hand = marks.get(row.gridRow) ?? NO_MARKS;
    return {
      row, facts, report, targets, marks: hand, arrival: arrivals.get(row.gridRow) ?? NO_ARRIVAL,
      replies: replyKeys.map((key): CellValue => cellOf(ledger, row, key)),
      places: {
        row: row.gridRow, status: cellPlace(ledger, row, "status"), value: cellPlace(ledger, row, "reportedValue"),
        ...(completion === null ? {} : { completed: placeAt(ledger, row, completion) }),
        replies: replyKeys.flatMap((key) => cellPlace(ledger, row, key) ?? []),
      },
      judgement: judgeFacts(facts, report, hand, asOf, settings),
    };
  });
}

/** The columns of a ledger that departments fill in; a note alone is no report. */
export function replyKeysOf(ledger: Ledger): readonly ColumnKey[] {
  return ledger.columns.filter(isReply).map(({ key }) => key);
}

function isReply({ key, header }: Ledger["columns"][number]): boolean {
  const owner = ownerOf(key);
  return (owner === "shared" || owner === "unit") && key !== "note" && !isHelperHeader(header);
}

/** The cell of the row, or the first one of the span that gives its value. */
function cellPlace(ledger: Ledger, row: LedgerRow, key: ColumnKey): CellPlace | null {
  const position = ledger.index.get(key);
  return position === undefined ? null : placeAt(ledger, row, position);
}

function placeAt(ledger: Ledger, row: LedgerRow, position: number): CellPlace {
  return row.spanned?.get(position) ?? { row: row.gridRow, col: ledger.columns[position]?.col ?? 0 };
}

/** What people wrote into our columns, by sheet row; rows where they wrote nothing are missing. */
export function readMarks(grid: Grid, block: HelperBlock): ReadonlyMap<number, HandMarks> {
  const { adjusted, override, ground } = block.places;
  const marks = new Map<number, HandMarks>();
  for (const { row } of grid.rows) {
    if (row <= block.headerRow) continue;
    const text = (col: number | undefined): string => (col === undefined ? "" : plainText(valueAt(grid, row, col)));
    const mark: HandMarks = {
      adjusted: adjusted === undefined ? null : valueAt(grid, row, adjusted), override: text(override), ground: text(ground),
    };
    if (isMarked(mark)) marks.set(row, mark);
  }
  return marks;
}

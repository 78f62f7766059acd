/** What a check looks at, and what is worked out once for all rules. */
import { parseIsoDay } from "../grid/day";
import type { Grid } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import { type Ledger, type LedgerRow, type RowKey, textOf } from "../ledger/ledger";
import { readStatus, type Status } from "../lights/status";
import type { DeadlineContext } from "../targets/calendar";
import { type DeadlineCellRead, readDeadlineCell } from "../targets/deadlineCell";
import { extractTargets } from "../targets/extractTargets";
import type { Target } from "../targets/target";
import { Unreachable } from "../result";
import { learnProfile, type Style, type StyleProfile } from "../text/profile";
import { styleSamples } from "./cells";
import { compareWith, type ComparedLedger } from "./comparedLedger";
import { indexSerials, type SerialIndex } from "./serialIndex";
import { indexUnits, type UnitIndex } from "./unitIndex";

/** A ledger together with the sheet it was read from. */
export interface SheetLedger {
  readonly ledger: Ledger;
  readonly grid: Grid;
}

export interface CheckContext extends SheetLedger {
  /** How the text should be spelled; learned from the master where there is one, else from the ledger itself. */
  readonly profile: StyleProfile;
  readonly units: UnitIndex;
  readonly serials: SerialIndex;
  /** Columns for figures in which most cells are numbers and not texts of digits. */
  readonly typedNumbers: ReadonlySet<ColumnKey>;
  /** The targets of a row's text, each with its own deadline: the 完成时限 cell is not asked. Read once. */
  readonly targetsOf: (row: LedgerRow) => readonly Target[];
  /** The status that a 状态 cell names. Equal words are read once. */
  readonly statusOf: (text: string) => Status | null;
  /** What a text in 完成时限 says. Equal words are read once. */
  readonly deadlineOf: (text: string) => DeadlineCellRead;
  /** The key of the task or goal in a row of the sheet. */
  readonly rowKeys: ReadonlyMap<number, RowKey | null>;
  /** The issued master of a return. */
  readonly master: ComparedLedger | null;
  /** The ledger of the round before. */
  readonly last: ComparedLedger | null;
  /** "2026-11-23". */
  readonly asOf: string;
  /** The document's year, for words that name none; null where it is not known. */
  readonly year: number | null;
}

export interface CheckGiven extends SheetLedger {
  readonly master?: SheetLedger | null;
  readonly last?: SheetLedger | null;
  readonly asOf: string;
  readonly year?: number | null;
  readonly style?: Style;
}

/** Works out once what rules share. Linear in the ledger. */
export function checkContext({ ledger, grid, master, last, asOf, year = null, style = "master" }: CheckGiven): CheckContext {
  const model = master ?? { ledger, grid };
  return {
    ledger,
    grid,
    profile: learnProfile(styleSamples(model.ledger, model.grid), style),
    units: indexUnits(ledger, model.ledger),
    serials: indexSerials(ledger),
    targetsOf: targetReader(ledger, { asOf, year }),
    statusOf: remember(readStatus),
    deadlineOf: remember((text) => readDeadlineCell(text, undefined, deadlineContext({ asOf, year }))),
    typedNumbers: columnsOfNumbers(ledger),
    rowKeys: new Map(ledger.rows.map(({ gridRow, key }) => [gridRow, key])),
    master: master ? compareWith(ledger, master.ledger) : null,
    last: last ? compareWith(ledger, last.ledger) : null,
    asOf,
    year,
  };
}

function columnsOfNumbers(ledger: Ledger): ReadonlySet<ColumnKey> {
  const typed = new Set<ColumnKey>();
  ledger.columns.forEach(({ key }, position) => {
    if (typeOf(key) !== "number") return;
    let numbers = 0;
    let texts = 0;
    for (const { values } of ledger.rows) {
      const value = values[position];
      if (typeof value === "number") numbers += 1;
      else if (typeof value === "string" && /\d/u.test(value)) texts += 1;
    }
    if (numbers > 0 && numbers >= texts) typed.add(key);
  });
  return typed;
}

/** From when and in which year the words of the ledger are read. */
export function deadlineContext({ asOf, year }: Pick<CheckContext, "asOf" | "year">): DeadlineContext {
  const today = parseIsoDay(asOf);
  if (!today) throw new Unreachable(`as-of ${asOf}`);
  return { year, asOf: today };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const fresh = read(text);
    known.set(text, fresh);
    return fresh;
  };
}

function targetReader(ledger: Ledger, when: Pick<CheckContext, "asOf" | "year">): (row: LedgerRow) => readonly Target[] {
  const read = new Map<LedgerRow, readonly Target[]>();
  return (row) => {
    const before = read.get(row);
    if (before) return before;
    const targets = extractTargets(textOf(ledger, row, "content"), { ...deadlineContext(when), label: row.label });
    read.set(row, targets);
    return targets;
  };
}

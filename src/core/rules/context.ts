/** What a check looks at, and what is worked out once for all rules. */
import type { Grid } from "../grid/grid";
import { type ColumnKey, typeOf } from "../ledger/columns";
import type { Ledger, RowKey } from "../ledger/ledger";
import { learnProfile, type Style, type StyleProfile } from "../text/profile";
import { styleSamples } from "./cells";
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
  /** The key of the task or goal in a row of the sheet. */
  readonly rowKeys: ReadonlyMap<number, RowKey | null>;
  /** The issued master of a return. */
  readonly master: Ledger | null;
  /** The ledger of the round before. */
  readonly last: Ledger | null;
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
    typedNumbers: columnsOfNumbers(ledger),
    rowKeys: new Map(ledger.rows.map(({ gridRow, key }) => [gridRow, key])),
    master: master?.ledger ?? null,
    last: last?.ledger ?? null,
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

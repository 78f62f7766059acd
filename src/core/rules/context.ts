/** What a check looks at, and what is worked out once for all rules. */
import type { Grid } from "../grid/grid";
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
  /** The key of the task or goal in a row of the sheet. */
  readonly rowKeys: ReadonlyMap<number, RowKey | null>;
  /** The issued master of a return. */
  readonly master: Ledger | null;
  /** The ledger of the round before. */
  readonly last: Ledger | null;
  /** "2026-11-23". */
  readonly asOf: string;
}

export interface CheckGiven extends SheetLedger {
  readonly master?: SheetLedger | null;
  readonly last?: SheetLedger | null;
  readonly asOf: string;
  readonly style?: Style;
}

/** Works out once what rules share. Linear in the ledger. */
export function checkContext({ ledger, grid, master, last, asOf, style = "master" }: CheckGiven): CheckContext {
  const model = master ?? { ledger, grid };
  return {
    ledger,
    grid,
    profile: learnProfile(styleSamples(model.ledger, model.grid), style),
    units: indexUnits(ledger, model.ledger),
    serials: indexSerials(ledger),
    rowKeys: new Map(ledger.rows.map(({ gridRow, key }) => [gridRow, key])),
    master: master?.ledger ?? null,
    last: last?.ledger ?? null,
    asOf,
  };
}

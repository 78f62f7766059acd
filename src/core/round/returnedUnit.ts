/** Whose file it is: metadata before cells, cells before the file's name; where they disagree, the rows decide. */
import { isEmpty, plainText } from "../grid/grid";
import type { Grid } from "../grid/grid";
import { type Ledger, textOf } from "../ledger/ledger";
import type { UnitSource } from "./round";

/** What is needed of the master's units to recognise one. */
export interface UnitFinder {
  /** The master's own name for it, or the text itself; `known` where the master or the table of bodies has it. */
  identify(text: string): { readonly name: string; readonly key: string; readonly known: boolean };
  /** The unit that a file name speaks of, or null. */
  inFileName(file: string): string | null;
}

export interface ReturnedUnit {
  readonly name: string;
  readonly from: UnitSource;
  /** Another unit that the file also speaks of, or null. */
  readonly alsoNamed: string | null;
}

const LABELLED = /(?:填报|报送|填表|反馈|上报)(?:单位|部门)(?:名称)?(?:\(盖章\)|（盖章）)?\s*[:：]\s*([^\s:：（(，,；;]{2,30})/u;

/** Reporters by row, in the unit's own name; rows without one are left out. */
export function reportersOf(ledger: Ledger, finder: UnitFinder): ReadonlyMap<number, string> {
  const reporters = new Map<number, string>();
  if (!ledger.index.has("reporter")) return reporters;
  for (const row of ledger.rows) {
    const text = textOf(ledger, row, "reporter");
    const unit = isEmpty(text) ? null : finder.identify(text);
    if (unit?.known) reporters.set(row.gridRow, unit.name);
  }
  return reporters;
}

export interface UnitQuestion {
  readonly file: string;
  readonly metadata: string | null;
  readonly grid: Grid;
  readonly ledger: Ledger;
  /** The reporters of rows that say something, once a row. */
  readonly reporters: readonly string[];
  readonly finder: UnitFinder;
  /** Counts the file's rows that are addressed to a unit. */
  readonly fits: (unit: string) => number;
}

/** The unit of a file, or null where nothing tells. */
export function returnedUnit({ file, metadata, grid, ledger, reporters, finder, fits }: UnitQuestion): ReturnedUnit | null {
  if (metadata !== null) return { name: finder.identify(metadata).name, from: "metadata", alsoNamed: null };
  const named = finder.inFileName(file);
  const cell = mostFrequent(reporters) ?? labelledUnits(grid, ledger, finder)[0]?.unit ?? null;
  if (cell === null) return named === null ? null : { name: named, from: "name", alsoNamed: null };
  const differs = named !== null && finder.identify(named).key !== finder.identify(cell).key;
  if (differs && fits(named) > fits(cell)) return { name: named, from: "name", alsoNamed: cell };
  return { name: cell, from: "cell", alsoNamed: differs ? named : null };
}

/** "填报单位：市财政局" above, below or between the rows of the table, in the order of the sheet. */
export function labelledUnits(grid: Grid, ledger: Ledger, finder: UnitFinder): readonly { readonly unit: string; readonly gridRow: number }[] {
  const frame = new Set(ledger.frame.map(({ gridRow }) => gridRow));
  return grid.rows.flatMap(({ row, values }) => {
    if (!frame.has(row)) return [];
    const line = values.map((value) => plainText(value)).filter((text) => text !== "").join(" ");
    const found = LABELLED.exec(line)?.[1];
    const unit = found === undefined ? null : finder.identify(found);
    return unit?.known ? [{ unit: unit.name, gridRow: row }] : [];
  });
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

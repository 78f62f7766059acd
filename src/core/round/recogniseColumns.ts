/**
 * Columns of a return whose header nobody knows: an issued column is told by what stands in it, the column for progress by
 * being the only one left. What was told so is said.
 */
import { isEmpty, plainText } from "../grid/grid";
import { type ColumnKey, ownerOf, presetOf } from "../ledger/columns";
import type { Ledger, LedgerColumn } from "../ledger/ledger";
import { comparisonForm } from "../text/compare";
import type { Base } from "./round";

export interface RecognisedColumns {
  readonly ledger: Ledger;
  readonly guessed: readonly { readonly key: ColumnKey; readonly column: LedgerColumn }[];
}

/** So much of a column must stand in the master's column. */
const ENOUGH = 0.6;
/** A column of answers speaks of what was done. */
const OF_PROGRESS = /进|展|情况|落实|完成|成效|推进|做法|汇报|内容|回复|反馈/u;

/** The ledger with its unknown columns named, as far as that is sure. */
export function recogniseColumns(ledger: Ledger, base: Base): RecognisedColumns {
  const unknown = ledger.columns.filter(({ key }) => presetOf(key) === undefined && !base.columns.includes(key));
  if (unknown.length === 0) return { ledger, guessed: [] };
  const guessed: { key: ColumnKey; column: LedgerColumn }[] = [];
  const lacking = base.columns.filter((key) => !ledger.index.has(key));
  for (const key of lacking.filter((own) => ownerOf(own) === "master" && own !== "serial")) {
    const known = new Set(base.rows.map(({ cells, label }) => comparisonForm(plainText(cells.get(key) ?? label))));
    const column = unknown.find((own) => !guessed.some((one) => one.column === own) && fits(ledger, own, known));
    if (column) guessed.push({ key, column });
  }
  const left = unknown.filter((own) => !guessed.some((one) => one.column === own) && OF_PROGRESS.test(own.header) && isProse(ledger, own));
  const [only] = left;
  if (only && left.length === 1 && lacking.includes("progress")) guessed.push({ key: "progress", column: only });
  return guessed.length === 0 ? { ledger, guessed } : { ledger: renamed(ledger, guessed), guessed };
}

function fits(ledger: Ledger, column: LedgerColumn, known: ReadonlySet<string>): boolean {
  const texts = textsOf(ledger, column);
  const same = texts.filter((text) => known.has(comparisonForm(text))).length;
  return texts.length > 0 && same >= texts.length * ENOUGH;
}

function isProse(ledger: Ledger, column: LedgerColumn): boolean {
  const texts = textsOf(ledger, column);
  return texts.length * 2 >= ledger.rows.length && texts.filter((text) => text.length >= 8).length * 2 >= texts.length;
}

function textsOf(ledger: Ledger, { key }: LedgerColumn): readonly string[] {
  const position = ledger.index.get(key) ?? -1;
  return ledger.rows.flatMap((row) => {
    const value = row.values[position];
    return isEmpty(value) ? [] : [plainText(value)];
  });
}

function renamed(ledger: Ledger, guessed: RecognisedColumns["guessed"]): Ledger {
  const columns = ledger.columns.map((column) => ({ ...column, key: guessed.find((one) => one.column === column)?.key ?? column.key }));
  return { ...ledger, columns, index: new Map(columns.map(({ key }, position) => [key, position])) };
}

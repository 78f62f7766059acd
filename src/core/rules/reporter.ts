/** Who sent a return, by what it says itself. */
import { type Ledger, type LedgerRow, textOf } from "../ledger/ledger";
import type { CheckContext } from "./context";
import { groupBy } from "./groupBy";

export interface Reporter {
  readonly key: string;
  /** In the master's spelling. */
  readonly name: string;
}

/** The unit that most rows name under 填报单位, or null where none does or half of them name others. */
export function reporterOf({ ledger, units }: CheckContext): Reporter | null {
  const names = ledger.rows.map((row) => textOf(ledger, row, "reporter").trim()).filter((name) => name !== "");
  const [most] = [...groupBy(names, (name) => units.registry.keyOf(name))].sort(([, left], [, right]) => right.length - left.length);
  if (!most || most[1].length * 2 <= names.length) return null;
  const [key, [name = ""]] = most;
  return { key, name: units.registry.find(name)?.name ?? name };
}

/** Whether a row is addressed to a unit by name; null where it names a class of units, which may hold it. */
export function isAddressedTo(ledger: Ledger, row: LedgerRow, reporter: Reporter, { units }: CheckContext): boolean | null {
  const lists = (["leadUnits", "responsibleUnits"] as const).map((key) => units.listOf(textOf(ledger, row, key)));
  if (lists.some((list) => list.units.some(({ text }) => units.registry.keyOf(text) === reporter.key))) return true;
  return lists.some(({ openEnded }) => openEnded) ? null : false;
}

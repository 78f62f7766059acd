/** What every returned file looks up in the base: made once, however many files come. */
import { KnownRows, type RowIdentity } from "./identity";
import { PlaceNames } from "./placeNames";
import type { Base, BaseRow, RowId } from "./round";

export interface BaseIndex {
  readonly known: KnownRows;
  readonly byId: ReadonlyMap<RowId, BaseRow>;
  readonly places: PlaceNames;
}

const made = new WeakMap<Base, BaseIndex>();

/** The index of a base. */
export function indexOf(base: Base): BaseIndex {
  const own = made.get(base);
  if (own) return own;
  const fresh = { known: new KnownRows(base.rows.map(knownRow)), byId: new Map(base.rows.map((row) => [row.id, row])), places: new PlaceNames() };
  made.set(base, fresh);
  return fresh;
}

/** What a row of the round is recognised by. */
function knownRow(row: BaseRow): RowIdentity & { readonly id: RowId } {
  const text = (key: string): string => String(row.cells.get(key) ?? "");
  return { id: row.id, serial: row.kind === "goal" ? null : text("serial") || null, name: row.label ?? text("task"), content: text("content") };
}

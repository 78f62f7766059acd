/** The document properties by which a file that we sent out is known again when it comes back. */
import type { SourceFile } from "../grid/sourceFile";
import { type ColumnKey, ownerOf } from "../ledger/columns";
import { comparisonForm } from "../text/compare";
import { plainText } from "../grid/grid";
import { digest } from "./digest";
import type { Base } from "./round";

const ROUND = "taizhang.round";
const UNIT = "taizhang.unit";
const PARENT = "taizhang.parent";

export interface Metadata {
  /** The round's name as the person gave it. */
  readonly round: string | null;
  readonly unit: string | null;
  /** `parentOf` the ledger that the form was made from. */
  readonly parent: string | null;
}

/** The properties of a form; a form for several units names none. */
export function formProperties(round: string, unit: string | null, parent: string): ReadonlyMap<string, string> {
  return new Map([[ROUND, round], ...(unit === null ? [] : [[UNIT, unit] as const]), [PARENT, parent]]);
}

/** What a file says of itself; nulls where it says nothing (other programs may lose properties). */
export function metadataOf({ properties }: Pick<SourceFile, "properties">): Metadata {
  const text = (name: string): string | null => asWritten(properties.get(name)?.trim() ?? "") || null;
  return { round: text(ROUND), unit: text(UNIT), parent: text(PARENT) };
}

/** Some programs read a property's UTF-8 byte by byte and save å¸ for 市, each time anew: the text as it was written. */
function asWritten(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\u0000-\u00ff]/u.test(text)) return text;
  const bytes = Array.from(text, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
  try {
    return asWritten(decodeURIComponent(bytes));
  } catch {
    return text;
  }
}

/**
 * One name for all ledgers with the same issued cells, in comparison form and whatever was reported since:
 * a copied, filled-in or renamed master has its parent's.
 */
export function parentOf(base: Base): string {
  const columns = base.columns.filter(isIssued);
  return digest(JSON.stringify(base.rows.map(({ kind, cells }) => [kind, ...columns.map((column) => [column, comparisonForm(plainText(cells.get(column) ?? null))])])));
}

function isIssued(column: ColumnKey): boolean {
  return ownerOf(column) === "master";
}

/** A short name of a ledger's content: printed on the sheet that is signed, it tells which file was signed. */
import { isEmpty, plainText } from "../grid/grid";
import { digest } from "../round/digest";
import { comparisonForm } from "../text/compare";
import type { Ledger } from "./ledger";

export interface ContentCode {
  readonly rows: number;
  /** Cells of tasks and goals with something in them. */
  readonly cells: number;
  /** "3FA8-01C2-9B7D": equal for equal contents in equal order, whatever the looks, blanks and widths. */
  readonly code: string;
}

/** Linear in the cells. The same file gives the same code wherever its columns stand. */
export function contentCode(ledger: Ledger): ContentCode {
  const parts: string[] = [];
  for (const row of ledger.rows) {
    const own = ledger.columns.flatMap(({ key }, position) => {
      const value = row.values[position];
      // A merged cell counts where it stands.
      return isEmpty(value) || row.spanned?.has(position) ? [] : [`${key}\u0001${comparisonForm(plainText(value))}`];
    });
    parts.push(...own.sort(), "\u0002");
  }
  const cells = parts.length - ledger.rows.length;
  const letters = digest(parts.join("\u0003")).toUpperCase();
  return { rows: ledger.rows.length, cells, code: [0, 4, 8].map((at) => letters.slice(at, at + 4)).join("-") };
}

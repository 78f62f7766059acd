/** What rules may know of the file that a ledger stands in, besides its sheet. */
import type { BookForm } from "../form/form";
import type { Grid } from "../grid/grid";
import type { Remark } from "../grid/sourceFile";

export interface Book {
  /** The file's own name without its folder, or null where it has none yet. */
  readonly file: string | null;
  /** All sheets, the ledger's own among them. */
  readonly grids: readonly Grid[];
  /** Marks that our own dispatch writes (`taizhang.unit`, `taizhang.round`). */
  readonly properties: ReadonlyMap<string, string>;
  /** What was noticed in reading it: pictures, links, macros. */
  readonly remarks: readonly Remark[];
  /** How it looks; null where the format or the program does not tell: then rules of form say nothing. */
  readonly form: BookForm | null;
}

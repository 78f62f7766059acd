import type { Remark } from "../core/grid/sourceFile";

/** Everything that reading a file may remark without refusing it; `sayFileRemark` words each. */
export type FileRemarkId =
  | "file/macros"
  | "file/externalLinks"
  | "file/embeddings"
  | "file/pictures"
  | "file/drawings"
  | "file/missingPart"
  | "file/skipped"
  | "sheet/notCells"
  | "sheet/notListed"
  | "cell/twice"
  | "cell/misplaced"
  | "cell/missingText"
  | "cell/notNumber"
  | "text/cutOff"
  | "text/badBytes"
  | "text/openQuote"
  | "docx/noTable"
  | "docx/nestedTables"
  | "docx/joinedTables"
  | "docx/deletions"
  | "docx/textBoxes"
  | "docx/numbered"
  | "docx/unnumbered"
  | "docx/otherParts";

/** A remark of this list; `at` is a place or the name of a sheet. */
export function fileRemark(id: FileRemarkId, params: Remark["params"] = {}, at?: string): Remark {
  return at === undefined ? { id, params } : { id, params, at };
}

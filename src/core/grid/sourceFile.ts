import type { Grid } from "./grid";

/** The formats we read, by the name CONTRACT gives them. */
export type FileFormat = "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" | "et" | "csv" | "txt" | "docx";

/** Something about a file that a person may want to know: the id of a sentence, its numbers, and a place where there is one. */
export interface Remark {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** `sheet!A1` or a sheet name; absent where the remark is of the whole file. */
  readonly at?: string;
}

/** One file as it was read: every cell of every sheet, as plain values. Formulas, macros and links never run. */
export interface SourceFile {
  /** The file's own name, without a folder. */
  readonly name: string;
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
  /** Document properties that our own dispatch writes (`taizhang.round`, `taizhang.unit`, …), by name. */
  readonly properties: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
}

import type { FileFormat, SourceFile } from "../core/grid/sourceFile";
import type { Result } from "../core/result";
import type { FileFault } from "./fault";
import type { FileInput } from "./input";

/** One way of reading: knows its own by the bytes, whatever the file is called. */
export interface FormatReader {
  /** What its files may turn out to be. */
  readonly formats: readonly FileFormat[];
  /** How this file is read, or null where it is of another kind. */
  recognize(input: FileInput): (() => Promise<Result<SourceFile, FileFault>>) | null;
}

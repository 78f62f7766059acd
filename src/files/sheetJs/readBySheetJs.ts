import type { WorkBook } from "@e965/xlsx";
import type { FileFormat, SourceFile } from "../../core/grid/sourceFile";
import { err, ok, type Result } from "../../core/result";
import type { FileFault } from "../fault";
import { fileRemark } from "../remark";
import { attempt, PartFault } from "../partFault";
import { gridOf, sheetOf, type OtherMarks } from "./gridOf";

export interface SheetJsSource {
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
  /** What another look at the same bytes found out, by the place of the sheet in the file; null where there was none. */
  readonly marks: readonly OtherMarks[] | null;
  readonly hasMacros: boolean;
  /** Custom document properties, where they were read already. */
  readonly properties?: ReadonlyMap<string, string>;
}

/**
 * Reads a workbook of another age by SheetJS, which is loaded on first use, into the same grids as our own reader. The
 * bytes must have passed the guards of their wrapping; a workbook in which SheetJS finds fewer cells than there are is
 * refused.
 */
export async function readBySheetJs(source: SheetJsSource): Promise<Result<SourceFile, FileFault>> {
  const { read } = await import("@e965/xlsx");
  const options = { type: "array", dense: true, cellNF: true, cellStyles: true, cellText: false } as const;
  /** Where nobody else counted the cells, SheetJS shall not pass over what it does not understand. */
  const isStrict = source.marks === null;
  const parsed = parse(() => read(source.bytes, { ...options, WTF: isStrict }));
  return parsed.ok ? attempt(() => convert(source, parsed.value)) : parsed;
}

/** SheetJS throws plain errors; what they say is of no use to people who sent a table. */
function parse(read: () => WorkBook): Result<WorkBook, FileFault> {
  try {
    return ok(read());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return err(/password|encrypt/iu.test(message) ? { kind: "encryptedWorkbook" } : { kind: "damagedPart", part: "Workbook" });
  }
}

function convert({ name, format, marks, hasMacros, properties }: SheetJsSource, workbook: WorkBook): SourceFile {
  if (workbook.SheetNames.length === 0) throw new PartFault({ kind: "noSheet" });
  const remarks = hasMacros ? [fileRemark("file/macros")] : [];
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const grids = workbook.SheetNames.flatMap((sheet, i) => {
    const read = sheetOf(workbook, sheet);
    if (read === null) throw new PartFault({ kind: "damagedPart", part: sheet });
    if (read["!type"] !== undefined && read["!type"] !== "sheet") {
      remarks.push(fileRemark("sheet/notCells", { kind: read["!type"] }, sheet));
      return [];
    }
    const hidden = workbook.Workbook?.Sheets?.find((each) => each.name === sheet)?.Hidden;
    const visibility = hidden === 2 ? "veryHidden" : hidden === 1 ? "hidden" : "visible";
    return [gridOf(read, { sheet, visibility, date1904, marks: marks?.[i] ?? null })];
  });
  return { name, format, grids, properties: properties ?? ownProperties(workbook), remarks };
}

/** Ours; in an .xls SheetJS puts those of the system among them. */
function ownProperties(workbook: WorkBook): ReadonlyMap<string, string> {
  const own = Object.entries(workbook.Custprops ?? {}).filter(([name]) => name.startsWith("taizhang."));
  return new Map(own.map(([name, value]) => [name, String(value)]));
}

import type { FileFormat, Remark, SourceFile } from "../../core/grid/sourceFile";
import type { Grid } from "../../core/grid/grid";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { readOleProperties } from "../ole/oleProperties";
import type { OleFile } from "../ole/openOle";
import { attempt, PartFault } from "../partFault";
import { fileRemark } from "../remark";
import { readGlobals } from "./globals";
import { readBiffSheet } from "./readBiffSheet";

/**
 * Reads the workbook stream of an .xls or .et: values, marks, spans, notes and what is hidden. A stream that ends
 * before one of its sheets does refuses the file.
 */
export function readXls(name: string, format: FileFormat, stream: Uint8Array, ole: OleFile): Result<SourceFile, FileFault> {
  return attempt(() => {
    const globals = readGlobals(stream);
    if (globals.sheets.length === 0) throw new PartFault({ kind: "noSheet" });
    const hasMacros = ole.names().some((each) => each === "_VBA_PROJECT_CUR" || each === "_VBA_PROJECT");
    const remarks: Remark[] = hasMacros ? [fileRemark("file/macros")] : [];
    const grids: Grid[] = [];
    for (const entry of globals.sheets) {
      if (entry.kind === "worksheet") {
        const read = readBiffSheet(stream, entry, globals);
        grids.push(read.grid);
        remarks.push(...read.remarks);
      } else remarks.push(fileRemark("sheet/notCells", { kind: entry.kind }, entry.name));
    }
    return { name, format, grids, properties: readOleProperties(ole), remarks };
  });
}

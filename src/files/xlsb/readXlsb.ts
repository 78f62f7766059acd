import type { SourceFile } from "../../core/grid/sourceFile";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { OfficePackage } from "../officePackage";
import { attempt } from "../partFault";
import { readSpreadsheet, type Dialect } from "../xlsx/spreadsheet";
import type { ZipPackage } from "../zip/openZip";
import { readCommentsBin, readStringsBin, readStylesBin, readWorkbookBin } from "./parts";
import { readSheetBin } from "./readSheetBin";
import { Records } from "./records";

/** Reads every worksheet of an .xlsb package, as `readXlsx` reads those of an .xlsx. */
export function readXlsb(name: string, zip: ZipPackage): Result<SourceFile, FileFault> {
  return attempt(() => {
    const office = new OfficePackage(zip);
    const part = office.relations("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.bin";
    return readSpreadsheet(name, office, part, binaryDialect(office), () => "xlsb");
  });
}

function binaryDialect(office: OfficePackage): Dialect {
  const records = (part: string): Records => new Records(office.bytes(part), part);
  return {
    readWorkbook: (part) => readWorkbookBin(records(part)),
    open(workbook, relations) {
      const target = (kind: string): string | undefined => relations.find((each) => each.kind === kind && !each.external)?.target;
      const [stylesPart, stringsPart] = [target("styles"), target("sharedStrings")];
      const styles = stylesPart === undefined ? { cells: [], fonts: [] } : readStylesBin(records(stylesPart));
      const strings = stringsPart === undefined ? [] : readStringsBin(records(stringsPart), styles.fonts);
      return {
        readSheet: (part, sheet) => readSheetBin(records(part), { sheet, strings, styles, date1904: workbook.date1904 }),
        readComments: (part) => readCommentsBin(records(part)),
      };
    },
  };
}

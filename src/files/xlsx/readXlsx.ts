import type { SourceFile } from "../../core/grid/sourceFile";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { OfficePackage, type Relation } from "../officePackage";
import { attempt } from "../partFault";
import type { XmlScanner } from "../xml/scanner";
import type { ZipPackage } from "../zip/openZip";
import { readNotes } from "./notes";
import { readSheet } from "./readSheet";
import { NO_STRINGS, readSharedStrings } from "./sharedStrings";
import { readSpreadsheet, type Dialect } from "./spreadsheet";
import { NO_STYLES, readStyles } from "./styles";
import { readWorkbookPart } from "./workbookPart";

/**
 * Reads every worksheet of an .xlsx or .xlsm package: values, marks, spans, notes and what is hidden. Never returns
 * less than the file holds without a remark; a part that is damaged or missing refuses the file.
 */
export function readXlsx(name: string, zip: ZipPackage): Result<SourceFile, FileFault> {
  return attempt(() => {
    const office = new OfficePackage(zip);
    const part = office.relations("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
    return readSpreadsheet(name, office, part, xmlDialect(office), (hasMacros) => (hasMacros ? "xlsm" : "xlsx"));
  });
}

function xmlDialect(office: OfficePackage): Dialect {
  return {
    readWorkbook: (part) => office.scan(part, readWorkbookPart),
    open(workbook, relations) {
      const read = <T>(kind: string, visit: (xml: XmlScanner) => T): T | null => readRelated(office, relations, kind, visit);
      const styles = read("styles", readStyles) ?? NO_STYLES;
      const strings = read("sharedStrings", (xml) => readSharedStrings(xml, styles.usualColour)) ?? NO_STRINGS;
      return {
        readSheet: (part, sheet) => office.scan(part, (xml) => readSheet(xml, { sheet, strings, styles, date1904: workbook.date1904 })),
        readComments: (part) => office.scan(part, readNotes),
      };
    },
  };
}

function readRelated<T>(office: OfficePackage, relations: readonly Relation[], kind: string, visit: (xml: XmlScanner) => T): T | null {
  const relation = relations.find((each) => each.kind === kind && !each.external);
  return relation === undefined ? null : office.scan(relation.target, visit);
}

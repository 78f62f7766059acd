import type { CellNote, Grid } from "../../core/grid/grid";
import type { Remark, SourceFile } from "../../core/grid/sourceFile";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { fileRemark, type FileRemarkId } from "../remark";
import type { ZipPackage } from "../zip/openZip";
import { readContentType } from "./contentTypes";
import { joinNotes, readNotes } from "./notes";
import { OfficePackage, type Relation } from "../officePackage";
import { attempt, PartFault } from "../partFault";
import { readCustomProperties } from "./properties";
import { readSheet, type SheetContext } from "./readSheet";
import { NO_STRINGS, readSharedStrings, type SharedStrings } from "./sharedStrings";
import { NO_STYLES, readStyles, type Styles } from "./styles";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbookPart";

/** What a workbook holds besides cells: not read, and said. */
const BESIDES: readonly (readonly [FileRemarkId, RegExp])[] = [
  ["file/externalLinks", /^xl\/externalLinks\/[^/]+\.xml$/iu],
  ["file/embeddings", /^xl\/embeddings\/[^/]+$/iu],
  ["file/pictures", /^xl\/media\/[^/]+$/iu],
  ["file/drawings", /^xl\/(?:drawings\/drawing|charts\/chart)[^/]*\.xml$/iu],
];

/**
 * Reads every worksheet of an .xlsx or .xlsm package: values, marks, spans, notes and what is hidden. Never returns
 * less than the file holds without a remark; a part that is damaged or missing refuses the file.
 */
export function readXlsx(name: string, zip: ZipPackage): Result<SourceFile, FileFault> {
  return attempt(() => readPackage(name, new OfficePackage(zip)));
}

interface Context {
  readonly office: OfficePackage;
  readonly relations: readonly Relation[];
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly date1904: boolean;
}

function readPackage(name: string, office: OfficePackage): SourceFile {
  const part = office.relations("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = office.scan(part, readWorkbookPart);
  if (workbook.sheets.length === 0) throw new PartFault({ kind: "noSheet" });
  const relations = office.relations(part);
  const styles = readRelated(office, relations, "styles", readStyles) ?? NO_STYLES;
  const strings = readRelated(office, relations, "sharedStrings", (xml) => readSharedStrings(xml, styles.usualColour));
  const context: Context = { office, relations, styles, strings: strings ?? NO_STRINGS, date1904: workbook.date1904 };

  const remarks: Remark[] = [];
  const grids: Grid[] = [];
  for (const sheet of workbook.sheets) {
    const read = readListedSheet(context, sheet);
    if (read.grid !== null) grids.push(read.grid);
    remarks.push(...read.remarks);
  }
  const hasMacros = office.names().some((entry) => /(?:^|\/)vbaProject\.bin$/iu.test(entry));
  return {
    name,
    format: hasMacros || isMacroEnabled(office, part) ? "xlsm" : "xlsx",
    grids,
    properties: readCustomProperties(office),
    remarks: [...(hasMacros ? [fileRemark("file/macros")] : []), ...remarks, ...notListed(office, relations, workbook), ...besides(office)],
  };
}

function readRelated<T>(
  office: OfficePackage,
  relations: readonly Relation[],
  kind: string,
  read: Parameters<typeof office.scan<T>>[1],
): T | null {
  const relation = relations.find((each) => each.kind === kind && !each.external);
  return relation === undefined ? null : office.scan(relation.target, read);
}

function readListedSheet(context: Context, entry: SheetEntry): { readonly grid: Grid | null; readonly remarks: readonly Remark[] } {
  const { office, relations, strings, styles, date1904 } = context;
  const relation = relations.find(({ id }) => id === entry.relation);
  if (relation === undefined) throw new PartFault({ kind: "missingPart", part: entry.name });
  if (relation.kind !== "worksheet") {
    return { grid: null, remarks: [fileRemark("sheet/notCells", { kind: relation.kind }, entry.name)] };
  }
  const about: SheetContext = { sheet: entry.name, strings, styles, date1904 };
  const content = office.scan(relation.target, (xml) => readSheet(xml, about));
  const notes = readSheetNotes(office, relation.target);
  const grid: Grid = { sheet: entry.name, visibility: entry.visibility, ...content.grid, notes: notes.notes };
  return { grid, remarks: [...content.remarks, ...notes.missing.map((part) => fileRemark("file/missingPart", { part }, entry.name))] };
}

function readSheetNotes(office: OfficePackage, sheetPart: string): { readonly notes: readonly CellNote[]; readonly missing: readonly string[] } {
  const parts = office.relations(sheetPart).filter(({ external }) => !external);
  const wanted = parts.filter(({ kind }) => kind === "comments" || kind === "threadedComment");
  const read = (kind: string): readonly CellNote[] =>
    wanted.filter((each) => each.kind === kind && office.has(each.target)).flatMap((each) => office.scan(each.target, readNotes));
  return {
    notes: joinNotes(read("comments"), read("threadedComment")),
    missing: wanted.filter(({ target }) => !office.has(target)).map(({ target }) => target),
  };
}

/** Worksheet parts that lie in the package and that the workbook does not list. */
function notListed(office: OfficePackage, relations: readonly Relation[], workbook: WorkbookPart): readonly Remark[] {
  const listed = new Set(workbook.sheets.map(({ relation }) => relation));
  const read = new Set(relations.filter(({ id }) => listed.has(id)).map(({ target }) => target.toLowerCase()));
  return office
    .names()
    .filter((part) => /(?:^|\/)worksheets\/[^/]+\.xml$/iu.test(part) && !read.has(part.toLowerCase()))
    .map((part) => fileRemark("sheet/notListed", { part }));
}

/** Whether the package says that its workbook may have macros, also where it has none. */
function isMacroEnabled(office: OfficePackage, workbookPart: string): boolean {
  const part = "[Content_Types].xml";
  return office.has(part) && office.scan(part, (xml) => readContentType(xml, workbookPart)).includes("macroEnabled");
}

function besides(office: OfficePackage): readonly Remark[] {
  const names = office.names();
  return BESIDES.flatMap(([id, pattern]) => {
    const count = names.filter((part) => pattern.test(part)).length;
    return count > 0 ? [fileRemark(id, { count })] : [];
  });
}

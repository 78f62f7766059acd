import type { CellNote, Grid } from "../../core/grid/grid";
import type { FileFormat, Remark, SourceFile } from "../../core/grid/sourceFile";
import type { OfficePackage, Relation } from "../officePackage";
import { PartFault } from "../partFault";
import { fileRemark, type FileRemarkId } from "../remark";
import { readContentType } from "./contentTypes";
import { joinNotes, readNotes } from "./notes";
import { readCustomProperties } from "./properties";
import type { SheetEntry, WorkbookPart } from "./workbookPart";

export interface SheetContent {
  readonly grid: Pick<Grid, "rows" | "spans" | "hiddenColumns">;
  readonly remarks: readonly Remark[];
}

/** How the parts of a package are written: in XML (.xlsx) or in binary records (.xlsb). The package itself is the same. */
export interface Dialect {
  readWorkbook(part: string): WorkbookPart;
  /** Reads what all sheets share; the sheets are read through what it gives. */
  open(workbook: WorkbookPart, relations: readonly Relation[]): SheetReader;
}

export interface SheetReader {
  readSheet(part: string, name: string): SheetContent;
  readComments(part: string): readonly CellNote[];
}

/** What a workbook holds besides cells: not read, and said. */
const BESIDES: readonly (readonly [FileRemarkId, RegExp])[] = [
  ["file/externalLinks", /^xl\/externalLinks\/[^/]+\.(?:xml|bin)$/iu],
  ["file/embeddings", /^xl\/embeddings\/[^/]+$/iu],
  ["file/pictures", /^xl\/media\/[^/]+$/iu],
  ["file/drawings", /^xl\/(?:drawings\/drawing|charts\/chart)[^/]*\.xml$/iu],
];

/**
 * Reads every worksheet that the workbook lists, with its notes. Never returns less than the file holds without a
 * remark; a part that is damaged or missing throws `PartFault`.
 */
export function readSpreadsheet(name: string, office: OfficePackage, part: string, dialect: Dialect, formatOf: (hasMacros: boolean) => FileFormat): SourceFile {
  const workbook = dialect.readWorkbook(part);
  if (workbook.sheets.length === 0) throw new PartFault({ kind: "noSheet" });
  const relations = office.relations(part);
  const reader = dialect.open(workbook, relations);
  const remarks: Remark[] = [];
  const grids: Grid[] = [];
  for (const sheet of workbook.sheets) {
    const read = readListedSheet(office, relations, reader, sheet);
    if (read.grid !== null) grids.push(read.grid);
    remarks.push(...read.remarks);
  }
  const hasMacros = office.names().some((entry) => /(?:^|\/)vbaProject\.bin$/iu.test(entry));
  return {
    name,
    format: formatOf(hasMacros || isMacroEnabled(office, part)),
    grids,
    properties: readCustomProperties(office),
    remarks: [...(hasMacros ? [fileRemark("file/macros")] : []), ...remarks, ...notListed(office, relations, workbook), ...besides(office)],
  };
}

interface Listed {
  readonly grid: Grid | null;
  readonly remarks: readonly Remark[];
}

function readListedSheet(office: OfficePackage, relations: readonly Relation[], reader: SheetReader, { name, visibility, relation: id }: SheetEntry): Listed {
  const relation = relations.find((each) => each.id === id && !each.external);
  if (relation === undefined) throw new PartFault({ kind: "missingPart", part: name });
  if (relation.kind !== "worksheet") return { grid: null, remarks: [fileRemark("sheet/notCells", { kind: relation.kind }, name)] };
  const content = reader.readSheet(relation.target, name);
  const notes = readSheetNotes(office, relation.target, reader);
  const missing = notes.missing.map((part) => fileRemark("file/missingPart", { part }, name));
  return { grid: { sheet: name, visibility, ...content.grid, notes: notes.notes }, remarks: [...content.remarks, ...missing] };
}

interface SheetNotes {
  readonly notes: readonly CellNote[];
  /** Parts that the sheet names and that are not there. */
  readonly missing: readonly string[];
}

function readSheetNotes(office: OfficePackage, sheetPart: string, reader: SheetReader): SheetNotes {
  const wanted = office.relations(sheetPart).filter(({ kind, external }) => !external && (kind === "comments" || kind === "threadedComment"));
  const parts = (kind: string): readonly string[] => wanted.filter((each) => each.kind === kind && office.has(each.target)).map(({ target }) => target);
  return {
    notes: joinNotes(
      parts("comments").flatMap((part) => reader.readComments(part)),
      parts("threadedComment").flatMap((part) => office.scan(part, readNotes)),
    ),
    missing: wanted.filter(({ target }) => !office.has(target)).map(({ target }) => target),
  };
}

/** Worksheet parts that lie in the package and that the workbook does not list. */
function notListed(office: OfficePackage, relations: readonly Relation[], workbook: WorkbookPart): readonly Remark[] {
  const listed = new Set(workbook.sheets.map(({ relation }) => relation));
  const read = new Set(relations.filter(({ id }) => listed.has(id)).map(({ target }) => target.toLowerCase()));
  return office
    .names()
    .filter((part) => /(?:^|\/)worksheets\/[^/]+\.(?:xml|bin)$/iu.test(part) && !/\/binaryIndex[^/]*$/iu.test(part) && !read.has(part.toLowerCase()))
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

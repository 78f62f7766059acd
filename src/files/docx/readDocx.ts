import type { Grid } from "../../core/grid/grid";
import type { Remark, SourceFile } from "../../core/grid/sourceFile";
import type { Result } from "../../core/result";
import type { FileFault } from "../fault";
import { fileRemark, type FileRemarkId } from "../remark";
import { OfficePackage } from "../officePackage";
import { attempt } from "../partFault";
import { nameCode, prefixedCode, type XmlScanner } from "../xml/scanner";
import { attributeText, forEachChild, openRoot, Texts } from "../xml/texts";
import type { ZipPackage } from "../zip/openZip";
import { Numbering } from "./numbering";
import { readParagraph, type Besides, type ParagraphContext } from "./paragraphs";
import { TableBuilder, type DocxCell } from "./tableBuilder";

const [P, TBL, TBL_GRID, TR, TC, TR_PR, TC_PR] = ["p", "tbl", "tblGrid", "tr", "tc", "trPr", "tcPr"].map(nameCode) as [
  number, number, number, number, number, number, number,
];
const [GRID_BEFORE, GRID_SPAN, V_MERGE, DEL, ALTERNATE, FALLBACK] = [
  "gridBefore", "gridSpan", "vMerge", "del", "AlternateContent", "Fallback",
].map(nameCode) as [number, number, number, number, number, number];
/** Wrappers around rows, cells and paragraphs that mean nothing to a table. */
const WRAPPERS: ReadonlySet<number> = new Set(
  ["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body", "Choice"].map(nameCode),
);
const VAL = prefixedCode("val");
/** Word has no more columns in a table. */
const MOST_COLUMNS = 63;
/** Tables with fewer columns are too much alike. */
const LEAST_JOINED = 4;
/** Nothing but this may stand between the parts of a table that new pages cut. */
const PAGE_NUMBER = /^[-—–\s]*(?:第\s*[0-9]{1,3}\s*页|[-—–]\s*[0-9]{1,3}\s*[-—–])(?:[\s，,/]*共\s*[0-9]{1,3}\s*页)?$/u;

/**
 * Reads the tables of a .docx, one sheet each (表1, 表2, …), spans kept. Paragraphs become rows of one cell: those before
 * a table stand above it, those behind the last one below it, so that no text is lost. Tables of as many columns with no
 * text between them are one that new pages cut, and are read as one.
 */
export function readDocx(name: string, zip: ZipPackage): Result<SourceFile, FileFault> {
  return attempt(() => {
    const office = new OfficePackage(zip);
    const part = office.relations("").find(({ kind }) => kind === "officeDocument")?.target ?? "word/document.xml";
    const numbering = new Numbering();
    const numbers = office.relations(part).find(({ kind }) => kind === "numbering")?.target;
    if (numbers !== undefined && office.has(numbers)) office.scan(numbers, (xml) => numbering.add(xml));
    const { grids, remarks } = office.scan(part, (xml) => new DocumentReader(xml, numbering).read());
    const others = office.names().filter((each) => /^word\/(?:comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/iu.test(each));
    const unread = others.length > 0 ? [fileRemark("docx/otherParts", { count: others.length })] : [];
    return { name, format: "docx", grids, properties: new Map<string, string>(), remarks: [...remarks, ...unread] };
  });
}

class DocumentReader {
  private readonly xml: XmlScanner;
  private readonly grids: Grid[] = [];
  private readonly besides: Besides = { deletions: 0, textBoxes: 0, nestedTables: 0, joinedTables: 0, numbered: 0, unnumbered: 0 };
  private readonly context: ParagraphContext;
  private builder = new TableBuilder();
  private tables = 0;
  /** Columns of the last table, and whether text has come since. */
  private width = 0;
  private hasTextSince = false;

  constructor(xml: XmlScanner, numbering: Numbering) {
    this.xml = xml;
    this.context = { numbering, besides: this.besides };
  }

  read(): { readonly grids: readonly Grid[]; readonly remarks: readonly Remark[] } {
    const { xml } = this;
    openRoot(xml);
    this.eachChild(() => this.readBlock());
    this.grids.push(this.builder.finish(`表${Math.max(1, this.tables)}`));
    return { grids: this.grids, remarks: this.remarks() };
  }

  /** Visits children and, instead of a wrapper, what it wraps. */
  private eachChild(visit: () => void): void {
    const { xml } = this;
    forEachChild(xml, () => {
      if (WRAPPERS.has(xml.name) || xml.name === ALTERNATE) this.eachChild(visit);
      else if (xml.name !== FALLBACK) visit();
    });
  }

  private readBlock(): void {
    if (this.xml.name === P) {
      const { text, marks } = this.readParagraphs();
      if (text !== "") this.builder.addLine(text, marks);
      if (/\S/u.test(text) && !PAGE_NUMBER.test(text)) this.hasTextSince = true;
    } else if (this.xml.name === TBL) this.readTable();
  }

  private readTable(): void {
    const { xml } = this;
    let width = 0;
    let hasBegun = false as boolean;
    this.eachChild(() => {
      if (xml.name === TBL_GRID) forEachChild(xml, () => (width += 1));
      if (xml.name !== TR) return;
      if (!hasBegun) this.beginTable(width);
      hasBegun = true;
      this.readRow();
    });
    if (!hasBegun) this.beginTable(width);
    this.width = width;
    this.hasTextSince = false;
  }

  private beginTable(width: number): void {
    if (this.tables > 0 && !this.hasTextSince && width >= LEAST_JOINED && width === this.width) {
      this.besides.joinedTables++;
      return;
    }
    if (this.tables > 0) {
      this.grids.push(this.builder.finish(`表${this.tables}`));
      this.builder = new TableBuilder();
    }
    this.tables++;
  }

  private readRow(): void {
    const { xml } = this;
    const cells: DocxCell[] = [];
    let before = 0;
    let isDeleted = false as boolean;
    this.eachChild(() => {
      if (xml.name === TC) cells.push(this.readCell());
      else if (xml.name === TR_PR) {
        forEachChild(xml, () => {
          if (xml.name === GRID_BEFORE) before = Math.min(MOST_COLUMNS, Math.max(0, xml.wholeAttribute(VAL)));
          else if (xml.name === DEL) isDeleted = true;
        });
      }
    });
    if (isDeleted) this.besides.deletions++;
    else this.builder.addRow(cells, before);
  }

  private readCell(): DocxCell {
    const { xml } = this;
    let width = 1;
    let vertical: DocxCell["vertical"] = "none";
    const lines: string[] = [];
    let marks = 0;
    this.eachChild(() => {
      if (xml.name === TC_PR) {
        forEachChild(xml, () => {
          if (xml.name === GRID_SPAN) width = Math.min(MOST_COLUMNS, Math.max(1, xml.wholeAttribute(VAL)));
          else if (xml.name === V_MERGE) vertical = attributeText(xml, VAL) === "restart" ? "first" : "further";
        });
      } else if (xml.name === P) {
        const paragraph = this.readParagraphs();
        lines.push(paragraph.text);
        marks |= paragraph.marks;
      } else if (xml.name === TBL) lines.push(...this.readNested());
    });
    return { text: withoutEmptyEnds(lines).join("\n"), marks, width, vertical };
  }

  /** A table inside a cell: its rows as lines, its cells parted by tabs. */
  private readNested(): readonly string[] {
    const { xml } = this;
    const lines: string[] = [];
    this.besides.nestedTables++;
    this.eachChild(() => {
      if (xml.name !== TR) return;
      const cells: string[] = [];
      this.eachChild(() => {
        if (xml.name === TC) cells.push(this.readCell().text);
      });
      lines.push(cells.join("\t"));
    });
    return lines;
  }

  private readParagraphs(): { readonly text: string; readonly marks: number } {
    const texts = new Texts(256);
    const marks = readParagraph(this.xml, texts, this.context);
    texts.finish();
    return { text: texts.decode()[0] ?? "", marks };
  }

  private remarks(): readonly Remark[] {
    const { deletions, textBoxes, nestedTables, joinedTables, numbered, unnumbered } = this.besides;
    const counted: readonly (readonly [FileRemarkId, number])[] = [
      ["docx/deletions", deletions],
      ["docx/textBoxes", textBoxes],
      ["docx/nestedTables", nestedTables],
      ["docx/joinedTables", joinedTables],
      ["docx/numbered", numbered],
      ["docx/unnumbered", unnumbered],
    ];
    const remarks = counted.filter(([, count]) => count > 0).map(([id, count]) => fileRemark(id, { count }));
    return this.tables === 0 ? [fileRemark("docx/noTable"), ...remarks] : remarks;
  }
}

/** Without the empty lines before the first and behind the last that has text. */
function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end--;
  let start = 0;
  while (start < end && lines[start] === "") start++;
  return lines.slice(start, end);
}

/** Workbooks as hand-written XML: what Excel writes, with features that nobody may lose. */
import { COMMAND_LINE_LIMITS } from "../../src/files/limits";
import { openZip } from "../../src/files/zip/openZip";
import { openWorkbook } from "../../src/workbook/workbook";
import type { Workbook } from "../../src/workbook/workbook";
import { packText, writeZip } from "../../src/workbook/zipWriter";

export type PartTexts = Readonly<Record<string, string>>;

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A package of these parts, in their order. */
export function packageOf(parts: PartTexts): Uint8Array {
  return writeZip(Object.entries(parts).map(([name, text]) => packText(name, text)));
}

/** The parts of a package as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const zip = openZip(bytes, COMMAND_LINE_LIMITS);
  if (!zip.ok) throw new Error(zip.error.kind);
  return Object.fromEntries(
    zip.value.names().map((name) => {
      const part = zip.value.read(name);
      if (!part.ok) throw new Error(part.error.kind);
      return [name, new TextDecoder().decode(part.value)];
    }),
  );
}

export function opened(bytes: Uint8Array): Workbook {
  const book = openWorkbook(bytes, { limits: COMMAND_LINE_LIMITS });
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}

export function saved(book: Workbook): Uint8Array {
  const bytes = book.save();
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.error));
  return bytes.value;
}

export function worksheet(inner: string, attributes = ""): string {
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"${attributes}>${inner}</worksheet>`;
}

export const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="14"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"><alignment wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>';

export interface BookParts {
  /** Worksheets by name; their parts are `xl/worksheets/sheet1.xml`, … in order. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** XML after `<sheets>` in the workbook part. */
  readonly afterSheets?: string;
  /** XML before `<sheets>`. */
  readonly beforeSheets?: string;
  readonly styles?: string;
  /** Sheets that are not to be seen. */
  readonly hidden?: Readonly<Record<string, "hidden" | "veryHidden">>;
  /** More parts by path. */
  readonly parts?: PartTexts;
  /** `<Override>` elements of those. */
  readonly types?: string;
  /** More `<Relationship>` elements of the workbook part. */
  readonly relations?: string;
}

/** A small workbook as parts. */
export function bookParts({ sheets, strings = [], afterSheets = "", beforeSheets = "", styles = STYLES, hidden = {}, parts = {}, types = "", relations = "" }: BookParts): Record<string, string> {
  const names = Object.keys(sheets);
  const base: Record<string, string> = {
    "[Content_Types].xml":
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("") +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${types}</Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${beforeSheets}<sheets>` +
      names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden[name] ? ` state="${hidden[name]}"` : ""} r:id="rId${i + 1}"/>`).join("") +
      `</sheets>${afterSheets}</workbook>`,
    "xl/_rels/workbook.xml.rels":
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("") +
      `<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>${relations}</Relationships>`,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((item) => (item.startsWith("<si>") ? item : `<si><t>${item}</t></si>`)).join("")}</sst>`,
  };
  names.forEach((name, i) => {
    base[`xl/worksheets/sheet${i + 1}.xml`] = sheets[name] ?? "";
  });
  return { ...base, ...parts };
}

/** A small workbook as a package. */
export function bookOf(parts: BookParts): Uint8Array {
  return packageOf(bookParts(parts));
}

/** A Word document of headings, paragraphs and tables (ECMA-376 part 1, chapter 17): no author, no date, the same bytes for the same page. */
import { plainText } from "../core/grid/grid";
import type { Block } from "../core/round/report";
import { escapeText } from "./xml";
import { packText, writeZip } from "./zipWriter";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/** Fonts of official documents (GB/T 9704): sizes in half points. */
const LOOKS = {
  title: { font: "方正小标宋简体", size: 44, align: "center", indent: 0 },
  heading: { font: "黑体", size: 32, align: "left", indent: 0 },
  text: { font: "仿宋", size: 32, align: "left", indent: 640 },
  head: { font: "黑体", size: 21, align: "center", indent: 0 },
  cell: { font: "仿宋", size: 21, align: "center", indent: 0 },
} as const;

/** The document as a file. */
export function wordDocument(blocks: readonly Block[]): Uint8Array {
  const body = blocks.map((block) => (block.kind === "table" ? table(block.header, block.rows) : paragraph(block.text, block.kind))).join("");
  // A4 with the margins of an official document, in twentieths of a point.
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return writeZip([
    packText("[Content_Types].xml", `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`),
    packText("_rels/.rels", `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`),
    packText("word/document.xml", `${DECLARATION}<w:document xmlns:w="${MAIN}"><w:body>${body}${page}</w:body></w:document>`),
  ]);
}

function paragraph(text: string, look: keyof typeof LOOKS): string {
  const { font, size, align, indent } = LOOKS[look];
  const spacing = look === "head" || look === "cell" ? "" : '<w:spacing w:line="560" w:lineRule="exact"/>';
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const place = `${spacing}${indent > 0 ? `<w:ind w:firstLine="${indent}"/>` : ""}<w:jc w:val="${align}"/>`;
  return `<w:p><w:pPr>${place}</w:pPr><w:r><w:rPr>${fonts}</w:rPr><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r></w:p>`;
}

function table(header: readonly string[], rows: Extract<Block, { kind: "table" }>["rows"]): string {
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).join("");
  const cell = (text: string, look: "head" | "cell"): string => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text, look)}</w:tc>`;
  const first = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${header.map((text) => cell(text, "head")).join("")}</w:tr>`;
  const others = rows.map((row) => `<w:tr>${row.map((value) => cell(plainText(value), "cell")).join("")}</w:tr>`).join("");
  const grid = `<w:tblGrid>${header.map(() => "<w:gridCol/>").join("")}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${grid}${first}${others}</w:tbl>`;
}

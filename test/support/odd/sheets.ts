import { type OddWorkbook, oddSheet, oddXml } from "./oddWorkbook";

const c = (place: string, value: number | string = 1): string => `<c r="${place}"><v>${value}</v></c>`;
const row = (number: number, attributes = "", cells = c(`A${number}`) + c(`B${number}`, number)): string => `<row r="${number}"${attributes && ` ${attributes}`}>${cells}</row>`;
const FOUR = row(1) + row(2) + row(3) + row(4);
const spans = (...areas: readonly string[]): string => `<mergeCells count="${areas.length}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`;
const sheet = (name: string, xml = `<sheetData>${FOUR}</sheetData>`, state?: "hidden" | "veryHidden") => ({ name, xml, ...(state && { state }) });

/** Rows and columns: hidden, filtered, in groups, in disorder, far away. */
export function oddRows(): readonly OddWorkbook[] {
  return [
    oddSheet("row/hidden", row(1) + row(2, `hidden="1"`) + row(3, `hidden="true"`) + row(4, `hidden="0"`)),
    oddSheet("row/of no height", row(1) + row(2, `ht="0" customHeight="1"`) + row(3, `ht="0"`)),
    oddSheet("row/filtered", row(1) + row(2, `hidden="1"`) + row(3), { after: `<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>` }),
    oddSheet("row/in a closed group", row(1) + row(2, `outlineLevel="1" hidden="1"`) + row(3, `collapsed="1"`)),
    oddSheet("row/hidden by default", row(1, `hidden="0"`) + row(2), { before: `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>` }),
    oddSheet("row/in disorder", row(3) + row(1) + row(2)),
    oddSheet("row/no numbers", `<row><c><v>1</v></c></row><row><c><v>2</v></c></row>`),
    oddSheet("row/numbers in its cells only", `<row>${c("A5")}</row><row>${c("A7")}</row>`),
    oddSheet("row/empty ones with a style", row(1) + `<row r="2" s="1" customFormat="1"/><row r="3"/>` + row(4)),
    oddSheet("row/far away", row(1) + row(1_048_576)),
    oddSheet("row/many gaps", [1, 10, 100, 1000, 10_000].map((number) => row(number)).join("")),
    oddSheet("row/spans and other attributes", row(1, `spans="1:2" ht="30" customHeight="1" thickBot="1" x14ac:dyDescent="0.3" xmlns:x14ac="x"`)),
    oddSheet("column/hidden", FOUR, { before: `<cols><col min="2" max="2" width="9" hidden="1"/></cols>` }),
    oddSheet("column/of no width", FOUR, { before: `<cols><col min="1" max="1" width="0" customWidth="1"/></cols>` }),
    oddSheet("column/hidden to the end", FOUR, { before: `<cols><col min="3" max="16384" width="9" hidden="1"/></cols>` }),
    oddSheet("dimension/too small", FOUR, { before: `<dimension ref="A1"/>` }),
    oddSheet("dimension/of the whole sheet", FOUR, { before: `<dimension ref="A1:XFD1048576"/>` }),
    oddSheet("dimension/none", ""),
  ];
}

/** Spans as programs leave them. */
export function oddSpans(): readonly OddWorkbook[] {
  return [
    oddSheet("span/two by two", FOUR, { after: spans("A1:B2") }),
    oddSheet("span/a column", FOUR, { after: spans("A1:A4") }),
    oddSheet("span/a row", FOUR, { after: spans("A4:B4") }),
    oddSheet("span/beyond the cells", FOUR, { after: spans("A1:F20") }),
    oddSheet("span/outside the cells", FOUR, { after: spans("D10:E11") }),
    oddSheet("span/many", FOUR, { after: spans("A1:A2", "A3:A4", "B1:C1", "B2:C2") }),
    oddSheet("span/of one cell", FOUR, { after: spans("A1:A1", "A2:B2") }),
    oddSheet("span/backwards", FOUR, { after: spans("B2:A1") }),
    oddSheet("span/with dollar signs", FOUR, { after: spans("$A$1:$B$2") }),
    oddSheet("span/an empty list", FOUR, { after: `<mergeCells count="0"/>` }),
    oddSheet("span/a false count", FOUR, { after: `<mergeCells count="9"><mergeCell ref="A1:B1"/></mergeCells>` }),
  ];
}

/** Several sheets, and what may stand on one besides cells. */
export function oddSheets(): readonly OddWorkbook[] {
  const many = Array.from({ length: 30 }, (_, i) => sheet(`表${i + 1}`, `<sheetData>${row(1, "", c("A1", i))}</sheetData>`));
  const relation = (kind: string, target: string): { readonly [kind: string]: string } => ({ [kind]: target });
  const types = (overrides: string): Record<string, string> => ({ "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${overrides}</Types>` });
  return [
    oddXml("sheets/hidden and very hidden", { sheets: [sheet("明"), sheet("藏", undefined, "hidden"), sheet("深藏", undefined, "veryHidden")] }),
    oddXml("sheets/thirty", { sheets: many }),
    oddXml("sheets/an empty one first", { sheets: [sheet("空", "<sheetData/>"), sheet("有")] }),
    oddXml("sheets/all empty", { sheets: [sheet("空", "<sheetData/>")] }),
    ...["一 二", "O'Neil", "A&amp;B", "&lt;表&gt;", "😀", "“引”", "2025年11月（报送）", "a.b-c_d", "_x0041_", "Sheet 1"].map((name) => oddXml(`sheets/named ${name}`, { sheets: [sheet(name)] })),
    oddXml("sheets/notes", { sheets: [{ ...sheet("表"), relations: relation("comments", "../comments1.xml") }], parts: { ...types(`<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`), "xl/comments1.xml": `<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>张</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>请核实</t></r></text></comment></commentList></comments>` } }),
    oddXml("sheets/a table", { sheets: [{ ...sheet("表", `<sheetData>${FOUR}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`), relations: relation("table", "../tables/table1.xml") }], parts: { ...types(`<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>`), "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B4"><autoFilter ref="A1:B4"/><tableColumns count="2"><tableColumn id="1" name="1"/><tableColumn id="2" name="2"/></tableColumns></table>` } }),
    oddSheet("sheet/protected", FOUR, { after: `<sheetProtection sheet="1" objects="1" password="CC1A"/>` }),
    oddSheet("sheet/rules and validations", FOUR, { after: `<conditionalFormatting sqref="A1:B4"><cfRule type="expression" priority="1"><formula>$A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"已完成,进行中"</formula1></dataValidation></dataValidations>` }),
    oddSheet("sheet/links", FOUR, { after: `<hyperlinks><hyperlink ref="A1" location="Sheet1!B2" display="x"/></hyperlinks>` }),
    oddSheet("sheet/print set-up", FOUR, { before: `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`, after: `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddHeader>&amp;C标题</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="2" max="16383" man="1"/></rowBreaks>` }),
    oddSheet("sheet/frozen panes", FOUR, { before: `<sheetViews><sheetView workbookViewId="0" rightToLeft="1"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>` }),
    oddSheet("sheet/an extension list", FOUR, { after: `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>` }),
    oddSheet("sheet/alternate content behind the cells", FOUR, { after: `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><controls/></mc:Choice><mc:Fallback/></mc:AlternateContent>` }),
  ];
}

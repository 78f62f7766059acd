import fc from "fast-check";
import { ok } from "../../../src/core/result";
import type { Result } from "../../../src/core/result";
import type { Draft } from "../../../src/workbook/draft";
import type { WorkbookFault } from "../../../src/workbook/fault";
import { CellWriter } from "../../../src/workbook/cellWriter";
import { insertRows, removeRows } from "../../../src/workbook/rows/moveRows";
import { settleFormulas } from "../../../src/workbook/staleFormulas";
import { packageProblems } from "../../../src/workbook/validate";
import type { Workbook } from "../../../src/workbook/workbook";
import { MAIN, OFFICE, XML, bookOf, opened, packageOf, partsOf, saved, worksheet } from "../books";
import { LEDGER, featureBook, featureParts } from "../featureBook";

type Edit = (draft: Draft) => Result<null, WorkbookFault>;

/** Lets an edit change a book and settles its formulas; gives how many lost their value. */
function edited(book: Workbook, edit: Edit): number {
  const done = book.edit((draft) => {
    const written = edit(draft);
    return written.ok ? ok(settleFormulas(draft).length) : written;
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

/** The parts of a workbook of these sheets after an edit. */
function after(sheets: Readonly<Record<string, string>>, edit: Edit, afterSheets = ""): Record<string, string> {
  const book = opened(bookOf({ sheets, afterSheets }));
  edited(book, edit);
  expect(packageProblems(book.parts())).toEqual([]);
  return partsOf(saved(book));
}

const insert = (at: number, count: number, like: number | null = null): Edit => (draft) => insertRows(draft, "甲", at, count, like);
const remove = (at: number, count: number): Edit => (draft) => removeRows(draft, "甲", at, count);

/** The sheet's XML after its edit, without what stands around it. */
function sheetAfter(inner: string, edit: Edit, attributes = ""): string {
  const text = after({ 甲: worksheet(inner, attributes), 乙: worksheet("<sheetData/>") }, edit)["xl/worksheets/sheet1.xml"] ?? "";
  return text.slice(text.indexOf(">", text.indexOf("<worksheet")) + 1, text.lastIndexOf("</worksheet>"));
}

const cells = (text: string): readonly string[] => [...text.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<f[^>]*?(?:\/>|>([^<]*)<\/f>))?/gu)].map((found) => `${found[1]}${found[2] === undefined ? "" : `=${found[2]}`}`);

const TABLE =
  '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="30" hidden="1" customHeight="1"><c r="A2" s="1"><v>2</v></c><c r="B2" s="2"/></row>' +
  '<row r="4"><c r="A4"><v>4</v></c><c r="B4"><f>A4+A2</f><v>6</v></c></row></sheetData>';

test("rows come in: those below move down with their cells, and what they compute keeps its value", () => {
  expect(sheetAfter(TABLE, insert(2, 2))).toBe(TABLE.replace('<row r="4"><c r="A4">', '<row r="6"><c r="A6">').replace('<c r="B4"><f>A4+A2', '<c r="B6"><f>A6+A2'));
});

test("new rows take the formats and the height of another row, not its values and not that it is hidden", () => {
  expect(sheetAfter(TABLE, insert(2, 1, 1))).toContain('<row r="3" ht="30" customHeight="1"><c r="A3" s="1"/><c r="B3" s="2"/></row><row r="5">');
});

test("rows go: those below move up, and formulas that read them lose their value", () => {
  const text = sheetAfter(TABLE, remove(1, 1));
  expect(text).toContain('<row r="3"><c r="A3"><v>4</v></c><c r="B3"><f>A3+#REF!</f></c></row>');
  expect(text).not.toContain("hidden");
});

test("formulas that read the new rows, or ask where they stand, lose their value; the others keep it", () => {
  const f = (r: string, formula: string): string => `<c r="${r}"><f>${formula}</f><v>1</v></c>`;
  const rows = `<sheetData><row r="1">${f("A1", "SUM(B1:B9)")}${f("C1", "B9")}${f("D1", "SUM(B:B)")}</row><row r="8">${f("A8", "ROW()-2")}${f("C8", "C1")}${f("D8", "A8")}</row></sheetData>`;
  const text = sheetAfter(rows, insert(4, 1));
  expect(cells(text)).toEqual(["A1=SUM(B1:B10)", "C1=B10", "D1=SUM(B:B)", "A9=ROW()-2", "C9=C1", "D9=A9"]);
  expect([...text.matchAll(/<c r="(\w+)"><f>[^<]*<\/f><\/c>/gu)].map((found) => found[1])).toEqual(["A1", "D1", "A9", "D9"]);
});

test("shared formulas stay shared where they can, and go their own ways where rows come between", () => {
  const shared = (refs: string): string =>
    `<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">${refs}</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row></sheetData>`;
  expect(sheetAfter(shared("A1*$D$9"), insert(0, 2))).toContain('<c r="B3"><f t="shared" ref="B3:B5" si="0">A3*$D$11</f><v>1</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/>');
  // A row inside: each copy still reads the cell beside it, so the copies still are copies.
  expect(sheetAfter(shared("A1*$D$9"), insert(1, 1))).toContain('<f t="shared" ref="B1:B4" si="0">A1*$D$10</f>');
  // The cell above is elsewhere for the one below the new row.
  expect(cells(sheetAfter(shared("A1+A2"), insert(2, 1)))).toEqual(["B1=A1+A2", "B2=A2+A4", "B4=A4+A5"]);
  expect(cells(sheetAfter(shared("A1*$D$9"), remove(0, 1)))).toEqual(["B1=A1*$D$8", "B2=A2*$D$8"]);
});

test("formulas on other sheets follow, shared ones too", () => {
  const other = worksheet(
    '<sheetData><row r="1"><c r="A1"><f>甲!A4+A4</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">甲!A1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row></sheetData>' +
      '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="1"><formula>甲!$A$4&gt;A4</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="C1:C9"><formula1>甲!$A$2:$A$9</formula1></dataValidation></dataValidations>',
  );
  const text = after({ 甲: worksheet(TABLE), 乙: other }, insert(1, 3))["xl/worksheets/sheet2.xml"] ?? "";
  expect(cells(text)).toEqual(["A1=甲!A7+A4", "B1=甲!A1", "B2=甲!A5"]);
  expect(text).toContain("<formula>甲!$A$7&gt;A4</formula>");
  expect(text).toContain('sqref="C1:C9"><formula1>甲!$A$5:$A$12</formula1>');
});

test("defined names, print ranges and titles follow; Excel's own without cells go", () => {
  const names = '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">甲!$A$1:$H$9,甲!$A$20:$H$21</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">甲!$A:$A,甲!$20:$20</definedName><definedName name="相对">甲!A9</definedName><definedName name="合计">SUM(甲!$B$20)</definedName></definedNames>';
  const sheets = { 甲: worksheet(TABLE) };
  const inserted = after(sheets, insert(4, 1), names)["xl/workbook.xml"] ?? "";
  expect([...inserted.matchAll(/<definedName [^>]*>([^<]*)/gu)].map((found) => found[1])).toEqual(["甲!$A$1:$H$10,甲!$A$21:$H$22", "甲!$A:$A,甲!$21:$21", "甲!A9", "SUM(甲!$B$21)"]);
  const removed = after(sheets, remove(19, 2), names)["xl/workbook.xml"] ?? "";
  expect([...removed.matchAll(/<definedName [^>]*>([^<]*)/gu)].map((found) => found[1])).toEqual(["甲!$A$1:$H$9", "甲!$A:$A", "甲!A9", "SUM(甲!#REF!)"]);
});

/** Everything around the rows that names places, with rows 5 and 6 as the ones in question. */
const AROUND: readonly (readonly [what: string, before: string, inserted: string, removed: string])[] = [
  ["spans", '<mergeCells count="2"><mergeCell ref="A5:A6"/><mergeCell ref="C4:D8"/></mergeCells>', '<mergeCells count="2"><mergeCell ref="A7:A8"/><mergeCell ref="C4:D10"/></mergeCells>', '<mergeCells count="1"><mergeCell ref="C4:D6"/></mergeCells>'],
  ["a span of which one cell is left", '<mergeCells count="1"><mergeCell ref="A5:A7"/></mergeCells>', '<mergeCells count="1"><mergeCell ref="A7:A9"/></mergeCells>', ""],
  ["filter", '<autoFilter ref="A4:H9"><sortState ref="A5:H9"><sortCondition ref="B5:B9"/></sortState></autoFilter>', '<autoFilter ref="A4:H11"><sortState ref="A7:H11"><sortCondition ref="B7:B11"/></sortState></autoFilter>', '<autoFilter ref="A4:H7"><sortState ref="A5:H7"><sortCondition ref="B5:B7"/></sortState></autoFilter>'],
  [
    "rules",
    '<conditionalFormatting sqref="A7:A9 C5"><cfRule type="expression" dxfId="0" priority="1"><formula>$F5=F$9</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A5:B6"><cfRule type="duplicateValues" dxfId="0" priority="2"/></conditionalFormatting>',
    '<conditionalFormatting sqref="A9:A11 C7"><cfRule type="expression" dxfId="0" priority="1"><formula>$F7=F$11</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A7:B8"><cfRule type="duplicateValues" dxfId="0" priority="2"/></conditionalFormatting>',
    '<conditionalFormatting sqref="A5:A7"><cfRule type="expression" dxfId="0" priority="1"><formula>$F5=F$7</formula></cfRule></conditionalFormatting>',
  ],
  ["a scale between cells", '<conditionalFormatting sqref="A1:A9"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="$A$9"/><cfvo type="num" val="9"/><color rgb="FFFFFFFF"/><color rgb="FF000000"/></colorScale></cfRule></conditionalFormatting>', '<conditionalFormatting sqref="A1:A11"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="$A$11"/><cfvo type="num" val="9"/>', '<conditionalFormatting sqref="A1:A7"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="$A$7"/><cfvo type="num" val="9"/>'],
  ["validations", '<dataValidations count="2"><dataValidation type="list" sqref="G5:G6"><formula1>$A$7:$A$9</formula1></dataValidation><dataValidation type="custom" sqref="H4:H9"><formula1>H4&gt;0</formula1></dataValidation></dataValidations>', '<dataValidations count="2"><dataValidation type="list" sqref="G7:G8"><formula1>$A$9:$A$11</formula1></dataValidation><dataValidation type="custom" sqref="H4:H11"><formula1>H4&gt;0</formula1>', '<dataValidations count="1"><dataValidation type="custom" sqref="H4:H7"><formula1>H4&gt;0</formula1>'],
  ["links", '<hyperlinks><hyperlink ref="A5" location="乙!A1"/><hyperlink ref="A9" location="甲!A8"/></hyperlinks>', '<hyperlinks><hyperlink ref="A7" location="乙!A1"/><hyperlink ref="A11" location="甲!A10"/></hyperlinks>', '<hyperlinks><hyperlink ref="A7" location="甲!A6"/></hyperlinks>'],
  ["page breaks", '<rowBreaks count="3" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="5" max="16383"/><brk id="8" max="16383" man="1"/></rowBreaks>', '<rowBreaks count="3" manualBreakCount="2"><brk id="6" max="16383" man="1"/><brk id="7" max="16383"/><brk id="10" max="16383" man="1"/></rowBreaks>', '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>'],
  ["protected ranges, watches, ignored errors", '<protectedRanges><protectedRange sqref="A5" name="一"/></protectedRanges><cellWatches><cellWatch r="A9"/></cellWatches><ignoredErrors><ignoredError sqref="A4:A9" numberStoredAsText="1"/></ignoredErrors>', '<protectedRanges><protectedRange sqref="A7" name="一"/></protectedRanges><cellWatches><cellWatch r="A11"/></cellWatches><ignoredErrors><ignoredError sqref="A4:A11"', '<cellWatches><cellWatch r="A7"/></cellWatches><ignoredErrors><ignoredError sqref="A4:A7"'],
];

test.each(AROUND)("%s follow", (_, before, inserted, removed) => {
  const here = (edit: Edit): string => sheetAfter(`<sheetData/>${before}`, edit);
  expect(here(insert(4, 2))).toContain(`<sheetData/>${inserted}`);
  expect(here(remove(4, 2))).toContain(`<sheetData/>${removed}`);
  if (removed === "") expect(here(remove(4, 2))).toBe("<sheetData/>");
});

test("frozen rows, the view and the selection follow", () => {
  const view = (split: number, top: string, cell: string): string =>
    `<sheetViews><sheetView topLeftCell="A1" workbookViewId="0"><pane xSplit="1" ySplit="${split}" topLeftCell="${top}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${cell}" sqref="${cell}"/></sheetView></sheetViews><sheetData/>`;
  expect(sheetAfter(view(2, "B3", "C5"), insert(1, 2))).toBe(view(4, "B5", "C7"));
  expect(sheetAfter(view(2, "B3", "C5"), insert(2, 1))).toBe(view(2, "B4", "C6"));
  expect(sheetAfter(view(2, "B3", "C5"), remove(0, 1))).toBe(view(1, "B2", "C4"));
  expect(sheetAfter(view(2, "B3", "C5"), remove(4, 3))).toBe(view(2, "B3", "C5"));
});

test("extended rules, validations and sparklines follow, and leave nothing empty behind", () => {
  const x14 = ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
  const ext = (rule: string, list: string, spark: string): string =>
    `<sheetData/><extLst>${rule}${list}${spark}</extLst>`;
  const rule = (formula: string, sqref: string): string => `<ext uri="{1}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{A}"><xm:f>${formula}</xm:f></x14:cfRule><xm:sqref>${sqref}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>`;
  const list = (formula: string, sqref: string): string => `<ext uri="{2}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${sqref}</xm:sqref></x14:dataValidation></x14:dataValidations></ext>`;
  const spark = (formula: string, sqref: string): string => `<ext uri="{3}"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>${formula}</xm:f><xm:sqref>${sqref}</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`;
  const before = ext(rule("$E5=乙!$A$5", "A5:A6"), list("乙!$A$1:$A$9", "B5"), spark("甲!D7:F7", "G7"));
  expect(sheetAfter(before, insert(4, 2), x14)).toBe(ext(rule("$E7=乙!$A$5", "A7:A8"), list("乙!$A$1:$A$9", "B7"), spark("甲!D9:F9", "G9")));
  expect(sheetAfter(before, remove(4, 2), x14)).toBe(ext("", "", spark("甲!D5:F5", "G5")));
  expect(sheetAfter(ext(rule("TRUE", "A5"), "", ""), remove(4, 1), x14)).toBe("<sheetData/>");
});

/** A sheet with everything that lies in parts of its own, at rows 5 to 9. */
function partsBook(): Workbook {
  const rels = (list: readonly string[]): string => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map((item, i) => { const [kind, target] = item.split(" "); return `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind ?? ""}" Target="${target ?? ""}"/>`; }).join("")}</Relationships>`;
  const type = (part: string, kind: string): string => `<Override PartName="/xl/${part}.xml" ContentType="${kind}+xml"/>`;
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const xdr = ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
  const at = (tag: string, row: number): string => `<xdr:${tag}><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:${tag}>`;
  return opened(
    bookOf({
      sheets: { 甲: worksheet('<sheetData/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts>'), 乙: worksheet("<sheetData/>") },
      types: type("drawings/drawing1", "application/vnd.openxmlformats-officedocument.drawing") + type("tables/table1", `${sheetType}table`) + type("comments1", `${sheetType}comments`) + type("threadedComments/threadedComment1", "application/vnd.ms-excel.threadedcomments") + type("charts/chart1", "application/vnd.openxmlformats-officedocument.drawingml.chart") + type("pivotCache/pivotCacheDefinition1", `${sheetType}pivotCacheDefinition`),
      relations: `<Relationship Id="rId95" Type="${OFFICE}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>`,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": rels(["drawing ../drawings/drawing1.xml", "vmlDrawing ../drawings/vmlDrawing1.vml", "table ../tables/table1.xml", "comments ../comments1.xml", "threadedComment ../threadedComments/threadedComment1.xml"]),
        "xl/drawings/drawing1.xml": `${XML}<xdr:wsDr${xdr}><xdr:twoCellAnchor>${at("from", 4)}${at("to", 8)}<xdr:sp textlink="甲!$A$9"/></xdr:twoCellAnchor><xdr:twoCellAnchor editAs="oneCell">${at("from", 2)}${at("to", 8)}</xdr:twoCellAnchor><xdr:twoCellAnchor editAs="absolute">${at("from", 4)}${at("to", 8)}</xdr:twoCellAnchor><xdr:oneCellAnchor>${at("from", 8)}</xdr:oneCellAnchor></xdr:wsDr>`,
        "xl/drawings/_rels/drawing1.xml.rels": rels(["chart ../charts/chart1.xml"]),
        "xl/charts/chart1.xml": `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:f>甲!$B$5:$B$9</c:f><c:f>乙!$B$5:$B$9</c:f></c:chartSpace>`,
        "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><br><v:shape id="a"><x:ClientData ObjectType="Note"><x:Anchor>\n 2, 15, 3, 10, 4, 15, 7, 4</x:Anchor><x:Row>4</x:Row><x:Column>1</x:Column></x:ClientData></v:shape><v:shape id="b"><x:ClientData ObjectType="Drop"><x:Anchor>1, 0, 6, 0, 2, 0, 8, 0</x:Anchor><x:FmlaLink>$A$9</x:FmlaLink></x:ClientData></v:shape></xml>',
        "xl/tables/table1.xml": `${XML}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A4:B9" totalsRowCount="1"><autoFilter ref="A4:B8"/><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"><calculatedColumnFormula>甲!$D$9</calculatedColumnFormula></tableColumn></tableColumns></table>`,
        "xl/comments1.xml": `${XML}<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="B5" authorId="0"><text><t>一</t></text></comment><comment ref="B9" authorId="0"><text><t>二</t></text></comment></commentList></comments>`,
        "xl/threadedComments/threadedComment1.xml": `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B9" id="{1}"><text>三</text></threadedComment></ThreadedComments>`,
        "xl/pivotCache/pivotCacheDefinition1.xml": `${XML}<pivotCacheDefinition xmlns="${MAIN}"><cacheSource type="worksheet"><worksheetSource ref="A4:B9" sheet="甲"/></cacheSource></pivotCacheDefinition>`,
      },
    }),
  );
}

test("tables, charts, drawings, notes, threads and pivot sources follow", () => {
  const inserted = partsBook();
  edited(inserted, insert(5, 2));
  const parts = partsOf(saved(inserted));
  expect(parts["xl/tables/table1.xml"]).toContain('ref="A4:B11" totalsRowCount="1"><autoFilter ref="A4:B10"/>');
  expect(parts["xl/tables/table1.xml"]).toContain("甲!$D$11");
  expect(parts["xl/charts/chart1.xml"]).toContain("<c:f>甲!$B$5:$B$11</c:f><c:f>乙!$B$5:$B$9</c:f>");
  expect([...(parts["xl/drawings/drawing1.xml"] ?? "").matchAll(/<xdr:row>(\d+)/gu)].map((found) => Number(found[1]))).toEqual([4, 10, 2, 8, 4, 8, 10]);
  expect(parts["xl/drawings/drawing1.xml"]).toContain('textlink="甲!$A$11"');
  expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain("2, 15, 3, 10, 4, 15, 7, 4</x:Anchor><x:Row>4<");
  expect(parts["xl/drawings/vmlDrawing1.vml"]).toContain("<x:Anchor>1, 0, 8, 0, 2, 0, 10, 0</x:Anchor><x:FmlaLink>$A$11<");
  expect([...(parts["xl/comments1.xml"] ?? "").matchAll(/ref="(\w+)"/gu)].map((found) => found[1])).toEqual(["B5", "B11"]);
  expect(parts["xl/threadedComments/threadedComment1.xml"]).toContain('ref="B11"');
  expect(parts["xl/pivotCache/pivotCacheDefinition1.xml"]).toContain('ref="A4:B11" sheet="甲"');
  const removed = partsBook();
  edited(removed, remove(4, 2));
  const left = partsOf(saved(removed));
  expect([...(left["xl/drawings/drawing1.xml"] ?? "").matchAll(/<xdr:row>(\d+)/gu)].map((found) => Number(found[1]))).toEqual([4, 6, 2, 8, 4, 8, 6]);
  expect(left["xl/comments1.xml"]).not.toContain("一");
  expect(left["xl/drawings/vmlDrawing1.vml"]).not.toContain('id="a"');
  expect(left["xl/drawings/vmlDrawing1.vml"]).toContain('<br><v:shape id="b">');
});

test.each<readonly [what: string, edit: Edit, reason: string]>([
  ["the header of a table", remove(3, 1), "table"],
  ["the totals of a table", remove(8, 1), "table"],
  ["all rows of a table", remove(4, 4), "table"],
])("%s cannot go", (_, edit, reason) => {
  const done = partsBook().edit(edit);
  expect(done.ok ? null : done.error).toEqual({ kind: "rowsBlocked", sheet: "甲", reason });
});

test("an array formula is not parted, and no row is pushed off the sheet", () => {
  const array = bookOf({ sheets: { 甲: worksheet('<sheetData><row r="2"><c r="A2"><f t="array" ref="A2:A4">B2:B4</f><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>') } });
  const reason = (edit: Edit): unknown => { const done = opened(array).edit(edit); return done.ok ? "done" : (done.error as { reason?: string }).reason; };
  expect([insert(2, 1), remove(2, 1), remove(1, 2), insert(0, 1)].map(reason)).toEqual(["full", "arrayFormula", "arrayFormula", "full"]);
  expect(reason(remove(0, 1))).toBe("done");
  expect(reason(remove(1, 3))).toBe("done");
});

test("a span that loses its first rows keeps its value", () => {
  const text = sheetAfter('<sheetData><row r="2"><c r="A2" s="1"><v>7</v></c></row><row r="3"><c r="A3" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>', remove(1, 1));
  expect(text).toContain('<c r="A2" s="1"><v>7</v></c>');
  expect(text).toContain('<mergeCell ref="A2:A3"/>');
});

test("after rows have moved, writing compares no more with what stood at the place when the file was opened", () => {
  const book = opened(bookOf({ sheets: { 甲: worksheet('<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>2</v></c></row></sheetData>') } }));
  edited(book, insert(0, 1));
  edited(book, (draft) => {
    const sheet = draft.sheet("甲");
    return sheet.ok ? new CellWriter(draft, sheet.value, "甲").write(1, 0, 2) : sheet;
  });
  expect(partsOf(saved(book))["xl/worksheets/sheet1.xml"]).toContain('<c r="A2" s="1"><v>2</v></c>');
});

/** Parts without what saving may add about calculation: the values that were dropped come back when Excel calculates. */
function content(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(partsOf(bytes))
      .filter(([name]) => !name.includes("calcChain"))
      .map(([name, text]) => [name, text.replace(/ fullCalcOnLoad="1"|<Override PartName="\/xl\/calcChain.xml"[^>]*>|<Relationship [^>]*calcChain.xml"\/>|<calcPr\/>/gu, "").replace(/(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/gu, "$1").replace(/ t="(?:str|e)"(?=><f)/gu, "")]),
  );
}

test("rows that come in and go again leave a workbook of every feature as it was", () => {
  const bytes = featureBook();
  const before = content(bytes);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(LEDGER, "单位"), (at, count, sheet) => {
      const book = opened(bytes);
      edited(book, (draft) => insertRows(draft, sheet, at, count, null));
      edited(book, (draft) => removeRows(draft, sheet, at, count));
      expect(content(saved(book))).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("a sheet that cannot be written but names the rows stops the move", () => {
  const parts = featureParts();
  parts["xl/worksheets/sheet2.xml"] = (parts["xl/worksheets/sheet2.xml"] ?? "").replace("</worksheet>", "");
  const done = opened(packageOf(parts)).edit((draft) => insertRows(draft, LEDGER, 2, 1, null));
  expect(done.ok ? null : done.error).toEqual({ kind: "damagedPart", part: "xl/worksheets/sheet2.xml" });
});

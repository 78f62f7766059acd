/**
 * One macro workbook with every feature that an office's ledger may hold, written by hand as Excel writes it.
 * `FEATURES` names them one by one: a part, and what of it must still be there after the file was saved.
 */
import { packBytes, packText, writeZip } from "../../src/workbook/zipWriter";
import { anOle } from "../support/anOle";
import { MAIN, OFFICE, XML, worksheet } from "./books";

export const LEDGER = "工作台账";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const DRAWING = "application/vnd.openxmlformats-officedocument.";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';

/** The smallest picture: one pixel. */
const PNG = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"));

const STRINGS = [
  "2026 年重点工作台账", "序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成时限", "目标值", "完成值", "状态", "备注", "推动设备更新", "到 2025 年底，更新设备 100 台（套）",
  '<si><r><t xml:space="preserve">到 2027 年，</t></r><r><rPr><b/><strike/><color rgb="FFFF0000"/><sz val="11"/><rFont val="宋体"/></rPr><t>淘汰老旧汽车</t></r></si>',
  '<si><t>市商务局</t><rPh sb="0" eb="1"><t>シ</t></rPh><phoneticPr fontId="0" type="fullwidthKatakana"/></si>', "市发展改革委", "2025年12月31日", "进行中", "见附件", "每年开展检查 2 次", "长期坚持", "部门", "数量", "合计",
];
const s = (cell: string, text: string, style = ""): string => `<c r="${cell}"${style} t="s"><v>${STRINGS.findIndex((one) => one === text || one.includes(`<t>${text}</t>`))}</v></c>`;

const HEADER = ["序号", "重点任务", "工作内容", "牵头单位", "责任单位", "完成时限", "目标值", "完成值", "状态", "备注"];
const letter = (col: number): string => String.fromCharCode(65 + col);

const LEDGER_XML = worksheet(
  '<sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="5" tint="0.4"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:J12"/>' +
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="C5" sqref="C5:D6"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25" outlineLevelRow="1" x14ac:dyDescent="0.15"/>' +
    '<cols><col min="1" max="1" width="6.125" customWidth="1"/><col min="2" max="2" width="18" style="3" customWidth="1"/><col min="3" max="3" width="40" customWidth="1"/><col min="10" max="10" width="9" hidden="1" customWidth="1"/></cols>' +
    '<sheetData>' +
    `<row r="1" spans="1:10" ht="36" customHeight="1" x14ac:dyDescent="0.25">${s("A1", "2026 年重点工作台账", ' s="1"')}<c r="B1" s="1"/></row>` +
    `<row r="2" spans="1:10" s="1" customFormat="1">${HEADER.map((text, col) => s(`${letter(col)}2`, text, ' s="1"')).join("")}</row>` +
    `<row r="3" spans="1:10"><c r="A3"><v>1</v></c>${s("B3", "推动设备更新", ' s="3"')}${s("C3", "到 2025 年底，更新设备 100 台（套）", ' s="3"')}${s("D3", "市商务局")}${s("E3", "市发展改革委")}${s("F3", "2025年12月31日")}<c r="G3"><v>100</v></c><c r="H3"><v>40</v></c>${s("I3", "进行中")}${s("J3", "见附件")}</row>` +
    `<row r="4" spans="1:10" hidden="1"><c r="A4"><v>2</v></c>${s("B4", "推动设备更新", ' s="3"')}${s("C4", "淘汰老旧汽车", ' s="3"')}${s("D4", "市发展改革委")}<c r="F4" s="2"><v>46387</v></c><c r="G4"><v>200</v></c><c r="H4"><v>50</v></c></row>` +
    `<row r="5" spans="1:10" outlineLevel="1"><c r="A5"><v>3</v></c>${s("B5", "推动设备更新", ' s="3"')}${s("C5", "每年开展检查 2 次", ' s="3"')}${s("D5", "市商务局")}<c r="F5" t="inlineStr"><is><t xml:space="preserve"> 长期 </t></is></c><c r="G5" t="b"><v>1</v></c><c r="H5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>` +
    `<row r="6" spans="1:10" outlineLevel="1" collapsed="0"><c r="A6"><v>4</v></c>${s("B6", "推动设备更新", ' s="3"')}${s("C6", "长期坚持", ' s="3"')}${s("D6", "市商务局")}<c r="F6" s="4"><v>0.5</v></c></row>` +
    '<row r="11"><c r="G11"><f>SUM(G3:G4)</f><v>300</v></c><c r="H11"><f t="shared" ref="H11:I11" si="0">SUM(H3:H4)</f><v>90</v></c><c r="I11"><f t="shared" si="0"/><v>0</v></c></row>' +
    '<row r="12"><c r="G12"><f t="array" ref="G12">SUM(G3:G4*H3:H4)</f><v>14000</v></c><c r="H12" cm="1"><f t="array" ref="H12">SUM(进度)</f><v>90</v></c></row>' +
    "</sheetData>" +
    '<protectedRanges><protectedRange sqref="J3:J6" name="备注区"/></protectedRanges><scenarios current="0"><scenario name="乐观" locked="1" count="1" user="张三"><inputCells r="H3" val="90"/></scenario></scenarios>' +
    '<autoFilter ref="A2:J6"><filterColumn colId="3"><filters><filter val="市商务局"/></filters></filterColumn></autoFilter><sortState ref="A3:J6"><sortCondition descending="1" ref="A3:A6"/></sortState>' +
    `<customSheetViews><customSheetView guid="{0B7F5C3A-6E0E-4E2A-9D2C-3B2E7D3F0A11}" scale="85"><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView></customSheetViews>` +
    '<mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells><phoneticPr fontId="0" type="noConversion"/>' +
    '<conditionalFormatting sqref="G3:G6"><cfRule type="cellIs" dxfId="0" priority="1" stopIfTrue="1" operator="lessThan"><formula>45</formula></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="B3:B6"><cfRule type="duplicateValues" dxfId="0" priority="2"/></conditionalFormatting>' +
    '<conditionalFormatting sqref="H3:H6"><cfRule type="colorScale" priority="3"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule>' +
    '<cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{A0000000-0000-0000-0000-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="I3:I6"><cfRule type="iconSet" priority="5"><iconSet iconSet="3TrafficLights1"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>' +
    '<conditionalFormatting sqref="A3:J6"><cfRule type="expression" dxfId="0" priority="6"><formula>$I3="已完成"</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="状态" error="请从列表中选择" promptTitle="状态" prompt="三者选一" sqref="I3:I6"><formula1>"已完成,进行中,未启动"</formula1></dataValidation><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" sqref="H3:H6"><formula1>0</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="B3" r:id="rId4" tooltip="办法全文"/><hyperlink ref="B5" location="单位!A1" display="单位"/></hyperlinks>' +
    '<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToHeight="0" r:id="rId5"/>' +
    '<headerFooter differentOddEven="1" differentFirst="1"><oddHeader>&amp;L&amp;G&amp;R内部资料</oddHeader><oddFooter>&amp;C- &amp;P -</oddFooter><evenFooter>&amp;L- &amp;P -</evenFooter><firstHeader>&amp;C首页</firstHeader></headerFooter>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="6" max="1048575" man="1"/></colBreaks>' +
    '<cellWatches><cellWatch r="G11"/></cellWatches><ignoredErrors><ignoredError sqref="A3:A6" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId3"/>' +
    '<controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1026" r:id="rId8" name="勾选"><controlPr defaultSize="0"><anchor><from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls>' +
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{A0000000-0000-0000-0000-000000000001}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>H3:H6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
    `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" ${X14}><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>单位!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>D3:D6</xm:sqref></x14:dataValidation></x14:dataValidations></ext>` +
    `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ${X14}><x14:sparklineGroups><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>工作台账!G3:H3</xm:f><xm:sqref>J3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`,
  ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xdr="${XDR}"`,
);

const UNITS_XML = worksheet(`<sheetData><row r="1">${s("A1", "市商务局")}<c r="B1"><f>工作台账!H3*2</f><v>80</v></c></row><row r="2">${s("A2", "市发展改革委")}</row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="q8ZmAL0eXfZ9EHG5T0iIRQ==" saltValue="m3eBMaqUo5pYqWW1rmGJqQ==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>`);
const SECRET_XML = worksheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 密 </t></is></c><c r="B1"><f>[1]Sheet1!$A$1</f><v>7</v></c></row></sheetData>');
const DETAIL_XML = worksheet(
  `<sheetData><row r="1">${s("A1", "部门")}${s("B1", "数量")}</row><row r="2">${s("A2", "市商务局")}<c r="B2"><v>3</v></c></row><row r="3">${s("A3", "市发展改革委")}<c r="B3"><v>4</v></c></row><row r="4">${s("A4", "合计")}<c r="B4"><f>SUBTOTAL(109,明细[数量])</f><v>7</v></c></row></sheetData>` +
    '<oleObjects><oleObject progId="Package" shapeId="1025" r:id="rId3"/></oleObjects><tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
);
const PIVOT_XML = worksheet(`<sheetData><row r="3">${s("A3", "部门")}${s("B3", "数量")}</row><row r="4">${s("A4", "市商务局")}<c r="B4"><v>3</v></c></row></sheetData>`);

const at = (tag: string, col: number, row: number): string => `<xdr:${tag}><xdr:col>${col}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
const rels = (list: readonly (readonly [kind: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${kind.includes("/") ? kind : `${OFFICE}/${kind}`}" Target="${target}"${/^https?:/u.test(target) ? ' TargetMode="External"' : ""}/>`)
    .join("")}</Relationships>`;
const chartXml = (formula: string): string =>
  `${XML}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${A}" xmlns:r="${OFFICE}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>完成情况</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>40</c:v></c:pt><c:pt idx="1"><c:v>50</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
const graphic = (id: string): string => `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

const STYLES_XML =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="14"/><name val="黑体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left/><right/><top/><bottom/><diagonal style="thin"><color auto="1"/></diagonal></border></borders>' +
  '<cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="1" applyFont="1" applyFill="1"><alignment horizontal="center" vertical="center" textRotation="255"/></xf>' +
  '<xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyProtection="1"><alignment wrapText="1" indent="1"/><protection locked="0" hidden="1"/></xf><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="2"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="台账标题" xfId="1"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>' +
  '<tableStyles count="1" defaultTableStyle="TableStyleMedium2"><tableStyle name="政务蓝" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="0"/></tableStyle></tableStyles><colors><mruColors><color rgb="FF123456"/></mruColors></colors></styleSheet>';

const THEME_XML = `${XML}<a:theme xmlns:a="${A}" name="政务"><a:themeElements><a:clrScheme name="政务"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="5B9BD5"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="4472C4"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="政务"><a:majorFont><a:latin typeface="黑体"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="宋体"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="政务"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"/><a:ln w="12700"/><a:ln w="19050"/></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const VML_HEAD = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';

/** The book's parts by name; those that are not text are bytes. */
export function everythingParts(): Readonly<Record<string, string | Uint8Array>> {
  const overrides: readonly (readonly [part: string, type: string])[] = [
    ["xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main"],
    ...[1, 2, 3, 4, 5].map((i) => [`xl/worksheets/sheet${i}.xml`, `${TYPE}worksheet`] as const),
    ["xl/chartsheets/sheet1.xml", `${TYPE}chartsheet`], ["xl/styles.xml", `${TYPE}styles`], ["xl/sharedStrings.xml", `${TYPE}sharedStrings`], ["xl/theme/theme1.xml", `${DRAWING}theme`],
    ["xl/drawings/drawing1.xml", `${DRAWING}drawing`], ["xl/drawings/drawing2.xml", `${DRAWING}drawing`], ["xl/charts/chart1.xml", `${DRAWING}drawingml.chart`], ["xl/charts/chart2.xml", `${DRAWING}drawingml.chart`],
    ["xl/comments1.xml", `${TYPE}comments`], ["xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments"], ["xl/persons/person.xml", "application/vnd.ms-excel.person"],
    ["xl/tables/table1.xml", `${TYPE}table`], ["xl/queryTables/queryTable1.xml", `${TYPE}queryTable`], ["xl/connections.xml", `${TYPE}connections`],
    ["xl/pivotTables/pivotTable1.xml", `${TYPE}pivotTable`], ["xl/pivotCache/pivotCacheDefinition1.xml", `${TYPE}pivotCacheDefinition`], ["xl/pivotCache/pivotCacheRecords1.xml", `${TYPE}pivotCacheRecords`],
    ["xl/externalLinks/externalLink1.xml", `${TYPE}externalLink`], ["xl/ctrlProps/ctrlProp1.xml", "application/vnd.ms-excel.controlproperties"], ["xl/metadata.xml", `${TYPE}sheetMetadata`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"], ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties"], ["docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties"],
    ["customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties"],
  ];
  return {
    "[Content_Types].xml":
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/embeddings/oleObject1.bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>' +
      `${overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}+xml"/>`).join("")}</Types>`,
    "_rels/.rels": rels([["officeDocument", "xl/workbook.xml"], ["http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"], ["extended-properties", "docProps/app.xml"], ["custom-properties", "docProps/custom.xml"], ["http://schemas.microsoft.com/office/2007/relationships/ui/extensibility", "customUI/customUI14.xml"]]),
    "xl/workbook.xml":
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl" lastEdited="7"/><fileSharing readOnlyRecommended="1" userName="督查室"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/><workbookProtection workbookPassword="CC1A" lockWindows="1"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" tabRatio="700"/></bookViews>` +
      `<sheets><sheet name="${LEDGER}" sheetId="1" r:id="rId1"/><sheet name="单位" sheetId="2" state="hidden" r:id="rId2"/><sheet name="底稿" sheetId="3" state="veryHidden" r:id="rId3"/><sheet name="明细" sheetId="4" r:id="rId4"/><sheet name="透视" sheetId="5" r:id="rId5"/><sheet name="图" sheetId="6" r:id="rId6"/></sheets>` +
      `<externalReferences><externalReference r:id="rId10"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${LEDGER}!$A$2:$J$6</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">${LEDGER}!$A$1:$J$12</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${LEDGER}!$2:$2</definedName><definedName name="进度" comment="完成值">${LEDGER}!$H$3:$H$4</definedName><definedName name="名单" localSheetId="1">单位!$A$1:$A$2</definedName></definedNames>` +
      '<calcPr calcId="191029" iterate="1" iterateCount="50"/><customWorkbookViews><customWorkbookView name="打印视图" guid="{0B7F5C3A-6E0E-4E2A-9D2C-3B2E7D3F0A11}" windowWidth="0" windowHeight="0" activeSheetId="1"/></customWorkbookViews><pivotCaches><pivotCache cacheId="1" r:id="rId11"/></pivotCaches></workbook>',
    "xl/_rels/workbook.xml.rels": rels([
      ...[1, 2, 3, 4, 5].map((i) => ["worksheet", `worksheets/sheet${i}.xml`] as const), ["chartsheet", "chartsheets/sheet1.xml"], ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"], ["theme", "theme/theme1.xml"],
      ["externalLink", "externalLinks/externalLink1.xml"], ["pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"], ["http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"], ["customXml", "../customXml/item1.xml"],
      ["connections", "connections.xml"], ["http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"], ["sheetMetadata", "metadata.xml"],
    ]),
    "xl/worksheets/sheet1.xml": LEDGER_XML,
    "xl/worksheets/sheet2.xml": UNITS_XML,
    "xl/worksheets/sheet3.xml": SECRET_XML,
    "xl/worksheets/sheet4.xml": DETAIL_XML,
    "xl/worksheets/sheet5.xml": PIVOT_XML,
    "xl/worksheets/_rels/sheet1.xml.rels": rels([
      ["drawing", "../drawings/drawing1.xml"], ["vmlDrawing", "../drawings/vmlDrawing1.vml"], ["vmlDrawing", "../drawings/vmlDrawing2.vml"], ["hyperlink", "https://example.org/办法"], ["printerSettings", "../printerSettings/printerSettings1.bin"],
      ["comments", "../comments1.xml"], ["http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"], ["ctrlProp", "../ctrlProps/ctrlProp1.xml"],
    ]),
    "xl/worksheets/_rels/sheet4.xml.rels": rels([["table", "../tables/table1.xml"], ["queryTable", "../queryTables/queryTable1.xml"], ["oleObject", "../embeddings/oleObject1.bin"]]),
    "xl/worksheets/_rels/sheet5.xml.rels": rels([["pivotTable", "../pivotTables/pivotTable1.xml"]]),
    "xl/chartsheets/sheet1.xml": `${XML}<chartsheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr/><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
    "xl/chartsheets/_rels/sheet1.xml.rels": rels([["drawing", "../drawings/drawing2.xml"]]),
    "xl/drawings/drawing1.xml":
      `${XML}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${OFFICE}"><xdr:twoCellAnchor editAs="oneCell">${at("from", 1, 12)}${at("to", 2, 15)}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章" descr="公章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>` +
      `<xdr:twoCellAnchor>${at("from", 3, 12)}${at("to", 6, 22)}${graphic("rId2")}<xdr:clientData/></xdr:twoCellAnchor>` +
      `<xdr:twoCellAnchor>${at("from", 7, 12)}${at("to", 9, 15)}<xdr:sp macro="" textlink="${LEDGER}!$G$11"><xdr:nvSpPr><xdr:cNvPr id="4" name="文本框 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="99999" cy="99999"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>合计 300</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": rels([["image", "../media/image1.png"], ["chart", "../charts/chart1.xml"]]),
    "xl/drawings/drawing2.xml": `${XML}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${OFFICE}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${graphic("rId1")}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing2.xml.rels": rels([["chart", "../charts/chart2.xml"]]),
    "xl/charts/chart1.xml": chartXml(`${LEDGER}!$H$3:$H$4`),
    "xl/charts/chart2.xml": chartXml("明细!$B$2:$B$3"),
    "xl/media/image1.png": PNG,
    "xl/drawings/vmlDrawing1.vml":
      `${VML_HEAD}<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>2, 15, 2, 10, 4, 15, 6, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>` +
      '<v:shape id="_x0000_s1026" style="position:absolute"><x:ClientData ObjectType="Checkbox"><x:Anchor>9, 0, 2, 0, 10, 0, 3, 0</x:Anchor><x:FmlaLink>$J$3</x:FmlaLink></x:ClientData></v:shape></xml>',
    "xl/drawings/vmlDrawing2.vml": `${VML_HEAD}<v:shape id="LH" style="position:absolute;width:10pt;height:10pt"><v:imagedata o:relid="rId1" o:title="徽标"/></v:shape></xml>`,
    "xl/drawings/_rels/vmlDrawing2.vml.rels": rels([["image", "../media/image1.png"]]),
    "xl/comments1.xml": `${XML}<comments xmlns="${MAIN}"><authors><author>张三</author><author>tc={1B0E7D5A-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="B3" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>张三：</t></r><r><t>请核实</t></r></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml": `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B6" dT="2026-01-05T08:00:00.00" personId="{2B0E7D5A-0000-4000-8000-000000000002}" id="{1B0E7D5A-0000-4000-8000-000000000001}"><text>是否长期？</text></threadedComment></ThreadedComments>`,
    "xl/persons/person.xml": `${XML}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="李四" id="{2B0E7D5A-0000-4000-8000-000000000002}" userId="li" providerId="None"/></personList>`,
    "xl/tables/table1.xml": `${XML}<table xmlns="${MAIN}" id="1" name="明细" displayName="明细" ref="A1:B4" totalsRowCount="1"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="部门" totalsRowLabel="合计"/><tableColumn id="2" name="数量" totalsRowFunction="sum"/></tableColumns><tableStyleInfo name="政务蓝" showRowStripes="1"/></table>`,
    "xl/queryTables/queryTable1.xml": `${XML}<queryTable xmlns="${MAIN}" name="查询" connectionId="1" autoFormatId="16"/>`,
    "xl/connections.xml": `${XML}<connections xmlns="${MAIN}"><connection id="1" name="局域库" type="5" refreshedVersion="6"><dbPr connection="Provider=None" command="台账" commandType="3"/></connection></connections>`,
    "xl/pivotTables/pivotTable1.xml": `${XML}<pivotTableDefinition xmlns="${MAIN}" name="数据透视表1" cacheId="1" dataCaption="值"><location ref="A3:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="求和项:数量" fld="1"/></dataFields></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": rels([["pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]]),
    "xl/pivotCache/pivotCacheDefinition1.xml": `${XML}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="明细"/></cacheSource><cacheFields count="2"><cacheField name="部门" numFmtId="0"><sharedItems count="2"><s v="市商务局"/><s v="市发展改革委"/></sharedItems></cacheField><cacheField name="数量" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="3" maxValue="4"/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": rels([["pivotCacheRecords", "pivotCacheRecords1.xml"]]),
    "xl/pivotCache/pivotCacheRecords1.xml": `${XML}<pivotCacheRecords xmlns="${MAIN}" count="2"><r><x v="0"/><n v="3"/></r><r><x v="1"/><n v="4"/></r></pivotCacheRecords>`,
    "xl/externalLinks/externalLink1.xml": `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="%E5%8F%A6%E8%A1%A8.xlsx" TargetMode="External"/></Relationships>`,
    "xl/ctrlProps/ctrlProp1.xml": `${XML}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$J$3" checked="Checked"/>`,
    "xl/metadata.xml": `${XML}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
    "xl/printerSettings/printerSettings1.bin": "打印机",
    "xl/vbaProject.bin": anOle(["VBA", "PROJECT"]),
    "xl/embeddings/oleObject1.bin": anOle(["Package"]),
    "xl/styles.xml": STYLES_XML,
    "xl/theme/theme1.xml": THEME_XML,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}" count="${STRINGS.length}" uniqueCount="${STRINGS.length}">${STRINGS.map((item) => (item.startsWith("<si>") ? item : `<si><t>${item}</t></si>`)).join("")}</sst>`,
    "customXml/item1.xml": `${XML}<root xmlns="urn:office">自定义</root>`,
    "customXml/_rels/item1.xml.rels": rels([["customXmlProps", "itemProps1.xml"]]),
    "customXml/itemProps1.xml": `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{3B0E7D5A-0000-4000-8000-000000000003}"><ds:schemaRefs/></ds:datastoreItem>`,
    "customUI/customUI14.xml": '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><ribbon><tabs><tab id="t" label="台账"/></tabs></ribbon></customUI>',
    "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>督查室</dc:creator><dc:title>台账</dc:title></cp:coreProperties>`,
    "docProps/app.xml": `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>6</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="6" baseType="lpstr">${[LEDGER, "单位", "底稿", "明细", "透视", "图"].map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join("")}</vt:vector></TitlesOfParts><Company>市政府办公厅</Company></Properties>`,
    "docProps/custom.xml": `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>`,
  };
}

/** The workbook as a file (.xlsm). */
export function everythingBook(): Uint8Array {
  return writeZip(Object.entries(everythingParts()).map(([name, part]) => (typeof part === "string" ? packText(name, part) : packBytes(name, part))));
}

export interface Feature {
  readonly name: string;
  readonly part: string;
  /** Texts of the part that make the feature; none: the whole part. */
  readonly holds: readonly string[];
}

const SHEET1 = "xl/worksheets/sheet1.xml";
const BOOK = "xl/workbook.xml";
const own = (name: string, ...holds: string[]): Feature => ({ name, part: SHEET1, holds });
const whole = (name: string, part: string): Feature => ({ name, part, holds: [] });

/** Every feature, one check each. */
export const FEATURES: readonly Feature[] = [
  own("tab colour", '<tabColor theme="5" tint="0.4"/>'),
  own("outline direction and code name", 'codeName="Sheet1"', '<outlinePr summaryBelow="0"/>'),
  own("fit to page", '<pageSetUpPr fitToPage="1"/>', 'fitToHeight="0"'),
  own("frozen panes", '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>'),
  own("zoom and hidden grid lines", 'showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85"'),
  own("selection", '<selection pane="bottomRight" activeCell="C5" sqref="C5:D6"/>'),
  own("column widths, styles and hidden columns", '<col min="2" max="2" width="18" style="3" customWidth="1"/>', '<col min="10" max="10" width="9" hidden="1" customWidth="1"/>'),
  own("row height", 'ht="36" customHeight="1" x14ac:dyDescent="0.25"'),
  own("row style", 's="1" customFormat="1"'),
  own("hidden row", 'hidden="1"><c r="A4">'),
  own("outline group of rows", 'outlineLevel="1"', 'outlineLevelRow="1"'),
  own("span", '<mergeCell ref="A1:J1"/>'),
  own("inline string with blanks", '<t xml:space="preserve"> 长期 </t>'),
  own("boolean", '<c r="G5" t="b"><v>1</v></c>'),
  own("error value", '<c r="H5" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
  own("date", '<c r="F4" s="2"><v>46387</v></c>'),
  own("percentage", '<c r="F6" s="4"><v>0.5</v></c>'),
  own("formula and its value", "<f>SUM(G3:G4)</f><v>300</v>"),
  own("shared formula", '<f t="shared" ref="H11:I11" si="0">SUM(H3:H4)</f>', '<f t="shared" si="0"/>'),
  own("array formula", '<f t="array" ref="G12">SUM(G3:G4*H3:H4)</f><v>14000</v>'),
  own("dynamic array formula", '<c r="H12" cm="1"><f t="array" ref="H12">SUM(进度)</f><v>90</v>'),
  own("filter with its criteria", '<filterColumn colId="3"><filters><filter val="市商务局"/></filters></filterColumn>'),
  own("sort order", '<sortState ref="A3:J6"><sortCondition descending="1" ref="A3:A6"/></sortState>'),
  own("rule that stops", 'stopIfTrue="1" operator="lessThan"><formula>45</formula>'),
  own("rule for duplicates", '<cfRule type="duplicateValues" dxfId="0" priority="2"/>'),
  own("colour scale", '<cfRule type="colorScale" priority="3">'),
  own("data bar and its extension", '<cfRule type="dataBar" priority="4">', '<x14:cfRule type="dataBar" id="{A0000000-0000-0000-0000-000000000001}">', "<xm:sqref>H3:H6</xm:sqref>"),
  own("icon set", '<iconSet iconSet="3TrafficLights1">'),
  own("rule by a formula", '<formula>$I3="已完成"</formula>'),
  own("validation by a list, with its words", 'error="请从列表中选择" promptTitle="状态" prompt="三者选一" sqref="I3:I6"><formula1>"已完成,进行中,未启动"</formula1>'),
  own("validation by a number", '<dataValidation type="decimal" operator="greaterThanOrEqual"'),
  own("validation by a list on another sheet", "<xm:f>单位!$A$1:$A$2</xm:f>", "<xm:sqref>D3:D6</xm:sqref>"),
  own("sparklines", "<xm:f>工作台账!G3:H3</xm:f><xm:sqref>J3</xm:sqref>"),
  own("link outward", '<hyperlink ref="B3" r:id="rId4" tooltip="办法全文"/>'),
  own("link inside", '<hyperlink ref="B5" location="单位!A1" display="单位"/>'),
  own("protected range", '<protectedRange sqref="J3:J6" name="备注区"/>'),
  own("scenario", '<scenario name="乐观" locked="1" count="1" user="张三"><inputCells r="H3" val="90"/></scenario>'),
  own("custom sheet view", "{0B7F5C3A-6E0E-4E2A-9D2C-3B2E7D3F0A11}"),
  own("print options", '<printOptions horizontalCentered="1" gridLines="1"/>'),
  own("margins", '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'),
  own("paper and direction", '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0" r:id="rId5"/>'),
  own("headers and footers", '<headerFooter differentOddEven="1" differentFirst="1">', "<evenFooter>&amp;L- &amp;P -</evenFooter>", "<firstHeader>&amp;C首页</firstHeader>"),
  own("page breaks", '<brk id="4" max="16383" man="1"/>', '<brk id="6" max="1048575" man="1"/>'),
  own("watched cell", '<cellWatch r="G11"/>'),
  own("ignored error", '<ignoredError sqref="A3:A6" numberStoredAsText="1"/>'),
  own("form control", '<control shapeId="1026" r:id="rId8" name="勾选">'),
  { name: "rich text, struck through", part: "xl/sharedStrings.xml", holds: ['<strike/><color rgb="FFFF0000"/><sz val="11"/><rFont val="宋体"/></rPr><t>淘汰老旧汽车</t>'] },
  { name: "phonetic text", part: "xl/sharedStrings.xml", holds: ['<rPh sb="0" eb="1"><t>シ</t></rPh>'] },
  whole("form control's settings", "xl/ctrlProps/ctrlProp1.xml"),
  whole("picture", "xl/media/image1.png"),
  whole("drawings: picture, chart, text box", "xl/drawings/drawing1.xml"),
  whole("chart", "xl/charts/chart1.xml"),
  whole("header picture", "xl/drawings/vmlDrawing2.vml"),
  whole("notes", "xl/comments1.xml"),
  whole("boxes of notes", "xl/drawings/vmlDrawing1.vml"),
  whole("threaded comments", "xl/threadedComments/threadedComment1.xml"),
  whole("people who comment", "xl/persons/person.xml"),
  whole("printer settings", "xl/printerSettings/printerSettings1.bin"),
  whole("table", "xl/tables/table1.xml"),
  whole("query", "xl/queryTables/queryTable1.xml"),
  whole("connection", "xl/connections.xml"),
  whole("pivot table", "xl/pivotTables/pivotTable1.xml"),
  whole("pivot cache", "xl/pivotCache/pivotCacheDefinition1.xml"),
  whole("pivot records", "xl/pivotCache/pivotCacheRecords1.xml"),
  whole("sheet protection with its password", "xl/worksheets/sheet2.xml"),
  { name: "hidden sheet", part: BOOK, holds: ['<sheet name="单位" sheetId="2" state="hidden" r:id="rId2"/>'] },
  { name: "very hidden sheet", part: BOOK, holds: ['<sheet name="底稿" sheetId="3" state="veryHidden" r:id="rId3"/>'] },
  whole("chart sheet", "xl/chartsheets/sheet1.xml"),
  { name: "defined names", part: BOOK, holds: [`<definedName name="进度" comment="完成值">${LEDGER}!$H$3:$H$4</definedName>`, '<definedName name="名单" localSheetId="1">单位!$A$1:$A$2</definedName>'] },
  { name: "print area", part: BOOK, holds: [`<definedName name="_xlnm.Print_Area" localSheetId="0">${LEDGER}!$A$1:$J$12</definedName>`] },
  { name: "print titles", part: BOOK, holds: [`<definedName name="_xlnm.Print_Titles" localSheetId="0">${LEDGER}!$2:$2</definedName>`] },
  { name: "workbook protection", part: BOOK, holds: ['<workbookProtection workbookPassword="CC1A" lockWindows="1"/>'] },
  { name: "read-only recommendation", part: BOOK, holds: ['<fileSharing readOnlyRecommended="1" userName="督查室"/>'] },
  { name: "custom workbook view", part: BOOK, holds: ['<customWorkbookView name="打印视图"'] },
  { name: "settings of calculation", part: BOOK, holds: ['iterate="1" iterateCount="50"'] },
  whole("link to another workbook", "xl/externalLinks/externalLink1.xml"),
  whole("formulas over another workbook", "xl/worksheets/sheet3.xml"),
  whole("theme", "xl/theme/theme1.xml"),
  { name: "named cell style", part: "xl/styles.xml", holds: ['<cellStyle name="台账标题" xfId="1"/>'] },
  { name: "gradient fill and diagonal border", part: "xl/styles.xml", holds: ['<gradientFill degree="90">', '<border diagonalUp="1">'] },
  { name: "alignment and protection of cells", part: "xl/styles.xml", holds: ['textRotation="255"', '<protection locked="0" hidden="1"/>'] },
  { name: "style of tables", part: "xl/styles.xml", holds: ['<tableStyle name="政务蓝" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="0"/></tableStyle>'] },
  { name: "colours used last", part: "xl/styles.xml", holds: ['<mruColors><color rgb="FF123456"/></mruColors>'] },
  whole("metadata of cells", "xl/metadata.xml"),
  whole("macros", "xl/vbaProject.bin"),
  whole("embedded object", "xl/embeddings/oleObject1.bin"),
  whole("own ribbon", "customUI/customUI14.xml"),
  whole("custom XML", "customXml/item1.xml"),
  whole("custom XML's schema", "customXml/itemProps1.xml"),
  whole("document properties", "docProps/core.xml"),
  whole("own document properties", "docProps/custom.xml"),
  { name: "application properties", part: "docProps/app.xml", holds: ["<Company>市政府办公厅</Company>"] },
];

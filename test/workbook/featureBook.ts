/** One workbook with everything that offices put into a ledger: whoever saves it must give all of it back. */
import { MAIN, OFFICE, XML, bookParts, packageOf, worksheet } from "./books";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const LEDGER = "工作台账";

/** The ledger's sheet: title over the table, header in row 2, tasks from row 3, odd and rare elements in every place. */
export const LEDGER_XML = worksheet(
  '<sheetPr codeName="Sheet1" filterMode="1"><tabColor rgb="FFFF0000"/><outlinePr summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H8"/>' +
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="90" workbookViewId="0"><pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="C4" sqref="C4"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25" x14ac:dyDescent="0.15"/>' +
    '<cols><col min="1" max="1" width="6.125" customWidth="1"/><col min="2" max="3" width="20.5" style="1" customWidth="1"/><col min="4" max="8" width="12" customWidth="1"/><col min="9" max="16384" width="9" style="3"/></cols>\n' +
    '<sheetData>' +
    '<row r="1" spans="1:8" ht="40" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/></row>' +
    '<row r="2" spans="1:8" s="1" customFormat="1"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="1" t="s"><v>2</v></c><c r="C2" s="1" t="inlineStr"><is><t>工作内容</t></is></c><c r="D2" s="1" t="s"><v>3</v></c><c r="E2" s="1" t="s"><v>4</v></c><c r="F2" s="1" t="s"><v>5</v></c></row>' +
    '<row r="3" spans="1:8"><c r="A3"><v>1</v></c><c r="B3" s="3" t="s"><v>6</v></c><c r="C3" s="3" t="s"><v>7</v><extLst><ext uri="{x}"/></extLst></c><c r="D3"><v>100</v></c><c r="E3"><v>40</v></c><c r="F3"><f>E3/D3</f><v>0.4</v></c></row>' +
    '<row r="4" spans="1:8"><c r="A4"><v>2</v></c><c r="B4" s="3" t="s"><v>6</v></c><c r="D4"><v>200</v></c><c r="E4"><v>50</v></c><c r="F4"><f>E4/D4</f><v>0.25</v></c><c r="H4" s="2"><v>46022</v></c></row>' +
    '<row r="5" hidden="1" outlineLevel="1"><c r="A5"><v>3</v></c><c r="B5" t="str"><f>B4&amp;"*"</f><v>二*</v></c><c r="E5" t="b"><v>1</v></c><c r="F5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
    '<row r="8" spans="4:6"><c r="D8"><f>SUM(D3:D5)</f><v>300</v></c><c r="E8"><f>SUM(进度)</f><v>90</v></c><c r="F8"><f t="array" ref="F8">SUM(E3:E4*D3:D4)</f><v>14000</v></c></row>' +
    "</sheetData>" +
    '<sheetCalcPr fullCalcOnLoad="0"/><protectedRanges><protectedRange sqref="A1" name="标题"/></protectedRanges>' +
    '<autoFilter ref="A2:H5"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>' +
    '<conditionalFormatting sqref="D3:D5"><cfRule type="duplicateValues" dxfId="0" priority="3" stopIfTrue="1"/></conditionalFormatting>' +
    '<conditionalFormatting sqref="E3:E5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>45</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="G3:G5"><formula1>"已完成,进行中,未启动"</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="B3" r:id="rId4"/></hyperlinks><printOptions gridLines="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="8" scale="80" orientation="landscape" r:id="rId5"/><headerFooter differentOddEven="1"><oddFooter>&amp;C- &amp;P -</oddFooter></headerFooter>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A3:A5" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts>' +
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
    '<x14:cfRule type="iconSet" priority="2" id="{A}"><x14:iconSet iconSet="3Stars"/></x14:cfRule><xm:sqref>F3:F5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>' +
    '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>单位!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>H3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
);

const UNITS_XML = worksheet(
  '<sheetData><row r="1"><c r="A1" t="s"><v>8</v></c><c r="B1"><f>工作台账!E3*2</f><v>80</v></c></row><row r="2"><c r="A2" t="s"><v>9</v></c><c r="B2"><f>B1+1</f><v>81</v></c></row><row r="3"><c r="B3"><f>SUM(C1:C9)</f><v>0</v></c></row></sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>',
);

const SECRET_XML = worksheet('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 密 </t></is></c></row></sheetData>');

/** The parts of that workbook. */
export function featureParts(): Record<string, string> {
  const rels = (inner: string): string => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return bookParts({
    sheets: { [LEDGER]: LEDGER_XML, 单位: UNITS_XML, 底稿: SECRET_XML },
    hidden: { 底稿: "veryHidden" },
    strings: [
      "设备更新工作台账", "序号", "重点任务", "目标值", "完成值", "完成率", "推动设备更新",
      '<si><r><t xml:space="preserve">到 2025 年，</t></r><r><rPr><b/><color rgb="FFFF0000"/><sz val="11"/><rFont val="宋体"/></rPr><t>淘汰老旧汽车</t></r><phoneticPr fontId="1"/></si>', "市发展改革委", "市商务局",
    ],
    beforeSheets: '<fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="0" yWindow="0" activeTab="0"/></bookViews>',
    afterSheets: `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${LEDGER}!$A$2:$H$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${LEDGER}!$2:$2</definedName><definedName name="进度">${LEDGER}!$E$3:$E$4</definedName><definedName name="名单" localSheetId="1">单位!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/>`,
    types:
      `<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/comments1.xml" ContentType="${SPREADSHEET}.comments+xml"/>` +
      `<Override PartName="/xl/tables/table1.xml" ContentType="${SPREADSHEET}.table+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${SPREADSHEET}.calcChain+xml"/>` +
      '<Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>' +
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
    relations: `<Relationship Id="rId92" Type="${OFFICE}/calcChain" Target="calcChain.xml"/><Relationship Id="rId93" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/>`,
    parts: {
      "xl/calcChain.xml": `${XML}<calcChain xmlns="${MAIN}"><c r="F3" i="1"/><c r="F4"/><c r="B1" i="2"/></calcChain>`,
      "xl/worksheets/_rels/sheet1.xml.rels": rels(
        `<Relationship Id="rId1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId3" Type="${OFFICE}/table" Target="../tables/table1.xml"/>` +
          `<Relationship Id="rId4" Type="${OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="rId5" Type="${OFFICE}/printerSettings" Target="../printerSettings/printerSettings1.bin"/><Relationship Id="rId6" Type="${OFFICE}/comments" Target="../comments1.xml"/>`,
      ),
      "xl/drawings/drawing1.xml": `${XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:pic><xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="rId1"/></xdr:blipFill></xdr:pic></xdr:twoCellAnchor></xdr:wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": rels(`<Relationship Id="rId1" Type="${OFFICE}/image" Target="../media/image1.png"/>`),
      "xl/media/image1.png": "not text: \u0000\u0001 公章",
      "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape/><br></xml>',
      "xl/comments1.xml": `${XML}<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList><comment ref="B3" authorId="0"><text><t>请核实</t></text></comment></commentList></comments>`,
      "xl/tables/table1.xml": `${XML}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A3:F5" headerRowCount="0"><tableColumns count="6">${["序号", "重点任务", "工作内容", "目标值", "完成值", "完成率"].map((name, i) => `<tableColumn id="${i + 1}" name="${name}"/>`).join("")}</tableColumns></table>`,
      "xl/printerSettings/printerSettings1.bin": "printer",
      "customXml/item1.xml": `${XML}<root xmlns="urn:x">自定义</root>`,
      "customXml/_rels/item1.xml.rels": rels(`<Relationship Id="rId1" Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"/>`),
      "customXml/itemProps1.xml": `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>`,
      "docProps/app.xml": `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>3</vt:i4></vt:variant><vt:variant><vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="4" baseType="lpstr"><vt:lpstr>${LEDGER}</vt:lpstr><vt:lpstr>单位</vt:lpstr><vt:lpstr>底稿</vt:lpstr><vt:lpstr>进度</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
    },
  });
}

export function featureBook(): Uint8Array {
  return packageOf(featureParts());
}

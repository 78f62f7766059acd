/**
 * A ledger as WPS Office writes it: its own namespaces and properties, fonts with a character set, columns in runs to the
 * last one, heights on every row, styles on rows and columns, texts in runs. Written by hand, part by part.
 */
import type { CellValue } from "../../src/core/grid/grid";
import { columnName } from "../../src/core/grid/a1";
import type { LedgerPlan } from "../../src/app/importLedger";
import { escapeText as escapeXml } from "../../src/workbook/xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Indices of `<cellXfs>`. */
const STYLE = { plain: 0, title: 1, header: 2, outline: 3, text: 4, centred: 5, label: 6 } as const;
const WIDTHS: Readonly<Record<string, number>> = { serial: 5.625, task: 14.625, content: 46.875, leadUnits: 16.125, responsibleUnits: 16.125, deadline: 9.125, targetValue: 6.625, reportedValue: 6.625, status: 6.625, progress: 22.875, problems: 10.375, note: 10.375, reporter: 9.125, reportDate: 10.625, contact: 10.375 };
const CENTRED = new Set(["serial", "leadUnits", "responsibleUnits", "deadline", "targetValue", "reportedValue", "status", "reporter", "reportDate", "contact"]);

/** The parts of the package by name; faults are planted into them by text. */
export function wpsParts({ sheet, titleLines, columns, rows }: LedgerPlan): Record<string, string> {
  const header = titleLines.length;
  const strings = new Strings();
  const width = columns.length;
  const spans: string[] = [];
  const lines: string[] = [];
  const line = (height: number, cells: readonly string[], set = false): void => {
    lines.push(`<row r="${lines.length + 1}" ht="${height}"${set ? ' customHeight="1"' : ""} spans="1:${width}">${cells.join("")}</row>`);
  };
  const cell = (col: number, value: CellValue, style: number): string => {
    const place = `<c r="${columnName(col)}${lines.length + 1}" s="${style}"`;
    if (value === null || typeof value === "boolean") return `${place}/>`;
    return typeof value === "number" ? `${place}><v>${value}</v></c>` : `${place} t="s"><v>${strings.at(value)}</v></c>`;
  };
  const across = (text: string, style: number): readonly string[] => {
    spans.push(`A${lines.length + 1}:${columnName(width - 1)}${lines.length + 1}`);
    return columns.map((_, col) => cell(col, col === 0 ? text : null, style));
  };
  for (const { kind, text } of titleLines) line(kind === "title" ? 40 : 24, across(text, kind === "title" ? STYLE.title : STYLE.label), true);
  line(28.5, columns.map(({ header: word }, col) => cell(col, word, STYLE.header)), true);
  for (const row of rows) {
    if (row.kind === "outline") line(20.25, across(row.text, STYLE.outline));
    // The program fits these heights itself: it writes them, and does not say that somebody set them.
    else line(heightOf(row.values, columns.map(({ key }) => WIDTHS[key] ?? 10)), row.values.map((value, col) => cell(col, value, CENTRED.has(columns[col]?.key ?? "") ? STYLE.centred : STYLE.text)));
  }
  const quoted = `'${sheet}'`;
  return {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([["officeDocument", `${OFFICE}/relationships/officeDocument`, "xl/workbook.xml"], ["core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"], ["app", `${OFFICE}/relationships/extended-properties`, "docProps/app.xml"], ["custom", `${OFFICE}/relationships/custom-properties`, "docProps/custom.xml"]]),
    "docProps/app.xml": `${DECLARATION}<Properties xmlns="${OFFICE}/extended-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><Application>WPS 表格</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>${sheet}</vt:lpstr></vt:vector></TitlesOfParts></Properties>`,
    "docProps/core.xml": `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">2026-10-12T01:20:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-10-14T08:01:17Z</dcterms:modified></cp:coreProperties>`,
    "docProps/custom.xml": `${DECLARATION}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="ICV"><vt:lpwstr>0A1B2C3D4E5F60718293A4B5C6D7E8F9_13</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property></Properties>`,
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12255"/></bookViews><sheets><sheet name="${sheet}" sheetId="1" r:id="rIdsheet1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${quoted}!$A$1:$${columnName(width - 1)}$${lines.length}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$${header + 1}:$${header + 1}</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([["sheet1", `${OFFICE}/relationships/worksheet`, "worksheets/sheet1.xml"], ["theme", `${OFFICE}/relationships/theme`, "theme/theme1.xml"], ["styles", `${OFFICE}/relationships/styles`, "styles.xml"], ["strings", `${OFFICE}/relationships/sharedStrings`, "sharedStrings.xml"]]),
    "xl/theme/theme1.xml": `${DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="WPS"><a:themeElements><a:clrScheme name="WPS"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": strings.part(),
    "xl/worksheets/sheet1.xml": `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${columnName(width - 1)}${lines.length}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="${header + 1}" topLeftCell="A${header + 2}" activePane="bottomLeft" state="frozen"/><selection/><selection pane="bottomLeft" activeCell="C8" sqref="C8"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/><cols>${runsOf(columns.map(({ key }) => WIDTHS[key] ?? 10))}</cols><sheetData>${lines.join("")}</sheetData><mergeCells count="${spans.length}">${spans.map((span) => `<mergeCell ref="${span}"/>`).join("")}</mergeCells><printOptions horizontalCentered="1"/><pageMargins left="0.393055555555556" right="0.393055555555556" top="0.590277777777778" bottom="0.590277777777778" header="0.298611111111111" footer="0.298611111111111"/><pageSetup paperSize="8" fitToHeight="0" orientation="landscape" horizontalDpi="600"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`,
  };
}

/** Equal neighbours are one run; the columns behind the table have the usual width and a style, to the last one there is. */
function runsOf(widths: readonly number[]): string {
  const runs: { first: number; last: number; width: number }[] = [];
  widths.forEach((width, col) => {
    const before = runs[runs.length - 1];
    if (before?.width === width) before.last = col;
    else runs.push({ first: col, last: col, width });
  });
  const written = runs.map(({ first, last, width }) => `<col min="${first + 1}" max="${last + 1}" width="${width}" style="${STYLE.text}" customWidth="1"/>`);
  return `${written.join("")}<col min="${widths.length + 1}" max="16384" width="9" style="${STYLE.plain}"/>`;
}

function heightOf(values: readonly CellValue[], widths: readonly number[]): number {
  const lines = values.map((value, col) => String(value ?? "").split("\n").reduce((sum, text) => sum + Math.max(1, Math.ceil((text.length * 2.2) / (widths[col] ?? 10))), 0));
  return Math.max(1, ...lines) * 14.25;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

function contentTypes(): string {
  const parts = [["/docProps/app.xml", `${KIND}.extended-properties+xml`], ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"], ["/docProps/custom.xml", `${KIND}.custom-properties+xml`], ["/xl/sharedStrings.xml", `${KIND}.spreadsheetml.sharedStrings+xml`], ["/xl/styles.xml", `${KIND}.spreadsheetml.styles+xml`], ["/xl/theme/theme1.xml", `${KIND}.theme+xml`], ["/xl/workbook.xml", `${KIND}.spreadsheetml.sheet.main+xml`], ["/xl/worksheets/sheet1.xml", `${KIND}.spreadsheetml.worksheet+xml`]];
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([part, type]) => `<Override PartName="${part ?? ""}" ContentType="${type ?? ""}"/>`).join("")}</Types>`;
}

/** Texts with figures stand in runs, the figures in a font of their own, as people set them. */
class Strings {
  private readonly places = new Map<string, number>();

  at(text: string): number {
    const place = this.places.get(text) ?? this.places.size;
    this.places.set(text, place);
    return place;
  }

  part(): string {
    const items = [...this.places.keys()].map((text) => (/^\D{6,}\d+\D/u.test(text) ? `<si>${text.split(/(\d+)/u).filter((run) => run !== "").map(runOf).join("")}</si>` : `<si><t${space(text)}>${escapeXml(text)}</t></si>`));
    return `${DECLARATION}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function runOf(text: string): string {
  const font = /^\d/u.test(text) ? '<rFont val="Times New Roman"/><charset val="0"/>' : '<rFont val="仿宋_GB2312"/><charset val="134"/>';
  return `<r><rPr><sz val="11"/><color theme="1"/>${font}</rPr><t${space(text)}>${escapeXml(text)}</t></r>`;
}

const space = (text: string): string => (/^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : "");

const SIDES = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("");
const aligned = (horizontal: string, font: number, border: number): string =>
  `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:xr9="http://schemas.microsoft.com/office/spreadsheetml/2016/revision9"><numFmts count="4"><numFmt numFmtId="41" formatCode="_ * #,##0_ ;_ * \\-#,##0_ ;_ * &quot;-&quot;_ ;_ @_ "/><numFmt numFmtId="42" formatCode="_ &quot;￥&quot;* #,##0_ ;_ &quot;￥&quot;* \\-#,##0_ ;_ &quot;￥&quot;* &quot;-&quot;_ ;_ @_ "/><numFmt numFmtId="43" formatCode="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "/><numFmt numFmtId="44" formatCode="_ &quot;￥&quot;* #,##0.00_ ;_ &quot;￥&quot;* \\-#,##0.00_ ;_ &quot;￥&quot;* &quot;-&quot;??_ ;_ @_ "/></numFmts><fonts count="4"><font><sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/><scheme val="minor"/></font><font><sz val="20"/><color theme="1"/><name val="方正小标宋简体"/><charset val="134"/></font><font><b/><sz val="11"/><color theme="1"/><name val="黑体"/><charset val="134"/></font><font><sz val="11"/><color theme="1"/><name val="仿宋_GB2312"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${SIDES}<diagonal/></border></borders><cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf><xf numFmtId="43" fontId="0" fillId="0" borderId="0" applyFont="0" applyFill="0" applyBorder="0" applyAlignment="0" applyProtection="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>${aligned("center", 1, 0)}${aligned("center", 2, 1)}${aligned("left", 2, 1)}${aligned("left", 3, 1)}${aligned("center", 3, 1)}${aligned("left", 3, 0)}</cellXfs><cellStyles count="2"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="千位分隔" xfId="1" builtinId="3"/></cellStyles><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/><colors><mruColors><color rgb="00FFFF00"/></mruColors></colors><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`;

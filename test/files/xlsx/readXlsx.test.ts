import { strToU8, unzipSync, zipSync } from "fflate";
import type { Grid } from "../../../src/core/grid/grid";
import { markAt, valueAt } from "../../../src/core/grid/grid";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { aWorkbook, workbookParts, type WorkbookXml } from "../../support/aWorkbook";

async function fileOf(workbook: WorkbookXml): Promise<SourceFile> {
  const read = await readFile("a.xlsx", aWorkbook(workbook), { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function gridOf(sheetData: string, workbook: Partial<WorkbookXml> = {}, after = "", before = ""): Promise<Grid> {
  const file = await fileOf({ sheets: [{ xml: `${before}<sheetData>${sheetData}</sheetData>${after}` }], ...workbook });
  const [grid] = file.grids;
  if (grid === undefined) throw new Error("no grid");
  return grid;
}

async function faultOf(workbook: WorkbookXml): Promise<unknown> {
  const read = await readFile("a.xlsx", aWorkbook(workbook), { limits: PANE_LIMITS });
  return read.ok ? read.value : read.error;
}

const cellsOf = (grid: Grid): readonly unknown[] => grid.rows.map((row) => row.values);

describe("texts", () => {
  test("shared, with runs joined and phonetic runs left out", async () => {
    const strings = "<si><t>甲</t></si><si><r><t>一</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 二</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh><phoneticPr fontId=\"1\"/></si><si/><si><t/></si>";
    const grid = await gridOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>`, { strings });
    expect(cellsOf(grid)).toEqual([["甲", "一 二", "", ""]]);
  });

  test("what an extension of a text holds is no part of it; escapes in names of sheets are resolved", async () => {
    const strings = `<si><t>甲</t><extLst><ext><t>乙</t></ext></extLst></si>`;
    const file = await fileOf({ sheets: [{ name: "_x0031_月 &amp; _x5F_", xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>` }], strings });
    expect(file.grids.map(({ sheet, rows }) => [sheet, rows[0]?.values])).toEqual([["1月 & _x5F_", ["甲"]]]);
  });

  test("inline, plain and rich, and those of formulas", async () => {
    const grid = await gridOf(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c><c r="C1" t="str"><f>A1</f><v>丙</v></c><c r="D1" t="str"><v>丁</v></c></row>`,
    );
    expect(cellsOf(grid)).toEqual([["甲", "一二", "丙", "丁"]]);
    expect(markAt(grid, 0, 2)).toEqual({ formula: true });
    expect(markAt(grid, 0, 3)).toBeUndefined();
  });

  test.each([
    ["named references", "&lt;a&gt; &amp;amp; &quot;&apos;", `<a> &amp; "'`],
    ["numbered references", "&#20013;&#x6587;&#128512;&#x1F600;", "中文😀😀"],
    ["half pairs", "&#xD83D;&#xDE00;_xD83D__xDE00_ &#xD83D;a&#xDE00;", "😀😀 \ufffda\ufffd"],
    ["what is no reference", "a & b &nbsp; &; &#; &#x110000;", "a & b &nbsp; &; &#; \ufffd"],
    ["CDATA", "a<![CDATA[<b> &amp; ]] ]>]]>c", "a<b> &amp; ]] ]>c"],
    ["escapes", "一_x000D_\n二_x005F_x000D__x00e9_ _x12_ _xZZZZ_ _", "一\r\n二_x000D_é _x12_ _xZZZZ_ _"],
    ["line ends", "a\r\nb\rc\nd&#13;&#10;e", "a\nb\nc\nd\r\ne"],
    ["comments and instructions inside", "a<!-- -- x -->b<?y z?>c", "abc"],
    ["blanks at the ends, tabs", " \t一 ", " \t一 "],
    ["characters of two to four bytes", "é中𠮷😀\ufeff\u200b", "é中𠮷😀\ufeff\u200b"],
  ])("%s", async (_what, xml, text) => {
    const inline = `<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c><c r="B1" t="str"><v>${xml}</v></c><c r="C1" t="s"><v>1</v></c></row>`;
    const grid = await gridOf(inline, { strings: `<si><t>前</t></si><si><t>${xml}</t></si><si><t>后</t></si>` });
    expect(cellsOf(grid)).toEqual([[text, text, text]]);
  });

  test("many long ones, decoded in pieces", async () => {
    const texts = Array.from({ length: 900 }, (_, i) => `${i}：${"推进设备更新改造".repeat(i % 70)}😀`);
    const inline = texts.map((text, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${i + 1}" t="s"><v>${i}</v></c></row>`);
    const grid = await gridOf(inline.join(""), { strings: texts.map((text) => `<si><t>${text}</t></si>`).join("") });
    expect(cellsOf(grid)).toEqual(texts.map((text) => [text, text]));
  });

  test("bytes that are not UTF-8 refuse the part", async () => {
    const xml = `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>@@</t></is></c></row></sheetData></worksheet>`;
    const bytes = aWorkbook({ sheets: [{ xml }] });
    const parts = unzipSync(bytes);
    const sheet = parts["xl/worksheets/sheet1.xml"];
    if (sheet === undefined) throw new Error("no sheet");
    sheet[sheet.indexOf(0x40)] = 0xff;
    const read = await readFile("a.xlsx", zipSync(parts), { limits: PANE_LIMITS });
    expect(read).toEqual({ ok: false, error: { kind: "damagedPart", part: "xl/worksheets/sheet1.xml" } });
  });

  test("runs that are struck through or coloured mark the cell", async () => {
    const run = (font: string): string => `<si><r><t>一</t></r><r><rPr>${font}</rPr><t>二</t></r></si>`;
    const strings = [run("<strike/>"), run(`<strike val="0"/>`), run(`<color rgb="FFFF0000"/>`), run(`<color theme="1"/>`), run(`<color theme="4" tint="-0.2"/><strike val="1"/>`), run(`<color indexed="64"/>`)];
    const cells = strings.map((_, i) => `<c t="s"><v>${i}</v></c>`).join("");
    const grid = await gridOf(`<row>${cells}<c t="inlineStr"><is>${run("<strike/>").slice(4, -5)}</is></c></row>`, { strings: strings.join("") });
    expect(strings.map((_, i) => markAt(grid, 0, i))).toEqual([{ struck: true }, undefined, { coloured: true }, undefined, { struck: true, coloured: true }, undefined]);
    expect(markAt(grid, 0, 6)).toEqual({ struck: true });
  });
});

describe("numbers", () => {
  test.each(["0", "1", "-1", "42", "0.1", "0.69999999999999996", "1E-3", "1.5e+21", "123456789012345678", "1e308", "5e-324", "-0.30000000000000004", "999999999999999", "9007199254740993", " 7 ", "1.", ".5", "+3"])(
    "%s is read exactly",
    async (text) => {
      const grid = await gridOf(`<row r="1"><c r="A1"><v>${text}</v></c></row>`);
      expect(valueAt(grid, 0, 0)).toBe(Number(text));
    },
  );

  test("what is none stays as text and is remarked", async () => {
    const file = await fileOf({ sheets: [{ xml: `<sheetData><row r="1"><c r="A1"><v>abc</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>Infinity</v></c><c r="D1"><v> </v></c><c r="E1"><v></v></c><c r="F1"><v/></c></row></sheetData>` }] });
    expect(cellsOf(file.grids[0] as Grid)).toEqual([["abc", "0x10", "Infinity"]]);
    expect(file.remarks).toEqual([{ id: "cell/notNumber", params: { count: 3 }, at: "Sheet1!A1" }]);
  });

  test("in pieces, by CDATA and comments", async () => {
    const grid = await gridOf(`<row r="1"><c r="A1"><v><![CDATA[12]]></v></c><c r="B1"><v>3<!-- x -->4</v></c><c r="C1" t="s"><v><![CDATA[0]]></v></c></row>`, { strings: "<si><t>甲</t></si>" });
    expect(cellsOf(grid)).toEqual([[12, 34, "甲"]]);
  });

  test("booleans and errors", async () => {
    const grid = await gridOf(`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="e"><v>#REF!</v></c></row>`);
    expect(cellsOf(grid)).toEqual([[true, false, "#DIV/0!", "#REF!"]]);
    expect(markAt(grid, 0, 2)).toEqual({ formula: true, error: true });
    expect(markAt(grid, 0, 3)).toEqual({ error: true });
  });

  test("formulas give their cached value; without one, nothing with the mark", async () => {
    const grid = await gridOf(`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c><c r="C1"><f>NOW()</f></c><c r="D1"><f>NOW()</f><v/></c></row>`);
    expect(cellsOf(grid)).toEqual([[2, 3, null, null]]);
    expect([0, 1, 2, 3].map((col) => markAt(grid, 0, col))).toEqual(Array(4).fill({ formula: true }));
  });
});

describe("styles", () => {
  const styles = (formats: readonly string[], fonts = "<font/>", xfs?: string): string =>
    `<numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join("")}</numFmts><fonts>${fonts}</fonts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs ?? `<xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join("")}`}</cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>`;

  test("dates and percentages by number format, in both date systems", async () => {
    const sheet = `<row r="1"><c r="A1" s="1"><v>45992</v></c><c r="B1" s="2"><v>0.7</v></c><c r="C1" s="0"><v>45992</v></c><c r="D1" s="1" t="str"><v>文</v></c></row>`;
    const given = { styles: styles(["yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "0.0%"]) };
    const grid = await gridOf(sheet, given);
    expect(cellsOf(grid)).toEqual([[45992, 0.7, 45992, "文"]]);
    expect([0, 1, 2, 3].map((col) => markAt(grid, 0, col))).toEqual([{ date: true }, { percent: true }, undefined, undefined]);
    expect(cellsOf(await gridOf(sheet, { ...given, date1904: true }))).toEqual([[45992 + 1462, 0.7, 45992, "文"]]);
  });

  test("ISO dates of strict files", async () => {
    const grid = await gridOf(`<row r="1"><c r="A1" t="d"><v>2025-12-01</v></c><c r="B1" t="d"><v>2025-12-01T12:00:00</v></c><c r="C1" t="d"><v>十二月</v></c></row>`, { strict: true });
    expect(cellsOf(grid)).toEqual([[45992, 45992.5, "十二月"]]);
    expect([0, 1, 2].map((col) => markAt(grid, 0, col))).toEqual([{ date: true }, { date: true }, undefined]);
  });

  test("fonts of cells: struck through, and colours other than the workbook's own", async () => {
    const fonts = `<font><color rgb="FF333333"/></font><font><strike/></font><font><color rgb="FF333333"/></font><font><color rgb="FFFF0000"/></font><font><color theme="1"/></font>`;
    const xfs = [0, 1, 2, 3, 4].map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join("");
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>1</v></c>`).join("");
    const grid = await gridOf(`<row>${cells}<c s="99"><v>1</v></c></row>`, { styles: styles([], fonts, xfs) });
    expect([0, 1, 2, 3, 4, 5].map((col) => markAt(grid, 0, col))).toEqual([undefined, { struck: true }, undefined, { coloured: true }, undefined, undefined]);
  });
});

describe("places", () => {
  test("cells and rows without a place follow the one before", async () => {
    const grid = await gridOf(`<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row><row r="5"><c><v>5</v></c></row><row><c r="B9"><v>6</v></c></row><row><c><v>7</v></c></row>`);
    expect(grid.rows.map(({ row, values }) => [row, Object.entries(values)])).toEqual([
      [0, [["0", 1], ["3", 2], ["4", 3]]],
      [1, [["0", 4]]],
      [4, [["0", 5]]],
      [8, [["1", 6]]],
      [9, [["0", 7]]],
    ]);
  });

  test("the last cell of a sheet costs no more than any other; the declared dimension counts for nothing", async () => {
    const grid = await gridOf(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, {}, `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`, `<dimension ref="A1:B2"/>`);
    expect(valueAt(grid, 1_048_575, 16_383)).toBe(1);
    expect(grid.rows).toHaveLength(1);
    expect(grid.spans).toEqual([{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }]);
  });

  test.each(["XFE1", "A1048577", "A0", "1", "A1B", "甲1"])("a cell at %s refuses the part", async (place) => {
    expect(await faultOf({ sheets: [{ xml: `<sheetData><row><c r="${place}"><v>1</v></c></row></sheetData>` }] })).toEqual({ kind: "damagedPart", part: "xl/worksheets/sheet1.xml" });
  });

  test("rows in disorder are sorted and joined; what is written twice is remarked", async () => {
    const file = await fileOf({
      sheets: [{ xml: `<sheetData><row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>11</v></c></row><row r="3"><c r="A3"><v>33</v></c><c r="B3"><v>4</v></c></row></sheetData>` }],
    });
    expect(file.grids[0]?.rows).toEqual([
      { row: 0, values: [11], marks: null, hidden: false },
      { row: 2, values: [33, 4], marks: null, hidden: false },
    ]);
    expect(file.remarks).toEqual([{ id: "cell/twice", params: { count: 2 }, at: "Sheet1!A1" }]);
  });

  test("a cell that tells another row than its row is read where the row is, and remarked", async () => {
    const file = await fileOf({ sheets: [{ xml: `<sheetData><row r="2"><c r="A7"><v>1</v></c></row></sheetData>` }] });
    expect(file.grids[0]?.rows[0]?.row).toBe(1);
    expect(file.remarks).toEqual([{ id: "cell/misplaced", params: { count: 1 }, at: "Sheet1!A2" }]);
  });

  test("empty cells with a style take no room", async () => {
    const grid = await gridOf(`<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c></row><row r="2"/><row r="3"><c r="B3"><v>1</v></c><c r="C3"/></row>`);
    expect(grid.rows.map(({ row, values }) => [row, values.length])).toEqual([[2, 2]]);
  });
});

describe("the sheet", () => {
  test("hidden rows, columns and sheets", async () => {
    const cell = (place: string): string => `<c r="${place}"><v>1</v></c>`;
    const xml = `<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/><col min="5" max="5" hidden="0"/><col min="7" max="16384" hidden="true"/></cols><sheetData><row r="1">${cell("A1")}${cell("H1")}</row><row r="2" hidden="1">${cell("A2")}</row><row r="3" hidden="true">${cell("A3")}</row><row r="4" ht="0" customHeight="1">${cell("A4")}</row></sheetData>`;
    const file = await fileOf({ sheets: [{ xml }, { xml: "<sheetData/>", state: "hidden" }, { xml: "<sheetData/>", state: "veryHidden" }] });
    expect(file.grids.map(({ visibility }) => visibility)).toEqual(["visible", "hidden", "veryHidden"]);
    expect(file.grids[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true, true, true]);
    expect(file.grids[0]?.hiddenColumns).toEqual([1, 2, 3, 6, 7]);
  });

  test("spans", async () => {
    const grid = await gridOf("", {}, `<mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell ref="$D$4:$D$6"/><mergeCell ref="B:B"/><mergeCell ref="F9:E8"/></mergeCells>`);
    expect(grid.spans).toEqual([
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 3, left: 3, bottom: 5, right: 3 },
      { top: 0, left: 1, bottom: 1_048_575, right: 1 },
      { top: 7, left: 4, bottom: 8, right: 5 },
    ]);
  });

  test("notes and threads; the stand-in of a thread is not a second note", async () => {
    const file = await fileOf({
      sheets: [{ xml: "<sheetData/>", relations: { comments: "../comments1.xml", threadedComment: "../threadedComments/threadedComment1.xml" } }],
      parts: {
        "xl/comments1.xml": `<comments><authors><author>张</author></authors><commentList><comment ref="C3" authorId="0"><text><r><rPr><b/></rPr><t>张:</t></r><r><t xml:space="preserve">\n请核实</t></r></text></comment><comment ref="A1" authorId="0"><text><t>[Threaded comment] …</t></text></comment></commentList></comments>`,
        "xl/threadedComments/threadedComment1.xml": `<ThreadedComments><threadedComment ref="A1" id="{1}"><text>数字有误 &amp; 请改</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}"><text>已改</text></threadedComment></ThreadedComments>`,
      },
    });
    expect(file.grids[0]?.notes).toEqual([
      { row: 0, col: 0, text: "数字有误 & 请改\n已改" },
      { row: 2, col: 2, text: "张:\n请核实" },
    ]);
  });

  test("namespace prefixes and strict namespaces read like the usual ones", async () => {
    const xml = `<?xml version="1.0"?>\n<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>\n <x:row x14:r="9" r="2">\n  <x:c r="A2" t="s"><x:v>0</x:v></x:c>\n </x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    const file = await fileOf({ sheets: [{ xml }], strings: "<si><t>甲</t></si>", strict: true });
    expect(file.grids[0]).toMatchObject({ rows: [{ row: 1, values: ["甲"] }], spans: [{ right: 1 }] });
  });

  test.each([
    ["GBK where it is declared", "gb2312", "gbk"],
    ["UTF-8 that declares UTF-16, as some programs write it", "utf-16", "utf8"],
    ["UTF-8 by another name", "UTF8", "utf8"],
  ])("%s", async (_what, declared, written) => {
    const xml = `<?xml version="1.0" encoding="${declared}"?><worksheet><sheetData><row><c t="inlineStr"><is><t>@@</t></is></c></row></sheetData></worksheet>`;
    const [before = "", after = ""] = xml.split("@@");
    const middle = written === "gbk" ? Buffer.from([0xd6, 0xd0, 0xce, 0xc4]) : Buffer.from("中文");
    const all = Object.fromEntries(Object.entries(workbookParts({ sheets: [{ xml: "<sheetData/>" }] })).map(([name, part]) => [name, strToU8(part)]));
    all["xl/worksheets/sheet1.xml"] = new Uint8Array(Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]));
    const read = await readFile("a.xlsx", zipSync(all), { limits: PANE_LIMITS });
    expect(read).toMatchObject({ ok: true, value: { grids: [{ rows: [{ values: ["中文"] }] }] } });
  });

  test("UTF-16 parts are read", async () => {
    const parts = { "xl/worksheets/sheet1.xml": "" };
    const all = Object.fromEntries(Object.entries(workbookParts({ sheets: [{ xml: "<sheetData/>" }], parts })).map(([name, xml]) => [name, strToU8(xml)]));
    all["xl/worksheets/sheet1.xml"] = new Uint8Array(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>中文</t></is></c></row></sheetData></worksheet>`, "utf16le"));
    const read = await readFile("a.xlsx", zipSync(all), { limits: PANE_LIMITS });
    expect(read).toMatchObject({ ok: true, value: { grids: [{ rows: [{ values: ["中文"] }] }] } });
  });
});

describe("the workbook", () => {
  test("custom properties", async () => {
    const file = await fileOf({
      sheets: [{ xml: "<sheetData/>" }],
      parts: {
        "_rels/.rels": `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/xl/workbook.xml"/><Relationship Id="b" Type="http://x/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
        "docProps/custom.xml": `<Properties xmlns:vt="x"><property name="taizhang.round"><vt:lpwstr>2025年11月 &amp; 补</vt:lpwstr></property><property name="__proto__"><vt:i4>7</vt:i4></property></Properties>`,
      },
    });
    expect([...file.properties]).toEqual([["taizhang.round", "2025年11月 & 补"], ["__proto__", "7"]]);
  });

  test("macros and what is not read are remarked", async () => {
    const file = await fileOf({
      sheets: [{ xml: "<sheetData/>" }],
      parts: { "xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<a/>", "xl/media/image1.png": "x", "xl/media/image2.png": "x", "xl/drawings/drawing1.xml": "<a/>", "xl/embeddings/a.docx": "x", "xl/worksheets/sheet9.xml": "<worksheet/>" },
    });
    expect(file.format).toBe("xlsm");
    expect(file.remarks).toEqual([
      { id: "file/macros", params: {} },
      { id: "sheet/notListed", params: { part: "xl/worksheets/sheet9.xml" } },
      { id: "file/externalLinks", params: { count: 1 } },
      { id: "file/embeddings", params: { count: 1 } },
      { id: "file/pictures", params: { count: 2 } },
      { id: "file/drawings", params: { count: 1 } },
    ]);
  });

  test("a workbook that may have macros and has none is an .xlsm", async () => {
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`;
    expect((await fileOf({ sheets: [{ xml: "<sheetData/>" }], parts: { "[Content_Types].xml": types } })).format).toBe("xlsm");
  });

  test("a sheet of another kind is remarked, one that is missing refuses the file", async () => {
    const rels = (kind: string): Record<string, string> => ({ "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/${kind}" Target="worksheets/sheet1.xml"/></Relationships>` });
    const chart = await fileOf({ sheets: [{ name: "图", xml: "<sheetData/>" }], parts: rels("chartsheet") });
    expect(chart.grids).toEqual([]);
    expect(chart.remarks[0]).toEqual({ id: "sheet/notCells", params: { kind: "chartsheet" }, at: "图" });
    expect(await faultOf({ sheets: [{ xml: "" }, { xml: "" }], parts: rels("worksheet") })).toEqual({ kind: "missingPart", part: "Sheet2" });
    expect(await faultOf({ sheets: [{ xml: "" }], parts: { "xl/worksheets/sheet1.xml": null } })).toEqual({ kind: "missingPart", part: "xl/worksheets/sheet1.xml" });
    expect(await faultOf({ sheets: [] })).toEqual({ kind: "noSheet" });
  });

  test("texts that are not there: none at all refuses, a wrong number is remarked", async () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>`;
    expect(await faultOf({ sheets: [{ xml }] })).toEqual({ kind: "missingPart", part: "sharedStrings.xml" });
    const file = await fileOf({ sheets: [{ xml }], strings: "<si><t>甲</t></si>" });
    expect(file.grids[0]?.rows[0]?.values[1]).toBe("甲");
    expect(file.remarks).toEqual([{ id: "cell/missingText", params: { count: 1 }, at: "Sheet1!A1" }]);
  });

  test("part names may differ by case", async () => {
    const file = await fileOf({ sheets: [{ xml: `<sheetData><row><c t="s"><v>0</v></c></row></sheetData>` }], strings: "x", parts: { "xl/sharedStrings.xml": null, "xl/SharedStrings.xml": "<sst><si><t>甲</t></si></sst>" } });
    expect(file.grids[0]?.rows[0]?.values).toEqual(["甲"]);
  });

  test.each([
    ["cut short", `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v>`, "damagedPart"],
    ["closed in disorder", `<?xml version="1.0"?><worksheet><sheetData><row></sheetData></row></worksheet>`, "damagedPart"],
    ["ends in a tag", `<?xml version="1.0"?><worksheet><sheetData`, "damagedPart"],
    ["ends in an attribute", `<?xml version="1.0"?><worksheet a="b`, "damagedPart"],
    ["ends in a comment", `<?xml version="1.0"?><worksheet><!-- `, "damagedPart"],
    ["no element at all", `<?xml version="1.0"?>`, "damagedPart"],
    ["nested beyond reason", `<?xml version="1.0"?>${"<a>".repeat(5000)}`, "damagedPart"],
    ["billion laughs", `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><worksheet/>`, "doctype"],
    ["external entity", `<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>`, "externalEntity"],
  ])("XML that is %s is refused", async (_what, xml, kind) => {
    expect(await faultOf({ sheets: [{ xml }] })).toEqual({ kind, part: "xl/worksheets/sheet1.xml" });
  });
});

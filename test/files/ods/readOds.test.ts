import { strToU8, zipSync } from "fflate";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";

const NAMESPACES = ["office", "table", "text", "style", "fo", "calcext", "draw", "dc", "number", "manifest", "meta"].map((prefix) => `xmlns:${prefix}="urn:${prefix}"`).join(" ");

function anOds(tables: string, styles = "", parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const all: Record<string, string> = {
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])));
}

async function read(tables: string, styles = "", parts: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const result = await readFile("a.ods", anOds(tables, styles, parts), { limits: PANE_LIMITS });
  return result.ok ? result.value : result.error;
}

const table = (rows: string, attributes = `table:name="表"`): string => `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (content: string, attributes = ""): string => `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;
const typed = (type: string, attributes: string, shown = ""): string => `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;

test("values of every type", async () => {
  const cells =
    typed("float", `office:value="0.1"`, "0") + typed("percentage", `office:value="0.7"`, "70%") + typed("currency", `office:value="5"`, "￥5") +
    typed("date", `office:date-value="2025-12-01"`) + typed("date", `office:date-value="2025-12-01T12:00:00"`) + typed("time", `office:time-value="PT12H00M00S"`) +
    typed("boolean", `office:boolean-value="true"`) + typed("string", `calcext:value-type="error" table:formula="of:=1/0" office:string-value=""`, "#DIV/0!") +
    typed("float", `table:formula="of:=1" office:value="1"`) + typed("string", `office:string-value="长"`, "短") + `<table:table-cell table:formula="of:=NOW()"/>`;
  expect(await read(table(row(cells)))).toMatchObject({
    format: "ods",
    grids: [
      {
        rows: [
          {
            values: [0.1, 0.7, 5, 45992, 45992.5, 0.5, true, "#DIV/0!", 1, "长", null],
            marks: [undefined, { percent: true }, undefined, { date: true }, { date: true }, undefined, undefined, { formula: true, error: true }, { formula: true }, undefined, { formula: true }],
          },
        ],
      },
    ],
  });
});

test("plain numbers that a format shows as a day or a percentage; days count from the file's own day", async () => {
  const format = (kind: string, name: string, parts: string): string => `<number:${kind} style:name="${name}">${parts}</number:${kind}>`;
  const style = (name: string, properties: string): string => `<style:style style:name="${name}" style:family="table-cell" ${properties}/>`;
  const styles =
    format("date-style", "N1", "<number:year/><number:month/>") + format("date-style", "N2", "<number:hours/><number:minutes/>") + format("percentage-style", "N3", "<number:number/>") +
    style("day", `style:data-style-name="N1"`) + style("child", `style:parent-style-name="day"`) + style("time", `style:data-style-name="N2"`) + style("share", `style:data-style-name="N3"`) + style("none", `style:data-style-name="N9"`);
  const cells = ["day", "child", "time", "share", "none"].map((name) => `<table:table-cell table:style-name="${name}" office:value-type="float" office:value="5"/>`).join("");
  const marks = [{ date: true }, { date: true }, undefined, { percent: true }];
  expect(await read(table(row(cells)), styles)).toMatchObject({ grids: [{ rows: [{ values: [5, 5, 5, 5, 5], marks }] }] });
  const since1904 = `<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>`;
  expect(await read(since1904 + table(row(cells)), styles)).toMatchObject({ grids: [{ rows: [{ values: [1467, 1467, 5, 5, 5], marks }] }] });
});

test("hours beyond a day, as a time of the day on a date is written", async () => {
  expect(await read(table(row(typed("time", `office:time-value="PT1103820H30M00S"`, "12:30"))))).toMatchObject({ grids: [{ rows: [{ values: [45992.5 + 0.5 / 24] }] }] });
});

test("text: paragraphs, blanks, breaks, spans, entities", async () => {
  const cells = text(`一<text:s/>二<text:s text:c="3"/>三<text:tab/>四<text:line-break/>五 &amp; <text:span>六</text:span>`) + `<table:table-cell office:value-type="string"><text:p>甲</text:p><text:p>乙</text:p></table:table-cell>`;
  expect(await read(table(row(cells)))).toMatchObject({ grids: [{ rows: [{ values: ["一 二   三\t四\n五 & 六", "甲\n乙"] }] }] });
});

test("repeated cells and rows; empty ones to the end of the sheet cost nothing", async () => {
  const rows = row(text("甲", `table:number-columns-repeated="2"`) + `<table:table-cell table:number-columns-repeated="3"/>` + text("乙")) + row(`<table:table-cell table:number-columns-repeated="16384"/>`, `table:number-rows-repeated="5"`) + row(text("丙"), `table:number-rows-repeated="2"`) + row("<table:table-cell/>", `table:number-rows-repeated="1048567"`);
  expect(await read(table(rows))).toMatchObject({
    grids: [{ rows: [{ row: 0, values: ["甲", "甲", undefined, undefined, undefined, "乙"] }, { row: 6, values: ["丙"] }, { row: 7, values: ["丙"] }] }],
  });
});

test.each([
  ["a cell that fills the sheet", row(text("甲", `table:number-columns-repeated="16384"`), `table:number-rows-repeated="1048576"`) + row(text("乙"))],
  ["a cell beyond the last column", row(`<table:table-cell table:number-columns-repeated="16384"/>` + text("甲"))],
  ["many long rows", Array.from({ length: 200 }, () => row(text("甲", `table:number-columns-repeated="16384"`))).join("")],
])("%s is refused", async (_what, rows) => {
  expect(await read(table(rows))).toEqual({ kind: "damagedPart", part: "content.xml" });
});

test("hidden rows, filtered rows, hidden columns, hidden sheets; groups and header rows are rows", async () => {
  const columns = `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column-group><table:table-column/></table:table-column-group><table:table-column table:visibility="filter" table:number-columns-repeated="1000"/>`;
  const wide = text("甲") + text("乙") + text("丙") + text("丁") + text("戊");
  const rows = `<table:table-header-rows>${row(wide)}</table:table-header-rows><table:table-row-group>${row(text("己"), `table:visibility="collapse"`)}${row(text("庚"), `table:visibility="filter"`)}</table:table-row-group>`;
  const styles = `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`;
  expect(await read(table(columns + rows) + table("", `table:name="藏" table:style-name="ta2"`), styles)).toMatchObject({
    grids: [
      { sheet: "表", visibility: "visible", hiddenColumns: [1, 2, 4], rows: [{ hidden: false }, { hidden: true }, { hidden: true }] },
      { sheet: "藏", visibility: "hidden", rows: [] },
    ],
  });
});

test("spans with what is covered; notes", async () => {
  const covered = `<table:covered-table-cell/>`;
  const note = `<table:table-cell office:value-type="string"><office:annotation><dc:date>2025</dc:date><text:p>请核实</text:p><text:p>数字</text:p></office:annotation><text:p>甲</text:p></table:table-cell>`;
  expect(await read(table(row(text("合", `table:number-columns-spanned="2" table:number-rows-spanned="2"`) + covered + note) + row(covered + covered)))).toMatchObject({
    grids: [{ spans: [{ top: 0, left: 0, bottom: 1, right: 1 }], notes: [{ row: 0, col: 2, text: "请核实\n数字" }], rows: [{ values: ["合", undefined, "甲"] }] }],
  });
});

test("struck through and coloured by cell, column, parent and run", async () => {
  const style = (name: string, properties: string, family = "table-cell", parent = ""): string =>
    `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;
  const styles = style("s1", `style:text-line-through-style="solid"`) + style("s2", `style:text-line-through-style="none" fo:color="#ff0000"`, "table-cell", "s1") + style("s3", "", "table-cell", "s1") + style("T1", `fo:color="#00ff00"`, "text") + style("loop", "", "table-cell", "loop");
  const cells = ["s1", "s2", "s3", "loop"].map((name) => text("一", `table:style-name="${name}"`)).join("") + text(`<text:span text:style-name="T1">一</text:span>`, `table:style-name="none"`) + text("列");
  expect(await read(table(`<table:table-column table:number-columns-repeated="5"/><table:table-column table:default-cell-style-name="s1"/>` + row(cells)), styles)).toMatchObject({
    grids: [{ rows: [{ marks: [{ struck: true }, { coloured: true }, { struck: true }, undefined, { coloured: true }, { struck: true }] }] }],
  });
});

test("macros, pictures and copies of other files' sheets are remarked, not read", async () => {
  const linked = table(`<table:table-source/>${row(text("外"))}`, `table:name="'file:///a.ods'#$表"`);
  const shapes = `<table:shapes><draw:frame><text:p>框</text:p></draw:frame></table:shapes>`;
  expect(await read(table(shapes + row(text("甲"))) + linked, "", { "Basic/Standard/Module1.xml": "<a/>", "Pictures/1.png": "x" })).toMatchObject({
    grids: [{ sheet: "表", rows: [{ values: ["甲"] }] }],
    remarks: [{ id: "file/macros" }, { id: "file/pictures", params: { count: 1 } }, { id: "file/drawings", params: { count: 1 } }, { id: "file/externalLinks", params: { count: 1 } }],
  });
});

test("an encrypted one, one without a sheet, one with a DOCTYPE, another kind", async () => {
  expect(await read("", "", { "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>` })).toEqual({ kind: "encryptedWorkbook" });
  expect(await read("")).toEqual({ kind: "noSheet" });
  expect(await read("", "", { "content.xml": `<?xml version="1.0"?><!DOCTYPE a><a/>` })).toEqual({ kind: "doctype", part: "content.xml" });
  expect(await read("", "", { mimetype: "application/vnd.oasis.opendocument.text" })).toEqual({ kind: "notWorkbook" });
});

test("custom properties", async () => {
  const meta = `<office:document-meta ${NAMESPACES}><office:meta><meta:user-defined meta:name="taizhang.unit">市水务局</meta:user-defined></office:meta></office:document-meta>`;
  expect(await read(table(""), "", { "meta.xml": meta })).toMatchObject({ properties: new Map([["taizhang.unit", "市水务局"]]) });
});

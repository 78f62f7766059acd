import { strToU8, zipSync } from "fflate";
import { PANE_LIMITS } from "../../src/files/limits";
import { readFile } from "../../src/files/readFile";
import { aDocx } from "../support/aDocx";
import { aWorkbook } from "../support/aWorkbook";
import { INJECTIONS } from "../support/injections";
import { bookOf } from "../support/someTables";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\r", "&#13;");
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const rows = INJECTIONS.map((payload) => [payload]);
const cells = (cell: (payload: string, i: number) => string): string => INJECTIONS.map((payload, i) => `<row r="${i + 1}"><c r="A${i + 1}" ${cell(payload, i)}</c></row>`).join("");
const sheet = (data: string): { readonly xml: string } => ({ xml: `<sheetData>${data}</sheetData>` });

function anOds(): Uint8Array {
  const paragraphs = (text: string): string => escaped(text.replaceAll("\t", "\u0001").replaceAll(/[\r\n]/gu, "\u0002")).replaceAll("\u0001", "<text:tab/>").replaceAll("\u0002", "<text:line-break/>").replaceAll(" ", "<text:s/>");
  const table = INJECTIONS.map((payload) => `<table:table-row><table:table-cell office:value-type="string"><text:p>${paragraphs(payload)}</text:p></table:table-cell></table:table-row>`).join("");
  const xml = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="表">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8(xml) });
}

function document(): Uint8Array {
  const run = (text: string): string => escaped(text.replaceAll("\t", "\u0001").replaceAll(/[\r\n]/gu, "\u0002")).replaceAll("\u0001", "</w:t><w:tab/><w:t>").replaceAll("\u0002", "</w:t><w:br/><w:t>");
  return aDocx(`<w:tbl>${INJECTIONS.map((payload) => `<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">${run(payload)}</w:t></w:r></w:p></w:tc></w:tr>`).join("")}</w:tbl>`);
}

test.each<[string, string, () => Uint8Array]>([
  ["shared texts", "a.xlsx", () => aWorkbook({ sheets: [sheet(cells((_, i) => `t="s"><v>${i}</v>`))], strings: INJECTIONS.map((payload) => `<si><t xml:space="preserve">${escaped(payload)}</t></si>`).join("") })],
  ["texts in the cells", "a.xlsx", () => aWorkbook({ sheets: [sheet(cells((payload) => `t="inlineStr"><is><t xml:space="preserve">${escaped(payload)}</t></is>`))] })],
  ["texts without a formula", "a.xlsx", () => aWorkbook({ sheets: [sheet(cells((payload) => `t="str"><v xml:space="preserve">${escaped(payload)}</v>`))] })],
  ["an .xlsb", "a.xlsb", () => bookOf([rows], { bookType: "xlsb", bookSST: true })],
  ["an .xls", "a.xls", () => bookOf([rows], { bookType: "biff8", bookSST: true })],
  ["an .et", "a.et", () => bookOf([rows], { bookType: "biff8" })],
  ["an .ods", "a.ods", anOds],
  ["a .docx", "a.docx", document],
  ["a .csv", "a.csv", () => strToU8(INJECTIONS.map((payload) => `${quoted(payload)},1`).join("\r\n"))],
  ["a .txt", "a.txt", () => strToU8(INJECTIONS.map((payload) => `${quoted(payload)}\t1`).join("\n"))],
])("texts that look like formulas come in as texts: %s", async (_what, name, make) => {
  const read = await readFile(name, make(), { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(read.error.kind);
  const cellsOf = read.value.grids[0]?.rows.map(({ values, marks }) => [values[0], marks?.[0]]);
  const isDocument = name === "a.ods" || name === "a.docx";
  expect(cellsOf).toEqual(INJECTIONS.map((payload) => [isDocument ? payload.replace("\r", "\n") : payload, undefined]));
});

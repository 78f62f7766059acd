/**
 * What is read through Office.js is what is read from the file.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellMark, Grid } from "../../src/core/grid/grid";
import { memoryExcel } from "../../src/excel/memoryExcel";
import { officeExcel } from "../../src/excel/officeExcel";
import type { ExcelPort } from "../../src/excel/port";
import { openInOffice } from "../officeHost/loadClient";
import type { Profile } from "../officeHost/profile";
import { PROFILES } from "../officeHost/profile";
import { bookOf, opened, worksheet } from "../workbook/books";
import { inspectFile as inspect } from "../../src/app/inspectFile";

async function gridsOf(excel: ExcelPort): Promise<readonly Grid[]> {
  const sheets = await excel.sheets();
  const read = sheets.ok ? await excel.read(sheets.value.map(({ name }) => name)) : sheets;
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

/** Without notes, which Excel's older versions do not tell, rows without anything in them, and empty places at the end. */
function comparable(grid: Grid): unknown {
  const rows = grid.rows
    .map(({ row, values, marks, hidden }) => ({
      row, hidden,
      cells: Array.from({ length: values.length }, (_, col) => [col, values[col] ?? null, marksIn(marks?.[col])] as const).filter(([, value]) => value !== null),
    }))
    .filter(({ cells }) => cells.length > 0);
  return { ...grid, rows, notes: [], spans: [...grid.spans].sort((a, b) => a.top - b.top || a.left - b.left) };
}

function marksIn(mark: CellMark | undefined): readonly string[] {
  return Object.keys(mark ?? {}).sort();
}

const ODD = bookOf({
  sheets: {
    表: worksheet(
      '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>红字</t></is></c><c r="B1" t="inlineStr"><is><t>黑字</t></is></c><c r="C1" s="2"><v>0.7</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2" s="3" t="inlineStr"><is><t>划去</t></is></c><c r="C2" t="e"><v>#N/A</v></c></row>' +
        '<row r="9"><c r="C9" s="4"><v>46022</v></c><c r="D9" t="str"><f>"="&amp;"1"</f><v>=1</v></c><c r="E9" t="b"><v>0</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
    ),
    空表: worksheet("<sheetData/>"),
  },
  styles:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><color rgb="FFFF0000"/><sz val="11"/><name val="宋体"/></font><font><strike/><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="5"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="9" fontId="0"/><xf numFmtId="0" fontId="2"/><xf numFmtId="31" fontId="0"/></cellXfs></styleSheet>',
});

const BOOKS: readonly (readonly [string, Uint8Array])[] = [
  ["the real ledger", readFileSync(path.resolve(__dirname, "../../seeds/工作台账.xlsx"))],
  ["a sheet of oddities", ODD],
];
const PROFILES_HERE: readonly Profile[] = [PROFILES.floor, PROFILES.ltsc2024];

test.each(BOOKS.flatMap(([name, bytes]) => PROFILES_HERE.map((profile) => [name, profile.name, bytes, profile] as const)))("%s under ExcelApi %s", async (_, __, bytes, profile) => {
  const expected = await gridsOf(memoryExcel(opened(bytes)));
  openInOffice(bytes, profile);
  const read = await gridsOf(officeExcel({ inspect }));
  expect(read.map(comparable)).toEqual(expected.map(comparable));
});

test("more merged areas than Excel tells of are read from the file", async () => {
  const spans = Array.from({ length: 600 }, (_, i) => `<mergeCell ref="A${2 * i + 1}:A${2 * i + 2}"/>`);
  const rows = Array.from({ length: 1200 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"${i % 2 === 0 ? ' t="inlineStr"><is><t>单位</t></is></c>' : "/>"}</row>`);
  const bytes = bookOf({ sheets: { 表: worksheet(`<sheetData>${rows.join("")}</sheetData><mergeCells count="600">${spans.join("")}</mergeCells>`) } });
  const host = openInOffice(bytes, PROFILES.ltsc2021);
  const excel = officeExcel({ inspect });
  const [grid] = await gridsOf(excel);
  expect(grid?.spans).toHaveLength(600);
  const before = host.syncs.length;
  await excel.read(["表"]);
  // What Excel could not tell once it is not asked again.
  expect(host.syncs.slice(before).every(({ costsUndo }) => !costsUndo)).toBe(true);
  openInOffice(bytes, PROFILES.ltsc2021);
  expect(await officeExcel().read(["表"])).toEqual({ ok: false, error: { kind: "host", code: "GeneralException" } });
});

test("an Excel that cannot tell merged cells, and nobody to read the file, is a fault and no sheet without merged cells", async () => {
  openInOffice(ODD, PROFILES.floor);
  expect(await officeExcel().read(["表"])).toEqual({ ok: false, error: { kind: "unsupported", what: "spans" } });
});

test("no values is an error of Excel's, never an empty sheet", async () => {
  const host = openInOffice(ODD, PROFILES.ltsc2021);
  const execute = host.execute.bind(host);
  host.execute = async (message, flags) => {
    const answer = await execute(message, flags);
    const text = JSON.stringify(answer).replace(/"Values":\[\[[^\]]*\](?:,\[[^\]]*\])*\]/gu, '"Values":null');
    return JSON.parse(text) as typeof answer;
  };
  expect(await officeExcel({ inspect }).read(["表"])).toEqual({ ok: false, error: { kind: "host", code: "RangeExceedsLimit" } });
});

test("files are handed over: one opens as a workbook, many as one package, others as downloads", async () => {
  const host = openInOffice(ODD, PROFILES.ltsc2021);
  const downloads: string[] = [];
  const excel = officeExcel({ zip: async (files) => new Uint8Array(files.length), download: ({ name, bytes }) => void downloads.push(`${name} ${bytes.length}`) });
  const file = { name: "返回.xlsx", bytes: ODD };
  expect(await excel.deliver([file])).toEqual({ ok: true, value: null });
  expect(host.openedBooks).toEqual([ODD]);
  expect(await excel.deliver([file, { ...file, name: "二.xlsx" }])).toEqual({ ok: true, value: null });
  expect(await excel.deliver([{ name: "报告.docx", bytes: new Uint8Array(3) }])).toEqual({ ok: true, value: null });
  expect(downloads).toEqual(["台账.zip 2", "报告.docx 3"]);
  expect(await officeExcel().deliver([file, file])).toEqual({ ok: false, error: { kind: "unsupported", what: "deliver" } });
  expect(await officeExcel().deliver([{ name: "报告.docx", bytes: new Uint8Array(3) }])).toEqual({ ok: false, error: { kind: "unsupported", what: "deliver" } });
});

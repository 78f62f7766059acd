import { readFileSync } from "node:fs";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import type { Grid } from "../../../src/core/grid/grid";
import { markAt, valueAt } from "../../../src/core/grid/grid";
import type { SourceFile } from "../../../src/core/grid/sourceFile";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { anOle } from "../../support/anOle";

/** A workbook of SheetJS with dates, a percentage, a formula, an error, a span, a note, hidden rows and sheets. */
function aBook(): XLSX.WorkBook {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet([
    ["序号", "重点任务", "完成时限", "比例"],
    [1, "推进 设备\n更新", { t: "n", v: 45992, z: `yyyy"年"m"月"d"日"` }, { t: "n", v: 0.7, z: "0%" }],
    [2, "第二", { t: "n", v: 3, f: "A2+A3" }, { t: "b", v: true }],
    [null, { t: "e", v: 0x07 }, "末"],
  ] as unknown[][]);
  sheet["!merges"] = [{ s: { r: 4, c: 0 }, e: { r: 5, c: 2 } }];
  sheet["!rows"] = [{}, {}, { hidden: true }];
  XLSX.utils.cell_add_comment(sheet["B2"] as XLSX.CellObject, "请核实", "张三");
  XLSX.utils.book_append_sheet(book, sheet, "台账 1");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["x"]]), "隐藏");
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["y"]]), "深藏");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  return book;
}

function written(bookType: XLSX.BookType, book = aBook()): Uint8Array {
  return new Uint8Array(XLSX.write(book, { bookType, type: "array" }) as ArrayBuffer);
}

async function fileOf(name: string, bytes: Uint8Array): Promise<SourceFile> {
  const read = await readFile(name, bytes, { limits: PANE_LIMITS });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function faultOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const read = await readFile(name, bytes, { limits: PANE_LIMITS });
  return read.ok ? "read" : read.error;
}

function first(file: SourceFile): Grid {
  const [grid] = file.grids;
  if (grid === undefined) throw new Error("no sheet");
  return grid;
}

describe.each<[string, XLSX.BookType, string]>([
  ["an .xls", "biff8", "xls"],
  ["an .et, which is the same", "biff8", "et"],
  ["an .xlsb", "xlsb", "xlsb"],
  ["an .xlsx of another writer", "xlsx", "xlsx"],
])("%s", (_what, bookType, extension) => {
  test("values, dates, percentages, formulas and errors", async () => {
    const file = await fileOf(`目录/a.${extension}`, written(bookType));
    expect(file).toMatchObject({ name: `a.${extension}`, format: extension });
    const grid = first(file);
    expect(grid.rows.map(({ values }) => Array.from(values, (value) => value ?? null))).toEqual([
      ["序号", "重点任务", "完成时限", "比例"],
      [1, "推进 设备\n更新", 45992, 0.7],
      [2, "第二", 3, true],
      [null, "#DIV/0!", "末"],
    ]);
    expect(markAt(grid, 1, 2)).toEqual({ date: true });
    expect(markAt(grid, 1, 3)).toEqual({ percent: true });
    expect(markAt(grid, 3, 1)).toEqual({ error: true });
    expect(markAt(grid, 2, 3)).toBeUndefined();
  });

  test("spans, and what is hidden", async () => {
    const file = await fileOf(`a.${extension}`, written(bookType));
    expect(file.grids.map(({ sheet, visibility }) => [sheet, visibility])).toEqual([["台账 1", "visible"], ["隐藏", "hidden"], ["深藏", "veryHidden"]]);
    expect(first(file).spans).toEqual([{ top: 4, left: 0, bottom: 5, right: 2 }]);
    if (bookType !== "biff8") expect(first(file).rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false]);
  });

  test("the date system of 1904", async () => {
    const book = aBook();
    book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
    const grid = first(await fileOf(`a.${extension}`, written(bookType, book)));
    const plain = first(await fileOf(`a.${extension}`, written(bookType)));
    expect(grid.rows[0]?.values).toEqual(plain.rows[0]?.values);
    expect(markAt(grid, 1, 2)).toEqual({ date: true });
    expect([45992, 45992 + 1462]).toContain(valueAt(grid, 1, 2));
  });
});

test("an .xls of LibreOffice: formulas, struck and coloured fonts, notes, hidden rows and columns", async () => {
  const grid = first(await fileOf("rich.xls", new Uint8Array(readFileSync(path.join(__dirname, "libreoffice.xls")))));
  expect(grid.rows.map(({ values }) => Array.from(values, (value) => value ?? null))).toEqual([
    ["序号", "重点任务", "完成时限", "比例", "公式", "布尔"],
    [1, "推进 设备\n更新", 46022, 0.7, 2, true],
    [2, "删除线", 46203.5, 0.125, "a删除线", false],
    [3.25, "红字", 15, 1e-10, "#DIV/0!"],
    ["合计"],
  ]);
  expect([markAt(grid, 1, 4), markAt(grid, 2, 1), markAt(grid, 3, 1), markAt(grid, 3, 4)]).toEqual([{ formula: true }, { struck: true }, { coloured: true }, { formula: true, error: true }]);
  expect(grid).toMatchObject({ notes: [{ row: 1, col: 1, text: "请核实数字" }], hiddenColumns: [3] });
  expect(grid.rows.map(({ hidden }) => hidden)).toEqual([false, false, true, false, false]);
});

test("notes", async () => {
  for (const bookType of ["xlsx", "xlsb"] as const) {
    const grid = first(await fileOf("a", written(bookType)));
    expect(grid.notes.map(({ row, col, text }) => [row, col, text.includes("请核实")])).toEqual([[1, 1, true]]);
  }
});

test("custom properties", async () => {
  const book = aBook();
  book.Custprops = { "taizhang.round": "2025年11月", Other: "x" };
  for (const bookType of ["biff8", "xlsb", "xlsx"] as const) {
    expect([...(await fileOf("a", written(bookType, book))).properties]).toEqual([["taizhang.round", "2025年11月"], ["Other", "x"]]);
  }
});

test("a workbook of Excel 5.0 has its texts in GBK, whatever code page it names", async () => {
  for (const page of [936, 1252, 0x8001]) {
    const gbk = { name: [0xcc, 0xa8, 0xd5, 0xcb], text: [0xca, 0xd0, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6] };
    const u16 = (...numbers: readonly number[]): number[] => numbers.flatMap((number) => [number & 0xff, number >> 8]);
    const record = (type: number, ...content: readonly number[]): number[] => [...u16(type, content.length), ...content];
    const sheetRecord = (at: number): number[] => record(0x85, ...u16(at, 0), 0, 0, gbk.name.length, ...gbk.name);
    const before = [...record(0x0809, ...u16(0x0500, 5, 0, 0)), ...record(0x42, ...u16(page))];
    const at = before.length + sheetRecord(0).length + 4;
    const stream = [
      ...before, ...sheetRecord(at), ...record(0x0a),
      ...record(0x0809, ...u16(0x0500, 0x10, 0, 0)),
      ...record(0x0208, ...u16(1, 0, 2, 255, 0, 0, 0x20, 15)),
      ...record(0x0204, ...u16(0, 0, 0, gbk.text.length), ...gbk.text),
      ...record(0x027e, ...u16(1, 1, 0), ...u16((7 << 2) | 2, 0)),
      ...record(0x0a),
    ];
    const bytes = anOle(["Book"]);
    bytes.set(stream, 512 * 3);
    const grid = first(await fileOf("a.xls", bytes));
    expect(grid).toMatchObject({ sheet: "台账", rows: [{ values: ["市水务局"], hidden: false }, { row: 1, hidden: true }] });
    expect(valueAt(grid, 1, 1)).toBe(7);
  }
});

describe("damage", () => {
  const whole = written("biff8");

  test("an .xls that is cut is refused, or read whole where only padding is gone", async () => {
    const { grids } = await fileOf("a.xls", whole);
    let refused = 0;
    for (let length = 8; length < whole.length; length += 256) {
      const read = await readFile("a.xls", whole.subarray(0, length), { limits: PANE_LIMITS });
      if (read.ok) expect(read.value.grids).toEqual(grids);
      else refused++;
    }
    expect(refused).toBeGreaterThan(whole.length / 256 / 2);
  });

  test("an .xls whose bytes were changed never throws, and never gives fewer cells in silence", async () => {
    const count = (file: SourceFile): number => file.grids.flatMap(({ rows }) => rows).reduce((sum, { values }) => sum + values.filter((value) => value !== undefined).length, 0);
    const cells = count(await fileOf("a.xls", whole));
    for (let at = 0; at < whole.length; at += 97) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const read = await readFile("a.xls", changed, { limits: PANE_LIMITS });
      if (read.ok && read.value.grids.length === 3) expect(count(read.value)).toBeGreaterThanOrEqual(cells - 1);
    }
  });

  test("workbooks older than Excel 5.0 are refused", async () => {
    for (const bookType of ["biff2", "biff3", "biff4"]) expect(await faultOf("a.xls", written(bookType as XLSX.BookType))).toMatchObject({ kind: "unsupported" });
  });

  test("an .xlsb whose part was changed is refused", async () => {
    const bytes = written("xlsb");
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 16, view.getUint32(directory + 16, true) ^ 1, true);
    expect(await faultOf("a.xlsb", bytes)).toMatchObject({ kind: "crc" });
  });
});

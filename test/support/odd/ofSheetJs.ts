import * as XLSX from "@e965/xlsx";
import type { OddWorkbook } from "./oddWorkbook";

type Fill = (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void;

const LINES = [
  ["序号", "重点任务", "完成值", "完成时限"],
  [1, "推进 设备\n更新", 0.7, { t: "n", v: 45992, z: "yyyy-mm-dd" }],
  [2, "“两新”<甲> & 乙", -3, { t: "n", v: 46022, z: 'yyyy"年"m"月"d"日"' }],
  [3, "", 1e10, null],
];

const KINDS: readonly (readonly [what: string, fill: Fill])[] = [
  ["plain", () => undefined],
  ["spans", (sheet) => (sheet["!merges"] = [XLSX.utils.decode_range("A1:B1"), XLSX.utils.decode_range("B2:B4")])],
  ["hidden rows and columns", (sheet) => ((sheet["!rows"] = [{}, { hidden: true }]), (sheet["!cols"] = [{}, { hidden: true }]))],
  ["formulas", (sheet) => XLSX.utils.sheet_add_aoa(sheet, [[{ t: "n", v: 3, f: "A2+A3" }, { t: "s", v: "甲", f: '"甲"' }]], { origin: "A6" })],
  ["errors and truth values", (sheet) => XLSX.utils.sheet_add_aoa(sheet, [[{ t: "e", v: 0x07 }, { t: "e", v: 0x2a }, true, false]], { origin: "A6" })],
  ["a percentage", (sheet) => XLSX.utils.sheet_add_aoa(sheet, [[{ t: "n", v: 0.125, z: "0.0%" }]], { origin: "A6" })],
  ["notes", (sheet) => XLSX.utils.cell_add_comment(sheet["B2"] as XLSX.CellObject, "请核实", "张三")],
  ["hidden sheets", (_sheet, book) => {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["藏", 1]]), "藏");
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["深", 2]]), "深藏");
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  }],
  ["a filter", (sheet) => ((sheet["!autofilter"] = { ref: "A1:D4" }), (sheet["!rows"] = [{}, {}, { hidden: true }]))],
  ["a cell far away", (sheet) => XLSX.utils.sheet_add_aoa(sheet, [["远"]], { origin: "IV300" })],
  ["1904", (_sheet, book) => (book.Workbook = { WBProps: { date1904: true } })],
  ["properties", (_sheet, book) => (book.Custprops = { "taizhang.round": "2025年11月" })],
];

const TYPES: readonly (readonly [what: string, extension: string, options: XLSX.WritingOptions])[] = [
  ["xlsx", "xlsx", { bookType: "xlsx" }],
  ["xlsx shared", "xlsx", { bookType: "xlsx", bookSST: true, compression: true }],
  ["xlsm", "xlsm", { bookType: "xlsm" }],
  ["xlsb", "xlsb", { bookType: "xlsb", bookSST: true }],
  ["xls", "xls", { bookType: "biff8", bookSST: true }],
  ["ods", "ods", { bookType: "ods" }],
];

/** Each kind in each format. */
export function oddOfSheetJs(): readonly OddWorkbook[] {
  return TYPES.flatMap(([type, extension, options]) =>
    KINDS.map(([kind, fill]) => {
      const book = XLSX.utils.book_new();
      const sheet = XLSX.utils.aoa_to_sheet(LINES as unknown[][]);
      XLSX.utils.book_append_sheet(book, sheet, "台账");
      fill(sheet, book);
      return { name: `SheetJS/${type}/${kind}`, extension, bytes: new Uint8Array(XLSX.write(book, { ...options, type: "array" }) as ArrayBuffer) };
    }),
  );
}

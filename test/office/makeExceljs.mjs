/**
 * Makes odd workbooks with exceljs, which is no dependency: node test/office/makeExceljs.mjs FOLDER, with exceljs
 * installed where EXCELJS says. `npm run check:office` keeps what they hold (see test/office/README.md).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const ExcelJS = createRequire(path.join(process.env["EXCELJS"] ?? process.cwd(), "x.js"))("exceljs");
const folder = process.argv[2] ?? ".";
const DAY = new Date(Date.UTC(2025, 11, 1));
const LINES = [["序号", "重点任务", "完成值", "完成时限"], [1, "推进 设备\n更新", 0.7, DAY], [2, "“两新”<甲> & 乙", -3, DAY], [3, "第三", 1e10, null]];

const KINDS = {
  plain: () => {},
  "rich texts": (sheet) => {
    sheet.getCell("B5").value = { richText: [{ text: "保留" }, { font: { strike: true }, text: "删去" }] };
    sheet.getCell("C5").value = { richText: [{ font: { color: { argb: "FFFF0000" } }, text: "红" }, { text: " 黑 " }] };
  },
  "cells struck and coloured": (sheet) => {
    sheet.getCell("B2").font = { strike: true };
    sheet.getCell("B3").font = { color: { argb: "FF0000FF" } };
  },
  "formulas with results": (sheet) => {
    sheet.getCell("A6").value = { formula: "A2+A3", result: 3 };
    sheet.getCell("B6").value = { formula: "B2", result: "推进" };
    sheet.getCell("C6").value = { formula: "A2>0", result: true };
    sheet.getCell("D6").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  },
  "a formula without a result": (sheet) => (sheet.getCell("A6").value = { formula: "A2+A3" }),
  "shared formulas": (sheet) => sheet.fillFormula("A6:A9", "ROW()", [6, 7, 8, 9]),
  errors: (sheet) => ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"].forEach((error, i) => (sheet.getCell(6, i + 1).value = { error })),
  "truth values": (sheet) => sheet.addRow([true, false]),
  "dates in Chinese formats": (sheet) => {
    ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "yyyy/m/d h:mm", "h:mm", "[$-804]yyyy\"年\"m\"月\"", "[h]:mm"].forEach((numFmt, i) => {
      const cell = sheet.getCell(6, i + 1);
      cell.value = 45992.5;
      cell.numFmt = numFmt;
    });
  },
  percentages: (sheet) => ((sheet.getCell("C2").numFmt = "0%"), (sheet.getCell("C3").numFmt = "0.00%;[Red]-0.00%")),
  spans: (sheet) => (sheet.mergeCells("A6:B7"), (sheet.getCell("A6").value = "合"), sheet.mergeCells("C6:C8"), sheet.mergeCells("A10:D10")),
  "spans down the body": (sheet) => sheet.mergeCells("B2:B4"),
  "hidden rows": (sheet) => ((sheet.getRow(2).hidden = true), (sheet.getRow(4).hidden = true)),
  "hidden columns": (sheet) => (sheet.getColumn(3).hidden = true),
  "rows in groups": (sheet) => [2, 3].forEach((row) => ((sheet.getRow(row).outlineLevel = 1), (sheet.getRow(row).hidden = true))),
  "a filter": (sheet) => ((sheet.autoFilter = "A1:D4"), (sheet.getRow(3).hidden = true)),
  notes: (sheet) => ((sheet.getCell("B2").note = "请核实"), (sheet.getCell("C3").note = { texts: [{ font: { bold: true }, text: "张三:" }, { text: "数字有误" }] })),
  links: (sheet) => (sheet.getCell("B2").value = { text: "推进", hyperlink: "http://127.0.0.1/" }),
  "a table": (sheet) => sheet.addTable({ name: "T", ref: "F1", headerRow: true, columns: [{ name: "甲" }, { name: "乙" }], rows: [["一", 1], ["二", 2]] }),
  validations: (sheet) => (sheet.getCell("C2").dataValidation = { type: "list", formulae: ['"已完成,进行中"'] }),
  rules: (sheet) => sheet.addConditionalFormatting({ ref: "A1:D4", rules: [{ type: "expression", priority: 1, formulae: ["$A1>1"], style: { font: { strike: true } } }] }),
  protection: (sheet) => sheet.protect("x", { spinCount: 1 }),
  "frozen panes": (sheet) => (sheet.views = [{ state: "frozen", ySplit: 1, xSplit: 1 }]),
  "hidden sheets": (_sheet, book) => ((book.addWorksheet("藏", { state: "hidden" }).getCell("A1").value = "藏"), (book.addWorksheet("深藏", { state: "veryHidden" }).getCell("A1").value = "深")),
  "many sheets": (_sheet, book) => Array.from({ length: 12 }, (_, i) => (book.addWorksheet(`表 ${i}`).getCell("B2").value = i)),
  "odd sheet names": (_sheet, book) => ["A&B", "O'Neil", "“引”", "a.b (1)"].forEach((name) => (book.addWorksheet(name).getCell("A1").value = name)),
  "1904": (_sheet, book) => (book.properties.date1904 = true),
  "print set-up": (sheet) => ((sheet.pageSetup = { paperSize: 9, orientation: "landscape", printTitlesRow: "1:1", printArea: "A1:D4" }), (sheet.headerFooter.oddHeader = "&C标题")),
  pictures: (sheet, book) => sheet.addImage(book.addImage({ base64: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", extension: "png" }), "F1:G3"),
  "texts with blanks and signs": (sheet) => sheet.addRow(["  前后  ", "甲\t乙", "一\r\n二", "_x000D_", "=1+1", "'00123", "😀𠮷", "　"]),
  "a long text": (sheet) => sheet.addRow([1, "推进大规模设备更新和消费品以旧换新。".repeat(500)]),
  "far away": (sheet) => (sheet.getCell("XFD2000").value = "远"),
  names: (_sheet, book) => book.definedNames.add("台账!$A$1:$D$4", "范围"),
  alignment: (sheet) => (sheet.getCell("B2").alignment = { wrapText: true, vertical: "top", textRotation: 90 }),
  "wide and tall": (sheet) => ((sheet.getColumn(2).width = 80), (sheet.getRow(2).height = 400)),
  "a row of no height": (sheet) => (sheet.getRow(3).height = 0.0001),
  "sparse cells": (sheet) => [["C7", 1], ["AA20", 2], ["B300", 3]].forEach(([place, value]) => (sheet.getCell(place).value = value)),
};

mkdirSync(folder, { recursive: true });
for (const [kind, fill] of Object.entries(KINDS)) {
  for (const useSharedStrings of [true, false]) {
    const book = new ExcelJS.Workbook();
    book.created = book.modified = DAY;
    const sheet = book.addWorksheet("台账");
    LINES.forEach((line) => sheet.addRow(line));
    fill(sheet, book);
    const bytes = await book.xlsx.writeBuffer({ useSharedStrings, useStyles: true });
    writeFileSync(path.join(folder, `${kind}, ${useSharedStrings ? "shared" : "inline"}.xlsx`), Buffer.from(bytes));
  }
}

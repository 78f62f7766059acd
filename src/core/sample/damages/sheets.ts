/** Damages of the sheet and the file around the table. */
import { type CellValue, plainText } from "../../grid/grid";
import { sampleCell, type SampleTable, withOddity } from "../sampleTable";
import type { Damage } from "./damage";

function sheet(name: string, own: (table: SampleTable) => readonly (readonly CellValue[])[], place: { readonly first?: boolean; readonly hidden?: boolean } = {}): Damage["befall"] {
  return (table) => withOddity(table, { sheets: [{ name, first: place.first ?? false, hidden: place.hidden ?? false, lines: own(table) }] });
}

/** The table as it went out: headers and issued columns, its replies of a month ago. */
function lastMonth(table: SampleTable): readonly (readonly CellValue[])[] {
  return [
    table.columns.map(({ header }) => header),
    ...table.rows.map((row, at) => row.map((value, col) => (table.columns[col]?.key === "progress" ? `上月第${at + 1}行的旧内容。` : value))),
  ];
}

function named(file: string): Damage["befall"] {
  return (table) => withOddity(table, { file });
}

function unsigned(table: SampleTable): SampleTable {
  const gone = new Set(["reporter", "reportDate", "contact"]);
  return { ...table, rows: table.rows.map((row) => row.map((value, at) => (gone.has(table.columns[at]?.key ?? "") ? null : value))) };
}

const unitOf = (table: SampleTable): string => plainText(table.rows.map((_, row) => sampleCell(table, row, "reporter")).find((value) => value !== null));

export const SHEETS: readonly Damage[] = [
  { kind: "headerPushedDown", title: "表头被推到十几行以下", expect: "normalised", befall: (table) => ({ ...table, titles: ["附件 2", "", "重点任务落实情况报送表", "", "（内部资料）", "", "单位：项、万元", "", ...table.titles, "", ""] }) },
  { kind: "wideTitle", title: "标题合并居中", expect: "normalised", befall: (table) => withOddity({ ...table, titles: ["重点任务进展情况表", ...table.titles] }, { wideTitles: true }) },
  { kind: "instructionsAbove", title: "表头上方有一段填表说明", expect: "normalised", befall: (table) => ({ ...table, titles: ["填表说明：1. 请如实填写序号对应任务的进展情况；2. 状态从下拉列表中选择；3. 每月5日前报送。", ...table.titles] }) },
  { kind: "unitLine", title: "填报单位写在表头上方", expect: "normalised", befall: (table) => (unitOf(table) === "" ? null : { ...unsigned(table), titles: [...table.titles, `填报单位：${unitOf(table)}　　填报日期：2026年11月5日`] }) },
  { kind: "unitInFileName", title: "只有文件名里有单位", expect: "normalised", befall: (table) => (unitOf(table) === "" ? null : withOddity(unsigned(table), { file: `${unitOf(table)}10月报表（定稿）.xlsx` })) },
  { kind: "copyOfFile", title: "文件名带“副本”和编号", expect: "normalised", befall: named("副本 填报表 (2) - 复制.xlsx") },
  { kind: "foreignFileName", title: "文件名里有别的字样", expect: "normalised", befall: named("新建 Microsoft Excel 工作表.xlsx") },
  { kind: "emptySheets", title: "另有两张空表", expect: "normalised", befall: (table) => withOddity(table, { sheets: [{ name: "Sheet2", first: false, hidden: false, lines: [] }, { name: "Sheet3", first: false, hidden: false, lines: [] }] }) },
  { kind: "coverSheet", title: "第一张表是封面", expect: "flagged", flag: "otherSheet", befall: sheet("封面", () => [["江川市重点任务"], ["报送材料"], ["二〇二六年十一月"]], { first: true }) },
  { kind: "oldSheet", title: "后面留着上月的表", expect: "flagged", flag: "secondTable", befall: sheet("9月", lastMonth) },
  { kind: "hiddenOldSheet", title: "藏着上月的表", expect: "flagged", flag: "secondTable", befall: sheet("上月", lastMonth, { hidden: true }) },
  { kind: "dictionarySheet", title: "有一张下拉选项表", expect: "normalised", befall: sheet("下拉选项", () => [["状态"], ["已完成"], ["进行中"], ["未启动"], ["滞后"]]) },
  { kind: "workSheet", title: "另有一张本单位的明细", expect: "flagged", flag: "otherSheet", befall: sheet("明细", () => [["名称", "金额", "日期"], ["甲公司", 12, "10月3日"], ["乙公司", 30, "10月9日"]]) },
  { kind: "besideTable", title: "表格右边写了话", expect: "flagged", flag: "outsideTable", befall: (table) => withOddity(table, { beside: [{ row: 0, text: "请领导审阅" }] }) },
];

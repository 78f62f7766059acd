/** Damages of single cells: how a figure, a status, a day or a text may be written. */
import { type CellMark, type CellValue, plainText } from "../../grid/grid";
import type { ColumnKey } from "../../ledger/columns";
import { filledRow, withCell, withOddity } from "../sampleTable";
import type { Damage } from "./damage";

type Befalls = Damage["befall"];

/** Changes the first cell of a column that is filled, if it is of a kind. */
function change(key: ColumnKey, to: (value: CellValue) => CellValue, from = 0): Befalls {
  return (table) => {
    const row = filledRow(table, key, from);
    return row === null ? null : withCell(table, row, key, to);
  };
}

function changeAll(key: ColumnKey, to: (value: CellValue) => CellValue): Befalls {
  return (table) => {
    const col = table.columns.findIndex((column) => column.key === key);
    return col < 0 ? null : { ...table, rows: table.rows.map((row) => row.map((value, at) => (at === col && value !== null ? to(value) : value))) };
  };
}

function mark(key: ColumnKey, own: CellMark): Befalls {
  return (table) => {
    const row = filledRow(table, key);
    return row === null ? null : withOddity(table, { marks: [{ row, key, mark: own }] });
  };
}

const figure = (to: (digits: string) => CellValue): ((value: CellValue) => CellValue) => (value) => (/^\d+$/u.test(plainText(value)) ? to(plainText(value)) : value);
const text = (to: (own: string) => string): ((value: CellValue) => CellValue) => (value) => to(plainText(value));

export const CELLS: readonly Damage[] = [
  { kind: "figureAbout", title: "完成值前面写了“约”", expect: "flagged", flag: "measureDropped", befall: change("reportedValue", figure((digits) => `约${digits}个`)) },
  { kind: "figureStop", title: "完成值后面有句号", expect: "normalised", befall: change("reportedValue", figure((digits) => `${digits}。`)) },
  { kind: "figureSeparators", title: "完成值用了千分位逗号", expect: "normalised", befall: change("reportedValue", figure((digits) => digits.replace(/\B(?=(?:\d{3})+$)/gu, ","))) },
  { kind: "figureDecimals", title: "完成值带了 .00", expect: "normalised", befall: change("reportedValue", figure((digits) => `${digits}.00`)) },
  { kind: "figurePadded", title: "完成值前后有全角空格", expect: "normalised", befall: change("reportedValue", figure((digits) => `　${digits}　`)) },
  { kind: "figureQuoted", title: "完成值前面有撇号", expect: "normalised", befall: change("reportedValue", figure((digits) => `'${digits}`)) },
  { kind: "figureSaid", title: "完成值写成一句话", expect: "flagged", flag: "measureDropped", befall: change("reportedValue", figure((digits) => `累计完成${digits}个`)) },
  { kind: "figureSum", title: "完成值是公式", expect: "flagged", flag: "formula", befall: mark("reportedValue", { formula: true }) },
  {
    kind: "errorValue", title: "完成值显示 #REF!", expect: "flagged", flag: "errorValue", loses: ["reportedValue"],
    befall: (table) => {
      const row = filledRow(table, "reportedValue");
      return row === null ? null : withOddity(withCell(table, row, "reportedValue", () => "#REF!"), { marks: [{ row, key: "reportedValue", mark: { error: true } }] });
    },
  },
  { kind: "statusTick", title: "状态写成对勾", expect: "normalised", befall: change("status", (value) => (value === "已完成" ? "√" : value)) },
  { kind: "statusRemark", title: "状态后面加了括号说明", expect: "normalised", befall: change("status", (value) => `${plainText(value)}（按计划）`) },
  { kind: "statusUnknown", title: "状态写了没有约定的说法", expect: "flagged", flag: "unknownStatus", loses: ["status"], befall: change("status", () => "还在走流程") },
  { kind: "statusSpaced", title: "状态两字之间有空格", expect: "normalised", befall: changeAll("status", text((own) => Array.from(own).join(" "))) },
  { kind: "statusSaid", title: "状态写成一句话", expect: "normalised", befall: change("status", (value) => (value === "进行中" ? "正在推进中。" : value)) },
  { kind: "leadingBlanks", title: "进展情况开头空两格", expect: "normalised", befall: change("progress", text((own) => `　　${own}`)) },
  { kind: "trailingSpaces", title: "进展情况末尾有空格和空行", expect: "normalised", befall: changeAll("progress", text((own) => `${own}  \n\n`)) },
  { kind: "invisibleMarks", title: "进展情况里夹着看不见的字符", expect: "normalised", befall: change("progress", text((own) => `\ufeff${own.slice(0, 4)}\u200b${own.slice(4)}`)) },
  { kind: "windowsBreaks", title: "换行是另一种字符", expect: "normalised", befall: changeAll("progress", text((own) => own.replace(/\n/gu, "\r\n"))) },
  { kind: "halfWidthMarks", title: "标点成了半角", expect: "normalised", befall: change("content", text((own) => own.replace(/，/gu, ",").replace(/；/gu, ";"))) },
  { kind: "wideSpacesInName", title: "重点任务名称里加了全角空格", expect: "normalised", befall: change("task", text((own) => Array.from(own).join("　"))) },
  { kind: "contentUnended", title: "工作内容的句号没有了", expect: "proposed", befall: change("content", text((own) => own.replace(/。$/u, ""))) },
  { kind: "contentSigned", title: "工作内容后面添了“（已完成）”", expect: "proposed", befall: change("content", text((own) => `${own}（已完成）`)) },
  { kind: "taskNumbered", title: "重点任务前面加了编号", expect: "proposed", befall: change("task", text((own) => `1.${own}`)) },
  { kind: "contentBroken", title: "工作内容里多了换行", expect: "normalised", befall: change("content", text((own) => own.replace("，", "，\n"))) },
  { kind: "contentCut", title: "工作内容只剩前半句", expect: "proposed", befall: change("content", text((own) => own.slice(0, Math.ceil(own.length * 0.6)))) },
  { kind: "contentCleared", title: "工作内容被清空", expect: "flagged", flag: "issuedCleared", befall: change("content", () => null) },
  { kind: "struckOut", title: "填报内容加了删除线", expect: "flagged", flag: "struck", befall: mark("progress", { struck: true }) },
  { kind: "colouredWords", title: "填报内容用红字标出", expect: "flagged", flag: "coloured", befall: mark("progress", { coloured: true }) },
  { kind: "dayDotted", title: "填报日期写成 2026.11.5", expect: "normalised", befall: changeAll("reportDate", () => "2026.11.5") },
  { kind: "dayChinese", title: "填报日期写成汉字", expect: "normalised", befall: changeAll("reportDate", () => "二〇二六年十一月五日") },
  { kind: "dayNumber", title: "填报日期是日期数字", expect: "normalised", befall: changeAll("reportDate", () => 46331) },
  { kind: "unitsReordered", title: "责任单位的顺序和顿号变了", expect: "normalised", befall: change("responsibleUnits", text((own) => own.split("、").reverse().join("，"))) },
  {
    kind: "answerInNote", title: "答复写在批注里", expect: "flagged", flag: "note", loses: ["progress"],
    befall: (table) => {
      const row = filledRow(table, "progress");
      if (row === null) return null;
      const said = plainText(table.rows[row]?.[table.columns.findIndex(({ key }) => key === "progress")]);
      return withOddity(withCell(table, row, "progress", () => null), { notes: [{ row, key: "progress", text: said }] });
    },
  },
  { kind: "clearedReply", title: "有一格答复没有填", expect: "normalised", loses: ["problems"], befall: change("problems", () => null) },
];


/** The words of faults: what happened, what was and was not changed, what to do. A new fault does not compile until it is worded. */
import { placeName } from "../core/grid/a1";
import type { ParseProblem } from "../core/parse/parseLedger";
import type { Language } from "../core/rules/say";
import type { StoreProblem } from "../core/store/storeRows";
import type { ExcelFault } from "../excel/port";
import type { MasterFault } from "./master";
import type { UndoFault } from "./undo";

/** Why a sheet can't be read as a ledger. */
export function sayProblem(problem: ParseProblem, language: Language = "zh"): string {
  const zh = language === "zh";
  switch (problem.kind) {
    case "emptySheet":
      if (problem.sheet === "") return zh ? "文件里没有工作表内容，无法读取台账。" : "The file has no sheet with content, so there is no ledger to read.";
      return zh
        ? `工作表“${problem.sheet}”是空的，没有台账。请确认打开的是正确的文件。`
        : `The sheet “${problem.sheet}” is empty and holds no ledger. Check that this is the right file.`;
    case "noHeader":
      return zh
        ? `工作表“${problem.sheet}”里找不到表头（序号、重点任务、工作内容、牵头单位…），不像是台账。请确认文件，或指定表头所在的行。`
        : `The sheet “${problem.sheet}” has no header (序号, 重点任务, 工作内容, 牵头单位 …) and does not look like a ledger. Check the file, or point at the header row.`;
    case "noRows":
      return zh ? `工作表“${problem.sheet}”只有表头，下面没有任务。` : `The sheet “${problem.sheet}” has a header and no tasks under it.`;
  }
}

/** Why the store can't be used. */
export function sayStoreProblem(problem: StoreProblem, language: Language = "zh"): string {
  const zh = language === "zh";
  switch (problem.kind) {
    case "newerStore":
      return zh
        ? `工作表“_台账”是更新版本的台账助手（格式 ${problem.format}）保存的，本版本只能查看，不能写入。未作任何改动；请升级后再试。`
        : `The sheet “_台账” was saved by a newer version (format ${problem.format}); this one can look but not write. Nothing was changed; update and try again.`;
    case "damagedStore":
      return zh
        ? `工作表“_台账”第 ${problem.line + 1} 行无法识别，可能被改动过。未作任何改动；请用上一次保存的文件，或删除该工作表后重新汇总。`
        : `Row ${problem.line + 1} of the sheet “_台账” can't be understood and may have been edited. Nothing was changed; use the file as last saved, or delete that sheet and merge again.`;
    case "interrupted":
      return zh
        ? "上一次写入没有写完。这次未作任何改动；请先在窗格上方选择继续写完或全部还原，再做别的操作。"
        : "The last write was cut off. Nothing was changed this time; finish it or take it back at the top of the pane first.";
  }
}

/** Why the workbook didn't do what was asked. */
export function sayExcelFault(fault: ExcelFault, language: Language = "zh"): string {
  return language === "zh" ? excelFaultInChinese(fault) : excelFaultInEnglish(fault);
}

/** What cannot be written where it stands, by the code of the port. */
const UNWRITABLE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  arrayFormula: { zh: "有单元格属于一个多单元格的数组公式，不能单独改动，未作任何改动。请先在 Excel 中清除该数组公式。", en: "A cell belongs to an array formula of several cells and can't be changed alone. Nothing was changed; clear that formula in Excel first." },
  insideSpan: { zh: "有单元格在合并区域内部，不能单独写入，未作任何改动。请先取消合并，或改合并区域左上角的单元格。", en: "A cell lies inside merged cells and can't be written alone. Nothing was changed; unmerge them, or change their first cell." },
  tableHeader: { zh: "有单元格是“表格”（套用表格格式）的标题，公式按这个标题认列，未作任何改动。请在 Excel 中改标题，公式会随之更新。", en: "A cell is the header of a table, by which formulas know its column. Nothing was changed; change the header in Excel, and the formulas follow." },
  insideTable: { zh: "“表格”（套用表格格式）或数据透视表中的单元格不能合并，未作任何改动。", en: "Cells of a table or a pivot table can't be merged. Nothing was changed." },
  thread: { zh: "有单元格带有线程批注（多人讨论），不能由本程序改写，未作任何改动。请在 Excel 中处理该批注。", en: "A cell has a threaded comment, which can't be rewritten here. Nothing was changed; deal with the comment in Excel." },
  table: { zh: "这样会删去“表格”（套用表格格式）的标题、汇总行或全部数据行，未作任何改动。", en: "This would take away a table's header, its totals or all its rows. Nothing was changed." },
  pivotTable: { zh: "这样会拆开数据透视表，未作任何改动。", en: "This would part a pivot table. Nothing was changed." },
  full: { zh: "工作表已到最后一行，无法再插入行，未作任何改动。", en: "The sheet has reached its last row; no row can come in. Nothing was changed." },
};

function excelFaultInChinese(fault: ExcelFault): string {
  switch (fault.kind) {
    case "sheetMissing":
      return `找不到工作表“${fault.sheet}”，可能已被改名或删除。未写入任何内容；请重新检查后再试。`;
    case "changedSince":
      return `预览之后有 ${fault.cells.length} 个单元格被改过（${fault.cells.slice(0, 3).map(placeName).join("、")}${fault.cells.length > 3 ? " 等" : ""}）。未写入任何内容；请重新预览。`;
    case "protected":
      return `工作表“${fault.sheet}”受保护，未写入任何内容。请先在“审阅”中撤销工作表保护。`;
    case "editing":
      return "有单元格正在编辑，未写入任何内容。请按 Enter 结束编辑后再试。";
    case "tooLong":
      return `${placeName(fault.at)} 的内容有 ${fault.length} 个字符，超过 Excel 单元格上限 32767。未写入任何内容；请精简后再试。`;
    case "partial":
      return `写入中途被打断（${fault.code}）：已写入 ${fault.written.length} 个单元格，其余未写入。窗格上方可以选择继续写完或全部还原。`;
    case "unsupported":
      return UNWRITABLE[fault.what]?.zh ?? `当前环境不支持这项操作（${fault.what}），未作任何改动。`;
    case "invalid":
      return `写入前的检查没有通过（${fault.part}：${fault.reason}），这样保存的文件 Excel 打开时会提示修复，所以没有写入，原文件未改动。请把这句话连同文件告诉开发者。`;
    case "host":
      return `Excel 没有完成这次操作（${fault.code}），未写入的内容可以重新预览后再试。`;
  }
}

function excelFaultInEnglish(fault: ExcelFault): string {
  switch (fault.kind) {
    case "sheetMissing":
      return `The sheet “${fault.sheet}” is not there; it may have been renamed or deleted. Nothing was written; check again and retry.`;
    case "changedSince":
      return `${fault.cells.length === 1 ? "1 cell was" : `${fault.cells.length} cells were`} edited after the preview (${fault.cells.slice(0, 3).map(placeName).join(", ")}${fault.cells.length > 3 ? " …" : ""}). Nothing was written; preview again.`;
    case "protected":
      return `The sheet “${fault.sheet}” is protected and nothing was written. Unprotect it on the Review tab first.`;
    case "editing":
      return "A cell is being edited and nothing was written. Press Enter to finish it, then try again.";
    case "tooLong":
      return `${placeName(fault.at)} would have ${fault.length} characters, more than the 32767 that a cell of Excel holds. Nothing was written; shorten it and try again.`;
    case "partial":
      return `Writing was interrupted (${fault.code}): ${fault.written.length} cells were written, the others were not. Finish it or take it back at the top of the pane.`;
    case "unsupported":
      return UNWRITABLE[fault.what]?.en ?? `This environment can't do that (${fault.what}). Nothing was changed.`;
    case "invalid":
      return `The check before writing failed (${fault.part}: ${fault.reason}): Excel would have to repair such a file. Nothing was written and the file is unchanged; please send this sentence with the file to the developers.`;
    case "host":
      return `Excel did not finish this (${fault.code}). Preview again what was not written, and try again.`;
  }
}

/** Why the master can't be worked on. */
export function sayMasterFault(fault: MasterFault | UndoFault, language: Language = "zh"): string {
  switch (fault.from) {
    case "excel":
      return sayExcelFault(fault.fault, language);
    case "parse":
      return sayProblem(fault.fault, language);
    case "store":
      return sayStoreProblem(fault.fault, language);
    case "undo":
      return sayUndoFault(fault.fault, language);
  }
}

function sayUndoFault({ kind, name }: Extract<UndoFault, { from: "undo" }>["fault"], language: Language): string {
  const zh = language === "zh";
  switch (kind) {
    case "nothingToUndo":
      return zh ? "没有可以撤销的操作。未作任何改动。" : "There is nothing to undo. Nothing was changed.";
    case "noSuchRun":
      return zh ? `没有编号为“${name}”的操作。未作任何改动。` : `There is no run “${name}”. Nothing was changed.`;
    case "noSuchFile":
      return zh ? `没有汇总过名为“${name}”的文件。未作任何改动。` : `No file named “${name}” was merged. Nothing was changed.`;
  }
}

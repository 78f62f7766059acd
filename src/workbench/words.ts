/** The workbench's own words; the pane has its own. */
import type { Language } from "../core/rules/say";

const ZH = {
  open: "打开文件…", save: "保存", sampleLedger: "示例台账", sampleRound: "样例轮次", undoTyping: "撤销输入",
  drop: "松开即打开；报送表请拖到右侧“汇总”", grid: "工作表", sheets: "工作表标签", content: "单元格内容", pane: "台账助手", bar: "文件",
  loading: "正在打开…", failed: "没有打开：", sampleMissing: "示例文件没有随页面提供。",
};

export type BenchWords = typeof ZH;

const EN: BenchWords = {
  open: "Open a file…", save: "Save", sampleLedger: "Sample ledger", sampleRound: "Sample round", undoTyping: "Undo typing",
  drop: "Drop to open; drop returns on 汇总 at the right", grid: "Sheet", sheets: "Sheets", content: "Cell content", pane: "Taizhang", bar: "File",
  loading: "Opening…", failed: "Not opened: ", sampleMissing: "The sample does not come with this page.",
};

export function benchWords(language: Language): BenchWords {
  return language === "zh" ? ZH : EN;
}

import { plainText } from "../../grid/grid";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  error: {
    zh: "单元格是错误值{value}，请填写内容",
    en: "The cell holds the error {value}; please fill it in",
  },
} as const;

const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)$/u;

export const cellError: CellRule = {
  scope: "cell",
  id: "cell/error",
  group: "content",
  severity: "error",
  title: { zh: "错误值", en: "Error value" },
  why: {
    zh: "#REF! 一类的错误值不是内容，汇总时不会采用。",
    en: "An error such as #REF! is no answer and is not merged.",
  },
  say,
  on: ["serial", "text", "units", "date", "number", "status"],
  needs: { text: { signs: ["hash"] }, marks: ["error"] },
  check({ value, mark }) {
    const text = plainText(value).trim();
    return mark?.error || ERROR_TEXT.test(text) ? [{ message: tell(say, "error", { value: text }), subject: text }] : [];
  },
  examples: [
    { name: "普通内容", given: [{ progress: "已完成 #1 机组改造。" }], reports: [] },
    { name: "公式出错", given: [{ reportedValue: { value: "#REF!", mark: { formula: true, error: true } } }], reports: [{ at: "1.reportedValue", says: "error" }] },
    { name: "粘贴成文字的错误值", given: [{ progress: "#N/A" }], reports: [{ at: "1.progress", says: "error" }] },
  ],
};

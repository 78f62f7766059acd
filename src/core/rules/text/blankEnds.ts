import { blankEnds } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "内容首尾有多余的空格或换行：“{from}”（{count}个单元格）",
    en: "Blanks or line ends before or behind the text: “{from}” ({count} cells)",
  },
} as const;

export const textBlankEnds: CellRule = {
  scope: "cell",
  id: "text/blank-ends",
  group: "text",
  severity: "info",
  title: { zh: "首尾空白", en: "Blanks at the ends" },
  why: {
    zh: "首尾的空格和换行看不见，却使相同的内容不相等。",
    en: "Blanks at the ends are not seen, but make equal values differ.",
  },
  say,
  gather: "sentence",
  on: ["serial", "text", "units", "date", "number", "status"],
  needs: { text: { signs: ["blankEnd"] } },
  check(cell) {
    const found = respelled(cell, (text) => blankEnds.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: true }] : [];
  },
  examples: [
    { name: "没有多余空白", given: [{ status: "进行中" }], reports: [] },
    { name: "末尾换行", given: [{ status: "已完成\n" }], reports: [{ at: "1.status", says: "found", to: "已完成", safe: true }] },
    { name: "开头全角空格", given: [{ content: "　　抓好落实。" }], reports: [{ at: "1.content", says: "found", to: "抓好落实。", safe: true }] },
  ],
};

import { plainBlanks } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { isSpreadName } from "../names";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "含有特殊空格：“{from}”应作“{to}”（{count}个单元格）",
    en: "Odd blanks: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textOddBlank: CellRule = {
  scope: "cell",
  id: "text/odd-blank",
  group: "text",
  severity: "warning",
  title: { zh: "特殊空格", en: "Odd blanks" },
  why: {
    zh: "不间断空格、全角空格和制表符看起来像空格，查找时却不相等。",
    en: "No-break and ideographic blanks look like blanks but do not compare as such.",
  },
  say,
  gather: "sentence",
  on: ["text", "units", "date", "number", "status"],
  needs: { text: { signs: ["oddBlank"] } },
  check(cell) {
    // A name that was set apart with blanks is a rule of its own.
    if (cell.key === "contact" && cell.text !== null && isSpreadName(cell.text)) return [];
    const found = respelled(cell, (text) => plainBlanks.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: true }] : [];
  },
  examples: [
    { name: "普通空格", given: [{ content: "到 2025 年完成。" }], reports: [] },
    { name: "不间断空格", given: [{ leadUnits: "市\u00a0财政局" }], reports: [{ at: "1.leadUnits", says: "found", to: "市财政局", safe: true }] },
    { name: "数字旁的全角空格", given: [{ content: "到　2025 年完成。" }], reports: [{ at: "1.content", says: "found", to: "到 2025 年完成。", safe: true }] },
    { name: "分段缩进照录", given: [{ progress: "一是摸底。\n　　二是立项。" }], reports: [] },
  ],
};

import { lookAlikes } from "../../text/steps/words";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  radical: {
    zh: "“{from}”里有看起来一样、编码不同的字，应作“{to}”（{count}个单元格）",
    en: "“{from}” has characters that only look right; should be “{to}” ({count} cells)",
  },
} as const;

export const textLookAlike: CellRule = {
  scope: "cell",
  id: "text/look-alike",
  group: "text",
  severity: "warning",
  title: { zh: "形近异码字", en: "Look-alike characters" },
  why: {
    zh: "从 PDF 复制的“⼯”与“工”看起来一样，查找和比对却对不上。",
    en: "⼯ copied from a PDF looks like 工, but is never found by it.",
  },
  say,
  gather: "sentence",
  on: ["text", "units", "status", "heading"],
  needs: { text: { signs: ["lookAlike"] } },
  check(cell) {
    const found = respelled(cell, (text) => lookAlikes.apply(text));
    return found ? [{ message: tell(say, "radical", found.shown), subject: found.shown.from, to: found.to }] : [];
  },
  examples: [
    { name: "普通汉字", given: [{ leadUnits: "市工业和信息化局" }], reports: [] },
    { name: "康熙部首", given: [{ leadUnits: "市⼯业和信息化局" }], reports: [{ at: "1.leadUnits", says: "radical", to: "市工业和信息化局", safe: false }] },
  ],
};

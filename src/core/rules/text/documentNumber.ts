import { documentNumber } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "发文字号的年份用六角括号：“{from}”宜作“{to}”",
    en: "The year of a document number stands in 〔〕: “{from}” should be “{to}”",
  },
} as const;

export const textDocumentNumber: CellRule = {
  scope: "cell",
  id: "text/document-number",
  group: "text",
  severity: "info",
  title: { zh: "发文字号的括号", en: "Brackets of a document number" },
  why: {
    zh: "发文字号的年份用六角括号（GB/T 9704）。",
    en: "The year of a document number stands in 〔〕 (GB/T 9704).",
  },
  say,
  on: ["text", "margin"],
  needs: { text: { signs: ["bracketedYear"] } },
  check(cell) {
    const found = respelled(cell, (text) => documentNumber.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "六角括号", given: [{ content: "落实济政发〔2024〕9号文件。" }], reports: [] },
    { name: "方括号", given: [{ content: "落实鲁政发[2024]3号文件。" }], reports: [{ at: "1.content", says: "found", to: "落实鲁政发〔2024〕3号文件。", safe: false }] },
    { name: "圆括号", given: [{ content: "落实鲁政发（2024）3 号文件。" }], reports: [{ at: "1.content", says: "found", to: "落实鲁政发〔2024〕3 号文件。", safe: false }] },
  ],
};

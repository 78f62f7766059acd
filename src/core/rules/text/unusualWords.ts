import { usualWords } from "../../text/steps/words";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "“{from}”宜作“{to}”（{count}个单元格）",
    en: "“{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textUnusualWords: CellRule = {
  scope: "cell",
  id: "text/unusual-words",
  group: "text",
  severity: "info",
  title: { zh: "异形词", en: "Unusual spellings" },
  why: {
    zh: "“台账”是规范写法。",
    en: "台账 is the standard spelling.",
  },
  say,
  gather: "sentence",
  on: ["text", "margin", "heading"],
  check(cell) {
    const found = respelled(cell, (text) => usualWords.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "规范写法", given: [{ content: "建立台账，开设帐户。" }], reports: [] },
    { name: "旧写法", given: [{ content: "建立台帐。" }], reports: [{ at: "1.content", says: "found", to: "建立台账。", safe: false }] },
  ],
};

import { usualWords } from "../../text/steps/words";
import type { CellRule } from "../rule";
import { GARBLED } from "../garbled";
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
  title: { zh: "异形词、繁体字", en: "Unusual spellings, traditional characters" },
  why: {
    zh: "“台账”是规范写法；公文用规范汉字，姓名和书名号内除外。",
    en: "台账 is the standard spelling, and official texts use simplified characters; names of people and titles are left alone.",
  },
  say,
  gather: "sentence",
  on: ["text", "margin", "heading"],
  needs: { text: { signs: ["variant"] } },
  check(cell) {
    // A person's name is written as its owner does, and what is garbled is no word.
    if (cell.owner === "provenance" || GARBLED.test(cell.text ?? "")) return [];
    const found = respelled(cell, (text) => usualWords.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "规范写法", given: [{ content: "建立台账，开设帐户。" }], reports: [] },
    { name: "繁体字", given: [{ content: "新建養老服務中心。" }, { content: "修订《臺灣通史》条目。", contact: "陳東" }], reports: [{ at: "1.content", says: "found", to: "新建养老服务中心。", safe: false }] },
    { name: "旧写法", given: [{ content: "建立台帐。" }], reports: [{ at: "1.content", says: "found", to: "建立台账。", safe: false }] },
  ],
};

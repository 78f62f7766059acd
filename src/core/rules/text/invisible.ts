import { zeroWidth } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "含有看不见的字符：“{from}”（{count}个单元格）",
    en: "Invisible characters: “{from}” ({count} cells)",
  },
} as const;

export const textInvisible: CellRule = {
  scope: "cell",
  id: "text/invisible",
  group: "text",
  severity: "warning",
  title: { zh: "看不见的字符", en: "Invisible characters" },
  why: {
    zh: "零宽字符看不见，却使查找和比对失效，多由网页或聊天软件复制带入。",
    en: "Zero-width characters spoil searching and comparing; they come in by pasting.",
  },
  say,
  gather: "sentence",
  on: ["serial", "text", "units", "date", "number", "status", "heading"],
  needs: { text: { signs: ["invisible"] } },
  check(cell) {
    const found = respelled(cell, (text) => zeroWidth.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: true }] : [];
  },
  examples: [
    { name: "普通文字", given: [{ leadUnits: "市财政局" }], reports: [] },
    { name: "零宽空格", given: [{ leadUnits: "市财\u200b政局" }], reports: [{ at: "1.leadUnits", says: "found", to: "市财政局", safe: true }] },
  ],
};

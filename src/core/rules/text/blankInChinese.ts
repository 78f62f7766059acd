import { blanksInChinese } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "汉字或标点旁有多余空格：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Stray blanks in Chinese: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textBlankInChinese: CellRule = {
  scope: "cell",
  id: "text/blank-in-chinese",
  group: "text",
  severity: "info",
  title: { zh: "汉字之间的空格", en: "Blanks between Chinese characters" },
  why: {
    zh: "汉字之间、标点旁边的空格多是复制或排版留下的。",
    en: "Blanks between Chinese characters or beside marks are left over from copying or layout.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { signs: ["blankInChinese"] } },
  check(cell) {
    if (cell.key === "contact") return [];
    const found = respelled(cell, (text) => blanksInChinese.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "数字旁的空格是另一回事", given: [{ content: "到 2025 年，建成 20 家。" }], reports: [] },
    { name: "词中空格", given: [{ content: "推进 项目建设。" }], reports: [{ at: "1.content", says: "found", to: "推进项目建设。", safe: false }] },
    { name: "标点后空格", given: [{ content: "摸清底数， 建立台账。" }], reports: [{ at: "1.content", says: "found", to: "摸清底数，建立台账。", safe: false }] },
    { name: "姓名对齐的空格不管", given: [{ contact: "张 三" }], reports: [] },
  ],
};

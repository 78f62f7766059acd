import { handLayout } from "../../text/steps/blanks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "句子中间手工换行：“{from}”宜作“{to}”（{count}个单元格）",
    en: "A sentence broken by hand: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textHandLayout: CellRule = {
  scope: "cell",
  id: "text/hand-layout",
  group: "text",
  severity: "info",
  title: { zh: "手工换行和缩进", en: "Line breaks set by hand" },
  why: {
    zh: "句子中间用换行和空格排版，换了列宽就乱，也妨碍识别。",
    en: "Line breaks and blanks inside a sentence fall apart with another column width.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { signs: ["brokenLine"] } },
  check(cell) {
    const found = respelled(cell, (text) => handLayout.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "分段", given: [{ progress: "已完成摸底。\n　　下一步，开展招标。" }], reports: [] },
    { name: "分点", given: [{ progress: "主要做法\n　　一是摸底\n　　二是立项" }], reports: [] },
    { name: "逗号后换行", given: [{ progress: "已开工两处，\n完成投资六百万元。" }], reports: [{ at: "1.progress", says: "found", to: "已开工两处，完成投资六百万元。", safe: false }] },
    { name: "句中换行加空格", given: [{ progress: "已完成项目\n　　摸底工作。" }], reports: [{ at: "1.progress", says: "found", to: "已完成项目摸底工作。", safe: false }] },
  ],
};

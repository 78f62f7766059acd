import { doubledMarks } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "标点重复：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Doubled marks: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textDoubledMarks: CellRule = {
  scope: "cell",
  id: "text/doubled-marks",
  group: "text",
  severity: "warning",
  title: { zh: "重复的标点", en: "Doubled punctuation" },
  why: {
    zh: "标点重复多是误输入。",
    en: "Doubled marks are slips of the keyboard.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { signs: ["doubledMark"] } },
  check(cell) {
    const found = respelled(cell, (text) => doubledMarks.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "省略号和破折号", given: [{ content: "摸底、立项……按期完成——不得拖延。" }], reports: [] },
    { name: "两个逗号", given: [{ content: "摸清底数，，建立台账。" }], reports: [{ at: "1.content", says: "found", to: "摸清底数，建立台账。", safe: false }] },
    { name: "逗号加句号", given: [{ content: "建立台账，。" }], reports: [{ at: "1.content", says: "found", to: "建立台账。", safe: false }] },
  ],
};

import { halfStop } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "句末的半角句点：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Half-width full stop: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

export const textHalfStop: CellRule = {
  scope: "cell",
  id: "text/half-stop",
  group: "text",
  severity: "warning",
  title: { zh: "半角句点", en: "Half-width full stop" },
  why: {
    zh: "中文句子以“。”结束（GB/T 15834）。",
    en: "A Chinese sentence ends in 。 (GB/T 15834).",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { signs: ["pointInChinese"] } },
  check(cell) {
    const found = respelled(cell, (text) => halfStop.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "小数、编号、英文", given: [{ content: "1.摸底 2.5 万辆，见 V2.0 和 No.3。" }], reports: [] },
    { name: "句末半角句点", given: [{ content: "建立台账." }], reports: [{ at: "1.content", says: "found", to: "建立台账。", safe: false }] },
  ],
};

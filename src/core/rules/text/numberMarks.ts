import { numberMarks } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "数字里的符号不规范：“{from}”宜作“{to}”",
    en: "Marks inside a number: “{from}” should be “{to}”",
  },
} as const;

export const textNumberMarks: CellRule = {
  scope: "cell",
  id: "text/number-marks",
  group: "text",
  severity: "warning",
  title: { zh: "数字里的全角点号和空格", en: "Full-width marks and blanks in numbers" },
  why: {
    zh: "数字里的小数点和千分号用半角，否则会被读成两个数。",
    en: "Marks inside numbers are half-width, else one number reads as two.",
  },
  say,
  on: ["text", "number"],
  needs: { text: { signs: ["digitComma", "widePoint", "digitsApart"] } },
  check(cell) {
    const found = respelled(cell, (text) => numberMarks.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "半角", given: [{ content: "投资 1,200 万元，2.5 万辆，第 1，2 条。" }], reports: [] },
    { name: "全角千分号", given: [{ content: "投资 1，200 万元。" }], reports: [{ at: "1.content", says: "found", to: "投资 1,200 万元。", safe: false }] },
    { name: "用空格分节", given: [{ content: "淘汰 1 500 辆，第 1 200 家，5G 120 个，G35 120 公里。" }], reports: [{ at: "1.content", says: "found", to: "淘汰 1,500 辆，第 1 200 家，5G 120 个，G35 120 公里。", safe: false }] },
    { name: "全角小数点", given: [{ content: "达到 2．5 万辆。" }], reports: [{ at: "1.content", says: "found", to: "达到 2.5 万辆。", safe: false }] },
  ],
};

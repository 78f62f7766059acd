import { fourDigitYear } from "../../text/steps/words";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { respelled } from "../spelling";

const say = {
  found: {
    zh: "年份应写四位：“{from}”宜作“{to}”",
    en: "Years have four digits: “{from}” should be “{to}”",
  },
} as const;

export const textTwoDigitYear: CellRule = {
  scope: "cell",
  id: "text/two-digit-year",
  group: "text",
  severity: "warning",
  title: { zh: "两位数年份", en: "Two-digit years" },
  why: {
    zh: "年份应写四位（GB/T 15835）；两位数年份会被读成数量或时长。",
    en: "Years have four digits (GB/T 15835); two read as an amount or a span.",
  },
  say,
  on: ["text", "date"],
  needs: { text: { signs: ["shortYear"] } },
  check(cell) {
    const found = respelled(cell, (text) => fourDigitYear.apply(text));
    return found ? [{ message: tell(say, "found", found.shown), subject: found.shown.from, to: found.to, safe: false }] : [];
  },
  examples: [
    { name: "四位年份", given: [{ content: "2025年底完成，使用满25年的更新。" }], reports: [] },
    { name: "时限栏", given: [{ deadline: "25年底" }], reports: [{ at: "1.deadline", says: "found", to: "2025年底", safe: false }] },
    { name: "正文", given: [{ content: "25年12月底前完成。" }], reports: [{ at: "1.content", says: "found", to: "2025年12月底前完成。", safe: false }] },
  ],
};

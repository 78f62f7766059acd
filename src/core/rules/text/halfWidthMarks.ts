import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";

const say = {
  unlike: HABIT_SAY.unlike,
  standard: {
    zh: "中文里的标点宜用全角：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Punctuation of Chinese is full-width: “{from}” should be “{to}” ({count} cells)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["markWidth"];

export const textHalfWidthMarks: CellRule = {
  scope: "cell",
  id: "text/half-width-marks",
  group: "text",
  severity: "warning",
  title: { zh: "中文里的半角标点", en: "Half-width punctuation in Chinese" },
  why: {
    zh: "中文的逗号、分号、冒号等用全角（GB/T 15834）；数字、时间、网址里的不算。",
    en: "Commas, semicolons and colons of Chinese text are full-width (GB/T 15834); those of numbers, times and addresses are not meant.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["markWidth"] } },
  check: (cell, context) => brokenHabit(cell, context, TRAITS, false),
  examples: [
    { name: "全角标点", given: [{ content: "达到 70% 以上；到 2027 年完成。" }], reports: [] },
    { name: "分号是半角", given: [{ content: "达到70%以上;到2027年完成。" }], reports: [{ at: "1.content", says: "standard", to: "达到70%以上；到2027年完成。", safe: false }] },
    { name: "后面的空格一并去掉", given: [{ content: "摸清底数, 建立台账。" }], reports: [{ at: "1.content", says: "standard", to: "摸清底数，建立台账。", safe: false }] },
    { name: "数字、时间、网址、比例、编号照录", given: [{ content: "10:30 前报送 1,200 份，见 http://a.cn/x?y=1,2，比例 1:3，执行 ISO 9001:2015。" }], reports: [] },
    { name: "与全文的全角不同", given: [{ content: "摸底，立项，招标，开工，完工。" }, { content: "摸底,立项。" }], reports: [{ at: "2.content", says: "unlike", to: "摸底，立项。", safe: false }] },
  ],
};

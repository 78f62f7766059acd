import type { TraitName } from "../../text/traits/traits";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { inHabits, respelled } from "../spelling";

const say = {
  standard: {
    zh: "“{from}”是全角数字，应作“{to}”（{count}个单元格）",
    en: "“{from}” has full-width digits, should be “{to}” ({count} cells)",
  },
} as const;

const TRAITS: readonly TraitName[] = ["digitWidth", "percentWidth"];

export const textFullWidthDigits: CellRule = {
  scope: "cell",
  id: "text/full-width-digits",
  group: "text",
  severity: "warning",
  title: { zh: "全角数字", en: "Full-width digits" },
  why: {
    zh: "全角数字和百分号查找不到、不能计算，也与标准的写法不同。",
    en: "Full-width digits can be neither found nor counted.",
  },
  say,
  gather: "sentence",
  on: ["text", "number", "date", "status"],
  needs: { text: { traits: ["digitWidth", "percentWidth"] } },
  check(cell, context) {
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    return [{ message: tell(say, "standard", found.shown), subject: found.shown.from, to: found.to, safe: true }];
  },
  examples: [
    { name: "半角数字", given: [{ content: "达到 70% 以上。" }], reports: [] },
    { name: "全角数字和百分号", given: [{ content: "达到７０％以上。" }], reports: [{ at: "1.content", says: "standard", to: "达到70%以上。", safe: true }] },
    { name: "数值栏", given: [{ reportedValue: "７２" }], reports: [{ at: "1.reportedValue", says: "standard", to: "72", safe: true }] },
  ],
};

import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";
import { isStyled } from "../spelling";

const TRAITS: readonly TraitName[] = ["percentHan", "digitPercent"];

export const textPercentSpacing: CellRule = {
  scope: "cell",
  id: "text/percent-spacing",
  group: "text",
  severity: "warning",
  title: { zh: "百分号前后间距不一致", en: "Spacing of percent signs unlike the rest" },
  why: {
    zh: "百分号与数字之间不空格；百分号与后面汉字之间的写法应全文一致。",
    en: "No blank stands before a percent sign; what follows it is set one way throughout.",
  },
  say: HABIT_SAY,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["percentHan", "digitPercent"] } },
  check(cell, context) {
    if (!isStyled(cell, context)) return [];
    return brokenHabit(cell, context, TRAITS, true);
  },
  examples: [
    { name: "全文一致", given: [{ content: "比例达到 60% 以上，覆盖率达到 70% 以上。" }, { content: "降至 7.8% 以内，累计 60% 的项目完工。" }], reports: [] },
    {
      name: "一处与其他四处不同",
      given: [{ content: "比例达到 60% 以上，覆盖率达到 70% 以上。" }, { content: "降至 7.8% 以内，累计 60% 的项目完工。" }, { content: "数字化率达到 70%以上，力争突破。" }],
      reports: [{ at: "3.content", says: "unlike", to: "数字化率达到 70% 以上，力争突破。", safe: true }],
    },
    { name: "数字与百分号分开", given: [{ content: "覆盖率达到 70 %。" }], reports: [{ at: "1.content", says: "standard", to: "覆盖率达到 70%。", safe: true }] },
  ],
};

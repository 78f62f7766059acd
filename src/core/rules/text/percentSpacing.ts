import type { TraitName } from "../../text/traits/traits";
import type { CellRule } from "../rule";
import { tell } from "../say";
import { habitBroken, inHabits, isStyled, respelled } from "../spelling";

const say = {
  unlike: {
    zh: "“{from}”与全文写法不一致，宜作“{to}”（{count}个单元格；全文有{usual}处如此）",
    en: "“{from}” is unlike the rest; usual here: “{to}” ({count} cells; {usual} places do so)",
  },
  standard: {
    zh: "“{from}”宜按规范作“{to}”（{count}个单元格）",
    en: "By the standard “{from}” should be “{to}” ({count} cells)",
  },
} as const;

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
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["percentHan", "digitPercent"] } },
  check(cell, context) {
    if (!isStyled(cell, context)) return [];
    const found = respelled(cell, (text) => inHabits(context.profile, TRAITS, text));
    if (!found) return [];
    const { learned, usual } = habitBroken(context.profile, TRAITS, cell);
    const message = learned ? tell(say, "unlike", { ...found.shown, usual }) : tell(say, "standard", found.shown);
    return [{ message, subject: found.shown.from, to: found.to, safe: true }];
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

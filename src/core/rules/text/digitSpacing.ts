import { majority, type StyleProfile } from "../../text/profile";
import type { TraitName } from "../../text/traits/traits";
import { brokenHabit, HABIT_SAY } from "../habit";
import type { CellRule } from "../rule";
import { isStyled } from "../spelling";

const TRAITS: readonly TraitName[] = ["hanDigit"];

/** Where the ledger is written without blanks, a blank may part two clauses: taking it away is for a person. */
function isSpacingOnly({ habits }: StyleProfile): boolean {
  return habits.hanDigit?.kind === "spaced" || majority(habits.hanDigit?.places ?? {}) === "spaced";
}

export const textDigitSpacing: CellRule = {
  scope: "cell",
  id: "text/digit-spacing",
  group: "text",
  severity: "warning",
  title: { zh: "汉字与数字间距不一致", en: "Spacing of digits unlike the rest" },
  why: {
    zh: "同一台账中汉字与数字之间要么都空格，要么都不空格；标准（GB/T 15835）的示例不空格，但允许局部体例一致。",
    en: "A ledger sets blanks between Chinese characters and digits everywhere or nowhere; GB/T 15835 asks for consistency.",
  },
  say: HABIT_SAY,
  gather: "sentence",
  on: ["text"],
  needs: { text: { traits: ["hanDigit"] } },
  check(cell, context) {
    if (!isStyled(cell, context)) return [];
    return brokenHabit(cell, context, TRAITS, isSpacingOnly(context.profile));
  },
  examples: [
    { name: "全文空格", given: [{ content: "到 2025 年建成 20 家。" }, { content: "到 2027 年新增 5 座。" }], reports: [] },
    {
      name: "一处漏了空格",
      given: [{ content: "到 2025 年建成 20 家。" }, { content: "到 2027 年新增 5 座。" }, { content: "力争 2025 年超过30 座，每年 3 场。" }],
      reports: [{ at: "3.content", says: "unlike", to: "力争 2025 年超过 30 座，每年 3 场。", safe: true }],
    },
    { name: "没有明显习惯时不报", given: [{ content: "到2025年建成 20 家。" }], reports: [] },
    { name: "书名号内照录原名", given: [{ content: "到 2025 年建成 20 家。" }, { content: "到 2027 年新增 5 座。" }, { content: "落实《2024年方案》。" }], reports: [] },
    { name: "公文规范不空格", given: [{ content: "到 2025 年，建成 20 家，新增 5G 工厂。" }], style: "official", reports: [{ at: "1.content", says: "standard", to: "到2025年，建成20家，新增5G 工厂。", safe: true }] },
    {
      name: "通篇不空格的台账里，空格可能是分隔，只提示",
      given: [{ content: "到2025年建成20家。" }, { content: "到2027年建成30家，方案初稿 4月完成。" }],
      reports: [{ at: "2.content", says: "unlike", to: "到2027年建成30家，方案初稿4月完成。", safe: false }],
    },
    { name: "分点的编号不算", given: [{ content: "到2025年建成20家。" }, { content: "建立台账 2、组织招标。" }], reports: [] },
    { name: "部门自己的话不在此列", given: [{ content: "到 2025 年建成 20 家。" }, { content: "到 2027 年新增 5 座。" }, { progress: "已建成35个。" }], reports: [] },
  ],
};

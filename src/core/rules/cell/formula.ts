import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  cached: {
    zh: "有{count}个单元格是公式，只取其现有结果；报送前请粘贴为数值",
    en: "{count} cells are formulas; only their present results are taken. Please paste them as values before sending",
  },
} as const;

export const cellFormula: CellRule = {
  scope: "cell",
  id: "cell/formula",
  group: "content",
  severity: "warning",
  title: { zh: "公式", en: "Formulas" },
  why: {
    zh: "引用其他文件的公式到了别人手里会变成错误值或旧数。",
    en: "Formulas that point to other files turn into errors or old figures on other desks.",
  },
  say,
  beyondValues: true,
  gather: "sentence",
  // A 序号 that counts itself is harmless.
  on: ["date", "number"],
  needs: { marks: ["formula"] },
  check: ({ mark }) => (mark?.formula && !mark.error ? [{ message: tell(say, "cached", {}) }] : []),
  examples: [
    { name: "数值", given: [{ reportedValue: 5 }], reports: [] },
    { name: "公式", given: [{ reportedValue: { value: 5, mark: { formula: true } } }, { deadline: { value: 46387, mark: { date: true, formula: true } } }], reports: [{ at: "1.reportedValue", says: "cached", places: ["1.reportedValue", "2.deadline"] }] },
  ],
};

import { readNumber } from "../../text/readNumber";
import { isNothing } from "../deadlines";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  plain: {
    zh: "“{text}”是文本格式的数字，不能求和（{count}个单元格）",
    en: "“{text}” is a number kept as text and cannot be summed ({count} cells)",
  },
  measured: {
    zh: "“{text}”带了单位，数值栏宜只填数字{value}（{count}个单元格）",
    en: "“{text}” has a measure word; the column takes the number {value} alone ({count} cells)",
  },
} as const;

export const valueNumberAsText: CellRule = {
  scope: "cell",
  id: "value/number-as-text",
  group: "content",
  severity: "info",
  title: { zh: "数字写成文本", en: "Number kept as text" },
  why: {
    zh: "文本格式的数字不参加求和与比较。",
    en: "Numbers kept as text are left out of sums and comparisons.",
  },
  say,
  gather: "sentence",
  on: ["number"],
  needs: { text: {} },
  check({ text, key }, { typedNumbers }) {
    if (text === null || key === null || !typedNumbers.has(key) || isNothing(text)) return [];
    const number = readNumber(text);
    // A percentage as a number would be shown without its sign.
    if (number === null || /[％%‰]/u.test(text) || number.before !== "") return [];
    if (/^\d{1,3}(?: \d{3})+$/u.test(text)) return [{ message: tell(say, "plain", { text }), to: number.value }];
    // Blanks around it and full-width digits are rules of their own, and come first.
    if (number.measure === "") return !/^[\d.,+-]+$/u.test(text) ? [] : [{ message: tell(say, "plain", { text }), to: number.value, safe: !text.includes(",") }];
    return [{ message: tell(say, "measured", { text, value: number.value }), to: number.value, safe: false }];
  },
  examples: [
    { name: "数字", given: [{ reportedValue: 5 }, { reportedValue: "80%" }], reports: [] },
    { name: "整列都是文本的来源", given: [{ reportedValue: "5" }, { reportedValue: "6" }], reports: [] },
    { name: "混入文本", given: [{ reportedValue: 5 }, { reportedValue: "72" }], reports: [{ at: "2.reportedValue", says: "plain", to: 72, safe: true }] },
    { name: "用逗号分节", given: [{ reportedValue: 5 }, { reportedValue: "1,200" }], reports: [{ at: "2.reportedValue", says: "plain", to: 1200, safe: false }] },
    { name: "用空格分节", given: [{ reportedValue: 5 }, { reportedValue: "1 200" }], reports: [{ at: "2.reportedValue", says: "plain", to: 1200, safe: false }] },
    { name: "带单位", given: [{ reportedValue: 5 }, { reportedValue: "150家" }], reports: [{ at: "2.reportedValue", says: "measured", to: 150, safe: false }] },
  ],
};

import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  share: {
    zh: "文字栏里是百分比数值，显示为{text}，实际是{value}；宜写成文字“{text}”",
    en: "A column of text holds the number {value} shown as {text}; better as the text “{text}”",
  },
} as const;

export const cellPercentNumber: CellRule = {
  scope: "cell",
  id: "cell/percent-number",
  group: "content",
  severity: "info",
  title: { zh: "文字栏里的百分比数值", en: "Percentage as a number in a column of text" },
  why: {
    zh: "复制到别处就成了 0.7，看不出是 70%。",
    en: "Copied elsewhere it turns into 0.7.",
  },
  say,
  on: ["text"],
  needs: { marks: ["percent"] },
  check({ value, mark }) {
    if (typeof value !== "number" || !mark?.percent) return [];
    const text = `${Number((value * 100).toPrecision(12))}%`;
    return [{ message: tell(say, "share", { text, value }), to: text }];
  },
  examples: [
    { name: "文字；数值栏里的百分比", given: [{ progress: "70%", reportedValue: { value: 0.7, mark: { percent: true } } }], reports: [] },
    { name: "文字栏里的 0.7", given: [{ progress: { value: 0.7, mark: { percent: true } } }], reports: [{ at: "1.progress", says: "share", to: "70%", safe: false }] },
  ],
};

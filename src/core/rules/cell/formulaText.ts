import type { CellRule } from "../rule";
import { short, tell } from "../say";

const say = {
  cached: {
    zh: "这里是公式，不是文字，只能取到上次的结果“{text}”；请粘贴为数值",
    en: "A formula stands in place of words; only its last result “{text}” can be read. Please paste it as a value",
  },
} as const;

export const cellFormulaText: CellRule = {
  scope: "cell",
  id: "cell/formula-text",
  group: "content",
  severity: "error",
  title: { zh: "文字栏里是公式", en: "Formula in place of words" },
  why: {
    zh: "文字多半引用了别的文件，换一台电脑就变成错误值或旧内容；经同意才能取现有结果。",
    en: "Words by formula mostly point to another file and turn stale or wrong on other desks.",
  },
  say,
  beyondValues: true,
  on: ["text", "units", "status"],
  needs: { marks: ["formula"] },
  check: ({ mark, value, owner }) => (mark?.formula && !mark.error && owner !== "provenance" ? [{ message: tell(say, "cached", { text: short(String(value)) }), subject: short(String(value)) }] : []),
  examples: [
    { name: "文字", given: [{ progress: "已立项三处。" }], reports: [] },
    { name: "引用别的文件", given: [{ progress: { value: "已立项三处。", mark: { formula: true } } }], reports: [{ at: "1.progress", says: "cached" }] },
  ],
};

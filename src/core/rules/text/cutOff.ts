import { looksCutOff, SHORTEST_CUT } from "../cutTexts";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  cut: {
    zh: "正好{length}个字，结尾“{end}”不像一句话的结尾，可能被截断",
    en: "Exactly {length} characters, and “{end}” looks like no end of a sentence: the text may be cut off",
  },
} as const;


export const textCutOff: CellRule = {
  scope: "cell",
  id: "text/cut-off",
  group: "content",
  severity: "error",
  title: { zh: "文字可能被截断", en: "Text may be cut off" },
  why: {
    zh: "一些软件把长文字截到 255、911 或 1024 个字，后面的内容就丢了。",
    en: "Some programs cut long texts at 255, 911 or 1024 characters, and the rest is lost.",
  },
  say,
  on: ["text"],
  needs: { text: { least: SHORTEST_CUT } },
  check({ text }) {
    if (text === null || !looksCutOff(text)) return [];
    return [{ message: tell(say, "cut", { length: text.length, end: text.slice(-8) }) }];
  },
  examples: [
    { name: "完整的长文字", given: [{ progress: `${"推进摸底".repeat(63)}工作。` }], reports: [] },
    { name: "正好 255 个字，没有说完", given: [{ progress: `${"推进摸底".repeat(63)}工作的` }], reports: [{ at: "1.progress", says: "cut" }] },
  ],
};

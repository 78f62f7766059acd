import { plainFigures } from "../../text/plainFigures";
import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  times: {
    zh: "“{words}”：减少不能说倍数，宜写成百分比或分数",
    en: "“{words}”: a decrease is not told in multiples; use a percentage or a fraction",
  },
} as const;

const TIMES = /(?:减少|下降|降低|压减|缩短|缩减|减)(?:了|约|近)?(?:[一二两三四五六七八九十]{1,2}|\d{1,3}(?:\.\d{1,2})?) ?(?:多)?倍/u;

export const textDecreaseByTimes: CellRule = {
  scope: "cell",
  id: "text/decrease-by-times",
  group: "content",
  severity: "info",
  title: { zh: "减少若干倍", en: "Decrease by multiples" },
  why: {
    zh: "减少一倍就是减到零；增加可以用倍数，减少用百分比。",
    en: "Less by one time is nothing; growth may be told in multiples, a decrease may not.",
  },
  say,
  on: ["text"],
  needs: { text: { signs: ["times"] } },
  check({ text }) {
    const words = text?.includes("倍") ? TIMES.exec(plainFigures(text))?.[0] : undefined;
    return words === undefined ? [] : [{ message: tell(say, "times", { words }), subject: words }];
  },
  examples: [
    { name: "增加一倍", given: [{ content: "回收量较 2023 年增加约一倍，排放降低 20%。" }], reports: [] },
    { name: "下降一倍", given: [{ content: "能耗下降一倍。" }], reports: [{ at: "1.content", says: "times" }] },
  ],
};

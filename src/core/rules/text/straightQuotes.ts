import { curlyQuotes } from "../../text/steps/marks";
import type { CellRule } from "../rule";
import { short, tell } from "../say";
import { respelled } from "../spelling";

const say = {
  straight: {
    zh: "中文里用弯引号：“{from}”宜作“{to}”（{count}个单元格）",
    en: "Chinese takes curly quotes: “{from}” should be “{to}” ({count} cells)",
  },
  odd: {
    zh: "直引号“{text}”不成对，无法判断哪是前引号",
    en: "Straight quotes in “{text}” do not pair up: which one opens cannot be told",
  },
} as const;

export const textStraightQuotes: CellRule = {
  scope: "cell",
  id: "text/straight-quotes",
  group: "text",
  severity: "warning",
  title: { zh: "直引号", en: "Straight quotes" },
  why: {
    zh: "中文引号是“”（GB/T 15834）；通篇用直引号的台账按其习惯。",
    en: "Chinese quotes are “” (GB/T 15834), unless a ledger uses straight ones throughout.",
  },
  say,
  gather: "sentence",
  on: ["text"],
  needs: { text: { signs: ["straight"] } },
  check(cell, { profile }) {
    const { text } = cell;
    if (text === null || !text.includes('"') || profile.habits.quoteSign?.kind !== "curly") return [];
    const found = respelled(cell, (now) => curlyQuotes.apply(now));
    if (found) return [{ message: tell(say, "straight", found.shown), subject: found.shown.from, to: found.to }];
    const first = text.indexOf('"');
    const isOdd = text.split('"').length % 2 === 0 && /\p{Script=Han}/u.test(text.slice(first + 1, first + 2));
    return isOdd ? [{ message: tell(say, "odd", { text: short(text.slice(first)) }) }] : [];
  },
  examples: [
    { name: "弯引号；英寸", given: [{ content: "打造“三品”，更换 12\" 管道。" }], reports: [] },
    { name: "成对的直引号", given: [{ content: "打造\"三品\"工程。" }], reports: [{ at: "1.content", says: "straight", to: "打造“三品”工程。", safe: false }] },
    { name: "不成对", given: [{ content: "打造\"三品工程。" }], reports: [{ at: "1.content", says: "odd" }] },
  ],
};

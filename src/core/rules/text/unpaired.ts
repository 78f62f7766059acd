import type { CellRule } from "../rule";
import { tell } from "../say";

const say = {
  open: {
    zh: "“{words}”里的 {sign} 没有配对的另一半",
    en: "The {sign} in “{words}” has no other half",
  },
} as const;

const CLOSES: ReadonlyMap<string, string> = new Map([["）", "（"], [")", "（"], ["”", "“"], ["》", "《"], ["】", "【"], ["〕", "〔"]]);
const OPENS: ReadonlyMap<string, string> = new Map([["（", "（"], ["(", "（"], ["“", "“"], ["《", "《"], ["【", "【"], ["〔", "〔"]]);

/** The first bracket, quote or title mark without its other half, or null. Numbers of a list (1）, a) may close alone. */
function firstUnpaired(text: string): number | null {
  const open: { readonly sign: string; readonly at: number }[] = [];
  for (const found of text.matchAll(/[()（）“”《》【】〔〕]/gu)) {
    const at = found.index;
    const opens = OPENS.get(found[0]);
    const closes = CLOSES.get(found[0]);
    if (opens !== undefined) open.push({ sign: opens, at });
    if (closes === undefined) continue;
    const last = open[open.length - 1];
    if (last?.sign === closes) open.pop();
    else if (last !== undefined || !numbersList(text, at)) return last?.at ?? at;
  }
  return open[0]?.at ?? null;
}

/** "；2）推进": a number or letter at the beginning of a point, closed by a bracket. */
function numbersList(text: string, at: number): boolean {
  return /(?:^|[\s，；。：、,;:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$/u.test(text.slice(Math.max(0, at - 4), at));
}

export const textUnpaired: CellRule = {
  scope: "cell",
  id: "text/unpaired",
  group: "text",
  severity: "warning",
  title: { zh: "括号、引号不成对", en: "Bracket or quote without its other half" },
  why: {
    zh: "缺了一半的括号或引号，常说明文字被截断或误删。",
    en: "A missing half often means that text was cut off or deleted.",
  },
  say,
  on: ["text", "units", "heading"],
  needs: { text: { signs: ["unpaired"] } },
  check({ text }) {
    const at = text === null ? null : firstUnpaired(text);
    if (text === null || at === null) return [];
    const words = text.slice(Math.max(0, at - 6), at + 7).trim();
    return [{ message: tell(say, "open", { words, sign: text.charAt(at) }), subject: words }];
  },
  examples: [
    { name: "成对，可以嵌套", given: [{ content: "实施“揭榜挂帅”项目（含《方案（试行）》所列），打造“同线（同标）”企业。" }], reports: [] },
    { name: "分点的编号", given: [{ content: "1）摸底；2）立项；a)招标。" }], reports: [] },
    { name: "缺后引号", given: [{ content: "开展“三品专项行动。" }], reports: [{ at: "1.content", says: "open" }] },
    { name: "缺前括号", given: [{ leadUnits: "各区县功能区）" }], reports: [{ at: "1.leadUnits", says: "open" }] },
  ],
};

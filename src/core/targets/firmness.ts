/** Words that bind firmly or loosely: the same figure with 力争 before it asks for less than with 确保. */
import type { Target } from "./target";

const LOOSE = [
  "原则上", "有条件的", "条件成熟", "尽可能", "长期坚持", "大部分", "力争", "争取", "努力", "尽量", "视情", "基本", "大体", "逐步", "适时", "左右", "大约",
  "鼓励", "引导", "探索", "推动", "推进", "有序", "启动", "谋划", "研究", "筹备", "部分", "持续", "约",
] as const;
const FIRM = ["全覆盖", "确保", "必须", "务必", "全部", "全面", "彻底", "所有", "一律", "完成", "建成", "实现", "以上", "以内", "以下"] as const;

/** Longer words first, so that none is found inside of another. */
const WORD = new RegExp([...LOOSE, ...FIRM].sort((one, other) => other.length - one.length).join("|") + "|(?:年|月|年底|月底|日)(?:起|以后|之后)", "gu");
const FIRM_WORDS: ReadonlySet<string> = new Set(FIRM);
const isLoose = (word: string): boolean => !FIRM_WORDS.has(word);
const SENTENCE_END = /[。；;\n]/u;

/** What became of the binding words between two wordings. */
export interface FirmnessChange {
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  readonly weaker: boolean;
}

/** The words that bind a target: those of its clause and those before it, back to the target before or the beginning of its sentence. */
export function bindingText(text: string, targets: readonly Target[], target: Target): string {
  const before = targets.filter(({ start, clause }) => start + clause.length <= target.start).map(({ start, clause }) => start + clause.length);
  let from = Math.max(0, ...before);
  for (let at = target.start - 1; at >= from; at -= 1) if (SENTENCE_END.test(text[at] ?? "")) from = at + 1;
  return text.slice(from, target.start + target.clause.length);
}

/** Which binding words differ; null where none does. Weaker where a loose one came or a firm one went. */
export function firmnessChange(before: string, after: string): FirmnessChange | null {
  const dropped = without(before.match(WORD) ?? [], after.match(WORD) ?? []);
  const added = without(after.match(WORD) ?? [], before.match(WORD) ?? []);
  if (dropped.length + added.length === 0) return null;
  return { dropped, added, weaker: added.some(isLoose) || (dropped.some((word) => !isLoose(word)) && added.length === 0) };
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Whose level an indicator counts, the highest first. */
const LEVELS = ["国家级", "省部级", "省级", "市级", "县级", "区级", "镇级"] as const;

/** The levels that two indicators name, where they differ; null where they name the same or none. */
export function levelChange(before: string, after: string): { readonly from: string; readonly to: string; readonly weaker: boolean } | null {
  const [was, is] = [before, after].map((words) => LEVELS.findIndex((level) => words.includes(level)));
  if (was === undefined || is === undefined || was < 0 || is < 0 || was === is) return null;
  return { from: LEVELS[was] ?? "", to: LEVELS[is] ?? "", weaker: is > was };
}

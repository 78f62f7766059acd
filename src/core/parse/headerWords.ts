/** Which column a header cell means. */
import { COLUMN_PRESETS, type PresetKey } from "../ledger/columns";
import { comparisonForm } from "../text/compare";
import { Memo } from "../units/memo";

/** How surely the words name the column: the whole wording, without its brackets or date words, or only its end. */
export type HeaderFit = "whole" | "trimmed" | "ending";

export interface HeaderMeaning {
  readonly key: PresetKey;
  readonly fit: HeaderFit;
}

const WORDS: ReadonlyMap<string, PresetKey> = new Map(
  COLUMN_PRESETS.flatMap(({ key, header, synonyms }) =>
    [header, ...synonyms].map((word) => [comparisonForm(word).toLowerCase(), key] as const),
  ),
);

/** Longest first, so that 下一步工作措施 is not taken for 措施. Short words would end too many headers. */
const ENDINGS = [...WORDS].filter(([word]) => word.length >= 4).sort(([left], [right]) => right.length - left.length);

const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/gu;
const DATED = /^(?:截至|截止|至)?(?:\d{2,4}年)?(?:\d{1,2}月份?|[一二三四1-4]季度|上半年|下半年|本月|本期|本季度|当月|当期|目前|最新|本年度?|年度)?(?:底|末)?(?:\d{1,2}日)?(?:的)?/u;
/** A header in two languages: 状态 Status, Progress 进展. */
const FOREIGN = /^[a-z./#-]+(?=[^a-z])|(?<=[^a-z./#-])[a-z./#-]+$/gu;
const ACTUAL = /^(?:实际|已)/u;
const LONGEST_HEADER = 40;

/** Texts that are longer as they are written are no header, whatever of them is space. */
const LONGEST_WRITTEN = 160;
const remembered = new Memo<HeaderMeaning | null>(2_000);

/** What a header cell means, or null where no preset knows its words. */
export function headerMeaning(text: string): HeaderMeaning | null {
  return text.length > LONGEST_WRITTEN ? null : remembered.get(text, meaningOf);
}

function meaningOf(text: string): HeaderMeaning | null {
  const form = comparisonForm(text).toLowerCase();
  if (form === "" || form.length > LONGEST_HEADER) return null;
  const whole = WORDS.get(form) ?? WORDS.get(form.replace(/[:*]+/gu, ""));
  if (whole) return { key: whole, fit: "whole" };
  const bare = form.replace(BRACKETED, "").replace(/[:*]+/gu, "");
  const trimmed = WORDS.get(bare) ?? WORDS.get(bare.replace(DATED, ""));
  if (trimmed) return { key: trimmed, fit: "trimmed" };
  const chinese = WORDS.get(bare.replace(FOREIGN, ""));
  if (chinese) return { key: chinese, fit: "trimmed" };
  const ending = bare.length <= 16 ? ENDINGS.find(([word]) => bare.endsWith(word)) : undefined;
  // 实际完成时间 is when it was done, no deadline.
  return ending && !(ending[1] === "deadline" && ACTUAL.test(bare)) ? { key: ending[1], fit: "ending" } : null;
}

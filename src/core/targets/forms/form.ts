/** What a wording of a deadline is to the finder, and the pieces that many wordings share. One form is one file and one line in `forms.ts`. */
import { chineseNumber } from "../../text/numerals";
import { documentYear, type DeadlineContext, type YearRead } from "../calendar";
import type { Deadline } from "../deadline";

export type Groups = Readonly<Record<string, string | undefined>>;

export interface FormExample {
  readonly text: string;
  /** The document's year and the as-of date that all examples share: 2024 and 2024-05-10. */
  readonly kind: Deadline["kind"];
  readonly date: string | null;
  readonly alternative?: string;
}

export interface DeadlineForm {
  readonly id: string;
  /** The signs it can begin with, folded as in `reading.ts`. */
  readonly starts: string;
  /** The signs that can stand second, where the first is no digit; left out where any can. Prose is searched the faster for it. */
  readonly second?: string;
  /** The signs that can follow 2025年 where the form begins with such a year; left out where any can. */
  readonly afterYear?: string;
  /** Signs of which the text must have one; left out where there is none such. */
  readonly needs?: string;
  /** Sticky and linear; only `read` sees its groups. */
  readonly pattern: RegExp;
  /** `expression`: only where the whole text is an expression of time, such as a cell; prose uses the same words otherwise. */
  readonly where: "anywhere" | "expression";
  /** The deadline without its `text`, or null where these words are none after all. */
  readonly read: (groups: Groups, context: DeadlineContext) => Deadline | null;
  readonly examples: readonly [FormExample, ...FormExample[]];
}

export const FIGURES = "0123456789";
export const CHINESE_FIGURES = "一二三四五六七八九十两〇";
/** The words that stand for a year, with how far it lies from the document's. */
const YEAR_WORDS: ReadonlyMap<string, number> = new Map([
  ["今年", 0], ["本年度", 0], ["本年", 0], ["当年", 0], ["明年", 1], ["次年", 1], ["来年", 1], ["翌年", 1], ["下一年度", 1], ["下年度", 1], ["下一年", 1],
  ["后年", 2], ["去年", -1], ["上一年度", -1], ["上年度", -1], ["上一年", -1], ["上年", -1], ["前年", -2],
]);
export const YEAR_WORD_STARTS = "今本当明次来翌下后去上前";
/** What follows the first sign of a year that is no digit: 今|年, 下|一年, 二|〇二五. */
export const YEAR_SECOND = "年一二三四五六七八九〇零○0";
/** What follows the first sign of a month, a quarter or a count that is written in Chinese. */
export const CHINESE_SECOND = "月季年个日天号、和及十一二三四五六七八九〇零○";
/** What follows a year before a month: 2025年|6月, 2025年|十二月, 2025年|的6月. */
export const MONTH_AFTER_YEAR = "0123456789一二三四五六七八九十的";
export const YEAR_STARTS = FIGURES + "一二" + YEAR_WORD_STARTS;

const WORDS = [...YEAR_WORDS.keys()].join("|");

/** A year with its word: 2025年, 25年, 二〇二五年, 明年. `p` sets the groups of two years in one pattern apart. */
export const year = (p = ""): string =>
  `(?:(?<${p}year>[12]\\d{3}(?=年)|(?:19|20)\\d\\d)(?:年度?|(?=全年|[上下]半年|第?[一二三四1-4]季度|[QqHh底末]))|(?<${p}short>[1-4]\\d)年|(?<${p}spelled>[一二][〇零○0一二三四五六七八九]{3})年度?|(?<${p}word>${WORDS}))`;

export const month = (p = ""): string => `(?<${p}month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?`;
export const dayOfMonth = (p = ""): string => `(?<${p}day>\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号(?![线楼院文店机令]))`;
/** 前 and its fellows; 前期, 前三季度, 前10名 begin other words. */
export const BEFORE_WORD = "(?:之前|以前|前(?![期三后沿往列述端瞻夕]|(?:\\d{1,3}|十)[名位强大]))";
export const BEFORE = `(?<before>${BEFORE_WORD})?`;
/** 内, but not 内部, 内蒙古, 内容. */
export const INSIDE = "(?:以内|之内|内(?![部蒙涵容生外需控设科河陆环]))";
/** 底, 末, and 初 and 中 where they begin no other word: 初步, 中考. */
export const EDGE = "底(?![数层线])|末|初(?![步级中次审评始验])|中(?=之前|以前|前|[，。；：、)\\n]|$)";
/** The part of a month. */
export const PART = `(?:月(?=底|末|初))?(?<part>上中旬|中上旬|中下旬|中旬|上旬|下旬|${EDGE})?`;
/** Between the two ends of a range, folded. */
export const TO = "(?:-{1,2}|~{1,2}|至|到)";

/** A figure of a pattern, in digits or Chinese; NaN where the group is absent. */
export function figure(text: string | undefined): number {
  return text === undefined ? Number.NaN : /^\d+$/u.test(text) ? Number(text) : (chineseNumber(text) ?? Number.NaN);
}

/** The year that the groups of `year(p)` name; the document's where they are absent. */
export function yearIn(groups: Groups, context: DeadlineContext, p = ""): YearRead {
  const named = groups[`${p}year`];
  if (named !== undefined) return { year: Number(named), assumed: false };
  const short = groups[`${p}short`];
  if (short !== undefined) return { year: 2000 + Number(short), assumed: false };
  const spelled = groups[`${p}spelled`];
  if (spelled !== undefined) return { year: figure(spelled.replace(/[○0]/gu, "〇")), assumed: false };
  const offset = YEAR_WORDS.get(groups[`${p}word`] ?? "") ?? 0;
  return { year: documentYear(context) + offset, assumed: true };
}

/** Whether the groups of `year(p)` name any year, by figure or by word. */
export function hasYear(groups: Groups, p = ""): boolean {
  return [`${p}year`, `${p}short`, `${p}spelled`, `${p}word`].some((key) => groups[key] !== undefined);
}

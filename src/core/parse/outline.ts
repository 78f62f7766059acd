/** Outline rows: chapters 一、, sections (一), labels of goal rows, and the small print around a table. */
import { chineseNumber } from "../text/numerals";
import { comparisonForm } from "../text/compare";

export interface OutlineHeading {
  readonly kind: "chapter" | "section";
  readonly number: number;
  readonly title: string;
}

const CHAPTER = /^\s*(?:第)?([零〇一二两三四五六七八九十百]{1,6})(?:[、.．，,:：]|(?:章|部分)[、\s]?)\s*(\S.*)$/su;
const SECTION = /^\s*(?:[(（]\s*([零〇一二两三四五六七八九十百]{1,6})\s*[)）][、.．]?|第([零〇一二两三四五六七八九十百]{1,6})节)\s*(\S.*)$/su;
const GOAL_LABEL = /^\D{0,6}(?:\d{4}|[二两][零〇一二三四五六七八九]{3})年?(?:底|末)?(?:[\p{L}\p{N}]{0,8})目标$/u;
const GOAL_CHAPTER = /(?:工作|主要|总体|发展|预期|任务)目标$/u;
const FOOTER = /^(?:注[:：]|备注[:：]|说明[:：]|填表说明|填报说明|填表人|填报人|审核人?|审签|负责人|联系人|联系电话|制表|单位负责人|分管领导|主要领导|填报单位[(（:：]|报送单位[:：]|填报日期[:：]|报送日期[:：]|合计$|总计$|[(（](?:单位)?(?:盖章|公章|签章|签字)[)）]|第\s*\d+\s*页|共\s*\d+\s*页)/u;
const TOTAL = /^(?:本页|全部|以上)?(?:合计|总计|小计|共计|累计)[:：]?$/u;

/** The heading a lone cell is, or null. */
export function readHeading(text: string): OutlineHeading | null {
  const section = SECTION.exec(text);
  if (section) {
    const number = chineseNumber(section[1] ?? section[2] ?? "");
    return number === null ? null : { kind: "section", number, title: (section[3] ?? "").trim() };
  }
  const chapter = CHAPTER.exec(text);
  const number = chapter ? chineseNumber(chapter[1] ?? "") : null;
  return number === null ? null : { kind: "chapter", number, title: (chapter?.[2] ?? "").trim() };
}

/** "2025 年工作目标" and its like: the label that gives goal rows their year and stands for their 序号. */
export function isGoalLabel(text: string): boolean {
  return text.length <= 40 && text.includes("标") && GOAL_LABEL.test(comparisonForm(text));
}

/** Whether a chapter of this title holds goals and not numbered tasks. */
export function isGoalChapter(title: string): boolean {
  return GOAL_CHAPTER.test(comparisonForm(title));
}

/** The small print under or above a table: notes, signatures, totals. */
export function isFooter(text: string): boolean {
  return FOOTER.test(text.trim());
}

/** The word of a line that adds up the lines above it. */
export function isTotal(text: string): boolean {
  return text.length <= 12 && TOTAL.test(text.replace(/\s+/gu, ""));
}

const LABELLED = /^\S{2,8}[:：]/u;
const DAY = /^(?:\d{4}|[二〇零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/u;
const SEALED = /^.{2,30}[(（](?:盖章|公章|章|印章|签章)[)）]$/u;

/** A line that signs the table: its first text is small print and the others are labels, days or seals, none of them a sentence. */
export function isSignature(texts: readonly string[]): boolean {
  const [first] = texts;
  return first !== undefined && maySign(first) && texts.slice(1).every((text) => isFooter(text) || signs(text) || (text.length <= 20 && LABELLED.test(text.trim())));
}

/** Whether a line that begins with this text may be small print or a signature. */
export function maySign(text: string): boolean {
  return isFooter(text) || signs(text);
}

function signs(text: string): boolean {
  const bare = text.replace(/\s+/gu, "");
  return DAY.test(bare) || SEALED.test(bare);
}

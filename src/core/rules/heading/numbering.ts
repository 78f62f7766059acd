import type { Finding, LedgerRule } from "../rule";
import { headingNumeral, isPartOfOutline, oddHeadings, type Heading } from "../outline";
import { tell } from "../say";
import type { CheckContext } from "../context";

const say = {
  chapter: {
    zh: "这一章编号为“{number}”，按前文应为“{expected}”",
    en: "This chapter is numbered {number}; after the one before it {expected} is due",
  },
  section: {
    zh: "这一节编号为“（{number}）”，按前文应为“（{expected}）”",
    en: "This section is numbered （{number}）; after the one before it （{expected}） is due",
  },
} as const;

function findings({ ledger, serials, master }: CheckContext, headings: readonly Heading[], id: keyof typeof say): readonly Finding[] {
  const odd = oddHeadings(ledger, headings);
  const isPart = master !== null || serials.extract || isPartOfOutline(headings, odd);
  return odd
    .filter(({ number, expected }) => number < expected || !isPart)
    .map(({ number, expected, at }) => ({
      at,
      row: null,
      message: tell(say, id, { number: headingNumeral(number), expected: headingNumeral(expected) }),
      subject: String(number),
    }));
}

export const headingNumbering: LedgerRule = {
  scope: "ledger",
  id: "heading/numbering",
  group: "structure",
  severity: "warning",
  title: { zh: "章节编号不连续", en: "Headings not numbered in order" },
  why: {
    zh: "章节编号跳号或重复，多是删改后没有改号。节号通篇连排或每章重排都可以。",
    en: "A jump or repetition is mostly left over from editing. Sections may run on through all chapters or begin anew in each.",
  },
  say,
  check(context) {
    const { chapters, sections } = context.ledger;
    return [
      ...findings(context, chapters.map((chapter) => ({ ...chapter, parent: null })), "chapter"),
      ...findings(context, sections.map((section) => ({ ...section, parent: section.chapter })), "section"),
    ];
  },
  examples: [
    { name: "节号通篇连排", given: ["一、甲", "(一) 子", {}, "二、乙", "(二) 丑", {}], reports: [] },
    { name: "节号每章重排", given: ["一、甲", "(一) 子", {}, "(二) 丑", {}, "二、乙", "(一) 寅", {}], reports: [] },
    { name: "缺第三章", given: ["一、甲", {}, "二、乙", {}, "四、丙", {}], reports: [{ at: "5", says: "chapter" }] },
    { name: "节号重复", given: ["一、甲", "(一) 子", {}, "(一) 丑", {}], reports: [{ at: "4", says: "section" }] },
  ],
};

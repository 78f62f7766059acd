import type { Finding, LedgerRule } from "../rule";
import { isEmpty, plainText } from "../../grid/grid";
import { digitHeading, headingNumeral, isPartOfOutline, oddHeadings, type Heading } from "../outline";
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

/** A section that was numbered in digits takes its number all the same; that it did is spoken of by another rule. */
function withDigits({ ledger, grid }: CheckContext, sections: readonly Heading[]): readonly Heading[] {
  const other = new Set(ledger.frame.filter(({ kind }) => kind !== "chapter" && kind !== "section").map(({ gridRow }) => gridRow));
  const last = ledger.rows[ledger.rows.length - 1]?.gridRow ?? 0;
  /** How many sections stand above the row. */
  let next = 0;
  const digits = grid.rows.flatMap(({ row, values }): readonly Heading[] => {
    const number = row > ledger.headerRow && row < last && other.has(row) ? digitHeading(plainText(values.find((value) => !isEmpty(value)))) : null;
    if (number === null) return [];
    while ((sections[next]?.gridRow ?? Infinity) < row) next += 1;
    return [{ number, gridRow: row, parent: sections[next - 1]?.parent ?? null }];
  });
  return digits.length === 0 ? sections : [...sections, ...digits].sort((left, right) => left.gridRow - right.gridRow);
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
    const numbered = sections.map((section) => ({ ...section, parent: section.chapter }));
    return [
      ...findings(context, chapters.map((chapter) => ({ ...chapter, parent: null })), "chapter"),
      ...findings(context, sections.length === 0 ? [] : withDigits(context, numbered), "section"),
    ];
  },
  examples: [
    { name: "节号通篇连排", given: ["一、甲", "(一) 子", {}, "二、乙", "(二) 丑", {}], reports: [] },
    { name: "节号每章重排", given: ["一、甲", "(一) 子", {}, "(二) 丑", {}, "二、乙", "(一) 寅", {}], reports: [] },
    { name: "缺第三章", given: ["一、甲", {}, "二、乙", {}, "四、丙", {}], reports: [{ at: "5", says: "chapter" }] },
    { name: "一节误编为后一节的号", given: ["(一) 子", {}, "(二) 丑", {}, "(四) 寅", {}, "(四) 卯", {}, "(五) 辰", {}], reports: [{ at: "5", says: "section" }] },
    { name: "用数字编号的一节另有规则", given: ["(一) 子", {}, "(2) 丑", {}, "(三) 寅", {}], reports: [] },
    { name: "节号重复", given: ["一、甲", "(一) 子", {}, "(一) 丑", {}], reports: [{ at: "4", says: "section" }] },
  ],
};

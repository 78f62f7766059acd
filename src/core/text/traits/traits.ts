/** THE list of traits. A new one is a trait here, and a rule that speaks of it. */
import { chapterGap, digitPercent, hanDigit, hanLatin, percentHan, sectionGap } from "./spacing";
import type { Trait } from "./trait";
import { unitGap, unitSeparator } from "./unitList";
import {
  bracketWidth, chapterMark, digitWidth, markWidth, percentWidth, quoteJoint, quoteSign, rangeSign, sectionBracket, sectionMark,
} from "./widths";

export const TRAITS = {
  hanDigit, hanLatin, percentHan, digitPercent, chapterGap, sectionGap,
  chapterMark, sectionMark, sectionBracket, bracketWidth, markWidth, digitWidth, percentWidth, rangeSign, quoteSign, quoteJoint,
  unitSeparator, unitGap,
} as const satisfies Readonly<Record<string, Trait>>;

export type TraitName = keyof typeof TRAITS;

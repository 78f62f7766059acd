/** THE list of text steps. */
import { blankEnds, blanksInChinese, blanksInUnit, handLayout, plainBlanks, zeroWidth } from "./blanks";
import { curlyQuotes, documentNumber, doubledMarks, halfStop, mixedBrackets, numberMarks, rangePercent } from "./marks";
import type { TextStep } from "./step";
import { fourDigitYear, lookAlikes, usualWords } from "./words";

export const TEXT_STEPS: readonly TextStep[] = [
  blankEnds, zeroWidth, plainBlanks, blanksInChinese, blanksInUnit, handLayout,
  doubledMarks, halfStop, mixedBrackets, curlyQuotes, rangePercent, numberMarks, documentNumber,
  fourDigitYear, lookAlikes, usualWords,
];

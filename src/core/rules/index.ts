/** THE list of rules, in the order in which issues of one cell are told. A new rule is a new file and a line here. */
import { bookExternalLinks } from "./book/externalLinks";
import { bookFileName } from "./book/fileName";
import { bookNotRead } from "./book/notRead";
import { bookOtherSheet } from "./book/otherSheet";
import { bookProperties } from "./book/properties";
import { cellError } from "./cell/error";
import { cellFormula } from "./cell/formula";
import { cellFormulaText } from "./cell/formulaText";
import { cellMarked } from "./cell/marked";
import { cellNote } from "./cell/note";
import { cellPercentNumber } from "./cell/percentNumber";
import { columnsMissing } from "./columns/missing";
import { contactName } from "./contact/name";
import { contactPersonal } from "./contact/personal";
import { contactPhone } from "./contact/phone";
import { contactSeveral } from "./contact/several";
import { deadlineAgainstText } from "./deadline/againstText";
import { deadlineImpossible } from "./deadline/impossible";
import { deadlineLostFormat } from "./deadline/lostFormat";
import { deadlineReportDate } from "./deadline/reportDate";
import { deadlineSpelling } from "./deadline/spelling";
import { deadlineUnreadable } from "./deadline/unreadable";
import { deadlineVague } from "./deadline/vague";
import { formBorders } from "./form/borders";
import { formClipped } from "./form/clipped";
import { formFill } from "./form/fill";
import { formFont } from "./form/font";
import { formFreeze } from "./form/freeze";
import { formNarrow } from "./form/narrow";
import { formPage } from "./form/page";
import { formPageBreak } from "./form/pageBreak";
import { formPageNumbers } from "./form/pageNumbers";
import { formPrintArea } from "./form/printArea";
import { formPrintSize } from "./form/printSize";
import { formRepeatHeader } from "./form/repeatHeader";
import { formWrap } from "./form/wrap";
import { headingArabicNumber } from "./heading/arabicNumber";
import { headingMark } from "./heading/mark";
import { headingNumbering } from "./heading/numbering";
import { headingSpelling } from "./heading/spelling";
import { lastSameProgress } from "./last/sameProgress";
import { lastValueFell } from "./last/valueFell";
import { masterColumns } from "./master/columns";
import { masterColumnsMoved } from "./master/columnsMoved";
import { masterColumnsRenamed } from "./master/columnsRenamed";
import { masterDeadlineChanged } from "./master/deadlineChanged";
import { masterFigureChanged } from "./master/figureChanged";
import { masterRenumbered } from "./master/renumbered";
import { masterRound } from "./master/round";
import { masterRowAdded } from "./master/rowAdded";
import { masterRowOfOthers } from "./master/rowOfOthers";
import { masterRowsMissing } from "./master/rowsMissing";
import { masterSpelling } from "./master/spelling";
import { masterTextChanged } from "./master/textChanged";
import { rowsHeaderInside } from "./rows/headerInside";
import { rowsHidden } from "./rows/hidden";
import { rowsLabelUnmerged } from "./rows/labelUnmerged";
import { rowsRepeated } from "./rows/repeated";
import { rowsRequired } from "./rows/required";
import { rowsSameContent } from "./rows/sameContent";
import { rowsShifted } from "./rows/shifted";
import { rowsSpanAcrossColumns } from "./rows/spanAcrossColumns";
import { rowsSpanAcrossTasks } from "./rows/spanAcrossTasks";
import { rowsUnanswered } from "./rows/unanswered";
import { serialDate } from "./serial/date";
import { serialDuplicate } from "./serial/duplicate";
import { serialGap } from "./serial/gap";
import { serialMissing } from "./serial/missing";
import { serialOrder } from "./serial/order";
import { serialSpelling } from "./serial/spelling";
import { serialUnreadable } from "./serial/unreadable";
import { statusAgainstText } from "./status/againstText";
import { statusDoneBelowTarget } from "./status/doneBelowTarget";
import { statusSynonym } from "./status/synonym";
import { statusUnknown } from "./status/unknown";
import { textBlankEnds } from "./text/blankEnds";
import { textBlankInChinese } from "./text/blankInChinese";
import { textBracketWidth } from "./text/bracketWidth";
import { textCutOff } from "./text/cutOff";
import { textDecreaseByTimes } from "./text/decreaseByTimes";
import { textDigitSpacing } from "./text/digitSpacing";
import { textDitto } from "./text/ditto";
import { textDocumentNumber } from "./text/documentNumber";
import { textDoubledMarks } from "./text/doubledMarks";
import { textEmptyPhrase } from "./text/emptyPhrase";
import { textEncoding } from "./text/encoding";
import { textEndMark } from "./text/endMark";
import { textFullWidthDigits } from "./text/fullWidthDigits";
import { textHalfStop } from "./text/halfStop";
import { textHalfWidthMarks } from "./text/halfWidthMarks";
import { textHandLayout } from "./text/handLayout";
import { textImplausibleYear } from "./text/implausibleYear";
import { textImpossibleDate } from "./text/impossibleDate";
import { textInvisible } from "./text/invisible";
import { textLatinSpacing } from "./text/latinSpacing";
import { textLookAlike } from "./text/lookAlike";
import { textMixedBrackets } from "./text/mixedBrackets";
import { textNumberMarks } from "./text/numberMarks";
import { textOddBlank } from "./text/oddBlank";
import { textPercentRange } from "./text/percentRange";
import { textPercentSpacing } from "./text/percentSpacing";
import { textQuoteJoint } from "./text/quoteJoint";
import { textRangeSign } from "./text/rangeSign";
import { textRateWithoutPercent } from "./text/rateWithoutPercent";
import { textSeeAttachment } from "./text/seeAttachment";
import { textStraightQuotes } from "./text/straightQuotes";
import { textTwoDigitYear } from "./text/twoDigitYear";
import { textUnpaired } from "./text/unpaired";
import { textUnusualWords } from "./text/unusualWords";
import { unitsAlias } from "./units/alias";
import { unitsBlankInName } from "./units/blankInName";
import { unitsBlankSeparator } from "./units/blankSeparator";
import { unitsFormerName } from "./units/formerName";
import { unitsLeadAlsoResponsible } from "./units/leadAlsoResponsible";
import { unitsLeadMissing } from "./units/leadMissing";
import { unitsLevelMissing } from "./units/levelMissing";
import { unitsOpenList } from "./units/openList";
import { unitsPart } from "./units/part";
import { unitsProse } from "./units/prose";
import { unitsRepeated } from "./units/repeated";
import { unitsReporterAlias } from "./units/reporterAlias";
import { unitsSeparator } from "./units/separator";
import { unitsSlip } from "./units/slip";
import { unitsStraySpace } from "./units/straySpace";
import { unitsUnknown } from "./units/unknown";
import { valueMagnitude } from "./value/magnitude";
import { valueNegative } from "./value/negative";
import { valueNotANumber } from "./value/notANumber";
import { valueNumberAsText } from "./value/numberAsText";
import type { Issue, Rule } from "./rule";
import { type Language, sayMessage } from "./say";

export const RULES: readonly Rule[] = [
  // structure
  bookOtherSheet,
  columnsMissing,
  headingArabicNumber,
  headingNumbering,
  masterColumns,
  masterColumnsMoved,
  masterColumnsRenamed,
  masterRenumbered,
  masterRound,
  masterRowAdded,
  masterRowsMissing,
  rowsHeaderInside,
  rowsHidden,
  rowsLabelUnmerged,
  rowsRepeated,
  rowsSpanAcrossColumns,
  rowsSpanAcrossTasks,
  serialDate,
  serialDuplicate,
  serialGap,
  serialMissing,
  serialOrder,
  serialSpelling,
  serialUnreadable,
  // content
  bookNotRead,
  cellError,
  cellFormula,
  cellFormulaText,
  cellMarked,
  cellNote,
  cellPercentNumber,
  contactPersonal,
  contactPhone,
  contactSeveral,
  deadlineAgainstText,
  deadlineImpossible,
  deadlineLostFormat,
  deadlineReportDate,
  deadlineUnreadable,
  deadlineVague,
  lastSameProgress,
  lastValueFell,
  masterDeadlineChanged,
  masterFigureChanged,
  masterRowOfOthers,
  masterTextChanged,
  rowsRequired,
  rowsSameContent,
  rowsShifted,
  rowsUnanswered,
  statusAgainstText,
  statusDoneBelowTarget,
  statusSynonym,
  statusUnknown,
  textCutOff,
  textDecreaseByTimes,
  textDitto,
  textEmptyPhrase,
  textEncoding,
  textImplausibleYear,
  textImpossibleDate,
  textRateWithoutPercent,
  textSeeAttachment,
  unitsAlias,
  unitsBlankSeparator,
  unitsFormerName,
  unitsLeadAlsoResponsible,
  unitsLeadMissing,
  unitsLevelMissing,
  unitsOpenList,
  unitsPart,
  unitsProse,
  unitsRepeated,
  unitsReporterAlias,
  unitsSlip,
  unitsUnknown,
  valueMagnitude,
  valueNegative,
  valueNotANumber,
  valueNumberAsText,
  // text
  contactName,
  deadlineSpelling,
  headingMark,
  headingSpelling,
  masterSpelling,
  textBlankEnds,
  textBlankInChinese,
  textBracketWidth,
  textDigitSpacing,
  textDocumentNumber,
  textDoubledMarks,
  textEndMark,
  textFullWidthDigits,
  textHalfStop,
  textHalfWidthMarks,
  textHandLayout,
  textInvisible,
  textLatinSpacing,
  textLookAlike,
  textMixedBrackets,
  textNumberMarks,
  textOddBlank,
  textPercentRange,
  textPercentSpacing,
  textQuoteJoint,
  textRangeSign,
  textStraightQuotes,
  textTwoDigitYear,
  textUnpaired,
  textUnusualWords,
  unitsBlankInName,
  unitsSeparator,
  unitsStraySpace,
  // form
  bookExternalLinks,
  bookFileName,
  bookProperties,
  formBorders,
  formClipped,
  formFill,
  formFont,
  formFreeze,
  formNarrow,
  formPage,
  formPageBreak,
  formPageNumbers,
  formPrintArea,
  formPrintSize,
  formRepeatHeader,
  formWrap,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id, or undefined where an old journal names one that is no more. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/** The sentence of an issue. */
export function sayIssue(issue: Pick<Issue, "rule" | "message">, language: Language): string {
  return sayMessage(BY_ID.get(issue.rule)?.say ?? {}, issue.message, language);
}

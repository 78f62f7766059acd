import type { Difference, SeenCell } from "./seen";

/** A way in which another reader is known to see something else than we do. */
export interface KnownFault {
  readonly reader: "SheetJS" | "LibreOffice";
  /** What the other does, and so why ours is right. */
  readonly why: string;
  readonly what: Difference["what"] | readonly Difference["what"][];
  /** The workbooks it shows itself in. */
  readonly workbook?: RegExp;
  /** What both saw, where that says it. */
  readonly cells?: (ours: SeenCell, theirs: SeenCell) => boolean;
}

const isText = ([kind]: SeenCell): boolean => kind === "s";
const sameNumber = ([, ours]: SeenCell, [, theirs]: SeenCell): boolean => Math.abs(Number(ours) - Number(theirs)) < 1e-6;
const without = (pattern: RegExp) => (ours: SeenCell, theirs: SeenCell): boolean =>
  isText(ours) && String(ours[1]).replace(pattern, "") === String(theirs[1]).replace(pattern, "");

export const KNOWN_FAULTS: readonly KnownFault[] = [
  { reader: "SheetJS", why: "keeps a lone carriage return, which XML 1.0 (2.11) makes a line end, and drops the one that a reference or an escape keeps", what: "value", cells: without(/[\r\n]+/gu) },
  { reader: "SheetJS", why: "resolves what is escaped twice in results of formulas", what: "value", workbook: /^xml\/text\/formula\/(?:an escaped escape|a reference written twice|what looks like markup)$/u },
  { reader: "SheetJS", why: "makes numbered references in results of formulas two times, the second time of bytes", what: "value", workbook: /^xml\/text\/formula\/numbered references$/u },
  { reader: "SheetJS", why: "cuts numbered references to sixteen bits", what: "value", workbook: /references beyond 65,535$/u },
  { reader: "SheetJS", why: "takes comments and instructions for text", what: "value", workbook: /in the middle$/u },
  { reader: "SheetJS", why: "refuses number formats with Chinese characters outside quotation marks, which Chinese Excel and WPS write", what: "refused", workbook: /^xml\/format.*[年月时]/u },
  { reader: "SheetJS", why: "does not know the day of the week in Chinese (aaaa)", what: "kind", workbook: /^xml\/format\/aaaa$/u },
  { reader: "SheetJS", why: "counts times of the day as days", what: "kind", cells: (ours, theirs) => ours[0] === "n" && theirs[0] === "d" },
  { reader: "SheetJS", why: "does not know the built-in formats that are dates in Chinese Excel, nor an ISO date in a cell without a format", what: "kind", workbook: /^xml\/(?:built-in format\/(?:27|28|30|31|36|50|57|58)|ISO date\/.*)$/u, cells: (ours, theirs) => ours[0] === "d" && theirs[0] === "n" },
  { reader: "SheetJS", why: "gives days of the 1904 system as they are counted there", what: "value", workbook: /1904/u, cells: (ours, theirs) => Number(ours[1]) - Number(theirs[1]) === 1462 },
  { reader: "SheetJS", why: "drops errors that are younger than 2007", what: "cell missing", workbook: /^xml\/error\/#(?:SPILL|CALC)!$/u },
  { reader: "SheetJS", why: "drops cells whose place is written in small letters", what: "cell missing", workbook: /^xml\/cell\/places in small letters$/u },
  { reader: "SheetJS", why: "does not take a row of no height for hidden", what: "hidden rows", workbook: /row\/of no height$/u },
  { reader: "SheetJS", why: "keeps spans of one cell and spans that run backwards, and drops those with dollar signs", what: "spans", workbook: /^xml\/span\//u },
  { reader: "SheetJS", why: "does not go through dots in the targets of relations", what: "refused", workbook: /^xml\/package\/targets with dots$/u },
  { reader: "SheetJS", why: "does not read zip64", what: "refused", workbook: /^xml\/package\/zip64$/u },
  { reader: "SheetJS", why: "does not read what is hidden in .ods", what: ["hidden rows", "sheet hidden"], workbook: /\/ods\//u },
  { reader: "SheetJS", why: "does not resolve references in the names of sheets of .ods", what: "sheets", workbook: /\/ods\//u },
  { reader: "SheetJS", why: "loses blanks that a span of text in .ods ends with, and ideographic ones", what: "value", workbook: /\/ods\//u, cells: without(/[ 　]+/gu) },
  { reader: "SheetJS", why: "loses spans of .ods behind the first", what: "spans", workbook: /^LibreOffice\/ods\/spans$/u },

  { reader: "LibreOffice", why: "keeps no empty texts", what: "cell missing", cells: (ours) => ours[0] === "s" && ours[1] === "" },
  { reader: "LibreOffice", why: "keeps no tabs, and one line end for two", what: "value", cells: without(/[\t\r\n]+/gu) },
  { reader: "LibreOffice", why: "takes what only looks like an escape for one", what: "value", workbook: /what only looks like an escape$/u },
  { reader: "LibreOffice", why: "leaves escapes in results of formulas as they are written, though ST_Xstring is their type, too", what: "value", workbook: /^xml\/text\/formula\/(?:escapes of spreadsheets|an escaped escape|a reference in capitals)$/u },
  { reader: "LibreOffice", why: "calculates formulas whose results it does not believe", what: ["value", "cell added"], workbook: /^xml\/text\/formula\/empty$|a formula without a result|LibreOffice\/xls\/(?:errors|formulas with results)$|LibreOffice\/ods\/(?:truth values|formulas with results)$/u },
  { reader: "LibreOffice", why: "knows truth values as numbers with a format", what: "value", cells: (ours, theirs) => ours[0] === "b" && theirs[0] === "n" && Number(ours[1]) === theirs[1] },
  { reader: "LibreOffice", why: "takes the word true for false", what: "value", workbook: /^xml\/boolean\/true$/u },
  { reader: "LibreOffice", why: "knows the built-in format 55 as a date; in Chinese Excel it is a time of the day", what: "kind", workbook: /^xml\/built-in format\/55$/u },
  { reader: "LibreOffice", why: "gives an ISO date in a cell without a format as a number", what: "kind", workbook: /^xml\/ISO date\//u, cells: sameNumber },
  { reader: "LibreOffice", why: "writes fifteen digits", what: "value", workbook: /^xml\/number\//u, cells: (ours, theirs) => Math.abs(Number(ours[1]) - Number(theirs[1])) <= Math.abs(Number(ours[1])) * 1e-14 },
  { reader: "LibreOffice", why: "has other names for errors that it does not know", what: "value", cells: (ours, theirs) => ours[0] === "e" && theirs[0] === "e" && /^#(?:GETTING_DATA|SPILL!|CALC!)$/u.test(String(ours[1])) },
  { reader: "LibreOffice", why: "does not take a row of no height for hidden", what: "hidden rows", workbook: /row\/of no height$/u },
  { reader: "LibreOffice", why: "drops spans with dollar signs", what: "spans", workbook: /^xml\/span\/with dollar signs$/u },
  { reader: "LibreOffice", why: "does not go through dots in the targets of relations", what: ["spans", "cell missing"], workbook: /^xml\/package\/targets with dots$/u },
  { reader: "LibreOffice", why: "does not open packages with backslashes in names, nor with zip64 fields in small ones", what: "refused", workbook: /^xml\/package\/(?:backslashes in names|zip64)$/u },
  { reader: "LibreOffice", why: "dies on the result of a comparison in a workbook without styles", what: "refused", workbook: /^xml\/formula\/of a truth value$/u },
];

/** The known fault that explains a difference, if one does. */
export function explanationOf(reader: KnownFault["reader"], difference: Difference): KnownFault | undefined {
  return KNOWN_FAULTS.find((fault) => {
    if (fault.reader !== reader || !(Array.isArray(fault.what) ? fault.what : [fault.what]).includes(difference.what)) return false;
    if (fault.workbook?.test(difference.workbook) === false) return false;
    return fault.cells === undefined || fault.cells(cellOf(difference.ours), cellOf(difference.theirs));
  });
}

/** The differences that no known fault explains. */
export function unexplained(reader: KnownFault["reader"], differences: readonly Difference[]): readonly Difference[] {
  return differences.filter((difference) => explanationOf(reader, difference) === undefined);
}

const NO_CELL: SeenCell = ["s", ""];

function cellOf(json: string): SeenCell {
  const cell = JSON.parse(json) as SeenCell | string | null;
  return Array.isArray(cell) ? (cell as SeenCell) : NO_CELL;
}

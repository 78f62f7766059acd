import type { FileFault } from "../../src/files/fault";
import type { FileRemarkId } from "../../src/files/remark";
import { sayFileFault } from "../../src/files/sayFileFault";
import { sayFileRemark } from "../../src/files/sayFileRemark";

type One = { readonly [Kind in FileFault["kind"]]: Extract<FileFault, { readonly kind: Kind }> };

const FAULTS: One = {
  empty: { kind: "empty" },
  notWorkbook: { kind: "notWorkbook" },
  truncated: { kind: "truncated" },
  encryptedWorkbook: { kind: "encryptedWorkbook" },
  encryptedZip: { kind: "encryptedZip" },
  htmlNamedXls: { kind: "htmlNamedXls" },
  mhtNamedXls: { kind: "mhtNamedXls" },
  xmlNamedXls: { kind: "xmlNamedXls" },
  doc: { kind: "doc" },
  wps: { kind: "wps" },
  rtf: { kind: "rtf" },
  presentation: { kind: "presentation" },
  pdf: { kind: "pdf" },
  ofd: { kind: "ofd" },
  mail: { kind: "mail" },
  archive: { kind: "archive", format: "7z" },
  picture: { kind: "picture", format: "PNG" },
  zipOfFiles: { kind: "zipOfFiles" },
  zipTooDeep: { kind: "zipTooDeep" },
  zipBomb: { kind: "zipBomb", part: "xl/worksheets/sheet1.xml", ratio: 200 },
  tooSlow: { kind: "tooSlow", seconds: 30 },
  tooLarge: { kind: "tooLarge", limit: 268435456 },
  tooManyEntries: { kind: "tooManyEntries", entries: 1001, limit: 1000 },
  crc: { kind: "crc", part: "xl/styles.xml" },
  falseSize: { kind: "falseSize", part: "xl/styles.xml" },
  badName: { kind: "badName", name: "../a" },
  duplicateName: { kind: "duplicateName", name: "a" },
  damagedZip: { kind: "damagedZip" },
  overlap: { kind: "overlap", name: "a" },
  doctype: { kind: "doctype", part: "xl/workbook.xml" },
  externalEntity: { kind: "externalEntity", part: "xl/workbook.xml" },
  damagedPart: { kind: "damagedPart", part: "xl/worksheets/sheet1.xml" },
  missingPart: { kind: "missingPart", part: "Sheet2" },
  noSheet: { kind: "noSheet" },
  unsupported: { kind: "unsupported", what: "Excel 5.0/95" },
};

const REMARKS: Readonly<Record<FileRemarkId, Readonly<Record<string, string | number>>>> = {
  "file/macros": {},
  "file/externalLinks": { count: 2 },
  "file/embeddings": { count: 2 },
  "file/pictures": { count: 2 },
  "file/drawings": { count: 2 },
  "file/missingPart": { part: "xl/comments1.xml" },
  "file/skipped": { name: "a.zip/~$b.xlsx" },
  "sheet/notCells": { kind: "chartsheet" },
  "sheet/notListed": { part: "xl/worksheets/sheet9.xml" },
  "cell/twice": { count: 2 },
  "cell/misplaced": { count: 2 },
  "cell/missingText": { count: 2 },
  "cell/notNumber": { count: 2 },
  "text/cutOff": {},
  "text/badBytes": { count: 2 },
  "text/openQuote": {},
  "docx/noTable": {},
  "docx/nestedTables": { count: 2 },
  "docx/joinedTables": { count: 2 },
  "docx/deletions": { count: 2 },
  "docx/textBoxes": { count: 2 },
  "docx/numbered": { count: 2 },
  "docx/unnumbered": { count: 2 },
  "docx/otherParts": { count: 2 },
};

test("the words of all faults", () => {
  expect(Object.values(FAULTS).map((fault) => sayFileFault(fault).zh)).toMatchSnapshot();
  expect(Object.values(FAULTS).map((fault) => sayFileFault(fault).en)).toMatchSnapshot();
});

test("the words of all remarks", () => {
  const all = Object.entries(REMARKS).map(([id, params]) => sayFileRemark({ id, params }));
  expect(all.map((said) => said?.zh)).toMatchSnapshot();
  expect(all.map((said) => said?.en)).toMatchSnapshot();
  expect(sayFileRemark({ id: "ledger/other", params: {} })).toBeNull();
  expect(sayFileRemark({ id: "constructor", params: {} })).toBeNull();
});

test("each fault says that nothing was changed; names in a hostile file can't fill the screen", () => {
  for (const fault of Object.values(FAULTS)) expect(sayFileFault(fault).zh).toMatch(/总台账未改动。$/u);
  expect(sayFileFault({ kind: "badName", name: `../${"a".repeat(60_000)}` }).zh.length).toBeLessThan(200);
});

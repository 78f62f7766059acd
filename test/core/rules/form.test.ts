/** Rules of form over real files: the standard ledger that we write passes whole, and each fault that is planted into it is told once. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { importLedger } from "../../../src/app/importLedger";
import { findLedger } from "../../../src/core/parse/parseLedger";
import { checkLedger } from "../../../src/core/rules/checkLedger";
import { checkContext, type CheckGiven } from "../../../src/core/rules/context";
import { RULES } from "../../../src/core/rules/index";
import { PANE_LIMITS } from "../../../src/files/limits";
import { readFile } from "../../../src/files/readFile";
import { readForm } from "../../../src/files/readForm";
import { newLedgerBook } from "../../../src/workbook/newLedgerBook";
import { AS_OF, ledgerOf } from "../../support/aLedger";
import { CLEAN } from "../../support/realLedger";

const OPTIONS = { limits: PANE_LIMITS };
const { grid, ledger } = ledgerOf(CLEAN);

function standardBook(): Uint8Array {
  const book = newLedgerBook(importLedger(grid, ledger));
  const saved = book.ok ? book.value.save() : book;
  if (!saved.ok) throw new Error("no book");
  return saved.value;
}

const STANDARD = standardBook();
const SHEET = "xl/worksheets/sheet1.xml";

type Parts = Readonly<Record<string, string>>;

function edited(edit: (parts: Parts) => Parts): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(STANDARD)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  return zipSync(Object.fromEntries(Object.entries(edit(parts)).map(([name, text]) => [name, strToU8(text)])));
}

const inPart = (part: string, from: string | RegExp, to: string) => (parts: Parts): Parts => {
  const text = parts[part] ?? "";
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to edit: ${String(from)}`);
  return { ...parts, [part]: after };
};

async function formIssues(bytes: Uint8Array, more: Partial<CheckGiven> = {}): Promise<readonly string[]> {
  const source = await readFile("台账.xlsx", bytes, OPTIONS);
  const found = source.ok ? findLedger(source.value.grids) : null;
  if (!source.ok || !found?.ok) throw new Error("not read");
  const { grids, properties, remarks } = source.value;
  const form = readForm(bytes, [found.value.grid.sheet], OPTIONS);
  const issues = checkLedger(checkContext({ ...found.value, book: { file: "台账.xlsx", grids, properties, remarks, form }, asOf: AS_OF, ...more }), RULES);
  return issues.filter(({ group, rule }) => group === "form" || rule.startsWith("book/") || rule === "rows/hidden").map(({ rule, places }) => `${rule} ${places.length}`);
}

/** The face of C16 again, with some attributes of its own. */
const styled = (attribute: "fontId" | "fillId" | "borderId" | "wrapText", value: "fresh" | "0") => (parts: Parts): Parts => {
  const styles = parts["xl/styles.xml"] ?? "";
  const entries = (table: string, entry: string): readonly string[] => new RegExp(`<${table}[^>]*>(.*?)</${table}>`, "su").exec(styles)?.[1]?.match(new RegExp(`<${entry}(?: [^>]*)?/>|<${entry}[ >].*?</${entry}>`, "gsu")) ?? [];
  const fresh = String(entries(attribute === "fontId" ? "fonts" : "fills", attribute === "fontId" ? "font" : "fill").length);
  const sheet = parts[SHEET] ?? "";
  const faces = entries("cellXfs", "xf");
  const own = faces[Number(/<c r="C16" s="(\d+)"/u.exec(sheet)?.[1])] ?? "";
  const other = own.replace(new RegExp(`${attribute}="\\d+"`, "u"), `${attribute}="${value === "fresh" ? fresh : value}"`);
  if (other === own) throw new Error(`no ${attribute}`);
  const nextStyles = styles
    .replace("</fonts>", '<font><sz val="11"/><name val="楷体"/></font></fonts>')
    .replace("</fills>", '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>')
    .replace("</cellXfs>", `${other}</cellXfs>`)
    .replace(/(<(?:fonts|fills|cellXfs) )count="\d+"/gu, "$1");
  return { ...parts, "xl/styles.xml": nextStyles, [SHEET]: sheet.replace(/(<c r="C16" s=")\d+"/u, `$1${faces.length}"`) };
};

test("the ledger that we write passes whole, also held to the standard form", async () => {
  expect(await formIssues(STANDARD)).toEqual([]);
  expect(await formIssues(STANDARD, { formStyle: "standard" })).toEqual([]);
});

test.each<readonly [string, (parts: Parts) => Parts, readonly string[]]>([
  ["another font", styled("fontId", "fresh"), ["form/font 1"]],
  ["a fill left over", styled("fillId", "fresh"), ["form/fill 1"]],
  ["no lines", styled("borderId", "0"), ["form/borders 1"]],
  ["not wrapped", styled("wrapText", "0"), ["form/wrap 1"]],
  ["a clipped row", inPart(SHEET, /(<row r="16" ht=")[\d.]+"/u, '$115"'), ["form/clipped 1"]],
  ["a column of hashes", inPart(SHEET, /(<col min="8" max="8" width=")[\d.]+"/u, '$11"'), ["form/narrow 66"]],
  ["frozen elsewhere", inPart(SHEET, 'ySplit="3"', 'ySplit="6"'), ["form/freeze 1"]],
  ["not frozen", inPart(SHEET, /<pane[^>]*\/>/u, ""), ["form/freeze 1"]],
  ["upright", inPart(SHEET, 'orientation="landscape"', 'orientation="portrait"'), ["form/page 1", "form/print-size 1"]],
  ["letter paper", inPart(SHEET, /paperSize="\d+"/u, 'paperSize="11"'), ["form/page 1", "form/print-size 1"]],
  ["not fitted", (parts) => inPart(SHEET, /(<col min="3" max="3" width=")[\d.]+"/u, '$1250"')(inPart(SHEET, 'fitToPage="1"', 'fitToPage="0"')(parts)), ["form/page 1"]],
  ["half size", (parts) => inPart(SHEET, "<pageSetup ", '<pageSetup scale="50" ')(inPart(SHEET, 'fitToPage="1"', 'fitToPage="0"')(parts)), ["form/print-size 1"]],
  ["no repeated header", inPart("xl/workbook.xml", /<definedNames>.*<\/definedNames>/u, ""), ["form/repeat-header 1"]],
  ["another row repeated", inPart("xl/workbook.xml", "$3:$3", "$5:$5"), ["form/repeat-header 1"]],
  ["no page numbers", inPart(SHEET, /<headerFooter>.*<\/headerFooter>/u, ""), ["form/page-numbers 1"]],
  ["a print area that is too small", inPart("xl/workbook.xml", "</definedNames>", '<definedName name="_xlnm.Print_Area" localSheetId="0">工作台账!$A$1:$O$100</definedName></definedNames>'), ["form/print-area 4"]],
  ["a heading parted from its tasks", inPart(SHEET, "</headerFooter>", '</headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>'), ["form/page-break 1"]],
  ["a hidden row", inPart(SHEET, '<row r="16" ', '<row r="16" hidden="1" '), ["rows/hidden 1"]],
  ["a hidden column", inPart(SHEET, '<col min="4" max="4" ', '<col min="4" max="4" hidden="1" '), ["rows/hidden 1"]],
  ["an author", (parts) => ({ ...parts, "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:creator>张三</dc:creator></cp:coreProperties>', "_rels/.rels": (parts["_rels/.rels"] ?? "").replace("</Relationships>", '<Relationship Id="rP" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>') }), ["book/properties 1"]],
])("%s", async (_, edit, expected) => {
  expect([...(await formIssues(edited(edit)))].sort()).toEqual(expected);
});

test("a bare sheet is held to nothing, unless the standard form is asked for", async () => {
  const bare = edited((parts) => ({
    ...parts,
    "xl/workbook.xml": (parts["xl/workbook.xml"] ?? "").replace(/<definedNames>.*<\/definedNames>/u, ""),
    [SHEET]: (parts[SHEET] ?? "").replace(/<printOptions.*<\/headerFooter>/u, "").replace(/<sheetPr>.*<\/sheetPr>/u, "").replace(/<pane[^>]*\/>/u, ""),
  }));
  expect(await formIssues(bare)).toEqual([]);
  expect([...(await formIssues(bare, { formStyle: "standard" }))].sort()).toEqual(["form/freeze 1", "form/page 2", "form/page-numbers 1", "form/repeat-header 1"].flatMap((one) => (one === "form/page 2" ? ["form/page 1", "form/page 1"] : [one])));
  expect(await formIssues(STANDARD, { formStyle: "none" })).toEqual([]);
});

test("a file that tells no form is held to none", () => {
  expect(readForm(strToU8("序号,任务"), ["文本"], OPTIONS)).toBeNull();
  expect(readForm(STANDARD.slice(0, 400), ["工作台账"], OPTIONS)).toBeNull();
});

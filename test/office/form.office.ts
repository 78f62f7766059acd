/** Rules of form over ledgers that LibreOffice has opened and saved: what was well set is left alone, what was planted is told once. */
import { importLedger } from "../../src/app/importLedger";
import { ledgerOf } from "../support/aLedger";
import { formIssues, inPart, packed, type Parts, SHEET, standardBook, styled, unpacked } from "../support/formFaults";
import { CLEAN } from "../support/realLedger";
import { wpsParts } from "../support/wpsBook";
import { convert } from "./convert";

const { grid, ledger } = ledgerOf(CLEAN);
const plan = importLedger(grid, ledger);
const OURS: Parts = unpacked(standardBook(plan));
const WPS: Parts = wpsParts(plan);

const same = (parts: Parts): Parts => parts;
const cases: readonly (readonly [string, Parts, (parts: Parts) => Parts, readonly string[]])[] = [
  ["ours", OURS, same, []],
  ["as WPS writes it", WPS, same, []],
  // Fonts that the machine lacks are written by the name of their stand-in: a size is kept.
  ["another size", OURS, (parts) => inPart("xl/styles.xml", '<sz val="11"/><name val="楷体"/>', '<sz val="10"/><name val="楷体"/>')(styled("fontId", "fresh")(parts)), ["form/font 1"]],
  ["a fill left over", OURS, styled("fillId", "fresh"), ["form/fill 1"]],
  ["no lines", OURS, styled("borderId", "0"), ["form/borders 1"]],
  ["upright", OURS, inPart(SHEET, 'orientation="landscape"', 'orientation="portrait"'), ["form/page 1", "form/print-size 1"]],
  ["no page numbers", OURS, inPart(SHEET, /<headerFooter>.*<\/headerFooter>/u, ""), ["form/page-numbers 1"]],
  ["no repeated header", OURS, inPart("xl/workbook.xml", /<definedNames>.*<\/definedNames>/u, ""), ["form/repeat-header 1"]],
  ["a clipped row", WPS, inPart(SHEET, /(<row r="16" ht=")[\d.]+"/u, '$115" customHeight="1"'), ["form/clipped 1"]],
  ["a hidden row", WPS, inPart(SHEET, '<row r="16" ', '<row r="16" hidden="1" '), ["rows/hidden 1"]],
];

const saved = convert(new Map(cases.map(([name, parts, edit]) => [`${name}.xlsx`, packed(edit(parts))])), "xlsx");

test.each(cases)("%s", async (name, _, __, expected) => {
  const bytes = saved.get(`${name}.xlsx`);
  if (!bytes) throw new Error("not saved");
  // Without a window LibreOffice keeps no frozen panes, and that is told.
  expect([...(await formIssues(bytes))].sort()).toEqual([...expected, "form/freeze 1"].sort());
});

import fc from "fast-check";
import { clearColumns, columnsHidden, groupColumns } from "../../src/workbook/columns";
import { elementText, parseXml } from "../../src/workbook/xml";
import type { XmlElement } from "../../src/workbook/xml";

function root(inner: string): XmlElement {
  const parsed = parseXml(`<worksheet>${inner}<sheetData/></worksheet>`);
  if (parsed === null) throw new Error("not well formed");
  return parsed.root;
}

test.each([
  ["no columns", ""],
  ["columns before", '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="2" width="9"/></cols>'],
  ["columns to the end of the sheet", '<sheetFormatPr defaultRowHeight="15"/><cols><col min="3" max="16384" width="9" style="2" customWidth="1"/></cols>'],
  ["columns that begin where ours do", '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="5" width="9"/><col min="6" max="16384" width="3"/></cols>'],
  ["columns that reach beyond", '<sheetFormatPr defaultRowHeight="15"/><cols><col min="4" max="12" width="9" style="2"/></cols>'],
  ["an outline of the user's own", '<sheetFormatPr defaultRowHeight="15" outlineLevelCol="2"/><cols><col min="2" max="3" width="9" outlineLevel="2"/></cols>'],
  ["an outline written as none", '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="0" outlineLevelCol="0"/><cols><col min="2" max="3" width="9"/></cols>'],
])("%s: a group comes and goes without a trace", (_, inner) => {
  const sheet = root(inner);
  const before = elementText(sheet);
  groupColumns(sheet, [{ col: 5, width: 12 }, { col: 6, width: 14, hidden: true }], false);
  const grouped = elementText(sheet);
  expect(grouped).toContain('<col min="6" max="6" width="12" customWidth="1" outlineLevel="1"/><col min="7" max="7" width="14" hidden="1" customWidth="1" outlineLevel="1"/>');
  groupColumns(sheet, [{ col: 5, width: 12 }, { col: 6, width: 14, hidden: true }], false);
  expect(elementText(sheet)).toBe(grouped);
  clearColumns(sheet, 5, 6);
  expect(elementText(sheet)).toBe(before.includes("sheetFormatPr") ? before : before.replace("<sheetData/>", '<sheetFormatPr defaultRowHeight="14.4"/><sheetData/>'));
});

test("a closed group hides every column of it", () => {
  const sheet = root("");
  groupColumns(sheet, [{ col: 5, width: 12 }, { col: 6, width: 14 }], true);
  expect(columnsHidden(sheet, 5, 6)).toBe(true);
  groupColumns(sheet, [{ col: 5, width: 12 }, { col: 6, width: 14, hidden: true }], false);
  expect([columnsHidden(sheet, 5, 6), columnsHidden(sheet, 6, 6), columnsHidden(sheet, 7, 7)]).toEqual([false, true, false]);
});

test("entries never overlap, whatever was there", () => {
  const entries = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 10 }).map((edges) => {
    const sorted = [...edges].sort((a, b) => a - b);
    return sorted.slice(1).map((edge, i) => `<col min="${(sorted[i] ?? 0) + (i === 0 ? 0 : 1)}" max="${edge}" width="${i + 1}"/>`);
  });
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 45 }), fc.integer({ min: 1, max: 5 }), (cols, first, count) => {
      const sheet = root(`<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join("")}</cols>`);
      groupColumns(sheet, Array.from({ length: count }, (_, i) => ({ col: first + i, width: 10 })), false);
      let last = 0;
      for (const [, from, to] of elementText(sheet).matchAll(/min="(\d+)" max="(\d+)"/gu)) {
        expect(Number(from)).toBeGreaterThan(last);
        expect(Number(to)).toBeGreaterThanOrEqual(Number(from));
        last = Number(to);
      }
    }),
  );
});

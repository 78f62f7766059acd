import fc from "fast-check";
import { cellXmlAt, cellsOf, dropBareRow, parseSheetData, putCell, sheetDataText } from "../../src/workbook/sheetData";
import type { SheetData } from "../../src/workbook/sheetData";

function parsed(inner: string, prefix = ""): SheetData {
  const data = parseSheetData(inner, prefix);
  if (data === null) throw new Error("not well formed");
  return data;
}

test.each([
  ["nothing", ""],
  ["rows between white space", '\n  <row r="1"><c r="A1"/></row>\n  <row r="4"/>\n'],
  ["comments and CDATA that look like rows", '<row r="1"><!-- </row> --><c r="A1" t="str"><f><![CDATA["</c></row>"]]></f></c></row><!-- <row r="2"/> -->'],
  ["rows and cells that are only counted", "<row><c><v>1</v></c><c r=\"D1\"/><c/></row><row><c/></row>"],
])("%s are written as they were read", (_, inner) => {
  const data = parsed(inner);
  expect(sheetDataText(data)).toBe(inner);
  data.rows.forEach(cellsOf);
  if (!inner.includes("<row>")) expect(sheetDataText(data)).toBe(inner);
  expect(data.rows.map(({ row }) => row)).toEqual([...new Set(data.rows.map(({ row }) => row))]);
});

test("counted places are told where a neighbour comes in", () => {
  const data = parsed('<row><c><v>1</v></c><c r="D1"/><c/></row><row><c/></row><row r="9"><c/></row>');
  expect(data.rows.map(({ row }) => row)).toEqual([0, 1, 8]);
  expect([...data.rows].map((row) => cellsOf(row).map(({ col }) => col))).toEqual([[0, 3, 4], [0], [0]]);
  putCell(data, 4, 1, "<c r=\"B5\"/>");
  putCell(data, 0, 1, "<c r=\"B1\"/>");
  expect(sheetDataText(data)).toBe(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="D1"/><c r="E1"/></row><row r="2"><c r="A2"/></row><row r="5"><c r="B5"/></row><row r="9"><c r="A9"/></row>',
  );
});

test("what stands between and behind cells stays, known or not", () => {
  const data = parsed('<row r="1">\n <c r="A1"/><!-- x -->\n <c r="C1"/>\n <extLst><ext uri="{r}"/></extLst></row>');
  putCell(data, 0, 1, '<c r="B1"/>');
  expect(sheetDataText(data)).toBe('<row r="1">\n <c r="A1"/><c r="B1"/><!-- x -->\n <c r="C1"/>\n <extLst><ext uri="{r}"/></extLst></row>');
  putCell(data, 0, 1, null);
  putCell(data, 0, 0, null);
  expect(sheetDataText(data)).toBe('<row r="1"><!-- x -->\n <c r="C1"/>\n <extLst><ext uri="{r}"/></extLst></row>');
});

test("prefixes of the file are kept", () => {
  const data = parsed('<x:row r="2"><x:c r="A2"/></x:row>', "x:");
  putCell(data, 0, 0, '<x:c r="A1"/>');
  expect(sheetDataText(data)).toBe('<x:row r="1"><x:c r="A1"/></x:row><x:row r="2"><x:c r="A2"/></x:row>');
});

test("a row that closes itself opens for a cell", () => {
  const data = parsed('<row r="1" ht="30" customHeight="1"/>');
  putCell(data, 0, 0, '<c r="A1"/>');
  expect(sheetDataText(data)).toBe('<row r="1" ht="30" customHeight="1"><c r="A1"/></row>');
});

test("a row made for cells that are gone goes too; one that says something stays", () => {
  const data = parsed('<row r="1" ht="30"/>');
  putCell(data, 3, 0, '<c r="A4"/>');
  putCell(data, 3, 0, null);
  for (const row of [...data.rows]) dropBareRow(data, row);
  expect(sheetDataText(data)).toBe('<row r="1" ht="30"/>');
});

test("cells stand in order whatever the order they come in, each once, and can be taken away again", () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(place), fc.array(place), (first, second) => {
      const data = parsed("");
      const xml = (row: number, col: number): string => `<c r="R${row}C${col}"/>`;
      for (const [row, col] of [...first, ...second]) putCell(data, row, col, xml(row, col));
      for (const [row, col] of [...first, ...second]) expect(cellXmlAt(data, row, col)).toBe(xml(row, col));
      const rows = data.rows.map(({ row }) => row);
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
      for (const row of data.rows) expect(cellsOf(row).map(({ col }) => col)).toEqual([...new Set(cellsOf(row).map(({ col }) => col))].sort((a, b) => a - b));
      for (const [row, col] of [...first, ...second]) putCell(data, row, col, null);
      for (const row of [...data.rows]) dropBareRow(data, row);
      expect(sheetDataText(data)).toBe("");
    }),
  );
});

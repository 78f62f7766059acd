import { ok } from "../../src/core/result";
import { cellName, parseCellName } from "../../src/core/grid/a1";
import { CellWriter } from "../../src/workbook/cellWriter";
import { settleFormulas } from "../../src/workbook/staleFormulas";
import { bookOf, opened, partsOf, saved, worksheet } from "./books";

/** A sheet of formulas, each with the cached value 1; numbers are plain cells. */
function sheet(cells: Readonly<Record<string, string | number>>): string {
  const places = Object.entries(cells).map(([name, value]) => ({ name, value, at: parseCellName(name) ?? { row: 0, col: 0 } }));
  const rows = [...new Set(places.map(({ at }) => at.row))].sort((a, b) => a - b);
  return worksheet(
    `<sheetData>${rows
      .map((row) => {
        const inner = places.filter(({ at }) => at.row === row).sort((a, b) => a.at.col - b.at.col).map(({ name, value }) => {
          if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`;
          return value.startsWith("<") ? `<c r="${name}">${value}<v>1</v></c>` : `<c r="${name}"><f>${value.replaceAll("&", "&amp;")}</f><v>1</v></c>`;
        });
        return `<row r="${row + 1}">${inner.join("")}</row>`;
      })
      .join("")}</sheetData>`,
  );
}

/** Writes 2 into cells of 甲 and gives the formulas that went stale, and the file's parts. */
function staleAfter(sheets: Readonly<Record<string, string>>, written: readonly string[], names = ""): { readonly stale: readonly string[]; readonly parts: Record<string, string> } {
  const book = opened(bookOf({ sheets, afterSheets: names === "" ? "" : `<definedNames>${names}</definedNames>` }));
  const done = book.edit((draft) => {
    const part = draft.sheet("甲");
    if (!part.ok) return part;
    const writer = new CellWriter(draft, part.value, "甲");
    for (const name of written) {
      const at = parseCellName(name) ?? { row: 0, col: 0 };
      const one = writer.write(at.row, at.col, 2);
      if (!one.ok) return one;
    }
    return ok(settleFormulas(draft).map(({ sheet: on, row, col }) => `${on === "甲" ? "" : `${on}!`}${cellName(row, col)}`));
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return { stale: [...done.value].sort(), parts: partsOf(saved(book)) };
}

test.each<readonly [what: string, cells: Readonly<Record<string, string | number>>, written: string, stale: readonly string[]]>([
  ["a direct reader, and none beside it", { A1: 1, B1: "A1*2", B2: "A2*2" }, "A1", ["B1"]],
  ["readers of readers", { A1: 1, B1: "A1", C1: "B1", D1: "C1+1", E1: "F1" }, "A1", ["B1", "C1", "D1"]],
  ["readers written before what they read", { A1: "B1", B1: "C1", C1: "D1", D1: 1 }, "D1", ["A1", "B1", "C1"]],
  ["a range that has the cell inside", { A1: 1, A5: 1, B1: "SUM(A1:A9)", B2: "SUM(A6:A9)", B3: "SUM(A:A)", B4: "SUM(5:5)" }, "A5", ["B1", "B3", "B4"]],
  ["a cell that was empty", { B1: "COUNTA(A1:A9)" }, "A3", ["B1"]],
  ["text in quotes is no reader", { A1: 1, B1: '"A1"&A2' }, "A1", []],
  ["what cannot be told from the text", { A1: 1, B1: 'INDIRECT("A"&2)', B2: "OFFSET(A9,1,0)", B3: "未定义+1", B4: "表1[值]" }, "A1", ["B1", "B2", "B3", "B4"]],
  ["a circle ends", { A1: 1, B1: "C1+A1", C1: "B1" }, "A1", ["B1", "C1"]],
  ["a shared formula's copies, each at its place", { A1: 1, A2: 1, A3: 1, B1: '<f t="shared" ref="B1:B3" si="0">A1*2</f>', B2: '<f t="shared" si="0"/>', B3: '<f t="shared" si="0"/>' }, "A2", ["B2"]],
  ["an array formula with all it shows", { A1: 1, B1: '<f t="array" ref="B1:B3">A1:A3*2</f>', B2: 1, B3: 1, C1: "B3" }, "A1", ["B1", "C1"]],
  ["a data table", { A1: 1, B2: '<f t="dataTable" ref="B2:B3" r1="A1"/>' }, "A1", ["B2"]],
])("%s", (_, cells, written, stale) => expect(staleAfter({ 甲: sheet(cells) }, [written]).stale).toEqual(stale));

test("readers on other sheets, through names, and over several sheets", () => {
  const { stale } = staleAfter(
    { 甲: sheet({ A1: 1, B1: "本页" }), "乙 页": sheet({ A1: "甲!A1", A2: "A1", A3: "全局", A4: "本页" }), 丙: sheet({ A1: "SUM(甲:丙!A1:A1)", A2: "'乙 页'!A2", A3: "SUM('乙 页:丙'!Z1)" }) },
    ["A1"],
    '<definedName name="全局">间接+0</definedName><definedName name="间接">甲!$A$1</definedName><definedName name="本页" localSheetId="0">甲!$A$1</definedName><definedName name="本页" localSheetId="1">甲!$C$1</definedName>',
  );
  expect(stale).toEqual(["B1", "丙!A1", "丙!A2", "乙 页!A1", "乙 页!A2", "乙 页!A3"]);
});

test("columns of a table are read where the table stands", () => {
  const table = `<?xml version="1.0"?><table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="明细" displayName="明细" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="一"/><tableColumn id="2" name="二"/></tableColumns></table>`;
  const relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
  const formulas = { D1: "SUM(明细[一])", D2: "明细[[#This Row],[二]]", D3: "ROWS(明细)", D4: "SUM(D9:D9)", D5: "SUM(别的[一])" };
  const stale = (written: string): readonly string[] => {
    const book = opened(bookOf({ sheets: { 甲: sheet({ A1: 1, A9: 1, ...formulas }) }, parts: { "xl/tables/table1.xml": table, "xl/worksheets/_rels/sheet1.xml.rels": relations }, types: '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>' }));
    const done = book.edit((draft) => {
      const part = draft.sheet("甲");
      const at = parseCellName(written) ?? { row: 0, col: 0 };
      if (!part.ok) return part;
      const one = new CellWriter(draft, part.value, "甲").write(at.row, at.col, 2);
      return one.ok ? ok(settleFormulas(draft).map(({ row, col }) => cellName(row, col))) : one;
    });
    return done.ok ? done.value : [done.error.kind];
  };
  expect(stale("A2")).toEqual(["D1", "D2", "D3", "D5"]);
  expect(stale("A9")).toEqual(["D5"]);
});

test("names in a circle are followed once", () => {
  expect(staleAfter({ 甲: sheet({ A1: 1, B1: "一" }) }, ["A1"], '<definedName name="一">二</definedName><definedName name="二">一+甲!$A$1</definedName>').stale).toEqual(["B1"]);
});

test("a long chain is stale to its end", () => {
  const cells: Record<string, string | number> = { A300: 1 };
  for (let row = 1; row < 300; row++) cells[`A${row}`] = `A${row + 1}+1`;
  expect(staleAfter({ 甲: sheet(cells) }, ["A300"]).stale).toHaveLength(299);
});

test("a stale formula keeps itself and loses its value; the others keep both; Excel is told to calculate", () => {
  const { parts } = staleAfter({ 甲: sheet({ A1: 1, B1: '<f t="array" ref="B1:B2">A1:A2</f>', B2: 1, C1: "A1&B1", C2: "Z9" }) }, ["A1"]);
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B1"><f t="array" ref="B1:B2">A1:A2</f></c><c r="C1"><f>A1&amp;B1</f></c>');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B2"></c><c r="C2"><f>Z9</f><v>1</v></c>');
  expect(parts["xl/workbook.xml"]).toContain('<calcPr fullCalcOnLoad="1"/>');
});

test("nothing stale, nothing said", () => expect(staleAfter({ 甲: sheet({ A1: 1 }) }, ["A1"]).parts["xl/workbook.xml"]).not.toContain("calcPr"));

test("a shared formula whose first cell is written over goes on in the others", () => {
  const { parts } = staleAfter({ 甲: sheet({ A1: 1, B1: '<f t="shared" ref="B1:B3" si="0">A1*$A$1</f>', B2: '<f t="shared" si="0"/>', B3: '<f t="shared" si="0"/>' }) }, ["B1"]);
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B1"><v>2</v></c>');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B2"><f>A2*$A$1</f><v>1</v></c>');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<c r="B3"><f>A3*$A$1</f><v>1</v></c>');
});

import fc from "fast-check";
import { areaOf, formulaParts, movedFormula, replaceReferences } from "../../src/workbook/formula";

test.each([
  // formula, references, names, opaque
  ["E3/D3", ["E3", "D3"], [], false],
  ["SUM($A$1:B$9,C:C,$2:5)", ["$A$1:B$9", "C:C", "$2:5"], [], false],
  ["'一 月''s'!A1+二月!$B$2", ["一 月's!A1", "二月!$B$2"], [], false],
  ["SUM(一月:三月!B2)", ["一月:三月!B2"], [], false],
  ['IF(A1="B2 ""C3""",1,0)', ["A1"], [], false],
  ["LOG10(A1)+ATAN2(B1,C1)", ["A1", "B1", "C1"], [], false],
  ["进度*TRUE+AB12C", [], ["进度", "AB12C"], false],
  ["1.5E3+2/0+.5", [], [], false],
  ["#REF!+#N/A+Sheet1!#REF!", [], [], false],
  ["INDIRECT(\"A\"&1)", [], [], true],
  ["OFFSET(A1,1,1)", ["A1"], [], true],
  ["表1[完成值]", [], [], false],
  ["[完成值]*2", [], [], true],
  ["表1[[#This Row],[A1]:[B'[2]]", [], [], false],
  ["[1]Sheet1!A1+[1]Sheet1!$A$1:B2+[1]Sheet1!合计+A2", ["A2"], [], false],
  ["A1:INDEX(B:B,2)", ["A1", "B:B"], [], true],
  ["A1#", ["A1"], [], true],
  ["A1048577+XFE1", [], ["A1048577", "XFE1"], false],
  ["LAMBDA(x,x+A1)(2)", ["A1"], ["x", "x"], false],
])("%s reads what it names", (formula, references, names, opaque) => {
  const parts = formulaParts(formula);
  expect(parts.references.map(({ sheet, text }) => (sheet === null ? text : `${sheet}!${text}`))).toEqual(references);
  expect(parts.names).toEqual(names);
  expect(parts.opaque).toBe(opaque);
});

test.each([
  ["B2", { top: 1, left: 1, bottom: 1, right: 1 }],
  ["$C$9:B2", { top: 1, left: 1, bottom: 8, right: 2 }],
  ["B:C", { top: 0, left: 1, bottom: 1_048_575, right: 2 }],
  ["3:2", { top: 1, left: 0, bottom: 2, right: 16_383 }],
  ["", null], ["B", null], ["2", null], ["B0", null], ["XFE1", null], ["A1048577", null], ["A1:B2:C3", null],
])("the area of %s", (text, area) => expect(areaOf(text)).toEqual(area));

test.each([
  ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
  ["SUM(A:B,3:4)", 1, 1, "SUM(B:C,4:5)"],
  ["'x y'!A1&\"A1\"", 1, 0, "'x y'!A2&\"A1\""],
  ["A1", -1, 0, "#REF!"],
  ["SUM(B1:A1)", 0, -1, "SUM(#REF!)"],
  ["LOG10(A1)+进度", 1, 0, "LOG10(A2)+进度"],
])("%s moved by %i rows and %i columns is %s", (formula, rows, cols, moved) => expect(movedFormula(formula, rows, cols)).toBe(moved));

test("moved there and back, a formula is what it was", () => {
  const cell = fc.tuple(fc.constantFrom("", "$"), fc.constantFrom("C", "AB", "XEA"), fc.constantFrom("", "$"), fc.integer({ min: 20, max: 900_000 })).map((parts) => parts.join(""));
  const by = fc.integer({ min: 0, max: 19 });
  fc.assert(
    fc.property(cell, cell, by, fc.integer({ min: 0, max: 2 }), (one, two, rows, cols) => {
      const formula = `IF(${one}>"${two}",${one}:${two},'a b'!${two})`;
      expect(movedFormula(movedFormula(formula, rows, cols), -rows, -cols)).toBe(formula);
    }),
  );
});

test("references are replaced one by one", () => {
  expect(replaceReferences("SUM(x!A1,A1,X!B2)&\"x!A1\"", ({ sheet }) => (sheet?.toLowerCase() === "x" ? "#REF!" : null))).toBe("SUM(#REF!,A1,#REF!)&\"x!A1\"");
});

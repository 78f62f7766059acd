import fc from "fast-check";
import { cellName } from "../../../src/core/grid/a1";
import { movedArea, movedAreas, movedRow } from "../../../src/workbook/rows/rowShift";
import type { RowShift } from "../../../src/workbook/rows/rowShift";
import { asksForPlaces, livingPieces, shiftFormula } from "../../../src/workbook/rows/shiftFormula";

/** Two rows come in before row 5. */
const INSERT: RowShift = { kind: "insert", sheet: "台账", at: 4, count: 2 };
/** Rows 5 and 6 go. */
const REMOVE: RowShift = { kind: "remove", sheet: "台账", at: 4, count: 2 };

test.each<readonly [formula: string, inserted: string, removed: string]>([
  // formula, after rows 5 and 6 came in, after they went
  ["A4", "A4", "A4"],
  ["A5", "A7", "#REF!"],
  ["A7", "A9", "A5"],
  ["$A$7+A$7+$A7", "$A$9+A$9+$A9", "$A$5+A$5+$A5"],
  ["SUM(A1:A4)", "SUM(A1:A4)", "SUM(A1:A4)"],
  ["SUM(A1:A9)", "SUM(A1:A11)", "SUM(A1:A7)"],
  ["SUM(A5:A9)", "SUM(A7:A11)", "SUM(A5:A7)"],
  ["SUM(A6:A9)", "SUM(A8:A11)", "SUM(A5:A7)"],
  ["SUM(A3:A6)", "SUM(A3:A8)", "SUM(A3:A4)"],
  ["SUM(A5:A6)", "SUM(A7:A8)", "SUM(#REF!)"],
  ["SUM(A9:A3)", "SUM(A11:A3)", "SUM(A7:A3)"],
  ["SUM(A:A)+COUNTA($A:$C)", "SUM(A:A)+COUNTA($A:$C)", "SUM(A:A)+COUNTA($A:$C)"],
  ["SUM(4:6)", "SUM(4:8)", "SUM(4:4)"],
  ["SUM($7:$9)", "SUM($9:$11)", "SUM($5:$7)"],
  ["A3:A1048576", "A3:A1048576", "A3:A1048576"],
  ["台账!A7", "台账!A9", "台账!A5"],
  ["'台账'!A7:B9", "'台账'!A9:B11", "'台账'!A5:B7"],
  ["台账!A5", "台账!A7", "台账!#REF!"],
  ["单位!A7", "单位!A7", "单位!A7"],
  ["'单 位'!$A$7", "'单 位'!$A$7", "'单 位'!$A$7"],
  ["SUM(一月:三月!A7)", "SUM(一月:三月!A7)", "SUM(一月:三月!A7)"],
  ["[1]台账!A7+'[1]台账'!A7+[1]台账!$A$7:$B$9", "[1]台账!A7+'[1]台账'!A7+[1]台账!$A$7:$B$9", "[1]台账!A7+'[1]台账'!A7+[1]台账!$A$7:$B$9"],
  ["SUM(表1[A7])+表1[[#This Row],[A7]:[B9]]+表1[值'[A7]", "SUM(表1[A7])+表1[[#This Row],[A7]:[B9]]+表1[值'[A7]", "SUM(表1[A7])+表1[[#This Row],[A7]:[B9]]+表1[值'[A7]"],
  ['IF(A7="A7","见A7",A8)', 'IF(A9="A7","见A7",A10)', 'IF(A5="A7","见A7",A6)'],
  ["LOG10(A7)+合计A7+A7B", "LOG10(A9)+合计A7+A7B", "LOG10(A5)+合计A7+A7B"],
  ["A7:INDEX(B1:B9,3)", "A9:INDEX(B1:B11,3)", "A5:INDEX(B1:B7,3)"],
  ["SUM(A7#)", "SUM(A9#)", "SUM(A5#)"],
  ["@A7", "@A9", "@A5"],
  ["A7,B7 C7", "A9,B9 C9", "A5,B5 C5"],
  ["XFE7", "XFE7", "XFE7"],
])("%s", (formula, inserted, removed) => {
  expect(shiftFormula(formula, INSERT, "台账")).toBe(inserted);
  expect(shiftFormula(formula, REMOVE, "台账")).toBe(removed);
});

test("on another sheet only references that name the sheet move, capitals aside", () => {
  expect(shiftFormula("A7+台账!A7+Sheet1!A7", INSERT, "单位")).toBe("A7+台账!A9+Sheet1!A7");
  expect(shiftFormula("sheet1!A7", { ...INSERT, sheet: "Sheet1" }, "单位")).toBe("sheet1!A9");
  expect(shiftFormula("'It''s'!A7", { ...INSERT, sheet: "It's" }, "单位")).toBe("'It''s'!A9");
});

test("parts without $ are distances in a rule and in a name", () => {
  expect(shiftFormula("$F7>A$9", INSERT, "台账", { kind: "rule", by: 0 })).toBe("$F7>A$11");
  expect(shiftFormula("$F7>A8", REMOVE, "台账", { kind: "rule", by: -2 })).toBe("$F5>A6");
  expect(shiftFormula("COUNTIF($A$3:$A$9,$A7)", INSERT, "台账", { kind: "rule", by: 2 })).toBe("COUNTIF($A$3:$A$11,$A9)");
  expect(shiftFormula("SUM($A$3:$A7)", INSERT, "台账", { kind: "rule", by: 2 })).toBe("SUM($A$3:$A9)");
  expect(shiftFormula("台账!A7+台账!$A$7", INSERT, "", { kind: "name" })).toBe("台账!A7+台账!$A$9");
  expect(shiftFormula("A1", REMOVE, "台账", { kind: "rule", by: -2 })).toBe("#REF!");
});

test("areas in a list", () => {
  expect(movedAreas(INSERT, "A1:A9 B5 C:C 2:3")).toBe("A1:A11 B7 C:C 2:3");
  expect(movedAreas(REMOVE, "A5:B6 B5 C9")).toBe("C7");
  expect(movedAreas(REMOVE, "A5")).toBe("");
});

test.each([["ROW()-2", true], ["=IF(A1,ROW(A1))", true], ["CELL(\"row\")", true], ["ROWS(A1:A2)", false], ["MYROW(1)", false], ["row ( )", true]])("%s asks where it stands: %s", (formula, asks) => expect(asksForPlaces(formula)).toBe(asks));

test("what is left of a print area", () => {
  expect(livingPieces("台账!#REF!,台账!$A:$B")).toBe("台账!$A:$B");
  expect(livingPieces("台账!#REF!")).toBeNull();
});

const row = fc.integer({ min: 0, max: 60 });
const shift = fc.record({ kind: fc.constant("insert" as const), sheet: fc.constant("甲"), at: row, count: fc.integer({ min: 1, max: 9 }) });

test("rows that come in and go again leave every area and formula as it was", () => {
  fc.assert(
    fc.property(shift, row, row, fc.boolean(), (insert, a, b, fixed) => {
      const remove: RowShift = { ...insert, kind: "remove" };
      const area = { top: Math.min(a, b), left: 1, bottom: Math.max(a, b), right: 2 };
      const grown = movedArea(insert, area);
      expect(grown && movedArea(remove, grown)).toEqual(area);
      const name = (at: number): string => (fixed ? `$B$${at + 1}` : cellName(at, 1));
      const formula = `SUM(${name(a)}:${name(b)})+甲!${name(a)}`;
      expect(shiftFormula(shiftFormula(formula, insert, "甲"), remove, "甲")).toBe(formula);
    }),
    { numRuns: 2000 },
  );
});

test("a moved range holds exactly the cells that it held, and those that came inside", () => {
  fc.assert(
    fc.property(fc.constantFrom("insert" as const, "remove" as const), shift, row, row, (kind, base, a, b) => {
      const one: RowShift = { ...base, kind };
      const area = { top: Math.min(a, b), left: 0, bottom: Math.max(a, b), right: 0 };
      const moved = movedArea(one, area);
      for (let at = 0; at <= 80; at++) {
        const to = movedRow(one, at);
        if (to === null) continue;
        const isIn = moved !== null && moved.top <= to && to <= moved.bottom;
        expect(isIn).toBe(area.top <= at && at <= area.bottom);
      }
    }),
    { numRuns: 500 },
  );
});

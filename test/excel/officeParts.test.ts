import fc from "fast-check";
import { marksOfFormat } from "../../src/files/numberFormat";
import { DATE, PERCENT } from "../../src/files/cellMarks";
import type { Area, Place } from "../../src/excel/officeAreas";
import { areaAddress, areaSize, boundsOf, joinedAddresses, rectanglesOf, rowsInPieces, stripsOf } from "../../src/excel/officeAreas";
import { countWithin } from "../../src/excel/officeGuard";
import { OFFICE_LOOKS } from "../../src/excel/officeLooks";
import type { Answer, Question } from "../../src/excel/officeMixed";
import { settleMixed } from "../../src/excel/officeMixed";
import { isSheetName, LONGEST_TEXT } from "../../src/core/grid/excelLimits";
import { EMPTY_BATCH } from "../../src/excel/port";
import { refusedBatch } from "../../src/excel/refusedBatch";
import * as officeNames from "../../src/excel/officeNames";
import { kindOfFormat } from "../../src/excel/officeNumberFormat";
import { anchored, movedFormula } from "../../src/excel/officeRules";
import { typedValue } from "../../src/excel/officeText";
import type { CellStyle } from "../../src/workbook/cellStyle";
import { LOOKS } from "../../src/workbook/cellStyle";
import { movedFormula as movedInWorkbook } from "../../src/workbook/formula";
import { AS_OF_NAME, LAYER_NAME } from "../../src/workbook/helperLayer";
import { entryOf } from "../officeHost/cellEntry";

const place = fc.record({ row: fc.nat(30), col: fc.nat(6) });
const cellsOf = (areas: readonly Area[]): readonly string[] =>
  areas.flatMap(({ top, left, bottom, right }) => Array.from({ length: bottom - top + 1 }, (_, i) => Array.from({ length: right - left + 1 }, (__, j) => `${top + i},${left + j}`)).flat()).sort();
const keysOf = (places: readonly Place[]): readonly string[] => [...new Set(places.map(({ row, col }) => `${row},${col}`))].sort();

describe("areas", () => {
  test("rectangles cover exactly the places, none twice", () => {
    fc.assert(fc.property(fc.array(place, { maxLength: 60 }), (places) => expect(cellsOf(rectanglesOf(places))).toEqual(keysOf(places))));
  });

  test("a full block is one rectangle", () => {
    const block = Array.from({ length: 12 }, (_, i) => ({ row: 2 + Math.floor(i / 4), col: i % 4 }));
    expect(rectanglesOf(block)).toEqual([{ top: 2, left: 0, bottom: 4, right: 3 }]);
  });

  test("strips cover all places, and no gap that is longer than allowed", () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), fc.nat(5), (places, gap) => {
        const strips = stripsOf(places, gap);
        const covered = new Set(cellsOf(strips));
        expect(keysOf(places).every((key) => covered.has(key))).toBe(true);
        expect(covered.size).toBe(strips.reduce((sum, strip) => sum + areaSize(strip), 0));
        for (const { top, left, bottom } of strips) {
          const rows = [...new Set(places.filter(({ row, col }) => col === left && row >= top && row <= bottom).map(({ row }) => row))].sort((a, b) => a - b);
          expect(rows.slice(1).every((row, i) => row - (rows[i] ?? row) <= gap + 1)).toBe(true);
        }
      }),
    );
  });

  test("pieces together are the area", () => {
    const area = { top: 3, left: 1, bottom: 25, right: 2 };
    expect(cellsOf(rowsInPieces(area, 7))).toEqual(cellsOf([area]));
    expect(rowsInPieces(area, 7)).toHaveLength(4);
  });

  test("addresses stay under Excel's limit and lose nothing", () => {
    const areas = Array.from({ length: 3000 }, (_, i) => ({ top: i * 2, left: 26, bottom: i * 2, right: 27 }));
    const texts = joinedAddresses(areas);
    expect(texts.every((text) => text.length <= 8192)).toBe(true);
    expect(texts.join(",").split(",")).toEqual(areas.map(areaAddress));
  });

  test("bounds of nothing are none", () => {
    expect([boundsOf([]), boundsOf([{ row: 4, col: 2 }, { row: 1, col: 3 }])]).toEqual([null, { top: 1, left: 2, bottom: 4, right: 3 }]);
  });

  test.each([
    [[5, 5, 5], 10, 2],
    [[20], 10, 1],
    [[20, 1], 10, 1],
    [[1, 2], 10, 2],
    [[], 10, 0],
  ])("of %j within %i go %i", (sizes, room, count) => {
    expect(countWithin(sizes, room)).toBe(count);
  });
});

describe("texts", () => {
  test("whatever is written as text, Excel keeps as that text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("-一般事项", "二〇二五年三月", "三月底", "上午九点", "一、总体要求", "2025年", "=1", "'", "TRUE", "March 5", "（5）", "%")), (text) => {
        const typed = typedValue(text);
        expect(entryOf(typed, "General")).toMatchObject({ kind: "value", value: text });
      }),
      { numRuns: 500 },
    );
  });

  test("plain Chinese goes without a mark, the rest with one", () => {
    expect(["推动设备更新", "“十四五”", "一、总体要求", "3月底", "-一般事项", "abc", " 空格"].map(typedValue)).toEqual(["推动设备更新", "“十四五”", "一、总体要求", "'3月底", "'-一般事项", "'abc", "' 空格"]);
    expect([null, "", 1.5, true].map(typedValue)).toEqual(["", "", 1.5, true]);
  });
});

test.each([
  "General", "0", "0.00", "#,##0.00_);(#,##0.00)", "0%", "0.0%", "@", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "mmm-yy", "h:mm", "h:mm:ss AM/PM", "[h]:mm:ss", "mm:ss.0",
  "yyyy/m/d h:mm", '上午/下午h"时"mm"分"', "0.00E+00", "##0.0E+0", "[$-804]yyyy\\年m\\月", "[红色]0.0;[蓝色]-0.0", '"年度"0', "_ * #,##0_ ;_ * -#,##0_ ", "aaaa", "[DBNum1]yyyy年m月", "0;0%", "\\m0", "G/通用格式",
])("the format %s means what it means in a file", (code) => {
  const bits = marksOfFormat(code);
  expect(kindOfFormat(code)).toBe((bits & DATE) !== 0 ? "date" : (bits & PERCENT) !== 0 ? "percent" : null);
});

describe("formulas of rules", () => {
  test.each(['$J3="逾期"', 'OR(J3="A1",$K$4>B3)', "LOG10(A1)+SUM(B2:C9)", "'A1 表'!B2&Sheet2!C3", 'AND($J3="a""B2",A3)'])("%s moves as in the workbook", (formula) => {
    expect(movedFormula(formula, 4, 2)).toBe(movedInWorkbook(formula, 4, 2));
  });

  test("a rule counts from the upper left of its areas", () => {
    const areas = [{ top: 4, left: 9, bottom: 9, right: 9 }, { top: 2, left: 0, bottom: 9, right: 0 }];
    expect(anchored({ areas, formula: '$J5="逾期"', fill: "", font: "" })).toEqual({ areas: [areas[1], areas[0]], formula: '$J3="逾期"' });
  });
});

describe("mixed answers", () => {
  test("are parted until each cell is known, in few rounds", async () => {
    const hidden = new Set([3, 77, 5000]);
    let rounds = 0;
    const ask = async (questions: readonly Question[]): Promise<readonly Answer[]> => {
      rounds++;
      return questions.map((question) => {
        const { top, bottom } = question.area;
        const count = [...hidden].filter((row) => row >= top && row <= bottom).length;
        return { ...question, value: count === 0 ? false : count === bottom - top + 1 ? true : null };
      });
    };
    const settled = await settleMixed([{ sheet: "s", property: "rowHidden", area: { top: 0, left: 0, bottom: 9999, right: 5 }, value: null }], ask);
    expect(settled.filter(({ value }) => value === true).map(({ area }) => area.top)).toEqual([...hidden].sort((a, b) => a - b));
    expect(settled.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0)).toBe(10_000);
    expect(rounds).toBe(3);
  });

  test("of one cell stay mixed: its letters differ", async () => {
    const mixed: Answer = { sheet: "s", property: "color", area: { top: 1, left: 1, bottom: 1, right: 1 }, value: null };
    expect(await settleMixed([mixed], async () => [])).toEqual([mixed]);
  });
});

describe("both adapters say the same", () => {
  test("names and limits", () => {
    expect([officeNames.LAYER_NAME, officeNames.AS_OF_NAME]).toEqual([LAYER_NAME, AS_OF_NAME]);
    const named = (name: string) => refusedBatch({ ...EMPTY_BATCH, sheets: [{ name, visibility: "visible", columns: [], cells: [], headerRows: 0 }] });
    for (const name of ["台账", "", "a".repeat(32), "a/b", "'a", "a'", "a:b", "a\u0001"]) expect(named(name) === null).toBe(isSheetName(name));
    const typed = (length: number) => refusedBatch({ ...EMPTY_BATCH, changes: [{ kind: "setCell", at: { sheet: "台账", row: 0, col: 0 }, from: null, to: "a".repeat(length) }] });
    expect([typed(LONGEST_TEXT), typed(LONGEST_TEXT + 1)?.kind]).toEqual([null, "tooLong"]);
  });

  test("looks", () => {
    const horizontal = { general: "General", left: "Left", center: "Center", right: "Right" } as const;
    const borders: Readonly<Record<string, string>> = { "": "none", lrtb: "all", ltb: "open" };
    const styles: Readonly<Record<string, CellStyle>> = LOOKS;
    for (const [name, look] of Object.entries(OFFICE_LOOKS)) {
      const style = styles[name];
      expect(style && {
        fontName: style.font.name, fontSize: style.font.size, bold: style.font.bold, fill: style.fill && `#${style.fill}`, borders: borders[style.borders],
        horizontal: horizontal[style.horizontal], vertical: style.vertical === "top" ? "Top" : "Center", wrap: style.wrap, numberFormat: style.numberFormat,
      }).toEqual(look);
      expect(style?.font.color).toBeNull();
    }
  });
});

import { isTooTall } from "../../../src/core/form/cellRoom";
import type { SheetForm } from "../../../src/core/form/form";

const form = (width: number, size: number): SheetForm => ({
  sheet: "表", faces: [{ font: "宋体", size, fill: null, wrap: true, boxed: true }], rows: new Map(), columns: [{ first: 0, last: 9, width, hidden: false, face: 0 }], defaultWidth: 8.43,
  frozen: { rows: 0, cols: 0 }, filtered: false,
  print: { orientation: null, paper: null, scale: null, fit: null, sideMargins: 1, headerFooter: "", titleRows: null, area: null, breaks: [] },
});

test.each([
  [40, 11, 200, false],
  [40, 11, 2000, true],
  [120, 11, 1000, false],
  [40, 22, 400, true],
])("in a column of %d characters, %d points, %d signs: too tall is %s", (width, size, signs, tall) => {
  expect(isTooTall(form(width, size), 3, 2, "字".repeat(signs))).toBe(tall);
});
